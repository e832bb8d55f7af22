import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from '../database/index.ts'
import { onEachServer } from '../database/testing.ts'
import { date, newId } from '../lib/index.ts'
import { describeAuthority, readSite, revision } from './authority.ts'
import { draft } from './draft.ts'
import { countsOf, entriesOf, entryAt, movedFrom } from './entries.ts'
import { link, unlink } from './link.ts'
import { PathTaken, publish } from './publish.ts'
import { search } from './search.ts'
import {
  aNotice,
  aRecord,
  noteKind,
  noticeKind,
  publishNotices,
  someSite,
  type TestRecord,
} from './testing.ts'
import { countsTo, linkedFrom, linkedTo } from './thread.ts'

type Leaf = {
  number: number
  entry: string
  version: number
  leaf: Buffer
  hash: Buffer
  salt: Buffer
  content: Buffer
}

async function leavesOf(record: TestRecord): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`
    select l.number, l.entry, l.version, l.leaf, l.hash, s.salt, v.content_hash as content
    from published.log_leaf l
    join published.log_salt s on s.authority = l.authority and s.number = l.number
    join published.entry_version v on v.entry = l.entry and v.version = l.version
    order by l.number`.execute(record.db)
  return rows
}

onEachServer((server) => {
  test('a published entry answers at its address with what its kind lists and nothing else', async (t) => {
    const record = await aRecord(t, server)
    const [id] = await publishNotices(
      record,
      aNotice({
        title: 'Roof closed',
        day: date('2019-09-24'),
        text: ['Wet.'],
        state: 'open',
        secret: 'mat',
      }),
    )
    const found = await entryAt(record.ask, noticeKind, '/notices/roof-closed')
    assert.ok(found)
    const { publishedAt, ...rest } = found
    assert.ok(!Number.isNaN(Date.parse(publishedAt)))
    assert.deepEqual(rest, {
      id,
      kind: 'notice',
      path: '/notices/roof-closed',
      title: 'Roof closed',
      date: '2019-09-24',
      body: null,
      summary: '',
      state: 'open',
      content: { text: ['Wet.'] },
      version: 1,
    })
    assert.equal(await entryAt(record.ask, noteKind, '/notices/roof-closed'), undefined)
    assert.equal(
      await entryAt({ ...record.ask, authority: 'elsewhere' }, noticeKind, '/notices/roof-closed'),
      undefined,
    )
  })

  test('an unchanged publication adds no version, no leaf, no history and no revision', async (t) => {
    const record = await aRecord(t, server)
    const ids = await publishNotices(record, aNotice({ title: 'Roof closed' }))
    const before = await revision(record.ask)
    const count = async (): Promise<unknown> =>
      (
        await sql`select (select count(*) from record.history) as lines, (select count(*) from published.log_leaf) as leaves,
        (select count(*) from published.entry_version) as versions`.execute(record.db)
      ).rows
    const counted = await count()
    const outcome = await record.act((tx) => publish(tx, record.permits.publish, [noticeKind], ids))
    assert.deepEqual(outcome, { published: [], unchanged: ids, withdrawn: [] })
    assert.deepEqual(await count(), counted)
    assert.equal(await revision(record.ask), before)
  })

  test('a change of what stays private publishes nothing', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'Roof closed', secret: 'mat' }))
    await publishNotices(record, aNotice({ title: 'Roof closed', secret: 'pot' }))
    assert.equal((await leavesOf(record)).length, 1)
  })

  test('a new version closes the old one at the moment it opens', async (t) => {
    const record = await aRecord(t, server)
    const [id] = await publishNotices(record, aNotice({ title: 'Roof closed', text: ['Wet.'] }))
    await publishNotices(record, aNotice({ title: 'Roof closed', text: ['Dry.'] }))
    const { rows } = await sql<{ version: number; from: string; until: string | null }>`
      select version, published_from as from, published_until as until from published.entry_version
      where entry = ${id} order by version`.execute(record.db)
    assert.equal(rows.length, 2)
    assert.equal(rows[0]?.until, rows[1]?.from)
    assert.equal(rows[1]?.until, null)
    const found = await entryAt(record.ask, noticeKind, '/notices/roof-closed')
    assert.deepEqual([found?.version, found?.content], [2, { text: ['Dry.'] }])
    assert.equal((await search(record.ask, { words: 'wet', page: 1 })).total, 0)
    assert.equal((await search(record.ask, { words: 'dry', page: 1 })).total, 1)
  })

  test('each publication adds a leaf that anyone with the salt can check against the content', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'One' }), aNotice({ title: 'Two' }))
    await publishNotices(record, aNotice({ title: 'One', text: ['more'] }))
    const leaves = await leavesOf(record)
    assert.deepEqual(
      leaves.map((leaf) => [leaf.number, leaf.version]),
      [
        [1, 1],
        [2, 1],
        [3, 2],
      ],
    )
    for (const leaf of leaves) {
      const commitment = createHash('sha256').update(leaf.salt).update(leaf.content).digest('hex')
      const text = `{"act":"publish","commitment":"${commitment}","entry":"${leaf.entry}","version":${leaf.version}}`
      assert.equal(leaf.leaf.toString(), text)
      assert.deepEqual(leaf.hash, createHash('sha256').update(`\0${text}`).digest())
    }
    assert.equal(new Set(leaves.map((leaf) => leaf.salt.toString('hex'))).size, 3)
  })

  test('publications at once, and one that fails, leave the log without a gap', async (t) => {
    const record = await aRecord(t, server)
    const titles = ['a', 'b', 'c', 'd', 'e', 'f']
    await Promise.all([
      ...titles.map((title) => publishNotices(record, aNotice({ title }))),
      assert.rejects(
        record.act(async (tx) => {
          const { id } = await draft(tx, record.permits.bring, noticeKind, 'x', aNotice({ title: 'x' }), 'x')
          await publish(tx, record.permits.publish, [noticeKind], [id])
          throw new Error('changed my mind')
        }),
        /changed my mind/,
      ),
    ])
    const numbers = (await leavesOf(record)).map((leaf) => leaf.number)
    assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6], 'after the leaf of the settings')
    await assert.rejects(
      sql`insert into published.log_leaf (authority, number, entry, version, act, leaf, hash)
        select authority, 9, entry, version, act, leaf, hash from published.log_leaf limit 1`.execute(
        record.db,
      ),
      /does not follow the last/,
    )
  })

  test('an address that another entry has is refused in words, and nothing of the act remains', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'Roof', path: '/roof' }))
    await assert.rejects(publishNotices(record, aNotice({ title: 'Gutter', path: '/roof' })), (failure) => {
      assert.ok(failure instanceof PathTaken)
      assert.equal(failure.path, '/roof')
      assert.match(
        failure.message,
        /“Gutter” \(Gutter\) cannot be published at \/roof, because the notice “Roof”/,
      )
      return true
    })
    await assert.rejects(
      publishNotices(
        record,
        aNotice({ title: 'One', path: '/new' }),
        aNotice({ title: 'Two', path: '/new' }),
      ),
      PathTaken,
    )
    assert.equal((await entriesOf(record.ask, noticeKind)).rows.length, 1)
    assert.equal((await leavesOf(record)).length, 1)
  })

  test('an address that changed leads to the present one, and two entries may exchange theirs', async (t) => {
    const record = await aRecord(t, server)
    await publishNotices(record, aNotice({ title: 'A', path: '/a' }), aNotice({ title: 'B', path: '/b' }))
    await publishNotices(record, aNotice({ title: 'A', path: '/b' }), aNotice({ title: 'B', path: '/a' }))
    assert.equal((await entryAt(record.ask, noticeKind, '/a'))?.title, 'B')
    await publishNotices(record, aNotice({ title: 'A', path: '/c' }))
    await publishNotices(record, aNotice({ title: 'A', path: '/d' }))
    assert.equal(await movedFrom(record.ask, '/c'), '/d')
    assert.equal(await movedFrom(record.ask, '/b'), '/d')
    assert.equal(await movedFrom(record.ask, '/d'), undefined)
    assert.equal(await movedFrom(record.ask, '/never'), undefined)
  })

  test('a link shows once both its ends are published, with its reason, and goes when it is taken away', async (t) => {
    const record = await aRecord(t, server)
    const [from] = await publishNotices(record, aNotice({ title: 'Action', state: 'open' }))
    assert.ok(from)
    const join = { from, kind: 'serves', why: 'both speak of roofs' } as const
    const to = await record.act(async (tx) => {
      const made = await draft(tx, record.permits.bring, noticeKind, 'P', aNotice({ title: 'P' }), 'x')
      await link(tx, record.permits.bring, { ...join, to: made.id })
      return made.id
    })
    assert.deepEqual((await linkedFrom(record.ask, from)).rows, [])
    const again = async (): Promise<unknown> =>
      record.act((tx) => publish(tx, record.permits.publish, [noticeKind], [to]))
    await again()
    const shown = await linkedTo(record.ask, to, { link: 'serves' })
    assert.deepEqual(
      shown.rows.map((row) => [row.title, row.link, row.why]),
      [['Action', 'serves', 'both speak of roofs']],
    )
    assert.deepEqual(await countsTo(record.ask, to), [{ kind: 'notice', state: 'open', count: 1 }])
    await publishNotices(record, aNotice({ title: 'Action', state: 'done' }))
    assert.deepEqual(await countsTo(record.ask, to, 'serves'), [{ kind: 'notice', state: 'done', count: 1 }])
    const before = await revision(record.ask)
    await record.act((tx) => unlink(tx, record.permits.bring, { ...join, to }))
    await again()
    assert.deepEqual((await linkedTo(record.ask, to)).rows, [])
    assert.notEqual(await revision(record.ask), before)
  })

  test('what is no entry of the authority, or of no known kind, is not published', async (t) => {
    const record = await aRecord(t, server)
    const unknown = newId()
    const publishing = (
      kinds: Parameters<typeof publish>[2],
      ids: Parameters<typeof publish>[3],
    ): Promise<unknown> => record.act((tx) => publish(tx, record.permits.publish, kinds, ids))
    await assert.rejects(
      publishing([noticeKind], [unknown]),
      new RegExp(`Not an entry of anyshire: ${unknown}`),
    )
    const ids = await publishNotices(record, aNotice({ title: 'One' }))
    await assert.rejects(publishing([noteKind], ids), /Nothing says how a “notice” is published/)
    await assert.rejects(
      record.act((tx) =>
        publish(tx, { ...record.permits.publish, authority: 'elsewhere' }, [noticeKind], ids),
      ),
      /knows no authority “elsewhere”/,
    )
  })

  test('a thousand entries are published in one act', async (t) => {
    const record = await aRecord(t, server)
    const notices = Array.from({ length: 1_000 }, (_, index) =>
      aNotice({ title: `Notice ${index}`, text: ['some words'], state: index % 2 === 0 ? 'open' : 'done' }),
    )
    await publishNotices(record, ...notices)
    assert.deepEqual(await countsOf(record.ask, { kind: 'notice' }), [
      { state: 'done', count: 500 },
      { state: 'open', count: 500 },
    ])
    assert.equal((await leavesOf(record)).at(-1)?.number, 1000)
  })

  test('the settings of an authority show at once, and the same again change nothing', async (t) => {
    const record = await aRecord(t, server)
    const describing = (tagline: string): ReturnType<typeof describeAuthority> =>
      record.act((tx) => describeAuthority(tx, record.permits.publish, someSite({ tagline })))
    const before = await revision(record.ask)
    assert.equal(await describing('Held to account'), 'changed')
    assert.equal(await describing('Held to account'), 'unchanged')
    assert.deepEqual(await readSite(record.ask), someSite({ tagline: 'Held to account' }))
    assert.notEqual(await revision(record.ask), before)
    await assert.rejects(readSite({ ...record.ask, authority: 'elsewhere' }), /no authority/)
  })
})
