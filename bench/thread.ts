/** Times the questions of a thread to which 50,000 entries are linked, and of search over them: node bench/thread.ts. */
import { performance } from 'node:perf_hooks'
import { type Kysely, sql } from '../src/database/index.ts'
import { type EntryId, now } from '../src/lib/index.ts'
import {
  countsTo,
  entriesOf,
  linkedTo,
  type Part,
  publish,
  type RecordTables,
  search,
  standingOf,
  wholeAt,
} from '../src/record/index.ts'
import { aNotice, aRecord, noticeKind, publishNotices } from '../src/record/testing.ts'

const ENTRIES = 50_000
const ROUNDS = 200

/** Entries that all serve one priority, in one transaction with their history, as the database demands. */
async function load(db: Kysely<RecordTables>, priority: EntryId): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create temporary table made on commit drop as
      select gen_random_uuid() as id, n, 'Thing ' || n as title, '/things/' || n as path,
        (array['action', 'question', 'minute', 'paper'])[1 + n % 4] as kind,
        (array['open', 'done', null])[1 + n % 3] as state,
        case when n % 50 = 0 then null else date '2012-11-22' + n % 4000 end as date
      from generate_series(1, ${ENTRIES}::int) n`.execute(tx)
    await sql`insert into record.entry (id, authority, kind, key, title, path, working, state, version)
      select id, 'anyshire', kind, title, title, path, '{}', 'published', 1 from made`.execute(tx)
    await sql`insert into record.link (authority, from_entry, to_entry, kind, why)
      select 'anyshire', id, ${priority}::uuid, 'serves', 'both speak of roads' from made`.execute(tx)
    await sql`insert into record.history (authority, entry, act, by, why, link_to, link_kind)
      select 'anyshire', id, 'publish', 'bench', 'bench', null, null from made union all
      select 'anyshire', id, 'link', 'bench', 'bench', ${priority}::uuid, 'serves' from made`.execute(tx)
    await sql`insert into published.entry_version
        (entry, version, authority, kind, path, title, date, summary, state, content, content_hash)
      select id, 1, 'anyshire', kind, path, title, date, 'A plain sentence about it.', state, '{}', sha256('x') from made`.execute(
      tx,
    )
    await sql`insert into published.link
        (authority, from_entry, to_entry, kind, why, from_kind, from_state, from_date, to_kind, to_state, to_date, shown_from)
      select 'anyshire', id, ${priority}::uuid, 'serves', 'both speak of roads', kind, state,
        coalesce(date, '-infinity'), 'notice', null, '-infinity', now() from made`.execute(tx)
    await sql`insert into published.paragraph (authority, entry, position, anchor, number, title, text)
      select 'anyshire', id, p, 'p' || p, p::text, title,
        'Paragraph ' || p || ' of thing ' || n || ' tells how road safety and word' || (n * 7 + p) % 1000
        || ' were discussed by the members, and what the officers of division ' || n % 13 || ' said about it.'
      from made, generate_series(1, 2) p`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
}

async function timed(name: string, ask: () => Promise<unknown>, rounds = ROUNDS): Promise<void> {
  for (let round = 0; round < 5; round += 1) await ask()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): string => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)
  console.log(`${name.padEnd(58)} p50 ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms`)
}

const undos: (() => Promise<void>)[] = []
const record = await aRecord({ after: (undo) => undos.push(undo) })
const [priority] = await publishNotices(record, aNotice({ title: 'Priority' }))
if (priority === undefined) throw new Error('The priority was not published')
const started = performance.now()
await load(record.db, priority)
console.log(
  `Loaded ${ENTRIES} entries linked to one priority in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)

const { ask } = record
let middle: Part<unknown>['next'] = null
for (let part = 0; part < 25; part += 1) {
  middle = (
    await linkedTo(ask, priority, { link: 'serves', limit: 1_000, ...(middle ? { after: middle } : {}) })
  ).next
}
const after = middle ?? undefined
if (after === undefined) throw new Error('The thread is too short')

await timed('linkedTo, first 50', () => linkedTo(ask, priority, { link: 'serves' }))
await timed('linkedTo, first 50, any link', () => linkedTo(ask, priority))
await timed('linkedTo, oldest 50', () => linkedTo(ask, priority, { link: 'serves', order: 'oldest' }))
await timed('linkedTo, 50 from the middle', () => linkedTo(ask, priority, { link: 'serves', after }))
await timed('linkedTo, first 50 of one kind', () =>
  linkedTo(ask, priority, { link: 'serves', kinds: ['action'] }),
)
await timed('linkedTo, a kind that has none', () =>
  linkedTo(ask, priority, { link: 'serves', kinds: ['plan'] }),
)
await timed('countsTo, one kind of link', () => countsTo(ask, priority, 'serves'))
await timed('countsTo, any link', () => countsTo(ask, priority))
await timed('the thread page: first 50, then counts', async () => {
  await linkedTo(ask, priority, { link: 'serves' })
  await countsTo(ask, priority, 'serves')
})
await timed('entriesOf, first 50', () => entriesOf(ask, { ...noticeKind, name: 'action' }))
const then = { ...ask, at: now() }
await timed('linkedTo, first 50, as at a moment', () => linkedTo(then, priority, { link: 'serves' }))
await timed('countsTo, one kind of link, as at a moment', () => countsTo(then, priority, 'serves'))
await timed('entriesOf, first 50, as at a moment', () => entriesOf(then, { ...noticeKind, name: 'action' }))
await timed('standingOf', () => standingOf(ask, '/things/777'))
await timed('wholeAt', () => wholeAt(ask, '/things/777'))
for (const words of [
  'word123',
  '"word123 were discussed"',
  'word12*',
  'zebra',
  'the',
  'a&!',
  'ﷺ',
  '"',
  'x '.repeat(10_000),
]) {
  await timed(`search ${words.slice(0, 30)}`, () => search(ask, { words, page: 1 }), 50)
}
for (const words of ['road', 'road safety members', 'pa*']) {
  await timed(`search ${words} (every paragraph has it)`, () => search(ask, { words, page: 1 }), 10)
}
await timed(
  'publish the priority again, unchanged',
  () => record.act((tx) => publish(tx, record.permits.publish, [noticeKind], [priority])),
  5,
)
for (const undo of undos) await undo()
