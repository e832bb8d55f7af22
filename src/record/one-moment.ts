/** Questions that belong together, asked of the record as it stands at one moment, whatever is published meanwhile. */
import type { PublicRecord } from './ask.ts'

/** Lets `use` ask of one moment, over one connection. Within it, it may be called again. */
export async function atOneMoment<Outcome>(
  ask: PublicRecord,
  use: (ask: PublicRecord) => Promise<Outcome>,
): Promise<Outcome> {
  if (ask.db.isTransaction) return await use(ask)
  return await ask.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => use({ ...ask, db: tx }))
}
