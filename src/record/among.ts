/**
 * An entry with what its page shows around it, in one question. A page made anew spends most of its time going to the
 * database and back, and reading there and here what it does not show.
 */
import { type RawBuilder, sql } from '../database/index.ts'
import type { PublicRecord } from './ask.ts'
import { storable } from './canonical.ts'
import type { LinkKind, Shown } from './kind.ts'

/** An entry as the page of another shows it. */
export type Outlined<Kind extends string, Outline> = {
  kind: Kind
  path: string
  title: string
  content: Outline
}

/** An entry at the other end of a link: a title that leads to it, and why the two hang together. */
export type Neighbour = { kind: string; path: string; title: string; why: string }

/** What to ask for around an entry. */
export type Around = {
  /** Kinds of which everything of the entry's own body and day is shown. */
  sameDay: readonly string[]
  /** Links of this kind to the entry, from entries of these kinds. */
  from: { link: LinkKind; kinds: readonly string[] }
  /** Links of this kind from the entry. */
  to: { link: LinkKind }
}

export type Among<Content, SameDay> = {
  entry: { path: string; title: string; content: Content }
  sameDay: SameDay[]
  /** Newest first, as all links. */
  from: Neighbour[]
  to: Neighbour[]
}

type Row<Content, SameDay> =
  | { part: 'entry'; path: string; title: string; content: Content }
  | ({ part: 'same-day' } & SameDay)
  | ({ part: 'from' } & Neighbour)
  | ({ part: 'to' } & Neighbour)

/** More than hangs on any one entry in any one way. */
const MOST = 1000

const ends = (
  part: 'from' | 'to',
  here: RawBuilder<unknown>,
  wherever: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const [entry, date] = [sql.ref(`l.${part}_entry`), sql.ref(`l.${part}_date`)]
  return sql`(select ${sql.lit(part)}, e.kind, e.path, e.title, null::jsonb, l.why
    from here join published.link l on ${here} = here.entry and l.authority = here.authority and ${wherever}
    join published.entry_version e on e.entry = ${entry} and e.published_until is null
    order by ${date} desc, ${entry} desc limit ${sql.lit(MOST)})`
}

/**
 * The entry of a kind at an address, and what stands around it; undefined when none is there. `SameDay` is the union of
 * what the kinds of `around.sameDay` give as their outline; those entries come in no order.
 */
export async function entryAmong<Content, SameDay extends Outlined<string, unknown>>(
  ask: PublicRecord,
  kind: Shown<Content>,
  path: string,
  around: Around,
): Promise<Among<Content, SameDay> | undefined> {
  const { rows } = await sql<Row<Content, SameDay>>`
    with here as materialized (
      select e.entry, e.authority, e.path, e.title, e.date, e.body, e.content from published.entry_version e
      where e.authority = ${ask.authority} and e.path = ${storable(path)} and e.kind = ${kind.name}
        and e.published_until is null)
    select 'entry' as part, null as kind, path, title, content, null as why from here
    union all
    (select 'same-day', e.kind, e.path, e.title, coalesce(e.outline, e.content), null
      from here join published.entry_version e on e.authority = here.authority and e.kind = any(${around.sameDay})
        and e.body = here.body and coalesce(e.date, '-infinity'::date) = here.date and e.published_until is null
      limit ${sql.lit(MOST)})
    union all
    ${ends('from', sql`l.to_entry`, sql`l.kind = ${around.from.link} and l.from_kind = any(${around.from.kinds})`)}
    union all
    ${ends('to', sql`l.from_entry`, sql`l.kind = ${around.to.link}`)}`.execute(ask.db)
  const [entry] = rows.filter((row) => row.part === 'entry')
  if (entry === undefined) return undefined
  return {
    entry,
    sameDay: rows.filter((row) => row.part === 'same-day'),
    from: rows.filter((row) => row.part === 'from'),
    to: rows.filter((row) => row.part === 'to'),
  }
}
