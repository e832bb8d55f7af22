/** Volunteer schemes from their register to the page: whose the figures are, and what of a printed table does not add up. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aRecord } from '../../../record/testing.ts'
import { aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, aDefinition, anEntry, aUnit, changes } from '../testing.ts'
import { volunteersPage } from './public/volunteers-page.ts'
import { volunteers } from './reads.ts'

const bring = aBringer({ after })
const source = { title: 'Volunteering paper', path: '/meetings/panel/2019-11-21/papers/b2', confirmed: true }

const schemes = [
  {
    slug: 'speedwatch',
    name: 'Community Speedwatch',
    sort: 'partnered',
    owner: 'Anyshire Police',
    ownerKind: 'force',
    words: 'Neighbours measure speeds.',
    tableBy: 'division',
    sums: [{ total: 'observed', of: ['first-records', 'letters'] }],
    source,
  },
  {
    slug: 'neighbourhood-watch',
    name: 'Neighbourhood Watch',
    sort: 'partnered',
    owner: 'Anyshire Neighbourhood Watch Association',
    ownerKind: 'partner',
    words: 'Neighbours look out for each other.',
    source,
  },
  {
    slug: 'custody-visitors',
    name: 'Custody visitors',
    sort: 'holding-to-account',
    owner: 'the Commissioner',
    ownerKind: 'policing-body',
    words: 'Visits to police cells.',
    source,
  },
]

const QUARTER = { from: '2019-04-01', until: '2019-07-01' }
const reports = { paper: { origin: 'internal', source: { title: 'Volunteering paper' } } }
const dimension = { slug: 'division', one: 'division', many: 'divisions', kind: 'division' }

const byDivision = (slug: string, title: string, cells: number[], total: number) =>
  anEntry({
    slug,
    title,
    family: 'volunteers/speedwatch',
    definition: aDefinition({ frequency: 'irregular', unit: aUnit({ one: 'vehicle', many: 'vehicles' }) }),
    report: 'paper',
    observations: [{ ...QUARTER, value: total }],
    breakdowns: [{ dimension, parts: ['East', 'West'], rows: [{ ...QUARTER, cells }] }],
  })

const watches = anEntry({
  slug: 'watches',
  title: 'Watches',
  family: 'volunteers/neighbourhood-watch',
  definition: aDefinition({ frequency: 'irregular', unit: aUnit({ one: 'watch', many: 'watches' }) }),
  report: 'paper',
  observations: [{ from: '2019-11-21', until: '2019-11-22', value: 5300 }],
})
const unsorted = { ...watches, slug: 'helpers', title: 'Helpers', family: 'volunteers/unheard-of' }

const filled = async (t: Parameters<typeof aRecord>[0], observed = [110, 56], total = 166) => {
  const record = await aRecord(t)
  const entries = [
    byDivision('first-records', 'First records', [80, 40], 120),
    byDivision('letters', 'Letters', [30, 12], 42),
    byDivision('observed', 'All observed', observed, total),
    watches,
    unsorted,
  ]
  await bring.register(record, { register: 'measures', reports, entries })
  await bring.register(record, { register: 'schemes', entries: schemes }, { name: 'schemes.json' })
  return record
}

test('schemes come by register, and brought again change nothing', async (t) => {
  const record = await filled(t)
  const again = await bring.register(
    record,
    { register: 'schemes', entries: schemes },
    { name: 'schemes.json' },
  )
  assert.deepEqual(changes(again), [])
  const answer = await volunteers(record.ask)
  assert.deepEqual(
    answer.schemes.map(({ scheme, measures }) => [scheme.slug, measures.length]),
    [
      ['speedwatch', 3],
      ['neighbourhood-watch', 1],
      ['custody-visitors', 0],
    ],
  )
  assert.deepEqual(
    answer.others.map(({ slug }) => slug),
    ['helpers'],
  )
})

test('the printed figures stand, and the row and the total that do not add up are named', async (t) => {
  const record = await filled(t)
  const said = wordsOf(volunteersPage(await volunteers(record.ask), aRequest()).main)
  assert.match(said, /Community Speedwatch by division, 3 months to June 2019/)
  assert.match(said, /West 40 12 56 Total, as printed 120 42 166/)
  // 80 + 30, 40 + 12 against 56, 120 + 42 against 166; and three columns.
  assert.match(said, /Of 6 sums that were checked, 2 do not add up:/)
  assert.match(
    said,
    /West, All observed: the parts make 52; 56 is printed, 4 more\. Which of them is right is not known\./,
  )
  assert.match(said, /Total, All observed: the parts make 162; 166 is printed, 4 more\./)
})

test('a total that neither its column nor its row makes is named for both', async (t) => {
  const record = await filled(t, [110, 52])
  const { schemes: found } = await volunteers(record.ask)
  const table = found[0]?.table
  assert.ok(table)
  assert.deepEqual(
    table.remarks.map(({ along, part, added }) => [along, part, added.sum, added.stated]),
    [
      ['column', null, 162, 166],
      ['row', null, 162, 166],
    ],
  )
})

test('where everything adds up, the page says how many sums agree', async (t) => {
  const record = await filled(t, [110, 52], 162)
  const said = wordsOf(volunteersPage(await volunteers(record.ask), aRequest()).main)
  assert.match(said, /The printed rows and totals were added up: all 6 sums agree\./)
})

test('figures of partners are marked as theirs and not the force’s', async (t) => {
  const record = await filled(t)
  const said = wordsOf(volunteersPage(await volunteers(record.ask), aRequest()).main)
  assert.match(said, /Figures of Anyshire Neighbourhood Watch Association, not of Anyshire Police/)
  assert.match(said, /Run by the Commissioner, not by Anyshire Police\./)
  assert.doesNotMatch(said, /Figures of Anyshire Police, not of/)
  assert.match(said, /No figures of it are on this record\./)
  assert.match(said, /Other figures about volunteers/)
})

test('an empty record says so, and two schemes of one name or without an owner are refused', async (t) => {
  const record = await aRecord(t)
  const said = wordsOf(volunteersPage(await volunteers(record.ask), aRequest()).main)
  assert.match(said, /No volunteer schemes in Anyshire are on this record yet/)
  const refused = (entries: unknown[], why: RegExp) =>
    assert.rejects(bring.register(record, { register: 'schemes', entries }), why)
  await refused([schemes[0], schemes[0]], /"speedwatch" names two schemes/)
  await refused([{ ...schemes[0], owner: ' ' }], /Community Speedwatch has no owner/)
  await refused([{ ...schemes[0], ownerKind: 'charity' }], /ownerKind is not one of/)
})
