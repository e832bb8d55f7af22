/**
 * DuckDB, held to its memory and threads: gathers the rows of one CSV file by the values of some of its columns. All it
 * is told about a file stands in the query as numbers that we made, or is bound as a parameter.
 */
import type { DuckDBInstance } from '@duckdb/node-api'
import { MEMORY_LIMIT } from './count.ts'

/** One file as DuckDB is to read it: its first line is not rows. */
export type Reading = {
  path: string
  width: number
  delimiter: string
  /** Columns by which rows are gathered, counted from 0; `short` ones by their first seven letters (a month). */
  keys: readonly { column: number; short: boolean }[]
  /** Where latitude and longitude stand; null where nobody asks. */
  place: { latitude: number; longitude: number } | null
}

/** Values in the order of the keys, '' for none; how many rows; and how many of them are in no possible place. */
export type Group = { values: string[]; count: number; swapped: number; nowhere: number; outside: number }

export type Engine = {
  gather: (reading: Reading) => Promise<Group[]>
  close: () => void
}

/** The rows are not CSV with so many columns: at which line, and why. */
export class BadRows extends Error {
  readonly line: number | undefined
  constructor(line: number | undefined, why: string) {
    super(why)
    this.line = line
  }
}

/** Bytes that are no UTF-8. */
export class NotUtf8 extends Error {}

/** Starts DuckDB, in memory. It writes to `folder` when its memory is full, and reads nothing that is not a parameter. */
export async function startEngine(options: { folder: string; threads: number }): Promise<Engine> {
  // Its library takes a while and 30 MB to load, which only those who count should pay.
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api')
  let instance: DuckDBInstance | undefined
  const start = async (): Promise<DuckDBInstance> =>
    await Instance.create(':memory:', {
      threads: String(options.threads),
      memory_limit: MEMORY_LIMIT,
      temp_directory: options.folder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
    })
  return {
    async gather(reading) {
      instance ??= await start()
      const connection = await instance.connect()
      try {
        const parameters = { path: reading.path, delimiter: reading.delimiter }
        const result = await connection.runAndReadAll(queryFor(reading), parameters)
        return result.getRowsJS().map((row) => groupOf(row, reading))
      } catch (problem) {
        const found = problemOf(problem)
        // DuckDB 1.5 gives itself up over some bytes that are no UTF-8; it is of no use afterwards.
        if (found instanceof NotUtf8) instance = undefined
        throw found
      } finally {
        connection.closeSync()
      }
    },
    close: () => instance?.closeSync(),
  }
}

/**
 * Explicit columns and no guessing: with it DuckDB reads a sample, and each column's type may then depend on it. Smaller
 * buffers than its own (32 MB) make it faster here and keep it below a third of the memory.
 */
function queryFor({ width, keys, place }: Reading): string {
  const columns = Array.from({ length: width }, (_, at) => `'c${at}': 'VARCHAR'`).join(', ')
  const values = keys.map(({ column, short }) => (short ? `substr(c${column}, 1, 7)` : `c${column}`))
  const faults = place === null ? ['0', '0', '0'] : faultsOf(place)
  return `select ${[...values, 'count(*)', ...faults].join(', ')} from read_csv($path, auto_detect = false, header = true,
    delim = $delimiter, quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false,
    buffer_size = 8000000, max_line_size = 1000000, columns = {${columns}}) group by ${values.length === 0 ? '()' : values.join(', ')}`
}

/** The United Kingdom lies within 49 to 61 north, 9 west to 2.1 east. */
function faultsOf({ latitude, longitude }: { latitude: number; longitude: number }): string[] {
  const [north, east] = [`try_cast(c${latitude} as double)`, `try_cast(c${longitude} as double)`]
  const swapped = `(${north} between -9 and 2.1 and ${east} between 49 and 61)`
  const nowhere = `(${north} = 0 and ${east} = 0)`
  const outside = `(${north} not between 49 and 61 or ${east} not between -9 and 2.1)`
  return [swapped, nowhere, `(${outside} and not ${swapped} and not ${nowhere})`].map(
    (test) => `count(*) filter (${test})`,
  )
}

function groupOf(row: readonly unknown[], { keys }: Reading): Group {
  const [count = 0, swapped = 0, nowhere = 0, outside = 0] = row.slice(keys.length).map(Number)
  const values = row.slice(0, keys.length).map((value) => (typeof value === 'string' ? value : ''))
  return { values, count, swapped, nowhere, outside }
}

function problemOf(problem: unknown): unknown {
  if (!(problem instanceof Error)) return problem
  const { message } = problem
  if (/^(?:INTERNAL|FATAL) Error|invalid unicode|not utf-8 encoded/i.test(message))
    return new NotUtf8('It is not in UTF-8', { cause: problem })
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1]
  if (line === undefined && !/CSV|line size/i.test(message)) return problem
  return new BadRows(line === undefined ? undefined : Number(line), whyIn(message))
}

function whyIn(message: string): string {
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? []
  if (expected !== undefined && found !== undefined)
    return `it has ${found} ${found === '1' ? 'column' : 'columns'} where the headings have ${expected}`
  if (/unterminated quote/i.test(message)) return 'a quotation mark opens in it that never closes'
  return /line size/i.test(message) ? 'it is longer than a million bytes' : 'it is not written as CSV'
}
