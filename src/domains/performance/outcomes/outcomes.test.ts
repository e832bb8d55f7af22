/** Outcome types, charge rates and the crime tree: from their registers to their pages. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, aDefinition, anEntry, aUnit, changes } from '../testing.ts'
import { faultOf, type OutcomeType } from './outcome-framework.ts'
import { crimeTypesPage } from './public/crime-types-page.ts'
import { outcomesPage } from './public/outcomes-page.ts'
import { crimeTypes, outcomes } from './reads.ts'

const bring = aBringer({ after })
const reports = { june: { origin: 'official', source: { title: 'Crime paper' } } }
const YEAR = { from: '2018-07-01', until: '2019-07-01' }
const BEFORE = { from: '2017-07-01', until: '2018-07-01' }

const ofOutcomes = (record: TestRecord) => outcomes(record.ask)
const bringTypes = (record: TestRecord, more: object = {}) =>
  bring.register(record, { register: 'outcome-types', ...more }, { name: 'outcome-types.json' })

test('a register without types takes the 22 that come with Shiremoot, marked unconfirmed but for two', async (t) => {
  const record = await aRecord(t)
  assert.deepEqual(changes(await bringTypes(record)), ['created /outcomes#types'])
  const { framework } = await ofOutcomes(record)
  assert.deepEqual(
    framework?.types.map(({ number }) => number),
    Array.from({ length: 22 }, (_, index) => index + 1),
  )
  assert.deepEqual(
    framework?.types.filter(({ confirmed }) => confirmed).map(({ number }) => number),
    [21, 22],
  )
  const said = wordsOf(outcomesPage(await ofOutcomes(record), aRequest()).main)
  assert.match(said, /numbers 21 and 22 were confirmed\. The other numbers and names are not confirmed yet/)
  assert.match(said, /Charged or summonsed \(outcome 1\)/)
  assert.doesNotMatch(said, /In no group/, 'the shipped groups hold all types')
  assert.deepEqual(changes(await bringTypes(record)), [])
})

test('an office brings types and groups of its own, and a grouping keeps its name', async (t) => {
  const record = await aRecord(t)
  await bringTypes(record, {
    groupings: [
      {
        slug: 'ours',
        name: 'our own groups',
        source: { title: 'Our paper', confirmed: true },
        groups: [{ slug: 'out-of-court', name: 'Out of court', types: [2, 3, 4, 6, 7, 8] }],
      },
    ],
  })
  const said = wordsOf(outcomesPage(await ofOutcomes(record), aRequest()).main)
  assert.match(said, /Grouped otherwise: our own groups/)
  assert.match(said, /Caution: youth \(2\)/)
  await assert.rejects(
    bringTypes(record, {
      types: [{ number: 1, name: 'Charged', words: 'Charged.' }],
      source: { title: 'Ours' },
      groupings: [
        {
          slug: 'home-office',
          name: 'g',
          source: { title: 'Ours' },
          groups: [{ slug: 'a', name: 'A', types: [1, 2] }],
        },
      ],
    }),
    /groups type 2, which is not in the list/,
  )
})

const type = (number: number): OutcomeType => ({
  number,
  name: 'x',
  words: 'x',
  since: null,
  confirmed: true,
})

test('a type in two groups of one grouping is a fault, and so are two types of one number', () => {
  const group = { slug: 'a', name: 'A', words: null, types: [1] }
  const grouping = {
    slug: 'g',
    name: 'G',
    words: null,
    groups: [group, { ...group, slug: 'b' }],
    basis: { title: 'x', path: null, confirmed: true },
  }
  assert.equal(faultOf({ types: [type(1)], groupings: [grouping] }), '"G" has type 1 in two groups')
  assert.equal(faultOf({ types: [type(1), type(1)], groupings: [] }), 'two types have the number 1')
})

const rate = anEntry({
  slug: 'charge-rate',
  title: 'Charge rate',
  family: 'outcomes',
  definition: aDefinition({
    unit: aUnit({ style: 'percent', many: 'recorded crimes', digits: 1 }),
    frequency: 'irregular',
  }),
  report: 'june',
  observations: [{ ...YEAR, value: 5.4, events: 10_336, base: 191_408 }],
  changes: [{ ...YEAR, againstFrom: BEFORE.from, againstUntil: BEFORE.until, points: -2.1 }],
  breakdowns: [
    {
      dimension: { slug: 'force', one: 'force', many: 'forces', kind: 'force' },
      parts: ['Anyshire', 'England and Wales'],
      rows: [{ ...YEAR, cells: [5.4, 7.8] }],
    },
  ],
})

test('a charge rate stands with what it counts, its change in points, the national figure and the lag', async (t) => {
  const record = await aRecord(t)
  const bare = {
    ...rate,
    slug: 'bare',
    title: 'Bare rate',
    observations: [{ ...YEAR, value: 2.3 }],
    changes: [],
    breakdowns: [],
  }
  await bring.register(record, { register: 'measures', reports, entries: [rate, bare] })
  const said = wordsOf(outcomesPage(await ofOutcomes(record), aRequest()).main)
  assert.match(
    said,
    /Charge rate 5\.4% 10,336 of 191,408 −2\.1 percentage points against the 12 months to June 2018, as stated; [^.]*nobody can say how far chance alone reaches\. 7\.8%/,
  )
  assert.match(said, /Bare rate 2\.3% the source gives no numbers not given not given/)
  assert.match(said, /still being looked into and have no outcome yet/)
  assert.match(said, /No list of the types of outcome is on this record yet/)
})

const count = (slug: string, value: number | null, change?: { difference: number; percent: number }) =>
  anEntry({
    slug,
    title: slug,
    family: 'recorded-crime',
    definition: aDefinition({ frequency: 'irregular' }),
    report: 'june',
    observations: value === null ? [] : [{ ...YEAR, value }],
    changes:
      change === undefined
        ? []
        : [{ ...YEAR, againstFrom: BEFORE.from, againstUntil: BEFORE.until, ...change }],
  })

const withTree = async (
  t: Parameters<typeof aRecord>[0],
  entries: Record<string, unknown>[],
  more: object = {},
) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', reports, entries })
  await bring.register(record, { register: 'crime-tree', ...more }, { name: 'crime-tree.json' })
  return record
}
const treeWords = async (record: TestRecord): Promise<string> =>
  wordsOf(crimeTypesPage(await crimeTypes(record.ask, undefined), aRequest()).main)

test('parts that make their printed whole are said to, and parts that do not are shown beside it', async (t) => {
  const agreeing = await withTree(t, [
    count('robbery', 30),
    count('robbery-business', 10),
    count('robbery-personal', 20),
  ])
  assert.match(await treeWords(agreeing), /Robbery: the 2 parts add up to 30, as printed\./)
  const differing = await withTree(t, [
    count('robbery', 33),
    count('robbery-business', 10),
    count('robbery-personal', 20),
  ])
  assert.match(
    await treeWords(differing),
    /Robbery: the parts do not add up\. They make 30; 33 is printed, 3 more\. Both stand as they were printed\./,
  )
})

test('nothing is said of a sum of which a part is missing', async (t) => {
  const said = await treeWords(await withTree(t, [count('robbery', 33), count('robbery-business', 10)]))
  assert.doesNotMatch(said, /Robbery: the/)
  assert.match(said, /Also in it, without a figure for this time: Robbery of a person \(not confirmed\)\./)
})

test('a register hangs a measure on a node by another name, and one node of nobody is refused', async (t) => {
  const measures = [{ node: 'all-crime', measure: 'everything' }]
  const record = await withTree(t, [count('everything', 100)], { measures })
  const { hung } = await crimeTypes(record.ask, undefined)
  assert.equal(hung?.whole.observation?.cell.value, 100)
  await assert.rejects(
    bring.register(record, {
      register: 'crime-tree',
      measures: [{ node: 'nonsense', measure: 'everything' }],
    }),
    /the tree has no "nonsense" on which everything could hang/,
  )
})

test('a change that a paper states without a number stands in the tree, and measures outside it are listed apart', async (t) => {
  const record = await withTree(t, [
    count('burglary', null, { difference: -50, percent: -0.2 }),
    count('domestic-abuse', 34_765),
  ])
  const said = await treeWords(record)
  assert.match(
    said,
    /Burglary the number itself is not printed 50 fewer, −0\.2% against the 12 months to June 2018, as stated; .*: no clear change\./,
  )
  assert.match(said, /must not be added to it\. .*domestic-abuse 34,765 crimes/)
})

test('an address asks for a span, and an unknown one gives the fullest', async (t) => {
  const record = await withTree(t, [
    {
      ...count('robbery', 33),
      observations: [
        { ...YEAR, value: 33 },
        { ...BEFORE, value: 40 },
      ],
    },
    count('burglary', 7),
  ])
  const span = async (asked: string) => (await crimeTypes(record.ask, asked)).hung?.span?.from
  assert.equal(await span('2017-07-01/2018-07-01'), '2017-07-01')
  assert.equal(await span('nonsense'), '2018-07-01')
})
