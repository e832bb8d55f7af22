import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '../database/index.ts'
import { onEachServer } from '../database/testing.ts'
import type { EntryId } from '../lib/index.ts'
import { draft, workingCopies, workingCopy } from './draft.ts'
import { link, unlink } from './link.ts'
import { aNotice, aRecord, type Notice, noteKind, noticeKind, type TestRecord } from './testing.ts'

const drafting = (record: TestRecord, key: string, working: Notice): ReturnType<typeof draft> =>
  record.act((tx) => draft(tx, record.permits.bring, noticeKind, key, working, 'from the board'))

async function historyOf(record: TestRecord, id: EntryId): Promise<unknown[]> {
  const { rows } = await sql`
    select act, by, why, changed from record.history where entry = ${id} order by number`.execute(record.db)
  return rows
}

onEachServer((server) => {
  test('the same working copy drafted twice changes nothing and leaves one line of history', async (t) => {
    const record = await aRecord(t, server)
    const first = await drafting(record, 'a', aNotice({ title: 'Roof closed' }))
    const second = await drafting(record, 'a', aNotice({ title: 'Roof closed' }))
    assert.deepEqual([first.outcome, second.outcome], ['created', 'unchanged'])
    assert.equal(second.id, first.id)
    assert.deepEqual(await historyOf(record, first.id), [
      { act: 'draft', by: 'A. Tester, policy officer', why: 'from the board', changed: null },
    ])
  })

  test('history says which fields of a working copy changed, and what stood there before', async (t) => {
    const record = await aRecord(t, server)
    const { id } = await drafting(record, 'a', aNotice({ title: 'Roof closed', text: ['one'] }))
    const changed = await drafting(
      record,
      'a',
      aNotice({ title: 'Roof open', path: '/notices/roof-closed', text: ['one'], state: 'done' }),
    )
    assert.deepEqual(changed, { id, outcome: 'changed' })
    const [, last] = await historyOf(record, id)
    assert.deepEqual(last, {
      act: 'draft',
      by: 'A. Tester, policy officer',
      why: 'from the board',
      changed: { fields: ['state', 'title'], before: { state: null, title: 'Roof closed' } },
    })
  })

  test('a working copy is found again by its key, within its kind and authority', async (t) => {
    const record = await aRecord(t, server)
    const { id } = await drafting(
      record,
      'a',
      aNotice({ title: 'Roof closed', secret: 'the key is under the mat' }),
    )
    await record.act(async (tx) => {
      const found = await workingCopy(tx, record.authority, noticeKind, 'a')
      assert.equal(found?.id, id)
      assert.equal(found?.published, false)
      assert.equal(found?.working.secret, 'the key is under the mat')
      assert.equal(await workingCopy(tx, record.authority, noteKind, 'a'), undefined)
      assert.equal(await workingCopy(tx, 'elsewhere', noticeKind, 'a'), undefined)
      assert.equal(await workingCopy(tx, record.authority, noticeKind, 'b'), undefined)
    })
  })

  test('working copies are listed by the beginning of their keys, in the order of the keys', async (t) => {
    const record = await aRecord(t, server)
    for (const key of ['panel/2019/b', 'panel/2019/a', 'panel/2020/a', 'panel%', 'board/2019/a']) {
      await drafting(record, key, aNotice({ title: key }))
    }
    await record.act(async (tx) => {
      const keys = async (prefix?: string): Promise<string[]> =>
        (await workingCopies(tx, record.authority, noticeKind, prefix)).map((copy) => copy.key)
      assert.deepEqual(await keys('panel/2019/'), ['panel/2019/a', 'panel/2019/b'])
      assert.deepEqual(await keys('panel%'), ['panel%'])
      assert.deepEqual(await keys(), [
        'board/2019/a',
        'panel%',
        'panel/2019/a',
        'panel/2019/b',
        'panel/2020/a',
      ])
    })
  })

  test('a working copy that its kind cannot read back is thrown out before anything is stored', async (t) => {
    const record = await aRecord(t, server)
    const strict = {
      ...noticeKind,
      parse: (stored: unknown): Notice => {
        throw new Error(`not a notice: ${typeof stored}`)
      },
    }
    await assert.rejects(
      record.act((tx) => draft(tx, record.permits.bring, strict, 'a', aNotice({ title: 'x' }), 'x')),
      /not a notice/,
    )
    const { rows } = await sql`select from record.entry`.execute(record.db)
    assert.equal(rows.length, 0)
  })

  test('characters that PostgreSQL cannot keep become the sign for what cannot be read', async (t) => {
    const record = await aRecord(t, server)
    const working = aNotice({ title: 'Nul \u0000 and half \ud800', path: '/notices/odd' })
    const first = await drafting(record, 'odd \u0000', working)
    const again = await drafting(record, 'odd \u0000', working)
    assert.deepEqual([first.outcome, again.outcome], ['created', 'unchanged'])
    const found = await record.act((tx) => workingCopy(tx, record.authority, noticeKind, 'odd \u0000'))
    assert.equal(found?.working.title, 'Nul \uFFFD and half \uFFFD')
  })

  test('two imports of the same new thing at once make one entry', async (t) => {
    const record = await aRecord(t, server)
    const made = await Promise.all(
      [1, 2, 3].map(() => drafting(record, 'a', aNotice({ title: 'Roof closed' }))),
    )
    assert.equal(new Set(made.map((one) => one.id)).size, 1)
    assert.deepEqual(made.map((one) => one.outcome).toSorted(), ['created', 'unchanged', 'unchanged'])
  })

  test('a link is made once, may get another reason, and each step stands in the history', async (t) => {
    const record = await aRecord(t, server)
    const from = (await drafting(record, 'a', aNotice({ title: 'a' }))).id
    const to = (await drafting(record, 'b', aNotice({ title: 'b' }))).id
    const joining = (why: string): ReturnType<typeof link> =>
      record.act((tx) => link(tx, record.permits.bring, { from, to, kind: 'serves', why }))
    assert.equal(await joining('both speak of roofs'), 'created')
    assert.equal(await joining('both speak of roofs'), 'unchanged')
    assert.equal(await joining('both speak of gutters'), 'changed')
    const parting = (): ReturnType<typeof unlink> =>
      record.act((tx) => unlink(tx, record.permits.bring, { from, to, kind: 'serves', why: 'not so' }))
    assert.equal(await parting(), 'removed')
    assert.equal(await parting(), 'unchanged')
    const { rows } = await sql`
    select act, why, changed, link_to from record.history where link_kind = 'serves' order by number`.execute(
      record.db,
    )
    assert.deepEqual(rows, [
      { act: 'link', why: 'both speak of roofs', changed: null, link_to: to },
      {
        act: 'link',
        why: 'both speak of gutters',
        changed: { before: { why: 'both speak of roofs', place: null } },
        link_to: to,
      },
      {
        act: 'unlink',
        why: 'not so',
        changed: { before: { why: 'both speak of gutters', place: null } },
        link_to: to,
      },
    ])
  })

  test('entries of two authorities cannot be joined', async (t) => {
    const record = await aRecord(t, server)
    const from = (await drafting(record, 'a', aNotice({ title: 'a' }))).id
    const stranger: EntryId = (await drafting(record, 'b', aNotice({ title: 'b' }))).id
    const elsewhere = { ...record.permits.bring, authority: 'elsewhere' }
    await assert.rejects(
      record.act((tx) => link(tx, elsewhere, { from, to: stranger, kind: 'serves', why: 'x' })),
      /foreign key/,
    )
  })
})
