/** Writes the lines of history without which the database refuses an act. */
import type { Permission, Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import { canonical } from './canonical.ts'
import type { LinkKind } from './kind.ts'
import type { HistoryRow } from './tables.ts'
import type { Tx } from './transaction.ts'

/** Longest list of rows that one statement writes; PostgreSQL takes 65,535 values at most. */
export const AT_ONCE = 500

export type Line = {
  act: HistoryRow['act']
  /** The entry; null when the act concerns the authority or a file. */
  entry: EntryId | null
  why: string
  /** What changed, and what stood there before. */
  changed?: unknown
  link?: { to: EntryId; kind: LinkKind }
}

/** Writes history for acts of this transaction; `by` and the authority are the permit's. */
export async function remember(tx: Tx, permit: Permit<Permission>, lines: readonly Line[]): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    await tx
      .insertInto('record.history')
      .values(
        lines.slice(from, from + AT_ONCE).map((line) => ({
          authority: permit.authority,
          by: permit.by,
          act: line.act,
          entry: line.entry,
          why: line.why,
          changed: line.changed === undefined ? null : canonical(line.changed),
          link_to: line.link?.to ?? null,
          link_kind: line.link?.kind ?? null,
        })),
      )
      .execute()
  }
}
