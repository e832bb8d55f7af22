/** Shows the links of entries to the public: those of which both ends are published, and no others. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { LinkKind } from './kind.ts'
import type { Tx } from './transaction.ts'

/** A link by its ends and kind, which tell it from all others. */
export type LinkNamed = { from: EntryId; to: EntryId; kind: LinkKind }

/** Which links may be shown anew: those named, and those of entries public for the first time; all where none are named. */
export type Showing = { links: readonly LinkNamed[] | undefined; first: readonly EntryId[] }

/**
 * Brings the public links of these entries in line with the record's, in both directions, with each end's kind, state
 * and date as now published. A link that may not be shown anew keeps the words it has, or stays unseen: a draft of it
 * waits until it is published. Returns how many public links came, changed or went.
 */
export async function publishLinks(
  tx: Tx,
  authority: string,
  ids: readonly EntryId[],
  { links, first }: Showing,
): Promise<number> {
  const gone = await sql`
    delete from published.link p
    where (p.from_entry = any(${ids}::uuid[]) or p.to_entry = any(${ids}::uuid[]))
      and not exists (
        select from record.link l
        where l.from_entry = p.from_entry and l.to_entry = p.to_entry and l.kind = p.kind)`.execute(tx)
  const named = [...new Map((links ?? []).map((one) => [`${one.from} ${one.to} ${one.kind}`, one])).values()]
  // Only rows that differ are written: a body with 50,000 links is published again without touching them.
  const shown = await sql`
    insert into published.link as p
      (authority, from_entry, to_entry, kind, why, place, from_kind, from_state, from_date, to_kind, to_state, to_date)
    select l.authority, l.from_entry, l.to_entry, l.kind, now.why, now.place,
      now.from_kind, now.from_state, now.from_date, now.to_kind, now.to_state, now.to_date
    from record.link l
    join published.entry_version f on f.entry = l.from_entry and f.published_until is null
    join published.entry_version t on t.entry = l.to_entry and t.published_until is null
    left join published.link was
      on was.from_entry = l.from_entry and was.to_entry = l.to_entry and was.kind = l.kind
    left join unnest(${named.map(({ from }) => from)}::uuid[], ${named.map(({ to }) => to)}::uuid[],
      ${named.map(({ kind }) => kind)}::text[]) as named (from_entry, to_entry, kind)
      on named.from_entry = l.from_entry and named.to_entry = l.to_entry and named.kind = l.kind
    cross join lateral (
      select ${links === undefined} or named.kind is not null
        or l.from_entry = any(${first}::uuid[]) or l.to_entry = any(${first}::uuid[]) as may
    ) anew
    cross join lateral (
      select case when anew.may then l.why else was.why end as why,
        case when anew.may then l.place else was.place end as place,
        f.kind as from_kind, f.state as from_state, coalesce(f.date, '-infinity') as from_date,
        t.kind as to_kind, t.state as to_state, coalesce(t.date, '-infinity') as to_date
    ) now
    where l.authority = ${authority} and (anew.may or was.kind is not null)
      and (l.from_entry = any(${ids}::uuid[]) or l.to_entry = any(${ids}::uuid[]))
      and (was.kind is null
        or (was.why, was.place, was.from_kind, was.from_state, was.from_date, was.to_kind, was.to_state, was.to_date)
          is distinct from (now.why, now.place, now.from_kind, now.from_state, now.from_date, now.to_kind, now.to_state,
            now.to_date))
    on conflict (from_entry, to_entry, kind) do update set
      why = excluded.why, place = excluded.place, from_kind = excluded.from_kind, from_state = excluded.from_state,
      from_date = excluded.from_date, to_kind = excluded.to_kind, to_state = excluded.to_state,
      to_date = excluded.to_date`.execute(tx)
  return Number(gone.numAffectedRows ?? 0n) + Number(shown.numAffectedRows ?? 0n)
}
