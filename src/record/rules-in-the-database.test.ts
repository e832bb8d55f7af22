import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, type Kysely, loginAs, sql } from '../database/index.ts'
import { onEachServer } from '../database/testing.ts'
import { type EntryId, newId } from '../lib/index.ts'
import { draft } from './draft.ts'
import { link } from './link.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'

/** A draft notice, and a link to a published one. */
async function twoLinked(record: TestRecord): Promise<{ hidden: EntryId; shown: EntryId }> {
  const [shown] = await publishNotices(record, aNotice({ title: 'Shown', text: ['open words'] }))
  assert.ok(shown)
  const hidden = await record.act(async (tx) => {
    const made = await draft(
      tx,
      record.permits.bring,
      noticeKind,
      'Hidden',
      aNotice({ title: 'Hidden', text: ['hidden words'] }),
      'for a test',
    )
    await link(tx, record.permits.bring, { from: made.id, to: shown, kind: 'serves', why: 'for a test' })
    return made.id
  })
  return { hidden, shown }
}

/** PostgreSQL's code, whatever its words. */
const INSUFFICIENT_PRIVILEGE = '42501'
const NO_HISTORY = /without a line of history/

/** A line of history with these columns, as a statement. */
const about = (columns: string, values: string): string =>
  `insert into record.history (authority, act, by, why, ${columns}) values ('anyshire', 'draft', 'x', 'x', ${values});`

/** Every statement that would change something, in one transaction that writes no history. */
async function refusedAtCommit(db: Kysely<unknown>, statement: string): Promise<void> {
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await sql.raw(statement).execute(tx)
    }),
    NO_HISTORY,
    statement,
  )
}

onEachServer((server) => {
  test('the database refuses a new, changed or removed entry without a line of history', async (t) => {
    const record = await aRecord(t, server)
    const { hidden } = await twoLinked(record)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    await refusedAtCommit(
      db,
      `insert into record.entry (id, authority, kind, key, title, path, working)
       values ('${newId()}', 'anyshire', 'notice', 'x', 'x', '/x', '{}')`,
    )
    await refusedAtCommit(db, `update record.entry set title = 'Other' where id = '${hidden}'`)
    await refusedAtCommit(
      db,
      `update record.entry set working = working || '{"secret":"x"}' where id = '${hidden}'`,
    )
    const lonely = await record.act((tx) =>
      draft(tx, record.permits.bring, noticeKind, 'Lonely', aNotice({ title: 'Lonely' }), 'for a test'),
    )
    await refusedAtCommit(db, `delete from record.entry where id = '${lonely.id}'`)
  })

  test('the database refuses a new, changed or removed link without a line of history', async (t) => {
    const record = await aRecord(t, server)
    const { hidden, shown } = await twoLinked(record)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    await refusedAtCommit(
      db,
      `insert into record.link (authority, from_entry, to_entry, kind, why)
       values ('anyshire', '${hidden}', '${shown}', 'answers', 'x')`,
    )
    await refusedAtCommit(db, `update record.link set why = 'another' where from_entry = '${hidden}'`)
    await refusedAtCommit(db, `delete from record.link where from_entry = '${hidden}'`)
  })

  test('the history of another transaction, of another entry or of a link does not excuse a change', async (t) => {
    const record = await aRecord(t, server)
    const { hidden, shown } = await twoLinked(record)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    const change = `update record.entry set title = 'Other' where id = '${hidden}'`
    await refusedAtCommit(db, about('entry', `'${shown}'`) + change)
    await refusedAtCommit(
      db,
      about('entry, link_to, link_kind', `'${hidden}', '${shown}', 'serves'`) + change,
    )
    await sql.raw(about('entry', `'${hidden}'`)).execute(db)
    await refusedAtCommit(db, change)
    const { rows } = await sql<{ last: string }>`
      select transaction::text as last from record.history where entry = ${hidden} order by number desc limit 1`.execute(
      db,
    )
    // The transaction that a line names is stamped by the database, so an earlier one cannot be claimed.
    await refusedAtCommit(db, about('entry, transaction', `'${shown}', '${rows[0]?.last ?? ''}'`) + change)
  })

  test('the settings of an authority cannot change without a line of history', async (t) => {
    const record = await aRecord(t, server)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    await refusedAtCommit(db, `update record.authority set site = '{}' where id = 'anyshire'`)
  })

  test('history and log cannot be changed, removed or emptied, not even by their owner', async (t) => {
    const record = await aRecord(t, server)
    await twoLinked(record)
    const db = connect<unknown>(record.logins.application, { connections: 1, letsProcessEnd: true })
    const attempts = ['record.history', 'published.log_leaf'].flatMap((table) => [
      `update ${table} set at = now()`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
    for (const attempt of attempts) {
      await assert.rejects(sql.raw(attempt).execute(db), /permission denied/, attempt)
    }
    await sql`grant update, delete, truncate on record.history, published.log_leaf, record.entry, record.link
      to current_user`.execute(db)
    for (const attempt of [...attempts, 'truncate record.entry cascade', 'truncate record.link']) {
      await assert.rejects(sql.raw(attempt).execute(db), /only ever added to/, attempt)
    }
  })

  test('the public login sees what is published and nothing of what is not', async (t) => {
    const record = await aRecord(t, server)
    await twoLinked(record)
    const reader = connect<unknown>(record.logins.public, { connections: 1, letsProcessEnd: true })
    const { rows } = await sql<{ title: string }>`select title from published.entry_version`.execute(reader)
    assert.deepEqual(rows, [{ title: 'Shown' }])
    const paragraphs = await sql<{ text: string }>`
      select text from published.paragraph where text <> ''`.execute(reader)
    assert.deepEqual(paragraphs.rows, [{ text: 'open words' }])
    assert.deepEqual((await sql`select from published.link`.execute(reader)).rows, [])
  })

  test('the public login can read no table of the working record, nor the list of migrations', async (t) => {
    const record = await aRecord(t, server)
    const { rows } = await sql<{ name: string }>`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('record', 'migration')`.execute(record.db)
    assert.ok(rows.length >= 9)
    const reader = connect<unknown>(record.logins.public, { connections: 1, letsProcessEnd: true })
    for (const { name } of rows) {
      await assert.rejects(sql.raw(`select * from ${name}`).execute(reader), /permission denied/, name)
    }
    await assert.rejects(
      sql`select record.entry_has_history(${newId()})`.execute(reader),
      /permission denied/,
    )
  })

  test('the public login cannot write, create, become another or gain a right, even when it allows itself to', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'Shown' }))
    const reader = connect<unknown>(record.logins.public, { connections: 1, letsProcessEnd: true })
    await sql`set default_transaction_read_only = off`.execute(reader)
    const attempts = [
      `insert into published.authority (id, site) values ('x', '{}')`,
      `update published.entry_version set title = 'x'`,
      `delete from published.paragraph`,
      `truncate published.link`,
      `create table published.mine (x int)`,
      `create table public.mine (x int)`,
      `create temporary table mine (x int)`,
      `create schema mine`,
      `create role mine`,
      `set role shiremoot_app`,
      `set session authorization postgres`,
      `alter table published.entry_version disable trigger all`,
      `alter role shiremoot_public superuser`,
      `copy published.entry_version to program 'true'`,
      `select pg_read_file('/etc/passwd')`,
    ]
    for (const attempt of attempts) {
      await assert.rejects(sql.raw(attempt).execute(reader), { code: INSUFFICIENT_PRIVILEGE }, attempt)
    }
    // PostgreSQL answers this one with a warning, and grants nothing.
    await sql`grant select on published.entry_version to public`.execute(reader)
    const { rows } = await sql`
      select grantee from information_schema.table_privileges
      where table_schema = 'published' and grantee = 'PUBLIC'`.execute(record.db)
    assert.deepEqual(rows, [])
  })

  test('the logins of a test are as powerless as those of an installation', async (t) => {
    const record = await aRecord(t, server)
    const admin = connect<unknown>(loginAs(record.logins.application, { user: 'postgres' }), {
      connections: 1,
      letsProcessEnd: true,
    })
    const { rows } = await sql<Record<string, boolean>>`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
      where rolname in ('shiremoot_app', 'shiremoot_public')`.execute(admin)
    await admin.destroy()
    assert.equal(rows.length, 2)
    assert.ok(rows.every((row) => !Object.values(row).includes(true)))
  })

  test('a question of the public site that takes too long is cut', async (t) => {
    const logins = await server.database(t)
    const hasty = connect<unknown>(logins.public, { connections: 1, timeout: 50, letsProcessEnd: true })
    await assert.rejects(sql`select pg_sleep(30)`.execute(hasty), /statement timeout/)
  })

  test('a published version stays as it was', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'Shown' }))
    await assert.rejects(
      sql`update published.entry_version set content = '{}'`.execute(record.db),
      /stays as it was/,
    )
  })
})
