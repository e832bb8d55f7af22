/** A record for tests: a database of its own, an authority described, acts with permits and questions by the public login. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before } from 'node:test'
import { connect, type Kysely, type Logins } from '../database/index.ts'
import { type Ending, embeddedServer, type TestServer } from '../database/testing.ts'
import { operatorPermits } from '../identity/index.ts'
import { type EntryId, type LocalDate, slug, stored } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { describeAuthority, type SiteSettings } from './authority.ts'
import { draft } from './draft.ts'
import type { Kind } from './kind.ts'
import { contentOfLeaf, leavesOf, logSize } from './leaves.ts'
import { publish } from './publish.ts'
import type { RecordTables } from './tables.ts'
import { inAct, type Tx } from './transaction.ts'

export type TestRecord = {
  /** Runs one act in a transaction of the application's login: `act((tx) => draft(tx, permits.bring, …))`. */
  act: <Outcome>(act: (tx: Tx) => Promise<Outcome>) => Promise<Outcome>
  permits: ReturnType<typeof operatorPermits>
  /** The public login, asking about the authority. */
  ask: PublicRecord
  authority: string
  db: Kysely<RecordTables>
  logins: Logins
}

/** Settings of an authority that does not exist. */
export function someSite(change: Partial<SiteSettings> = {}): SiteSettings {
  return {
    authority: 'anyshire',
    name: 'Anyshire policing, on the record',
    tagline: 'What was promised, and what was done',
    publisher: 'the Office of the Anyshire Police and Crime Commissioner',
    words: {
      policingBody: 'Commissioner',
      chief: 'Chief Constable',
      force: 'Anyshire Police',
      panel: 'Anyshire Police and Crime Panel',
      area: 'Anyshire',
    },
    ink: '#12324a',
    gold: '#b8862b',
    contact: [{ label: 'Telephone', value: '01632 960 000', href: 'tel:01632960000' }],
    ...change,
  }
}

/**
 * A record with one authority and nothing in it, gone when the test ends: `const { act, ask, permits } = await aRecord(t)`.
 */
export async function aRecord(
  ending: Ending,
  server: TestServer = embeddedServer,
  site: SiteSettings = someSite(),
): Promise<TestRecord> {
  const undos: (() => Promise<void>)[] = []
  const logins = await server.database({ after: (undo) => undos.push(undo) })
  const db = connect<RecordTables>(logins.application, { connections: 4, letsProcessEnd: true })
  const published: PublicRecord['db'] = connect(logins.public, {
    connections: 4,
    timeout: 10_000,
    readOnly: true,
    letsProcessEnd: true,
  })
  ending.after(async () => {
    await Promise.all([db.destroy(), published.destroy()])
    for (const undo of undos) await undo()
  })
  const permits = operatorPermits(site.authority, 'A. Tester, policy officer')
  await inAct(db, (tx) => describeAuthority(tx, permits.publish, site))
  return {
    act: (act) => inAct(db, act),
    permits,
    ask: { db: published, authority: site.authority },
    authority: site.authority,
    db,
    logins,
  }
}

/**
 * One record for all the tests of a file or of a `describe`: call it outside the tests, and the function that it returns
 * inside them. `fill` puts things in before the first test.
 */
export function oneRecord(
  fill: (record: TestRecord) => Promise<void>,
  server: TestServer = embeddedServer,
): () => TestRecord {
  const undos: (() => Promise<void>)[] = []
  let record: TestRecord | undefined
  before(async () => {
    record = await aRecord({ after: (undo) => undos.push(undo) }, server)
    await fill(record)
  })
  after(async () => {
    for (const undo of undos) await undo()
  })
  return () => {
    if (record === undefined) throw new Error('Ask for the record inside a test')
    return record
  }
}

/** A kind for the tests of the record itself: a notice on a board. */
export type Notice = {
  title: string
  path: string
  day: LocalDate | null
  text: string[]
  state: string | null
  body: string | null
  /** Never published. */
  secret: string | null
  files: { sha256: string; name: string }[]
}

/** A notice; its address follows from its title unless one is given. */
export const aNotice = (change: Partial<Notice> & { title: string }): Notice => ({
  path: `/notices/${slug(change.title)}`,
  day: null,
  text: [],
  state: null,
  body: null,
  secret: null,
  files: [],
  ...change,
})

export const noticeKind: Kind<Notice, { text: string[] }> = {
  name: 'notice',
  words: { one: 'Notice', many: 'Notices' },
  searchable: true,
  parse: stored.fields({
    title: stored.text,
    path: stored.text,
    day: stored.orNull(stored.day),
    text: stored.list(stored.text),
    state: stored.orNull(stored.text),
    body: stored.orNull(stored.text),
    secret: stored.orNull(stored.text),
    files: stored.list(stored.fields({ sha256: stored.text, name: stored.text })),
  }),
  publish: (working) => ({
    title: working.title,
    path: working.path,
    date: working.day,
    body: working.body,
    summary: '',
    state: working.state,
    content: { text: working.text },
    paragraphs: working.text.map((text, index) => ({
      anchor: `p${index + 1}`,
      number: String(index + 1),
      text,
    })),
    files: working.files,
  }),
}

/** A second kind, published alike and not searchable. */
export const noteKind: Kind<Notice, { text: string[] }> = { ...noticeKind, name: 'note', searchable: false }

/** Drafts notices and publishes them at once, each under its title as its key; returns their ids in order. */
export async function publishNotices(record: TestRecord, ...notices: Notice[]): Promise<EntryId[]> {
  return await record.act(async (tx) => {
    const ids: EntryId[] = []
    for (const one of notices) {
      ids.push((await draft(tx, record.permits.bring, noticeKind, one.title, one, 'for a test')).id)
    }
    await publish(tx, record.permits.publish, [noticeKind, noteKind], ids)
    return ids
  })
}

/** Asserts that every leaf commits to the text that the record makes of it again, or to something withheld. */
export async function everyLeafHolds(ask: PublicRecord): Promise<void> {
  for (const { number, act, leaf, salt } of await leavesOf(ask, 0, await logSize(ask))) {
    const text = await contentOfLeaf(ask, number)
    assert.equal(text === null, salt === null, `leaf ${number}, ${act}`)
    if (text === null || salt === null) continue
    const content = createHash('sha256').update(text).digest()
    const commitment = createHash('sha256').update(salt).update(content).digest('hex')
    assert.equal(JSON.parse(leaf.toString()).commitment, commitment, `leaf ${number}, ${act}: ${text}`)
  }
}
