/**
 * An entry with what its page shows around it, in one question. A page made anew spends most of its time going to the
 * database and back, and reading there and here what it does not show.
 */
import { answersTo } from '../database/index.ts'
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

/** The question of now, or of the moment that is $8: each is one text, planned once. */
const asking = (version: (alias: string) => string, links: string): string => `
  with here as materialized (
    select entry, authority, path, title, date, body, content from published.entry_version own
    where authority = $1 and path = $2 and kind = $3 and ${version('own')})
  select 'entry' as part, null as kind, path, title, content, null as why from here
  union all
  (select 'same-day', e.kind, e.path, e.title, coalesce(e.outline, e.content), null
    from here join published.entry_version e on e.authority = here.authority and e.kind = any($4)
      and e.body = here.body and coalesce(e.date, '-infinity'::date) = here.date and ${version('e')}
    limit ${MOST})
  union all
  (select 'from', e.kind, e.path, e.title, null, l.why
    from here join ${links} l
      on l.to_entry = here.entry and l.authority = here.authority and l.kind = $5 and l.from_kind = any($6)
    join published.entry_version e on e.entry = l.from_entry and ${version('e')}
    order by l.from_date desc, l.from_entry desc limit ${MOST})
  union all
  (select 'to', e.kind, e.path, e.title, null, l.why
    from here join ${links} l on l.from_entry = here.entry and l.authority = here.authority and l.kind = $7
    join published.entry_version e on e.entry = l.to_entry and ${version('e')}
    order by l.to_date desc, l.to_entry desc limit ${MOST})`

const NOW = asking((alias) => `${alias}.published_until is null`, 'published.link')

const LINK = 'authority, from_entry, to_entry, kind, why, from_kind, from_date, to_date, shown_from'

const AT_A_MOMENT = asking(
  (alias) =>
    `${alias}.published_from <= $8 and (${alias}.published_until is null or ${alias}.published_until > $8)`,
  `(select * from (
      select ${LINK}, null::timestamptz as shown_until from published.link
      union all select ${LINK}, shown_until from published.link_before
    ) both_tables where shown_from <= $8 and (shown_until is null or shown_until > $8))`,
)

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
  const rows = await answersTo<Row<Content, SameDay>>(ask.db, ask.at === undefined ? NOW : AT_A_MOMENT, [
    ask.authority,
    storable(path),
    kind.name,
    around.sameDay,
    around.from.link,
    around.from.kinds,
    around.to.link,
    ...(ask.at === undefined ? [] : [ask.at]),
  ])
  const [entry] = rows.filter((row) => row.part === 'entry')
  if (entry === undefined) return undefined
  return {
    entry,
    sameDay: rows.filter((row) => row.part === 'same-day'),
    from: rows.filter((row) => row.part === 'from'),
    to: rows.filter((row) => row.part === 'to'),
  }
}
