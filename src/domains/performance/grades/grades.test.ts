/** Inspection grades from their register to the page, cycle by cycle and never as a trend. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { aBasis, aRegisterFile, aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, changes } from '../testing.ts'
import { gradesCounted, type Inspection } from './inspection.ts'
import { gradesPage } from './public/grades-page.ts'
import { inspections } from './reads.ts'

const bring = aBringer({ after })

const older = {
  cycle: 'PEEL 2018/19',
  programme: 'PEEL',
  published: '2019-09-27',
  scale: ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
  source: { title: 'The report', path: 'https://example.org/report', confirmed: true },
  grades: [
    { pillar: 'Legitimacy', question: 'As a whole', grade: 'Outstanding' },
    { pillar: 'Effectiveness', question: 'As a whole', grade: 'Good' },
  ],
}
const newer = {
  ...older,
  cycle: 'PEEL 2021/22',
  published: '2022-10-14',
  scale: ['Outstanding', 'Good', 'Adequate', 'Requires improvement', 'Inadequate'],
  grades: [
    { question: 'Investigating crime', grade: 'Adequate' },
    { question: 'Service to victims', grade: null },
  ],
}

test('grades come by register, newest cycle first, and brought again change nothing', async (t) => {
  const record = await aRecord(t)
  const register = { register: 'inspection-grades', entries: [older, newer] }
  const brought = await bring.register(record, register)
  assert.deepEqual(changes(brought), [
    'created /inspection-grades#peel-2018-19',
    'created /inspection-grades#peel-2021-22',
  ])
  assert.deepEqual(
    (await inspections(record.ask)).map(({ cycle }) => cycle),
    ['PEEL 2021/22', 'PEEL 2018/19'],
  )
  assert.deepEqual(changes(await bring.register(record, register)), [])
})

test('a grade that is not on the scale of its cycle is refused by name', async (t) => {
  const record = await aRecord(t)
  const wrong = { ...older, grades: [{ question: 'As a whole', grade: 'Adequate' }] }
  await assert.rejects(
    bring.register(record, { register: 'inspection-grades', entries: [wrong] }),
    /"Adequate" is not on the scale of PEEL 2018\/19/,
  )
  await assert.rejects(
    bring.register(record, {
      register: 'inspection-grades',
      entries: [{ ...older, source: { title: 'x', path: 'javascript:1' } }],
    }),
    /"javascript:1" is neither an address/,
  )
})

const inspection = (change: Partial<Inspection>): Inspection => ({
  slug: 'peel-2018-19',
  cycle: 'PEEL 2018/19',
  programme: 'PEEL',
  published: date('2019-09-27'),
  scale: older.scale,
  words: null,
  grades: [{ pillar: null, question: 'As a whole', grade: 'Good', words: null }],
  basis: aBasis(),
  register: aRegisterFile,
  ...change,
})

test('each cycle has a table of its own with its own scale, no picture joins them, and the page says why', () => {
  const page = gradesPage(
    [inspection({ slug: 'b', cycle: 'PEEL 2021/22', scale: newer.scale }), inspection({})],
    aRequest(),
  )
  const said = wordsOf(page.main)
  assert.equal(page.main.text.match(/<table/g)?.length, 2)
  assert.doesNotMatch(page.main.text, /<svg/)
  assert.match(said, /Do not read these as a trend/)
  assert.match(said, /Outstanding, Good, Adequate, Requires improvement, Inadequate/)
})

test('a question that was assessed and not graded is said to be so, and an empty record too', () => {
  const ungraded = inspection({
    grades: [{ pillar: null, question: 'Service to victims', grade: null, words: null }],
  })
  assert.match(wordsOf(gradesPage([ungraded], aRequest()).main), /Assessed, not graded/)
  assert.equal(gradesCounted(ungraded), '1 not graded')
  assert.match(
    wordsOf(gradesPage([], aRequest()).main),
    /No grades of an inspection of Anyshire Police are on this record yet/,
  )
})
