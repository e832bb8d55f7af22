/** That the past never changes but for what is withdrawn: random acts, and what was seen after each of them seen again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { onEachServer } from '../database/testing.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { entryAmong } from './among.ts'
import { entriesOf, entryAt } from './entries.ts'
import { lastMoment } from './leaves.ts'
import { link, unlink } from './link.ts'
import { publish } from './publish.ts'
import { aNotice, everyLeafHolds, noticeKind, oneRecord, publishNotices, type TestRecord } from './testing.ts'
import { countsTo, linkedFrom, linkedTo } from './thread.ts'
import { wholeAt } from './whole.ts'
import { reinstate, withdraw } from './withdraw.ts'

const AROUND = { sameDay: [], from: { link: 'serves', kinds: ['notice'] }, to: { link: 'serves' } } as const

const WITHDRAWAL = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: true } as const

type Act =
  | { act: 'publish'; who: number; text: number; moved: boolean }
  | { act: 'withdraw' | 'reinstate'; who: number }
  | { act: 'link' | 'unlink'; who: number; to: number; why: number }

const who = fc.integer({ min: 0, max: 3 })

const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('publish' as const),
      who,
      text: fc.integer({ min: 0, max: 2 }),
      moved: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom('withdraw' as const, 'reinstate' as const), who }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('link' as const, 'link' as const, 'unlink' as const),
      who,
      to: who,
      why: fc.integer({ min: 0, max: 1 }),
    }),
  },
)

const TITLES = ['North', 'East', 'South', 'West']

/** The things of one run, so that runs share a record and do not see each other. */
class Run {
  readonly record: TestRecord
  readonly name: string
  readonly ids: EntryId[] = []
  constructor(record: TestRecord, name: string) {
    this.record = record
    this.name = name
  }

  async begin(): Promise<void> {
    this.ids.push(
      ...(await publishNotices(this.record, ...TITLES.map((_, index) => this.notice(index, 0, false)))),
    )
  }

  notice(index: number, text: number, moved: boolean): ReturnType<typeof aNotice> {
    const title = `${this.name} ${TITLES[index]}`
    return aNotice({
      title,
      text: [`Text ${text} of it.`],
      state: text === 2 ? 'done' : 'open',
      ...(moved ? { path: `/moved/${this.name}-${index}` } : {}),
    })
  }

  id(index: number): EntryId {
    const id = this.ids[index]
    assert.ok(id)
    return id
  }

  async do(one: Act): Promise<void> {
    const { act, permits } = this.record
    if (one.act === 'publish') {
      await publishNotices(this.record, this.notice(one.who, one.text, one.moved))
      return
    }
    const id = this.id(one.who)
    if (one.act === 'withdraw')
      await act((tx) => withdraw(tx, permits.withdraw, [noticeKind], [id], WITHDRAWAL))
    else if (one.act === 'reinstate')
      await act(async (tx) => {
        await reinstate(tx, permits.withdraw, [id], 'It was right')
        await publish(tx, permits.publish, [noticeKind], [id])
      })
    else if ((one.act === 'link' || one.act === 'unlink') && one.who !== one.to) {
      const join = { from: id, to: this.id(one.to), kind: 'serves', why: `Why ${one.why}` } as const
      await act(async (tx) => {
        await (one.act === 'link' ? link(tx, permits.bring, join) : unlink(tx, permits.bring, join))
        await publish(tx, permits.publish, [noticeKind], [id])
      })
    }
  }

  /** What is public of these things, each with its links both ways and how many lead to it; its id is first. */
  async view(at?: Instant): Promise<Map<EntryId, { version: number; said: unknown; links: Set<string> }>> {
    const ask = at === undefined ? this.record.ask : { ...this.record.ask, at }
    const { rows } = await entriesOf(ask, noticeKind, { limit: 10_000 })
    const seen = new Map<EntryId, { version: number; said: unknown; links: Set<string> }>()
    for (const { id, version, path, title, content, state, publishedAt } of rows) {
      if (!this.ids.includes(id)) continue
      assert.equal((await entryAt(ask, noticeKind, path))?.version, version)
      const [whole] = await wholeAt(ask, path)
      const [to, from] = await Promise.all([linkedTo(ask, id), linkedFrom(ask, id)])
      assert.equal(whole?.links.to.length, to.rows.length)
      assert.deepEqual(
        new Set(whole?.links.from.map((one) => `${one.entry} ${one.why}`)),
        new Set(from.rows.map((row) => `${row.id} ${row.why}`)),
      )
      const among = await entryAmong(ask, noticeKind, path, AROUND)
      assert.deepEqual(
        among?.from.map(({ title: end, why }) => `${end} ${why}`),
        to.rows.map((row) => `${row.title} ${row.why}`),
      )
      assert.equal(among?.to.length, from.rows.length)
      const counted = (await countsTo(ask, id)).reduce((sum, { count }) => sum + count, 0)
      assert.equal(counted, to.rows.length)
      const links = [
        ...to.rows.map((row) => `${row.id} > ${row.why} ${row.state}`),
        ...from.rows.map((row) => `< ${row.id} ${row.why} ${row.state}`),
      ]
      seen.set(id, { version, said: { path, title, content, state, publishedAt }, links: new Set(links) })
    }
    return seen
  }
}

type View = Awaited<ReturnType<Run['view']>>

/** A view without what was withdrawn since. */
const without = (view: View, gone: ReadonlySet<EntryId>): View =>
  new Map(
    [...view]
      .filter(([id]) => !gone.has(id))
      .map(([id, one]) => [
        id,
        {
          ...one,
          links: new Set(
            [...one.links].filter((joined) => ![...gone].some((other) => joined.includes(other))),
          ),
        },
      ]),
  )

const RUNS = Number(process.env['SHIREMOOT_RUNS'] ?? 12)

onEachServer((server) => {
  const record = oneRecord(async () => undefined, server)

  test('the past never changes but for what is withdrawn, whatever is published, joined and withdrawn after', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 14 }), async (acts) => {
        run += 1
        const things = new Run(record(), `Run ${run}`)
        await things.begin()
        const seen: { at: Instant; view: View; gone: Set<EntryId> }[] = []
        for (const one of acts) {
          await things.do(one)
          const at = await lastMoment(record().ask)
          assert.ok(at)
          if (one.act === 'withdraw') for (const { gone } of seen) gone.add(things.id(one.who))
          // An act that changed nothing public has no moment of its own.
          if (seen.at(-1)?.at !== at) seen.push({ at, view: await things.view(), gone: new Set() })
        }
        for (const { at, view, gone } of seen)
          assert.deepEqual(await things.view(at), without(view, gone), `as at ${at}`)
      }),
      { numRuns: RUNS },
    )
    await everyLeafHolds(record().ask)
  })
})
