/** What an installation keeps that published before the record had moments. */
import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { connect, type Kysely, type Logins, migrate, sql } from '../database/index.ts'
import { type Ending, onEachServer } from '../database/testing.ts'
import { operatorPermits } from '../identity/index.ts'
import { type EntryId, isRefusal, newId } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { canonical, contentHash } from './canonical.ts'
import { contentOfLeaf, lastMoment, leavesOf, logSize } from './leaves.ts'
import { commitment, leafBytes, leafHash } from './log.ts'
import { publish } from './publish.ts'
import type { RecordTables } from './tables.ts'
import { aNotice, everyLeafHolds, noticeKind } from './testing.ts'
import { linkedFrom } from './thread.ts'
import { inAct } from './transaction.ts'
import { wholeAt } from './whole.ts'

const MIGRATIONS = join(import.meta.dirname, '../database/migrations')

/** A database as the first four migrations left it. */
async function older(logins: Logins, ending: Ending): Promise<Kysely<RecordTables>> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  ending.after(() => rm(folder, { recursive: true }))
  await cp(MIGRATIONS, folder, { recursive: true })
  for (const name of await readdir(folder)) if (name > '0005') await rm(join(folder, name))
  assert.ok(!isRefusal(await migrate(logins, folder)))
  return connect<RecordTables>(logins.application, { connections: 2, letsProcessEnd: true })
}

const notice = (title: string): ReturnType<typeof aNotice> =>
  aNotice({ title, text: ['First words.', 'Second words.'] })

/** Publishes a notice by the statements that did so then; its leaf is the one numbered `number`. */
async function publishThen(db: Kysely<RecordTables>, title: string, number: number): Promise<EntryId> {
  const id = newId()
  const { paragraphs, outline: _none, ...shown } = noticeKind.publish(notice(title))
  const hash = contentHash(canonical({ ...shown, kind: 'notice', paragraphs, files: [] }))
  const salt = Buffer.alloc(32, number + 1)
  const leaf = leafBytes({ entry: id, version: 1, act: 'publish', commitment: commitment(salt, hash) })
  await db.transaction().execute(async (tx) => {
    await sql`insert into record.entry (id, authority, kind, key, title, path, working, state, version) values
      (${id}, 'anyshire', 'notice', ${title}, ${title}, ${shown.path}, ${canonical(notice(title))}, 'published', 1)`.execute(
      tx,
    )
    await sql`insert into record.history (authority, entry, act, by, why)
      values ('anyshire', ${id}, 'publish', 'x', 'x')`.execute(tx)
    await sql`insert into published.entry_version
        (entry, version, authority, kind, path, title, summary, content, content_hash)
      values (${id}, 1, 'anyshire', 'notice', ${shown.path}, ${title}, '', ${canonical(shown.content)}, ${hash})`.execute(
      tx,
    )
    const all = [{ anchor: '', number: null, text: '' }, ...paragraphs]
    for (const [position, one] of all.entries())
      await sql`insert into published.paragraph (authority, entry, position, anchor, number, title, text)
        values ('anyshire', ${id}, ${position}, ${one.anchor}, ${one.number}, ${title}, ${one.text})`.execute(
        tx,
      )
    await sql`insert into record.log_leaf (authority, number, entry, version, act, leaf, hash)
      values ('anyshire', ${number}, ${id}, 1, 'publish', ${leaf}, ${leafHash(leaf)})`.execute(tx)
    await sql`insert into record.log_salt values ('anyshire', ${number}, ${salt})`.execute(tx)
    await sql`update record.log_size set size = size + 1`.execute(tx)
  })
  return id
}

/** An authority with two notices, joined, as they stood before. */
async function publishedBefore(db: Kysely<RecordTables>): Promise<[EntryId, EntryId]> {
  await db.transaction().execute(async (tx) => {
    await sql`insert into record.authority (id, site) values ('anyshire', '{}')`.execute(tx)
    await sql`insert into record.history (authority, act, by, why)
      values ('anyshire', 'describe', 'x', 'x')`.execute(tx)
    await sql`insert into record.log_size (authority) values ('anyshire')`.execute(tx)
    await sql`insert into published.authority (id, site) values ('anyshire', '{}')`.execute(tx)
  })
  const one = await publishThen(db, 'One', 0)
  const other = await publishThen(db, 'Other', 1)
  await db.transaction().execute(async (tx) => {
    await sql`insert into record.link (authority, from_entry, to_entry, kind, why)
      values ('anyshire', ${one}, ${other}, 'serves', 'both')`.execute(tx)
    await sql`insert into record.history (authority, entry, act, by, why, link_to, link_kind)
      values ('anyshire', ${one}, 'link', 'x', 'x', ${other}, 'serves')`.execute(tx)
    await sql`insert into published.link
        (authority, from_entry, to_entry, kind, why, from_kind, from_date, to_kind, to_date)
      values ('anyshire', ${one}, ${other}, 'serves', 'both', 'notice', '-infinity', 'notice', '-infinity')`.execute(
      tx,
    )
  })
  return [one, other]
}

onEachServer((server) => {
  test('a record of before keeps its log, its links and its paragraphs, and says honestly what it cannot show', async (t) => {
    const logins = await server.emptyDatabase(t)
    const db = await older(logins, t)
    const [one, other] = await publishedBefore(db)
    await db.destroy()
    const migrated = await migrate(logins)
    assert.ok(!isRefusal(migrated))
    assert.deepEqual(migrated.applied.slice(0, 1), ['0005-any-moment.sql'])

    const published: PublicRecord['db'] = connect(logins.public, { connections: 2, letsProcessEnd: true })
    const ask: PublicRecord = { db: published, authority: 'anyshire' }
    assert.equal(await logSize(ask), 2)
    assert.equal(await contentOfLeaf(ask, 0), null, 'what files it named was not kept')
    const [whole] = await wholeAt(ask, '/notices/one')
    assert.deepEqual(
      [whole?.paragraphs?.map(({ text }) => text), whole?.files],
      [['First words.', 'Second words.'], null],
    )
    const at = await lastMoment(ask)
    assert.ok(at)
    const then = { ...ask, at }
    assert.equal((await linkedFrom(then, one)).rows[0]?.id, other)
    assert.equal((await wholeAt(then, '/notices/one')).length, 1, 'the last moment holds all that was public')

    const app = connect<RecordTables>(logins.application, { connections: 2, letsProcessEnd: true })
    const permits = operatorPermits('anyshire')
    const again = await inAct(app, (tx) => publish(tx, permits.publish, [noticeKind], [one, other]))
    assert.deepEqual(again, { published: [], unchanged: [one, other], withdrawn: [] })
    assert.deepEqual(
      (await leavesOf(ask, 0, 9)).map(({ act }) => act),
      ['publish', 'publish'],
    )
    await everyLeafHolds(ask)
    assert.match((await contentOfLeaf(ask, 0)) ?? '', /First words/, 'publishing it again made it whole')
    await Promise.all([app.destroy(), published.destroy()])
  })
})
