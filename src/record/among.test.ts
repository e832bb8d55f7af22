import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../database/testing.ts'
import { date } from '../lib/index.ts'
import { entryAmong, type Outlined } from './among.ts'
import { draft } from './draft.ts'
import { entryAt } from './entries.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { aNotice, aRecord, type Notice, noticeKind, publishNotices, type TestRecord } from './testing.ts'

/** A kind of which other pages show the first line. */
const bulletinKind: typeof noticeKind = {
  ...noticeKind,
  name: 'bulletin',
  publish: (working) => ({ ...noticeKind.publish(working), outline: { text: working.text.slice(0, 1) } }),
}

type OfDay = Outlined<'notice', { text: string[] }>

const AROUND = {
  sameDay: ['notice'],
  from: { link: 'part-of', kinds: ['notice'] },
  to: { link: 'lacks' },
} as const

const among = (record: TestRecord, path: string) =>
  entryAmong<{ text: string[] }, OfDay>(record.ask, noticeKind, path, AROUND)

const DAY = date('2019-09-24')

const twoLines = (title: string): Notice =>
  aNotice({ title, day: DAY, body: '/bodies/parish', text: ['first', 'second'] })

onEachServer((server) => {
  test('an entry comes with what is of its body and day, and with both ends of its links, and with no more', async (t) => {
    const record = await aRecord(t, server)
    const [fair, older, newer, stall] = await publishNotices(
      record,
      aNotice({ title: 'Fair', day: DAY, body: '/bodies/parish', text: ['all day'] }),
      aNotice({ title: 'Older part', day: date('2019-01-01') }),
      aNotice({ title: 'Newer part', day: date('2019-05-01') }),
      aNotice({ title: 'Stall' }),
      aNotice({ title: 'Same day', day: DAY, body: '/bodies/parish', text: ['too'] }),
      aNotice({ title: 'Other body', day: DAY, body: '/bodies/county' }),
      aNotice({ title: 'Other day', day: date('2019-09-25'), body: '/bodies/parish' }),
    )
    assert.ok(fair && older && newer && stall)
    await record.act(async (tx) => {
      for (const from of [older, newer])
        await link(tx, record.permits.bring, { from, to: fair, kind: 'part-of', why: 'for a test' })
      await link(tx, record.permits.bring, { from: stall, to: fair, kind: 'serves', why: 'for a test' })
      await link(tx, record.permits.bring, { from: fair, to: stall, kind: 'lacks', why: 'no stall' })
      await publish(tx, record.permits.publish, [noticeKind], [fair])
    })
    const found = await among(record, '/notices/fair')
    assert.ok(found)
    assert.deepEqual([found.entry.title, found.entry.content], ['Fair', { text: ['all day'] }])
    assert.deepEqual(
      new Map(found.sameDay.map(({ title, content }) => [title, content.text])),
      new Map([
        ['Fair', ['all day']],
        ['Same day', ['too']],
      ]),
    )
    assert.deepEqual(
      found.from.map(({ title, path }) => [title, path]),
      [
        ['Newer part', '/notices/newer-part'],
        ['Older part', '/notices/older-part'],
      ],
    )
    assert.deepEqual(
      found.to.map(({ title, why }) => [title, why]),
      [['Stall', 'no stall']],
    )
    assert.equal(await among(record, '/notices/none'), undefined)
  })

  test('other pages get the outline of an entry, and its content where it was published without one', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, twoLines('Without'))
    await record.act(async (tx) => {
      const { id } = await draft(tx, record.permits.bring, bulletinKind, 'b', twoLines('With'), 'for a test')
      await publish(tx, record.permits.publish, [bulletinKind], [id])
    })
    const found = await entryAmong<unknown, Outlined<string, { text: string[] }>>(
      record.ask,
      noticeKind,
      '/notices/without',
      { ...AROUND, sameDay: ['notice', 'bulletin'] },
    )
    assert.deepEqual(
      new Map(found?.sameDay.map(({ title, content }) => [title, content.text])),
      new Map([
        ['With', ['first']],
        ['Without', ['first', 'second']],
      ]),
    )
    const whole = await entryAt(record.ask, bulletinKind, '/notices/with')
    assert.deepEqual(whole?.content, { text: ['first', 'second'] }, 'its own page has it whole')
  })
})
