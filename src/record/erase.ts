/** Erases what was withdrawn (GDPR article 17): no guess at the content can be confirmed afterwards. */
import type { Permit } from '../identity/index.ts'
import type { EntryId, Refusal } from '../lib/index.ts'
import type { Tx } from './transaction.ts'

/** Erases withdrawn entries. Refuses when one is not withdrawn; one that is erased already is passed over. */
export async function eraseWithdrawn(
  _tx: Tx,
  _permit: Permit<'record.erase'>,
  _ids: readonly EntryId[],
): Promise<{ erased: EntryId[] } | Refusal> {
  throw new Error('not built')
}
