/** What an office relies on when it publishes one file while others are drafts: nothing of those becomes public with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../database/testing.ts'
import type { EntryId } from '../lib/index.ts'
import { draft } from './draft.ts'
import { entryAt } from './entries.ts'
import type { Brought, Going } from './importer.ts'
import { link } from './link.ts'
import { publishBrought } from './publish-brought.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'
import { linkedFrom } from './thread.ts'

const entry = (id: EntryId, goes?: Going): Brought['entries'][number] => ({
  id,
  kind: 'notice',
  title: '',
  path: '',
  outcome: 'changed',
  goes,
})

const release = (record: TestRecord, brought: Partial<Pick<Brought, 'entries' | 'links'>>) =>
  record.act((tx) =>
    publishBrought(tx, record.permits.publish, [noticeKind], { entries: [], links: [], ...brought }),
  )

const redraft = (record: TestRecord, title: string, text: string) =>
  record.act((tx) =>
    draft(tx, record.permits.bring, noticeKind, title, aNotice({ title, text: [text] }), 'for a test'),
  )

onEachServer((server) => {
  test('an entry of another file follows where it is public, and stays a draft where it is not', async (t) => {
    const record = await aRecord(t, server)
    const [known] = await publishNotices(record, aNotice({ title: 'Known' }))
    assert.ok(known)
    await redraft(record, 'Known', 'Seen again.')
    const { id: unseen } = await redraft(record, 'Unseen', 'Not yet.')
    await release(record, { entries: [entry(known, 'where-public'), entry(unseen, 'where-public')] })
    const found = await entryAt(record.ask, noticeKind, '/notices/known')
    assert.deepEqual(found?.content.text, ['Seen again.'])
    assert.equal(await entryAt(record.ask, noticeKind, '/notices/unseen'), undefined)
    await release(record, { entries: [entry(unseen, 'where-public'), entry(unseen)] })
    assert.ok(await entryAt(record.ask, noticeKind, '/notices/unseen'), 'what the file brings itself goes')
  })

  test('an entry that waits keeps what readers have of it', async (t) => {
    const record = await aRecord(t, server)
    const [known] = await publishNotices(record, aNotice({ title: 'Known', text: ['As it was.'] }))
    assert.ok(known)
    await redraft(record, 'Known', 'A secret draft.')
    assert.deepEqual(await release(record, { entries: [entry(known, 'waits')] }), {
      published: [],
      unchanged: [],
      withdrawn: [],
    })
    const found = await entryAt(record.ask, noticeKind, '/notices/known')
    assert.deepEqual(found?.content.text, ['As it was.'])
  })

  test('a link drafted between public entries, and other words for one, wait for the file that says so', async (t) => {
    const record = await aRecord(t, server)
    const [from, to, other] = await publishNotices(
      record,
      ...['From', 'To', 'Other'].map((title) => aNotice({ title })),
    )
    assert.ok(from && to && other)
    const join = (end: EntryId, why: string) =>
      record.act((tx) => link(tx, record.permits.bring, { from, to: end, kind: 'serves', why }))
    const said = (end: EntryId): Brought['links'][number] => ({
      from: '',
      to: '',
      ends: { from, to: end },
      kind: 'serves',
      why: '',
      outcome: 'unchanged',
    })
    const shown = async (): Promise<string[]> =>
      (await linkedFrom(record.ask, from)).rows.map(({ why }) => why).toSorted()
    await join(to, 'as published')
    await release(record, { entries: [entry(from)], links: [said(to)] })
    await join(to, 'secret words of a draft')
    await join(other, 'a secret link')
    await redraft(record, 'To', 'Changed by another file.')
    await release(record, { entries: [entry(to), entry(other), entry(from)] })
    assert.deepEqual(await shown(), ['as published'])
    await release(record, { entries: [entry(from)], links: [said(to), said(other)] })
    assert.deepEqual(await shown(), ['a secret link', 'secret words of a draft'])
  })

  test('a link shows when an end that was missing becomes public, whichever file brings that', async (t) => {
    const record = await aRecord(t, server)
    const [from] = await publishNotices(record, aNotice({ title: 'From' }))
    assert.ok(from)
    const { id: to } = await redraft(record, 'To', 'Later.')
    await record.act((tx) => link(tx, record.permits.bring, { from, to, kind: 'serves', why: 'both' }))
    await release(record, { entries: [entry(to)] })
    assert.equal((await linkedFrom(record.ask, from)).rows.length, 1)
  })
})
