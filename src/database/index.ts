/** The door of database: PostgreSQL's server, connections and migrations. Knows no table of the domains. */

export type { ColumnType, Kysely, RawBuilder, Selectable, Transaction } from 'kysely'
export { sql } from 'kysely'
export { type Awaited, connectAwaited } from './awaited.ts'
export type { Login, Logins } from './connect.ts'
export { connect, login, loginAs, userOf } from './connect.ts'
export {
  type CopiedTable,
  fillTables,
  holdsNoRecord,
  inSameSnapshot,
  inSnapshot,
  type Snapshot,
  takeTablesAway,
} from './copying.ts'
export type { Embedded } from './embedded.ts'
export { startEmbedded } from './embedded.ts'
export { useGiven } from './given.ts'
export { MIGRATIONS, migrate, migrationsHere } from './migrate.ts'
export { answersTo } from './question.ts'
