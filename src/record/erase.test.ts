import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { connect, sql } from '../database/index.ts'
import { type Ending, onEachServer } from '../database/testing.ts'
import { type EntryId, isRefusal } from '../lib/index.ts'
import { canonical, contentHash } from './canonical.ts'
import { draft, workingCopies, workingCopy } from './draft.ts'
import { entryAt } from './entries.ts'
import { eraseWithdrawn } from './erase.ts'
import { removeErasedFiles } from './erase-files.ts'
import { keepFile } from './file.ts'
import { contentOfLeaf, leavesOf, logSize } from './leaves.ts'
import { link } from './link.ts'
import { leafHash } from './log.ts'
import { publish } from './publish.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'
import { tombstoneAt } from './tombstone.ts'
import { reinstate, withdraw } from './withdraw.ts'

const WITHDRAWAL = { reason: 'court-order', words: 'A court ordered it.', keepTitle: false } as const

async function aFolder(ending: Ending): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiremoot-erase-'))
  ending.after(() => rm(folder, { recursive: true }))
  return folder
}

const withdrawing = (record: TestRecord, ids: EntryId[]): Promise<unknown> =>
  record.act((tx) => withdraw(tx, record.permits.withdraw, [noticeKind], ids, WITHDRAWAL))

const erasing = (record: TestRecord, ids: EntryId[]): ReturnType<typeof eraseWithdrawn> =>
  record.act((tx) => eraseWithdrawn(tx, record.permits.erase, ids))

const zebra = { title: 'Zebra found', text: ['The zebra was seen.'], secret: 'zebra keeper' }

/** A notice published twice, with a file, and joined both ways to one that stays; and what anyone would have guessed. */
async function zebraPublished(
  record: TestRecord,
  folder: string,
): Promise<{ id: EntryId; open: EntryId; sha256: string }> {
  const bytes = Buffer.from('A zebra, at length')
  const { sha256 } = await record.act((tx) =>
    keepFile(tx, record.permits.bring, { name: 'zebra.txt', mediaType: 'text/plain', bytes }, folder),
  )
  const files = [{ name: 'zebra.txt', sha256 }]
  const [id, open] = await publishNotices(
    record,
    aNotice({ ...zebra, text: ['A zebra?'], files }),
    aNotice({ title: 'Open' }),
  )
  assert.ok(id && open)
  await record.act(async (tx) => {
    await link(tx, record.permits.bring, { from: id, to: open, kind: 'serves', why: 'both speak of a zebra' })
    await link(tx, record.permits.bring, { from: open, to: id, kind: 'answers', why: 'zebra asked for' })
    await link(tx, record.permits.bring, { from: open, to: id, kind: 'answers', why: 'zebra wanted' })
    await publish(tx, record.permits.publish, [noticeKind], [id, open])
  })
  await publishNotices(record, aNotice({ ...zebra, files }))
  await record.act((tx) =>
    draft(
      tx,
      record.permits.bring,
      noticeKind,
      'Zebra found',
      aNotice({ ...zebra, text: ['Gone'] }),
      'Read in zebra.txt',
    ),
  )
  return { id, open, sha256 }
}

/** Everything that the database holds, as one text: every row of every table, with bytes in hexadecimal digits. */
async function dump(record: TestRecord): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname in ('record', 'published')`.execute(
    record.db,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql
        .raw<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)
        .execute(record.db)
      return rows.map(({ row }) => `${name} ${row}`)
    }),
  )
  return texts.flat().join('\n')
}

onEachServer((server) => {
  test('no guess at what was erased can be confirmed by anything that is left', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id, open, sha256 } = await zebraPublished(record, folder)
    const guess = await contentOfLeaf(
      record.ask,
      (await leavesOf(record.ask, 0, await logSize(record.ask))).findLast(
        ({ entry, act }) => entry === id && act === 'publish',
      )?.number ?? -1,
    )
    assert.match(guess ?? '', /The zebra was seen/)
    const { rows: salts } = await sql<{ salt: Buffer }>`
      select s.salt from published.log_leaf l join published.log_salt s using (authority, number)
      where l.entry = ${id} or (l.act = 'links' and l.entry = ${open})`.execute(record.db)
    assert.ok(salts.length >= 4)
    await withdrawing(record, [id])
    const stored = await dump(record)
    assert.match(stored, /The zebra was seen/, 'what is withdrawn is kept, out of reach of the public')
    const traces = [
      ...salts.map(({ salt }) => salt),
      contentHash(guess ?? ''),
      createHash('sha256').update('/notices/zebra-found').digest(),
      Buffer.from(sha256, 'hex'),
    ]
    for (const trace of traces) assert.ok(stored.includes(trace.toString('hex')))
    assert.deepEqual(await erasing(record, [id]), { erased: [id], filesKept: [] })
    assert.equal(await removeErasedFiles(record.db, record.authority, folder), 1)

    const left = await dump(record)
    const mentions = left.split('\n').filter((line) => /zebra/i.test(line))
    assert.ok(
      mentions.every((line) => line.startsWith('record.entry ')),
      mentions.join('\n'),
    )
    assert.deepEqual(
      mentions.map((line) => /"key": "([^"]*)"/.exec(line)?.[1]),
      ['Zebra found'],
      'what an import would know it by stays, so that no import brings it back',
    )
    for (const trace of traces) assert.ok(!left.includes(trace.toString('hex')))
    assert.deepEqual(
      (await readdir(folder, { recursive: true })).filter((name) => name.includes('/')),
      [],
    )
  })

  test('the log keeps its leaves, and each still has the hash it had', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id } = await zebraPublished(record, folder)
    const before = await leavesOf(record.ask, 0, await logSize(record.ask))
    await withdrawing(record, [id])
    await erasing(record, [id])
    const after = await leavesOf(record.ask, 0, await logSize(record.ask))
    assert.deepEqual(
      after.slice(0, before.length).map(({ salt: _salt, ...leaf }) => leaf),
      before.map(({ salt: _salt, ...leaf }) => leaf),
    )
    assert.ok(after.every(({ leaf, hash }) => leafHash(leaf).equals(hash)))
    const [erasure] = after.filter(({ act }) => act === 'erase')
    assert.ok(erasure)
    const stone = await tombstoneAt(record.ask, `/withdrawn/${id}`)
    assert.equal(erasure.at, stone?.erasedAt)
    assert.equal(
      await contentOfLeaf(record.ask, erasure.number),
      canonical({ at: erasure.at, reason: 'court-order', words: 'A court ordered it.' }),
    )
  })

  test('only what is withdrawn can be erased, and only once', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id } = await zebraPublished(record, folder)
    const refused = await erasing(record, [id])
    assert.ok(isRefusal(refused))
    assert.equal(refused.code, 'not-withdrawn')
    assert.match(refused.message, /\/notices\/zebra-found is not withdrawn/)
    await withdrawing(record, [id])
    await erasing(record, [id])
    const size = await logSize(record.ask)
    assert.deepEqual(await erasing(record, [id]), { erased: [], filesKept: [] })
    assert.equal(await logSize(record.ask), size)
  })

  test('a file that something else names is kept when what it came with is erased', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id, sha256 } = await zebraPublished(record, folder)
    const files = [{ name: 'zebra.txt', sha256 }]
    await publishNotices(record, aNotice({ title: 'Also', files }))
    await withdrawing(record, [id])
    assert.deepEqual(await erasing(record, [id]), { erased: [id], filesKept: [sha256] })
    assert.equal(await removeErasedFiles(record.db, record.authority, folder), 0)
    assert.equal((await readdir(folder, { recursive: true })).filter((name) => name.includes('/')).length, 1)
  })

  test('an import brings nothing of it back, until an act allows it', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id, open } = await zebraPublished(record, folder)
    await withdrawing(record, [id])
    await erasing(record, [id])
    const importing = (): Promise<unknown> =>
      record.act(async (tx) => {
        const known = await workingCopy(tx, record.authority, noticeKind, zebra.title)
        const { outcome } = await draft(
          tx,
          record.permits.bring,
          noticeKind,
          zebra.title,
          aNotice(zebra),
          'x',
        )
        const again = { from: open, to: id, kind: 'answers', why: 'zebra again' } as const
        const { length } = await workingCopies(tx, record.authority, noticeKind)
        return [known, outcome, await link(tx, record.permits.bring, again), length]
      })
    assert.deepEqual(await importing(), [undefined, 'unchanged', 'unchanged', 1])
    assert.ok(!(await dump(record)).includes('zebra again'))
    await record.act((tx) => reinstate(tx, record.permits.withdraw, [id], 'It may be said again'))
    assert.deepEqual(await importing(), [undefined, 'changed', 'created', 2])
    await record.act((tx) => publish(tx, record.permits.publish, [noticeKind], [id]))
    assert.equal((await entryAt(record.ask, noticeKind, '/notices/zebra-found'))?.version, 3)
  })

  test('history may lose nothing but the values of what is being erased', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const { id, open } = await zebraPublished(record, folder)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    const attempts = [
      `update record.history set changed = null`,
      `update record.history set changed = null where entry = '${id}'`,
      `update record.history set why = 'Erased' where link_to = '${id}'`,
    ]
    for (const attempt of attempts) await assert.rejects(sql.raw(attempt).execute(db), /only ever added to/)
    await assert.rejects(sql`update record.history set by = 'x'`.execute(db), /permission denied/)
    await withdrawing(record, [id])
    const line = `insert into record.history (authority, entry, act, by, why)
      values ('anyshire', '${id}', 'erase', 'x', 'x');`
    const refused = [
      `update record.history set changed = null where entry = '${open}' and link_to is null`,
      `update record.history set changed = '{}' where entry = '${id}'`,
      `update record.history set changed = null, why = 'x' where entry = '${id}'`,
      `update record.history set changed = null, why = 'Erased' where entry = '${id}' and link_to is null`,
    ]
    for (const attempt of refused) {
      await assert.rejects(
        db.transaction().execute(async (tx) => {
          await sql.raw(line + attempt).execute(tx)
        }),
        /only ever added to/,
        attempt,
      )
    }
    await erasing(record, [id])
    const { rows } = await sql<{ changed: unknown; by: string }>`
      select changed, by from record.history where entry = ${id}`.execute(record.db)
    assert.ok(rows.length > 4)
    assert.ok(rows.every(({ changed, by }) => changed === null && by === 'A. Tester, policy officer'))
  })
})
