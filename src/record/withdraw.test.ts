import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { onEachServer } from '../database/testing.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { entryAmong } from './among.ts'
import { revision } from './authority.ts'
import { draft } from './draft.ts'
import { countsOf, entriesOf, entryAt, movedFrom } from './entries.ts'
import { fileNamed, keepFile } from './file.ts'
import { contentOfLeaf, lastMoment, leavesOf, logSize } from './leaves.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { search } from './search.ts'
import { standingOf } from './standing.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'
import { countsTo, linkedFrom, linkedTo } from './thread.ts'
import { tombstoneAt, tombstones } from './tombstone.ts'
import { everyWhole, publishedPaths, wholeAt } from './whole.ts'
import { reinstate, type Withdrawal, type Withdrawn, withdraw } from './withdraw.ts'

const WITHDRAWAL: Withdrawal = {
  reason: 'personal-information',
  words: 'It named somebody who should not have been named.',
  keepTitle: true,
}

const withdrawing = (
  record: TestRecord,
  ids: EntryId[],
  change: Partial<Withdrawal> = {},
): Promise<Withdrawn> =>
  record.act((tx) => withdraw(tx, record.permits.withdraw, [noticeKind], ids, { ...WITHDRAWAL, ...change }))

/** An entry that moved and changed, joined to one that stays, both ways, with a file of its own and one that is shared. */
async function linked(
  record: TestRecord,
  folder: string,
): Promise<{ secret: EntryId; open: EntryId; own: string; shared: string }> {
  const keeping = (name: string): Promise<{ sha256: string }> =>
    record.act((tx) =>
      keepFile(
        tx,
        record.permits.bring,
        { name, mediaType: 'text/plain', bytes: Buffer.from(`Words of ${name}`) },
        folder,
      ),
    )
  const own = { name: 'own.txt', sha256: (await keeping('own.txt')).sha256 }
  const shared = { name: 'shared.txt', sha256: (await keeping('shared.txt')).sha256 }
  const words = { text: ['The zebra was seen.'], files: [own, shared] }
  const [open, secret] = await publishNotices(
    record,
    aNotice({ title: 'Open', files: [shared] }),
    aNotice({ title: 'Secret', path: '/old-secret', ...words }),
  )
  assert.ok(open && secret)
  await record.act(async (tx) => {
    await link(tx, record.permits.bring, { from: secret, to: open, kind: 'serves', why: 'zebra in both' })
    await link(tx, record.permits.bring, { from: open, to: secret, kind: 'answers', why: 'zebra asked' })
    await publish(tx, record.permits.publish, [noticeKind], [open, secret])
  })
  await publishNotices(record, aNotice({ title: 'Secret', ...words, text: ['The zebra was seen twice.'] }))
  return { secret, open, own: own.sha256, shared: shared.sha256 }
}

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows) found.push(row)
  return found
}

/** All that any public question answers, now or at a moment, as one text. */
async function everything(record: TestRecord, ids: EntryId[], at?: Instant): Promise<string> {
  const ask = at === undefined ? record.ask : { ...record.ask, at }
  const paths = ['/old-secret', '/notices/secret', '/notices/open']
  const around = {
    sameDay: ['notice'],
    from: { link: 'answers', kinds: ['notice'] },
    to: { link: 'answers' },
  } as const
  const leaves = await leavesOf(ask, 0, await logSize(record.ask))
  return JSON.stringify([
    await entriesOf(ask, noticeKind),
    await countsOf(ask, { kind: 'notice' }),
    await Promise.all(paths.map((path) => entryAt(ask, noticeKind, path))),
    await Promise.all(paths.map((path) => entryAmong(ask, noticeKind, path, around))),
    await Promise.all(paths.map((path) => movedFrom(ask, path))),
    await Promise.all(paths.map((path) => standingOf(ask, path))),
    await Promise.all(paths.map((path) => wholeAt(ask, path))),
    await Promise.all(
      ids.map((id) => Promise.all([linkedTo(ask, id), linkedFrom(ask, id), countsTo(ask, id)])),
    ),
    await all(everyWhole(ask)),
    await all(publishedPaths(ask)),
    at === undefined ? await search(ask, { words: 'zebra', page: 1 }) : [],
    await Promise.all(leaves.map(({ number }) => contentOfLeaf(ask, number))),
  ])
}

onEachServer((server) => {
  test('what is withdrawn leaves no trace in any public question, at any moment', async (t) => {
    const record = await aRecord(t, server)
    const folder = await mkdtemp(join(tmpdir(), 'shiremoot-withdraw-'))
    t.after(() => rm(folder, { recursive: true }))
    const { secret, open, own, shared } = await linked(record, folder)
    const size = await logSize(record.ask)
    const moments = (await leavesOf(record.ask, 0, size)).map(({ at }) => at)
    assert.match(await everything(record, [secret, open]), /zebra/)
    const before = await revision(record.ask)

    const outcome = await withdrawing(record, [secret])
    assert.deepEqual(outcome, {
      withdrawn: [secret],
      unchanged: [],
      left: [
        { path: '/notices/open', title: 'Open', kind: 'notice', link: 'answers' },
        { path: '/notices/open', title: 'Open', kind: 'notice', link: 'serves' },
      ],
      filesLeft: [{ name: 'shared.txt', sha256: shared }],
      naming: [],
    })
    assert.notEqual(await revision(record.ask), before)
    for (const at of [undefined, ...moments, await lastMoment(record.ask)]) {
      const found = await everything(record, [secret, open], at)
      assert.doesNotMatch(found, /zebra|[Ss]ecret/)
      assert.match(found, /Open/)
    }
    assert.equal(await fileNamed(record.ask, own, 'own.txt'), undefined)
    assert.ok(await fileNamed(record.ask, shared, 'shared.txt'))
    for (const table of ['entry_version', 'link', 'link_before', 'paragraph', 'authority_version'] as const) {
      const rows = JSON.stringify(await record.ask.db.selectFrom(`published.${table}`).selectAll().execute())
      assert.doesNotMatch(rows, /zebra|[Ss]ecret/, table)
    }
    const leaves = await leavesOf(record.ask, 0, await logSize(record.ask))
    assert.ok(
      leaves
        .filter(({ entry, act }) => entry === secret && act !== 'withdraw')
        .every(({ salt }) => salt === null),
    )
    const lists = leaves.filter(({ entry, act }) => entry === open && act === 'links')
    assert.deepEqual(
      lists.map(({ salt }) => salt !== null),
      [false, true],
      'the list that named it is withheld, and the one without it is public',
    )
    assert.equal(await contentOfLeaf(record.ask, lists.at(-1)?.number ?? -1), '[]')
  })

  test('a tombstone stands at every address it had, and says when, why and what', async (t) => {
    const record = await aRecord(t, server)
    const folder = await mkdtemp(join(tmpdir(), 'shiremoot-withdraw-'))
    t.after(() => rm(folder, { recursive: true }))
    const { secret } = await linked(record, folder)
    await withdrawing(record, [secret])
    const stone = await tombstoneAt(record.ask, '/notices/secret')
    assert.ok(stone)
    const { withdrawnAt, date: day, leaf, ...said } = stone
    assert.deepEqual(said, {
      id: secret,
      path: '/notices/secret',
      kind: 'notice',
      title: 'Secret',
      reason: 'personal-information',
      words: WITHDRAWAL.words,
      erasedAt: null,
    })
    assert.equal(withdrawnAt, await lastMoment(record.ask))
    assert.match(day, /^\d{4}-\d{2}-\d{2}$/)
    assert.equal(
      await contentOfLeaf(record.ask, leaf),
      `{"at":"${withdrawnAt}","reason":"personal-information","words":"${WITHDRAWAL.words}"}`,
    )
    assert.deepEqual(await tombstoneAt(record.ask, '/old-secret'), stone)
    assert.equal(await tombstoneAt(record.ask, '/notices/open'), undefined)
    assert.equal(await tombstoneAt({ ...record.ask, authority: 'elsewhere' }, '/old-secret'), undefined)
    assert.deepEqual((await tombstones(record.ask)).rows, [stone])
  })

  test('where the title had to go, no address tells of it, and the old ones are still answered', async (t) => {
    const record = await aRecord(t, server)
    const [id, other] = await publishNotices(record, aNotice({ title: 'Secret' }), aNotice({ title: 'Late' }))
    assert.ok(id && other)
    await withdrawing(record, [id], { keepTitle: false })
    const stone = await tombstoneAt(record.ask, '/notices/secret')
    assert.deepEqual([stone?.title, stone?.path], [null, `/withdrawn/${id}`])
    assert.deepEqual(await tombstoneAt(record.ask, `/withdrawn/${id}`), stone)
    await withdrawing(record, [other])
    assert.deepEqual((await withdrawing(record, [other], { keepTitle: false })).unchanged, [other])
    const listed = JSON.stringify(await record.ask.db.selectFrom('published.tombstone').selectAll().execute())
    assert.doesNotMatch(listed, /[Ss]ecret|Late|late/)
  })

  test('an import and a publication leave what was withdrawn withdrawn, until an act brings it back', async (t) => {
    const record = await aRecord(t, server)
    const [id] = await publishNotices(record, aNotice({ title: 'Roof', text: ['The zebra.'] }))
    assert.ok(id)
    const early = await lastMoment(record.ask)
    await withdrawing(record, [id])
    const withdrawnAt = await lastMoment(record.ask)
    const again = await record.act(async (tx) => {
      await draft(
        tx,
        record.permits.bring,
        noticeKind,
        'Roof',
        aNotice({ title: 'Roof', text: ['An ox.'] }),
        'x',
      )
      return await publish(tx, record.permits.publish, [noticeKind], [id])
    })
    assert.deepEqual(again, { published: [], unchanged: [], withdrawn: [id] })
    assert.equal(await entryAt(record.ask, noticeKind, '/notices/roof'), undefined)

    await record.act(async (tx) => {
      await reinstate(tx, record.permits.withdraw, [id], 'The court lifted its order')
      await publish(tx, record.permits.publish, [noticeKind], [id])
    })
    const found = await entryAt(record.ask, noticeKind, '/notices/roof')
    assert.deepEqual([found?.version, found?.content.text], [2, ['An ox.']])
    assert.equal(await tombstoneAt(record.ask, '/notices/roof'), undefined)
    assert.deepEqual((await tombstones(record.ask)).rows, [])
    const then = early === undefined ? record.ask : { ...record.ask, at: early }
    assert.equal(
      await entryAt(then, noticeKind, '/notices/roof'),
      undefined,
      'what it was before stays withdrawn',
    )
    assert.equal((await tombstoneAt(then, '/notices/roof'))?.withdrawnAt, withdrawnAt)
    await withdrawing(record, [id])
    assert.equal((await tombstones(record.ask)).rows.length, 1)
  })

  test('a list of what is withdrawn is read in parts, the latest first', async (t) => {
    const record = await aRecord(t, server)
    const titles = ['a', 'b', 'c', 'd', 'e']
    const ids = await publishNotices(record, ...titles.map((title) => aNotice({ title })))
    await withdrawing(record, ids)
    const first = await tombstones(record.ask, { limit: 3 })
    assert.ok(first.next)
    const rest = await tombstones(record.ask, { limit: 3, after: first.next })
    assert.equal(rest.next, null)
    assert.deepEqual([...first.rows, ...rest.rows], (await tombstones(record.ask)).rows)
    assert.equal((await tombstones(record.ask)).rows.length, 5)
  })

  test('a withdrawal without words, or of what is no entry of the authority, is a mistake', async (t) => {
    const record = await aRecord(t, server)
    const [id] = await publishNotices(record, aNotice({ title: 'Roof' }))
    assert.ok(id)
    await assert.rejects(withdrawing(record, [id], { words: ' ' }), /says in words why/)
    const elsewhere = { ...record.permits.withdraw, authority: 'elsewhere' }
    await assert.rejects(
      record.act((tx) => withdraw(tx, elsewhere, [noticeKind], [id], WITHDRAWAL)),
      /knows no authority/,
    )
    assert.ok(await entryAt(record.ask, noticeKind, '/notices/roof'))
  })
})
