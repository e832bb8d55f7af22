/** The transaction that an act runs in: everything of it is kept, with its history, or nothing is. */
import type { Kysely, Transaction } from '../database/index.ts'
import type { RecordTables } from './tables.ts'

/** A transaction of the application's login. Only `inAct` makes one. */
export type Tx = Transaction<RecordTables>

/** Runs one act: commits when it returns, undoes everything when it throws. */
export async function inAct<Outcome>(
  db: Kysely<RecordTables>,
  act: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  return await db.transaction().execute(act)
}
