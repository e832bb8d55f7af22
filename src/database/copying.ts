/** Whole tables out of a database and into another, by COPY: what backups are made of. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Login } from './connect.ts'

/** A table as it is copied. Columns that PostgreSQL computes are left out. */
export type CopiedTable = { name: string; columns: string[]; key: string[] }

/** One moment of a database, seen by all who take part. */
export type Snapshot = {
  /** For `set transaction snapshot` in another connection. */
  id: string
  tables: CopiedTable[]
  migrations: { name: string; checksum: string }[]
  /** The rows of a table as text, in the order of its key, so that the same rows are the same bytes. */
  read: (table: CopiedTable) => Readable
}

const SCHEMAS = ['published', 'record']

/** What the text of a value depends on, besides the value. */
const SETTINGS = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set statement_timeout = 0`

async function connected<Outcome>(to: Login, use: (client: Client) => Promise<Outcome>): Promise<Outcome> {
  const client = new Client({ connectionString: to })
  // A connection that breaks makes the question fail that is being asked.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(SETTINGS)
    return await use(client)
  } finally {
    await client.end()
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const tableName = (name: string): string => name.split('.').map(quoted).join('.')
const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ')

/** The tables of both schemas, those that others refer to first. */
async function tablesOf(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { refers_to: string[] }>(
    `select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality as k (number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '{}') as key,
      coalesce((select array_agg(distinct rn.nspname || '.' || r.relname) from pg_constraint f
        join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as refers_to
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind = 'r' order by name`,
    [SCHEMAS],
  )
  const ordered: CopiedTable[] = []
  const left = [...rows]
  while (left.length > 0) {
    const next = left.findIndex((row) => !left.some((other) => row.refers_to.includes(other.name)))
    const [row] = left.splice(Math.max(next, 0), 1)
    if (next < 0 || row === undefined) throw new Error('The tables refer to each other in a circle')
    ordered.push({ name: row.name, columns: row.columns, key: row.key })
  }
  return ordered
}

const orderOf = ({ key }: CopiedTable): string => (key.length > 0 ? columnList(key) : 'copied::text')

/** Lets `use` read all tables as they stand at one moment, however much is written meanwhile. */
export async function inSnapshot<Outcome>(
  of: Login,
  use: (snapshot: Snapshot) => Promise<Outcome>,
): Promise<Outcome> {
  return await connected(of, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration.applied order by name',
    )
    const outcome = await use({
      id: rows[0]?.id ?? '',
      tables: await tablesOf(client),
      migrations: applied.rows,
      read: (table) =>
        client.query(
          copyTo(
            `copy (select ${columnList(table.columns)} from ${tableName(table.name)} copied order by ${orderOf(table)}) to stdout`,
          ),
        ),
    })
    await client.query('commit')
    return outcome
  })
}

const names = (all: readonly CopiedTable[]): string =>
  all
    .map(({ name }) => name)
    .toSorted()
    .join(', ')

/**
 * Fills the empty tables of a migrated database, all of them or none. `open` gives a table's rows as `read` gave them.
 * The rules that hold acts to their history are off meanwhile: what comes in was held to them before. Throws when a
 * table's columns are not those of the database.
 */
export async function fillTables(
  of: Login,
  tables: readonly CopiedTable[],
  open: (table: CopiedTable) => Promise<Readable>,
): Promise<void> {
  await connected(of, async (client) => {
    await client.query('begin')
    const present = await tablesOf(client)
    if (names(present) !== names(tables))
      throw new Error(`The backup has the tables ${names(tables)}, the database ${names(present)}`)
    for (const { name } of present) await client.query(`alter table ${tableName(name)} disable trigger user`)
    for (const { name } of present) {
      const table = tables.find((one) => one.name === name)
      if (table === undefined) throw new Error(`The backup has no table ${name}`)
      const into = client.query(copyFrom(`copy ${tableName(name)} (${columnList(table.columns)}) from stdin`))
      await pipeline(await open(table), into)
    }
    await continueNumbers(client)
    for (const { name } of present) await client.query(`alter table ${tableName(name)} enable trigger user`)
    await client.query('commit')
    // Without statistics of its tables PostgreSQL reads large ones whole.
    await client.query('analyze')
  })
}

/** Lets columns that number themselves go on after the last number. */
async function continueNumbers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `select n.nspname || '.' || c.relname as name, a.attname::text as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind = 'r' and a.attidentity <> ''`,
    [SCHEMAS],
  )
  for (const { name, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max(${quoted(column)})) from ${tableName(name)} having max(${quoted(column)}) is not null`,
      [tableName(name), column],
    )
  }
}

/** Whether nobody's record stands in the database. */
export async function holdsNoRecord(of: Login): Promise<boolean> {
  return await connected(of, async (client) => {
    const known = await client.query<{ known: boolean }>(
      `select to_regclass('record.authority') is not null as known`,
    )
    if (known.rows[0]?.known !== true) return true
    const { rowCount } = await client.query('select from record.authority limit 1')
    return rowCount === 0
  })
}

/** Takes away the empty tables of a database that holds no record, so that those of another version can be made. */
export async function takeTablesAway(of: Login): Promise<void> {
  await connected(of, async (client) => {
    for (const schema of [...SCHEMAS, 'migration'])
      await client.query(`drop schema if exists ${schema} cascade`)
  })
}

/** Lets queries see the same moment as a snapshot that is still open. */
export async function inSameSnapshot<Tables, Outcome>(
  db: Kysely<Tables>,
  id: string,
  use: (db: Kysely<Tables>) => Promise<Outcome>,
): Promise<Outcome> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set transaction snapshot ${sql.lit(id)}`.execute(tx)
      return await use(tx)
    })
}
