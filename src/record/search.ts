/** Full-text search of the published record: finds entries, and leads to the paragraph. */
import { type RawBuilder, sql } from '../database/index.ts'
import type { EntryId, LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { storable } from './canonical.ts'
import { LISTED } from './entries.ts'
import type { ListedEntry } from './published.ts'
import { type Term, termsOf } from './search-words.ts'
import { FROM, type SnippetPiece, snippetOf, UNTIL } from './snippet.ts'
import { turns } from './turns.ts'

export type Query = {
  /** As the reader typed it: words, "quoted phrases", beginnings*. */
  words: string
  kind?: string
  /** The path of a body. */
  body?: string
  /** The first day that counts. */
  from?: LocalDate
  /** The first day that no longer counts. */
  until?: LocalDate
  /** The path of a priority that the entry serves. */
  priority?: string
  /** The first is 1; each has `HITS_A_PAGE` hits. */
  page: number
}

export type Hit = {
  entry: ListedEntry
  /** The fragment of the best paragraph on the entry's page; empty for the page's top. */
  anchor: string
  /** The paragraph's number as printed. */
  number: string | null
  /** Some words of the paragraph around what was found, as plain text. */
  snippet: SnippetPiece[]
}

export type Found = {
  total: number
  hits: Hit[]
  /** Why nothing was looked for: no words, only words so common that every text has them, or a moment that is past: search knows the record as it stands. */
  empty: 'no-words' | 'only-common-words' | 'only-now' | null
}

export const HITS_A_PAGE = 20
const LAST_PAGE = 500

/** Of the public login's eight connections a search may be slow on two; pages have the others. */
const inTurn = turns(2)

/** What is asked for when there is nothing to look for. */
const nothing = (empty: Found['empty']): Found => ({ total: 0, hits: [], empty })

/** Entries of which one paragraph and the title have all the words, the best first, one hit for each. No words make it fail. */
export async function search(ask: PublicRecord, query: Query): Promise<Found> {
  if (ask.at !== undefined) return nothing('only-now')
  const terms = termsOf(query.words)
  if (terms.length === 0) return nothing('no-words')
  const { rows } = await sql<{ asked: string; nodes: number }>`
    select q::text as asked, numnode(q) as nodes from (select ${conditionOf(terms)} as q) as built`.execute(
    ask.db,
  )
  const asked = rows[0]
  if (asked === undefined || asked.nodes === 0) return nothing('only-common-words')
  return await inTurn(() => look(ask, query, terms, asked.asked))
}

/** Quoted for to_tsquery, so that no character of it is an operator. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '').replaceAll("'", "''")}'`

function conditionOf(terms: readonly Term[]): RawBuilder<unknown> {
  return sql.join(terms.map(oneCondition), sql` && `)
}

function oneCondition(term: Term): RawBuilder<unknown> {
  if (term.type === 'word') return sql`plainto_tsquery('english', ${term.text})`
  if (term.type === 'phrase') return sql`phraseto_tsquery('english', ${term.text})`
  // "polici" begins "policing" as written, though not its stem "polic": hence the words as written, of weight C.
  const begins = sql`(to_tsquery('english', ${`${quoted(term.text)}:*`}) || to_tsquery('simple', ${`${quoted(term.text)}:*C`}))`
  if (term.typed) return begins
  return sql`case when numnode(plainto_tsquery('english', ${term.text})) = 0 then ''::tsquery else ${begins} end`
}

type Row = ListedEntry & {
  total: number
  id: EntryId | null
  anchor: string
  number: string | null
  text: string
  marked: string
}

/** Weights of D, C, B, A: the text, words as written, none, the title. */
const WEIGHTS = sql.raw(`'{0.1, 0.02, 0.1, 1.0}'::real[]`)

async function look(ask: PublicRecord, query: Query, terms: readonly Term[], asked: string): Promise<Found> {
  const page = Number.isInteger(query.page) ? Math.min(Math.max(query.page, 1), LAST_PAGE) : 1
  const options = `StartSel=${FROM}, StopSel=${UNTIL}, MaxFragments=1, MaxWords=40, MinWords=20`
  const { rows } = await sql<Row>`
    with matched as materialized (
      select p.entry, p.position, ts_rank(${WEIGHTS}, p.words, ${asked}::tsquery) as rank
      from published.paragraph p ${filters(ask, query)}
      where p.words @@ ${asked}::tsquery and p.authority = ${ask.authority}
    ), best as materialized (
      select distinct on (entry) entry, position, rank from matched order by entry, rank desc, position
    ), shown as (
      select ${LISTED}, b.rank, b.position from best b
      join published.entry_version e on e.entry = b.entry and e.published_until is null
      order by b.rank desc, e.date desc nulls last, e.entry
      limit ${HITS_A_PAGE} offset ${(page - 1) * HITS_A_PAGE}
    )
    select counted.total, s.*, p.anchor, p.number, plain.text,
      ts_headline('english', plain.text, ${asked}::tsquery, ${options}) as marked
    from (select count(*) as total from best) counted
    left join shown s on true
    left join published.paragraph p on p.entry = s.id and p.position = s.position
    left join lateral (select translate(left(p.text, 20000), ${FROM + UNTIL}, '') as text) plain on true
    order by s.rank desc, s.date desc nulls last, s.id`.execute(ask.db)
  return {
    total: rows[0]?.total ?? 0,
    hits: rows.filter((row) => row.id !== null).map((row) => hitOf(row, terms)),
    empty: null,
  }
}

/** Joins the entries of the paragraphs when something is asked of them; without, a common word is found twice as fast. */
function filters(ask: PublicRecord, query: Query): RawBuilder<unknown> {
  const conditions = [
    ...(query.kind === undefined ? [] : [sql`e.kind = ${storable(query.kind)}`]),
    ...(query.body === undefined ? [] : [sql`e.body = ${storable(query.body)}`]),
    ...(query.from === undefined ? [] : [sql`e.date >= ${query.from}::date`]),
    ...(query.until === undefined ? [] : [sql`e.date < ${query.until}::date`]),
    ...(query.priority === undefined
      ? []
      : [
          sql`exists (
            select from published.link l
            join published.entry_version served on served.entry = l.to_entry and served.published_until is null
            where l.from_entry = e.entry and l.kind = 'serves'
              and served.authority = ${ask.authority} and served.path = ${storable(query.priority)})`,
        ]),
  ]
  if (conditions.length === 0) return sql``
  return sql`join published.entry_version e on e.entry = p.entry and e.published_until is null
    and ${sql.join(conditions, sql` and `)}`
}

function hitOf(row: Row, terms: readonly Term[]): Hit {
  const { id, kind, path, title, date, body, summary, state, version, publishedAt } = row
  return {
    entry: { id, kind, path, title, date, body, summary, state, version, publishedAt },
    anchor: row.anchor,
    number: row.number,
    snippet: snippetOf(row.marked, row.text, terms),
  }
}
