/** The ruler of `bench/count.ts`: the same question put to bare DuckDB as one would write it, in a process of its own. */
import { DuckDBInstance } from '@duckdb/node-api'

const [, , path = '', threads = '1'] = process.argv
const instance = await DuckDBInstance.create(':memory:', { threads, memory_limit: '512MB' })
const connection = await instance.connect()
const result = await connection.runAndReadAll(
  'select "Falls within", "Month", "Crime type", count(*) from read_csv($1, header = true, all_varchar = true) group by all order by all',
  [path],
)
const rows = result.getRows()
const total = rows.reduce((sum, row) => sum + Number(row[3]), 0)
process.stdout.write(`${rows.length} ${total}\n`)
