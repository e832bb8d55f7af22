/** A long thread, read part by part. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../../database/testing.ts'
import { addDays, date } from '../../lib/index.ts'
import { draft, link, publish } from '../../record/index.ts'
import { aNotice, noticeKind } from '../../record/testing.ts'
import { prioritiesOn } from './priorities-on.ts'
import { kinds } from './published.ts'
import { ENTRIES_A_PAGE, threadOf } from './reads.ts'
import { aPlanReading, aPlanRecord, type PlanRecord } from './testing.ts'
import { countShown, cursorFrom, cursorText, SHOWS } from './thread.ts'

const TODAY = date('2019-06-01')
const ENTRIES = 120

/** Publishes notices that serve the priority on organised crime, three a day. */
async function withNotices({ act, permits, authority }: PlanRecord): Promise<void> {
  await act(async (tx) => {
    const [priority] = (await prioritiesOn(tx, authority, TODAY)).filter(({ title }) =>
      title.includes('county'),
    )
    if (!priority) throw new Error('The plan of the test has no such priority')
    const ids = []
    for (let number = 0; number < ENTRIES; number += 1) {
      const day = addDays(date('2018-01-01'), Math.floor(number / 3))
      const notice = aNotice({ title: `Notice ${number}`, path: `/notices/${number}`, day })
      const { id } = await draft(tx, permits.bring, noticeKind, `notice-${number}`, notice, 'A test')
      await link(tx, permits.bring, { from: id, to: priority.id, kind: 'serves', why: 'A test' })
      ids.push(id)
    }
    await publish(tx, permits.publish, [...kinds, noticeKind], ids)
  })
}

onEachServer((server) => {
  test('every entry of a long thread is met once, newest first, part after part', async (t) => {
    const record = await aPlanRecord(t, server)
    await record.bring(aPlanReading(), 'the plan of 2017')
    await withNotices(record)
    const met: string[] = []
    const days: (string | null)[] = []
    let after: ReturnType<typeof cursorFrom> | null = null
    let parts = 0
    do {
      const answer = await threadOf(record.ask, {
        plan: 'safer-anyshire-2017',
        priority: 'combat-organised-crime-and-county-lines',
        show: SHOWS[0],
        after: after ?? null,
        today: TODAY,
      })
      assert.ok(answer)
      assert.equal(countShown(answer.counts, SHOWS[0]), ENTRIES)
      assert.ok(answer.entries.rows.length <= ENTRIES_A_PAGE + 1)
      met.push(...answer.entries.rows.map(({ title }) => title))
      days.push(...answer.entries.rows.map(({ date: day }) => day))
      after = answer.entries.next === null ? null : cursorFrom(cursorText(answer.entries.next))
      parts += 1
    } while (after !== null && after !== undefined && parts < 10)
    assert.equal(met.length, ENTRIES)
    assert.equal(new Set(met).size, ENTRIES)
    for (const [index, day] of days.entries())
      assert.ok(index === 0 || (days[index - 1] ?? '') >= (day ?? ''))
    assert.equal(parts, 3)
  })

  test('narrowing a thread shows only what it names', async (t) => {
    const record = await aPlanRecord(t, server)
    await record.bring(aPlanReading(), 'the plan of 2017')
    await withNotices(record)
    const answer = await threadOf(record.ask, {
      plan: 'safer-anyshire-2017',
      priority: 'combat-organised-crime-and-county-lines',
      show: SHOWS[2],
      after: null,
      today: TODAY,
    })
    assert.deepEqual(answer?.entries.rows, [])
    assert.equal(answer && countShown(answer.counts, SHOWS[0]), ENTRIES)
  })
})
