/** Shows the links of entries to the public: those of which both ends are published, and no others. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { Tx } from './transaction.ts'

/**
 * Brings the public links of these entries in line with the record's, in both directions, with each end's kind, state
 * and date as now published. Returns how many public links came, changed or went.
 */
export async function publishLinks(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<number> {
  const gone = await sql`
    delete from published.link p
    where (p.from_entry = any(${ids}::uuid[]) or p.to_entry = any(${ids}::uuid[]))
      and not exists (
        select from record.link l
        where l.from_entry = p.from_entry and l.to_entry = p.to_entry and l.kind = p.kind)`.execute(tx)
  // Only rows that differ are written: a body with 50,000 links is published again without touching them.
  const shown = await sql`
    insert into published.link as p
      (authority, from_entry, to_entry, kind, why, place, from_kind, from_state, from_date, to_kind, to_state, to_date)
    select l.authority, l.from_entry, l.to_entry, l.kind, l.why, l.place,
      f.kind, f.state, coalesce(f.date, '-infinity'), t.kind, t.state, coalesce(t.date, '-infinity')
    from record.link l
    join published.entry_version f on f.entry = l.from_entry and f.published_until is null
    join published.entry_version t on t.entry = l.to_entry and t.published_until is null
    where l.authority = ${authority}
      and (l.from_entry = any(${ids}::uuid[]) or l.to_entry = any(${ids}::uuid[]))
    on conflict (from_entry, to_entry, kind) do update set
      why = excluded.why, place = excluded.place, from_kind = excluded.from_kind, from_state = excluded.from_state,
      from_date = excluded.from_date, to_kind = excluded.to_kind, to_state = excluded.to_state,
      to_date = excluded.to_date
    where (p.why, p.place, p.from_kind, p.from_state, p.from_date, p.to_kind, p.to_state, p.to_date)
      is distinct from (excluded.why, excluded.place, excluded.from_kind, excluded.from_state, excluded.from_date,
        excluded.to_kind, excluded.to_state, excluded.to_date)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0n) + Number(shown.numAffectedRows ?? 0n)
}
