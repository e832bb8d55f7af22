/** Small numbers in the record: that nothing public ever holds them, and what whoever brings them is told. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from '../../../database/index.ts'
import { date } from '../../../lib/index.ts'
import { draft, publish } from '../../../record/index.ts'
import { aNotice, aRecord, noticeKind, type TestRecord } from '../../../record/testing.ts'
import { aBringer, aDefinition, anEntry, incoming, yearTo } from '../testing.ts'
import { breakdownAt } from './reads.ts'
import { quotedFiguresOf } from './reads-quoted.ts'

/** The tables that readers can have in which a number stands: of all times, or of now. */
async function placesOf(
  { ask }: TestRecord,
  canary: number,
  when: 'ever' | 'now' = 'ever',
): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'published' and c.relkind = 'r'`.execute(ask.db)
  assert.ok(tables.length > 9)
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) as row from ${sql.table(`published.${name}`)} t`.execute(ask.db)
      return rows
        .filter(({ row }) => when === 'ever' || !row['published_until'])
        .some(({ row }) => JSON.stringify(row).replaceAll(',', '').includes(String(canary)))
        ? [name]
        : []
    }),
  )
  return found.flat().filter((name) => when === 'ever' || !OF_ALL_TIMES.has(name))
}

/** What only earlier days and the log have. */
const OF_ALL_TIMES: ReadonlySet<string> = new Set(['link_before', 'leaf', 'leaf_text'])

const yearOf = (name: string, value: number, asAt: string) =>
  incoming(yearTo('2019-09'), value, {
    part: { dimension: 'district', name },
    report: { asAt: date(asAt) },
  })

const ofPart = (dimension: string, name: string, value: number) =>
  incoming(yearTo('2019-09'), value, { part: { dimension, name } })

describe('small numbers in the record', () => {
  const bring = aBringer({ after })

  test('no table that readers can have ever held a hidden number, through revisions and quotations', async (t) => {
    const record = await aRecord(t)
    const definition = aDefinition({ hideBelow: 100_000 })
    await bring.register(record, { register: 'measures', entries: [anEntry({ definition })] })
    const canaries = [73_519, 73_521]
    await bring.figures(record, [
      incoming(yearTo('2019-09'), 1_773_852),
      yearOf('Ashford', 73_519, '2019-10-17'),
      yearOf('Dover', 1_400_111, '2019-10-17'),
      yearOf('Swale', 300_222, '2019-10-17'),
    ])
    await bring.figures(record, [yearOf('Ashford', 73_521, '2020-01-23')], { name: 'next.csv' })
    const parts = await breakdownAt(record.ask, 'burglary', 'district')
    assert.deepEqual(parts?.content.rows[0]?.cells.map(({ mark }) => mark).slice(0, 1), ['suppressed'])
    for (const canary of canaries) assert.deepEqual(await placesOf(record, canary), [], String(canary))
    const { rows: kept } =
      await sql`select from record.entry where position('73521' in working::text) > 0`.execute(record.db)
    assert.equal(kept.length, 1, 'the working copy has it, so that not finding it elsewhere means something')
  })

  test('districts beside divisions, which sum them, are told where small numbers are hidden', async (t) => {
    const record = await aRecord(t)
    const definition = aDefinition({ hideBelow: 5 })
    await bring.register(record, { register: 'measures', entries: [anEntry({ definition })] })
    const { open } = await bring.figures(record, [
      ofPart('district', 'Ashford', 3),
      ofPart('district', 'Dover', 30),
      ofPart('district', 'Swale', 31),
      ofPart('division', 'East', 33),
      ofPart('division', 'North', 31),
    ])
    assert.deepEqual(
      open.map(({ what }) => what.slice(0, 75)),
      ['Burglary has small numbers to hide and comes both by district and by divisi'],
    )
  })

  test('in one register, too', async (t) => {
    const record = await aRecord(t)
    const { open } = await bring.register(record, areasRegister(5))
    assert.deepEqual(
      open.map(({ what }) => what.slice(0, 75)),
      ['Burglary has small numbers to hide and comes both by district and by divisi'],
    )
  })

  test('a small number that the whole area leaves besides all parts is told, and figures that nobody can count', async (t) => {
    const record = await aRecord(t)
    const rate = { one: 'crime', many: 'crimes', style: 'rate', per: 1000, digits: 1 } as const
    await bring.register(record, {
      register: 'measures',
      entries: [
        anEntry({ definition: aDefinition({ hideBelow: 5 }) }),
        anEntry({ slug: 'burglary-rate', definition: aDefinition({ hideBelow: 5, unit: rate }) }),
      ],
    })
    const told = async (whole: number) => {
      const { open } = await bring.figures(
        record,
        [
          incoming(yearTo('2019-09'), whole, { report: { asAt: date(`2020-01-${whole - 80}`) } }),
          ofPart('district', 'Ashford', 40),
          ofPart('district', 'Dover', 50),
        ],
        { name: `${whole}.csv` },
      )
      return open.map(({ what }) => what)
    }
    assert.match((await told(93)).join(), /leaves a small number besides the parts/)
    assert.deepEqual(await told(98), [])
    const { open } = await bring.figures(record, [
      { ...ofPart('district', 'Ashford', 0.1), measure: 'burglary-rate' },
    ])
    assert.match(open[0]?.what ?? '', /without the numbers behind/)
  })

  test('a small number of which readers know all others from earlier releases is told', async (t) => {
    const record = await aRecord(t)
    const definition = aDefinition({ hideBelow: 5 })
    await bring.register(record, { register: 'measures', entries: [anEntry({ definition })] })
    const told = async (asAt: string, ...values: readonly [number, number, number]) => {
      const names = ['Ashford', 'Dover', 'Swale']
      const figures = values.map((value, at) => {
        const part = { dimension: 'district', name: names[at] ?? '' }
        return incoming(yearTo('2019-09'), value, { part, report: { asAt: date(asAt) } })
      })
      return (await bring.figures(record, figures, { name: `${asAt}.csv` })).open.map(({ what }) => what)
    }
    assert.deepEqual(await told('2019-10-01', 40, 50, 60), [])
    assert.deepEqual(await told('2020-01-01', 40, 52, 60), [])
    // Dover is hidden with it, and its 52 was public.
    assert.match(
      (await told('2020-04-01', 3, 52, 60)).join(),
      /Ashford, .* all others of its span were public/,
    )
    assert.deepEqual(await told('2020-07-01', 3, 53, 60), [], 'a number that nobody has had')
  })

  test('another rule for small numbers is told, and what is public for earlier days by it', async (t) => {
    const record = await aRecord(t)
    await bring.register(record, areasRegister(null))
    const told = async (hideBelow: number | null) =>
      (await bring.register(record, areasRegister(hideBelow))).open.map(({ what }) => what)
    const stricter = await told(5)
    assert.ok(stricter.some((what) => /hides numbers below 5 .* stays readable for earlier days/.test(what)))
    assert.ok(stricter.some((what) => /both by district and by division/.test(what)))
    assert.ok((await told(null)).some((what) => /hid numbers below 5 .* shows all of them/.test(what)))
  })

  test('a figure that a paper quotes and that is hidden now is nowhere said to be the figure', async (t) => {
    const record = await aRecord(t)
    const paper = await record.act(async (tx) => {
      const kind = { ...noticeKind, name: 'paper' }
      const notice = aNotice({ title: 'Paper b1', path: '/papers/b1' })
      const { id } = await draft(tx, record.permits.bring, kind, 'b1', notice, 'for a test')
      await publish(tx, record.permits.publish, [kind], [id])
      return id
    })
    const rule = (hideBelow: number | null) =>
      bring.register(record, {
        register: 'measures',
        entries: [
          anEntry({
            definition: aDefinition({ hideBelow }),
            definitionChanged: { on: '2019-11-01', why: 'They point to people.' },
          }),
        ],
      })
    await rule(null)
    const source = { path: '/papers/b1', title: 'Paper b1', place: 'paragraph 26', anchor: 'p26' }
    await bring.figures(record, [
      incoming(yearTo('2019-09'), 73_519, {
        part: { dimension: 'district', name: 'Ashford' },
        report: { source },
      }),
      ofPart('district', 'Dover', 1_400_111),
      ofPart('district', 'Swale', 300_222),
    ])
    assert.equal((await quotedFiguresOf(record.ask, paper)).length, 1)
    assert.ok((await placesOf(record, 73_519, 'now')).includes('link'))
    const { open } = await rule(100_000)
    assert.ok(open.some(({ what }) => /quotes 73,519 .* hidden number now/.test(what)))
    assert.deepEqual(await placesOf(record, 73_519, 'now'), [])
    assert.deepEqual(await quotedFiguresOf(record.ask, paper), [])
    await rule(null)
    assert.equal((await quotedFiguresOf(record.ask, paper))[0]?.printed, '73,519')
  })
})

const table = (slug: string, kind: string, cells: Record<string, number>) => ({
  dimension: { slug, one: slug, many: `${slug}s`, kind },
  parts: Object.keys(cells),
  rows: [{ from: '2018-10-01', until: '2019-10-01', cells: Object.values(cells), report: 'year' }],
})

/** Burglary by districts and by the divisions that they make up. */
function areasRegister(hideBelow: number | null) {
  return {
    register: 'measures',
    reports: { year: { origin: 'official', release: 'The year', asAt: '2019-10-17' } },
    entries: [
      anEntry({
        definition: aDefinition({ hideBelow }),
        breakdowns: [
          table('district', 'place', { Ashford: 3, Dover: 30, Swale: 31 }),
          table('division', 'division', { East: 33, North: 31 }),
        ],
      }),
    ],
  }
}
