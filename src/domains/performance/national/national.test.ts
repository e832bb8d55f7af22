/** National measures from their register to the page: the set in force, its statements, and reviews that are overdue. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { asAt } from '../../../record/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { aBasis, aRegisterFile, aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, anEntry, changes } from '../testing.ts'
import { type NationalSet, reviewOn, setsOn } from './national-set.ts'
import { nationalPage, nationalSetPage } from './public/national-page.ts'
import { nationalSetKind } from './published.ts'
import { nationalMeasures, nationalSetAt } from './reads.ts'

const bring = aBringer({ after })

const entry = {
  slug: 'measures-2021',
  name: 'National Crime and Policing Measures',
  from: '2018-06-01',
  words: 'Six priorities of the government.',
  source: { title: 'Guidance of June 2021' },
  measures: [
    {
      number: '1',
      priority: 'Reduce neighbourhood crime',
      metric: 'Burglary and theft',
      localMeasures: ['burglary', 'nowhere'],
    },
    { number: '2', priority: 'Tackle cyber crime', applies: true, why: 'it knows no borders' },
  ],
  statements: [
    {
      measure: '1',
      asAt: '2019-09-30',
      words: 'The force sends officers to each burglary.',
      by: 'the Commissioner',
      reviewedOn: '2019-10-10',
    },
  ],
}

test('a set comes by register with its statements, and brought again changes nothing', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const register = { register: 'national-measures', entries: [entry] }
  assert.deepEqual(changes(await bring.register(record, register)), [
    'created /national-measures/measures-2021',
  ])
  assert.deepEqual(changes(await bring.register(record, register)), [])
  const answer = await nationalMeasures(record.ask, date('2019-12-01'))
  const said = wordsOf(nationalPage(answer, aRequest()).main)
  assert.match(said, /The force sends officers to each burglary\./)
  assert.match(said, /Reviewed in time/)
  assert.match(said, /No statement on this record/)
  assert.match(said, /Not confirmed yet/)
  assert.match(said, /Applies here: it knows no borders/)
  assert.ok(answer.measures.has('burglary'), 'a local measure is shown')
  assert.equal((await nationalSetAt(record.ask, 'measures-2021'))?.set.measures.length, 2)
  assert.equal(await nationalSetAt(record.ask, 'elsewhere'), undefined)
  assert.deepEqual(
    (await nationalMeasures(asAt(record.ask, date('2019-01-01')), date('2019-01-01'))).sets.inForce,
    [],
  )
})

test('a statement about a measure that the set does not have is refused', async (t) => {
  const record = await aRecord(t)
  const wrong = { ...entry, statements: [{ ...entry.statements[0], measure: '9' }] }
  await assert.rejects(
    bring.register(record, { register: 'national-measures', entries: [wrong] }),
    /has no measure 9, of which a statement speaks/,
  )
})

const aSet = (change: Partial<NationalSet> = {}): NationalSet => ({
  slug: 'set',
  name: 'The measures',
  from: date('2019-01-01'),
  until: null,
  words: 'Priorities of the government.',
  reviewed: true,
  measures: [
    {
      number: '1',
      priority: 'Reduce robbery',
      metric: null,
      confirmed: true,
      applies: null,
      why: null,
      localMeasures: [],
    },
  ],
  statements: ['2019-03-31', '2019-06-30'].map((day) => ({
    measure: '1',
    asAt: date(day),
    words: `Said as at ${day}.`,
    by: 'the Commissioner',
    reviewedOn: date(day),
    invented: false,
  })),
  basis: aBasis(),
  register: aRegisterFile,
  ...change,
})

test('a review is due within 92 days of the last, and is overdue from the day after', () => {
  const due = date('2019-09-30')
  assert.equal(reviewOn(aSet(), '1', due).state, 'in-time')
  assert.deepEqual(reviewOn(aSet(), '1', date('2019-10-02')), {
    state: 'overdue',
    statement: aSet().statements[1],
    due,
    days: 2,
  })
  assert.equal(reviewOn(aSet({ statements: [] }), '1', due).state, 'none')
})

test('on an earlier day the statement of then stands, and later ones are not known', () => {
  const review = reviewOn(aSet(), '1', date('2019-05-01'))
  assert.ok(review.state === 'in-time')
  assert.equal(review.statement.words, 'Said as at 2019-03-31.')
})

test('an overdue review is said plainly, with how many days, and older statements stay to be read', () => {
  const said = wordsOf(
    nationalSetPage({ set: aSet(), measures: new Map() }, aRequest({ today: '2019-12-01' })).main,
  )
  assert.match(said, /Review overdue Its next review was due by 30 September 2019, 62 days ago\./)
  assert.match(said, /What was said before Said as at 2019-03-31\./)
})

test('sets that are over are kept and led to, and those to come are told apart', () => {
  const sets = [
    aSet({ slug: 'old', from: date('2015-01-01'), until: date('2019-01-01') }),
    aSet(),
    aSet({ slug: 'threats', reviewed: false, from: date('2019-02-01') }),
    aSet({ slug: 'next', from: date('2020-01-01') }),
  ]
  const found = setsOn(sets, date('2019-12-01'))
  assert.deepEqual(
    [found.inForce, found.before, found.coming].map((each) => each.map(({ slug }) => slug)),
    [['set', 'threats'], ['old'], ['next']],
  )
  const page = nationalPage({ sets: found, measures: new Map() }, aRequest()).main.text
  assert.match(page, /href="\/national-measures\/old"/)
})

test('made-up statements are marked, and an empty record says that it is empty', () => {
  const made = aSet({ statements: aSet().statements.map((statement) => ({ ...statement, invented: true })) })
  assert.match(wordsOf(nationalSetPage({ set: made, measures: new Map() }, aRequest()).main), /Made-up words/)
  const nothing = nationalPage(
    { sets: { inForce: [], before: [], coming: [] }, measures: new Map() },
    aRequest(),
  )
  assert.match(
    wordsOf(nothing.main),
    /No set of national priorities in force on 1 December 2019 is on this record/,
  )
})

test('headings of a set’s own page begin at level 2, and search leads to an anchor that the page has', () => {
  const set = aSet()
  const page = nationalSetPage({ set, measures: new Map() }, aRequest()).main.text
  assert.match(page, /<h2[^>]* id="measure-set-1">/)
  const [first] = nationalSetKind.publish(set).paragraphs
  assert.equal(first?.anchor, 'measure-set-1')
})
