import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, type Kysely, sql } from '../database/index.ts'
import { onEachServer } from '../database/testing.ts'
import type { EntryId } from '../lib/index.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'
import { withdraw } from './withdraw.ts'

const WITHDRAWAL = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: true } as const

/** Two entries joined, of which one was published twice; and the application's login, alone. */
async function joined(record: TestRecord): Promise<{ one: EntryId; other: EntryId; db: Kysely<unknown> }> {
  const [one, other] = await publishNotices(record, aNotice({ title: 'One' }), aNotice({ title: 'Other' }))
  assert.ok(one && other)
  await record.act(async (tx) => {
    await link(tx, record.permits.bring, { from: one, to: other, kind: 'serves', why: 'both are notices' })
    await publish(tx, record.permits.publish, [noticeKind], [one])
  })
  await publishNotices(record, aNotice({ title: 'One', text: ['more'], state: 'done' }))
  const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
  return { one, other, db }
}

/** Every statement is refused with these words, each in a transaction of its own that begins with `before`. */
async function refused(db: Kysely<unknown>, statements: string[], words: RegExp, before = ''): Promise<void> {
  for (const statement of statements) {
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await sql.raw(before + statement).execute(tx)
      }),
      words,
      statement,
    )
  }
}

/** What an act of withdrawal or erasure writes first. */
const beginning = (act: string, id: EntryId): string =>
  `update record.entry set state = 'withdrawn' where id = '${id}';
   insert into record.history (authority, entry, act, by, why) values ('anyshire', '${id}', '${act}', 'x', 'x');`

const withdrawing = (record: TestRecord, id: EntryId): Promise<unknown> =>
  record.act((tx) => withdraw(tx, record.permits.withdraw, [noticeKind], [id], WITHDRAWAL))

onEachServer((server) => {
  test('what was published cannot be removed but by the withdrawal of that entry', async (t) => {
    const record = await aRecord(t, server)
    const { one, other, db } = await joined(record)
    const removals = [
      `delete from published.entry_version where entry = '${one}'`,
      `delete from published.link_before where from_entry = '${one}'`,
      'truncate published.entry_version',
      'truncate published.link_before',
      'truncate record.withdrawn_version',
    ]
    const words = /loses nothing but what is withdrawn or erased in the same transaction/
    await refused(db, removals, words)
    await refused(db, removals.slice(0, 1), words, beginning('erase', one))
    await refused(db, removals.slice(0, 1), words, beginning('withdraw', other))
    const onlySaid = beginning('withdraw', one).replace(/^[^;]*;/, '')
    await refused(db, removals.slice(0, 2), words, onlySaid)
    // The act of an earlier transaction excuses nothing.
    await withdrawing(record, other)
    await refused(db, removals.slice(0, 1), words)
    const { rows } = await sql`select from published.entry_version where entry = ${one}`.execute(db)
    assert.equal(rows.length, 2)
  })

  test('a public link keeps what it was when it changes or goes, whoever changes it', async (t) => {
    const record = await aRecord(t, server)
    const { one, db } = await joined(record)
    const kept = sql<{ why: string; state: string | null; length: boolean }>`
      select why, from_state as state, shown_until > shown_from as length from published.link_before
      where from_entry = ${one}`
    assert.deepEqual((await kept.execute(db)).rows, [{ why: 'both are notices', state: null, length: true }])
    const changes = [
      `update published.link set why = 'another' where from_entry = '${one}'`,
      `delete from published.link where from_entry = '${one}'`,
    ]
    await refused(db, changes, /changes in a publication, which takes its moment first/)
    await db.transaction().execute(async (tx) => {
      await sql`update record.log_size set moment = moment + interval '1 second'`.execute(tx)
      await sql.raw(changes[0] ?? '').execute(tx)
    })
    assert.deepEqual(
      (await kept.execute(db)).rows.map(({ state }) => state),
      [null, 'done'],
    )
    await refused(db, [`update published.link_before set why = 'x'`], /only ever added to/)
  })

  test('a tombstone stays, and may lose its title and nothing else', async (t) => {
    const record = await aRecord(t, server)
    const { one, db } = await joined(record)
    await withdrawing(record, one)
    await refused(db, ['delete from published.tombstone', 'truncate published.tombstone'], /loses nothing/)
    await refused(
      db,
      [
        `update published.tombstone set words = 'x'`,
        `update published.tombstone set reason = 'security'`,
        `update published.tombstone set title = 'x'`,
        `update published.tombstone set path = '/x'`,
        `update published.tombstone set withdrawn_at = now()`,
      ],
      /stays as it is/,
    )
    await sql`update published.tombstone set title = null, path = '/withdrawn/x'`.execute(db)
    await refused(db, [`update published.tombstone set title = 'One'`], /stays as it is/)
    await sql`update published.tombstone set reinstated_at = now()`.execute(db)
    await refused(db, ['update published.tombstone set reinstated_at = null'], /stays as it is/)
  })

  test('what is withdrawn is kept as it was until it is erased', async (t) => {
    const record = await aRecord(t, server)
    const { one, db } = await joined(record)
    await withdrawing(record, one)
    await refused(db, [`update record.withdrawn_version set title = 'x'`], /only ever added to/)
    const removal = `delete from record.withdrawn_version where entry = '${one}'`
    await refused(db, [removal], /loses nothing/)
    await refused(db, [removal], /loses nothing/, beginning('withdraw', one))
    const reader = connect<unknown>(record.logins.public, { connections: 1, letsProcessEnd: true })
    for (const table of ['withdrawn_version', 'withdrawn_link', 'withheld_salt', 'erased_file', 'brought'])
      await assert.rejects(
        sql.raw(`select * from record.${table}`).execute(reader),
        /permission denied/,
        table,
      )
  })

  test('the settings of an authority that were public are closed and otherwise stay', async (t) => {
    const record = await aRecord(t, server)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    await refused(db, [`update published.authority_version set site = '{}'`], /stays as it was/)
    await refused(db, ['delete from published.authority_version'], /loses nothing/)
  })

  test('what was published before its paragraphs and files were kept can be filled in once', async (t) => {
    const record = await aRecord(t, server)
    const { one, db } = await joined(record)
    await refused(
      db,
      [
        `update published.entry_version set paragraphs = '[{}]' where entry = '${one}'`,
        `update published.entry_version set files = null where entry = '${one}'`,
        `update published.entry_version set published_until = null where entry = '${one}'`,
      ],
      /stays as it was/,
    )
  })

  test('the public login reads the log and the tombstones, and none of the tables runs with rights of its owner', async (t) => {
    const record = await aRecord(t, server)
    const { one } = await joined(record)
    await withdrawing(record, one)
    const reader = connect<unknown>(record.logins.public, { connections: 1, letsProcessEnd: true })
    for (const table of [
      'log_leaf',
      'log_salt',
      'tombstone',
      'tombstone_address',
      'link_before',
      'authority_version',
    ]) {
      await sql.raw(`select * from published.${table}`).execute(reader)
      await assert.rejects(
        sql.raw(`delete from published.${table}`).execute(reader),
        /permission denied|read-only/,
      )
    }
    const { rows: functions } = await sql`
      select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('record', 'published') and p.prosecdef`.execute(record.db)
    const { rows: views } = await sql`
      select from pg_views where schemaname in ('record', 'published')`.execute(record.db)
    assert.deepEqual([functions.length, views.length], [0, 0])
  })
})
