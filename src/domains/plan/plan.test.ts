/** What a plan is, and where it stands on a day. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../lib/index.ts'
import { commitmentState, progressWords, stateWords, withProgress } from './commitment.ts'
import { inVersionOrder, planOn, planSlug, shortTitle, standing, standingWords, termWords } from './plan.ts'
import { missingNumbers } from './priority.ts'
import { countShown, cursorFrom, cursorText, markOf, SHOWS, showNamed, statesInWords } from './thread.ts'

const dated = (title: string, from: string, until: string | null, draft = false) => ({
  slug: planSlug(title, date(from)),
  title,
  draft,
  term: { from: date(from), until: until === null ? null : date(until) },
})

const words = (day: string): string => standingWords(standing(second, [first, second], date(day)))

const first = dated('Safer in Kent Plan', '2017-04-01', '2021-04-01')
const second = dated('Making Kent Safer Plan', '2022-04-01', '2025-04-01')

test('a plan keeps its address when the papers print its title longer or shorter', () => {
  const from = date('2017-04-01')
  assert.equal(
    planSlug('Safer in Kent: The Community Safety and Criminal Justice Plan', from),
    'safer-in-kent-2017',
  )
  assert.equal(planSlug('Safer in Kent Plan', from), 'safer-in-kent-2017')
  assert.equal(planSlug('The Making Kent Safer Plan', date('2022-04-01')), 'making-kent-safer-2022')
  assert.equal(planSlug('Police and Crime Plan', from), 'police-and-crime-plan-2017')
  assert.equal(planSlug('A Plan for Anyshire', from), 'a-plan-for-anyshire-2017')
  assert.equal(shortTitle('The Making Kent Safer Plan'), 'Making Kent Safer')
})

test('a plan is in force while its stated term runs, and says so when the term is over', () => {
  assert.equal(words('2022-03-31'), 'Begins on 1 April 2022')
  assert.equal(words('2022-04-01'), 'In force until 31 March 2025')
  assert.equal(words('2025-03-31'), 'In force until 31 March 2025')
  assert.equal(words('2025-04-01'), 'Its term ended on 31 March 2025')
  assert.equal(words('2026-11-21'), 'Its term ended on 31 March 2025')
})

test('a plan is replaced from the day the next one’s term begins', () => {
  const long = dated('Old', '2017-04-01', '2023-04-01')
  assert.equal(standing(long, [long, second], date('2022-03-31')).state, 'in-force')
  assert.equal(
    standingWords(standing(long, [long, second], date('2022-04-01'))),
    'Replaced on 1 April 2022 by Making Kent Safer',
  )
  const draftOnly = { ...second, draft: true }
  assert.equal(
    standing(long, [long, draftOnly], date('2022-06-01')).state,
    'in-force',
    'a draft replaces nothing',
  )
  assert.equal(standingWords(standing(draftOnly, [], date('2022-06-01'))), 'A draft, not in force')
})

test('between two terms no plan is in force, and none is made up', () => {
  assert.equal(planOn([first, second], date('2021-06-01')), undefined)
  assert.equal(planOn([first, second], date('2019-11-21')), first)
})

test('a term is given with its last day, as plans print it', () => {
  assert.equal(termWords(first.term), '1 April 2017 to 31 March 2021')
  assert.equal(termWords(null), 'not stated')
})

test('versions stand by date, undated ones last', () => {
  const versions = [{ date: null }, { date: date('2020-04-01') }, { date: date('2017-04-01') }]
  assert.deepEqual(
    inVersionOrder(versions).map(({ date: day }) => day),
    ['2017-04-01', '2020-04-01', null],
  )
})

test('gaps in the numbers of priorities are named', () => {
  assert.equal(missingNumbers(['5']), '1 to 4')
  assert.equal(missingNumbers(['2', '5', '6']), '1, 3 and 4')
  assert.equal(missingNumbers(['1', '2', null, 'a']), '')
})

const step = (day: string, state: 'done' | null, path = `/files/${day}`) => ({
  date: date(day),
  state,
  paragraphs: [],
  tables: [],
  source: { title: 'A paper', path, date: date(day), place: 'paragraph 1' },
  broughtBy: path,
})

test('a commitment is open until a source says otherwise, and reported is not done', () => {
  assert.equal(commitmentState({ progress: [] }), 'open')
  assert.equal(commitmentState({ progress: [step('2017-11-15', null)] }), 'open')
  assert.equal(commitmentState({ progress: [step('2017-11-15', 'done'), step('2018-11-15', null)] }), 'done')
  assert.equal(progressWords({ progress: [] }), 'No progress has been published.')
  assert.equal(stateWords('not-doing'), 'Will not be done')
})

test('what a paper reports is kept once, in the order of days, and goes when the paper no longer says it', () => {
  const before = withProgress([step('2018-01-01', null)], [step('2017-01-01', null)], '/files/2017-01-01')
  assert.deepEqual(
    before.map(({ date: day }) => day),
    ['2017-01-01', '2018-01-01'],
  )
  assert.equal(withProgress(before, [step('2017-01-01', 'done')], '/files/2017-01-01').length, 2)
  const newer = withProgress(before, [step('2017-01-01', null, '/files/newer')], '/files/newer')
  assert.equal(newer.length, 2, 'a newer text of the same paper takes the place of the older')
  assert.equal(withProgress(before, [], '/files/2017-01-01').length, 1)
})

const counts = [
  { kind: 'action', state: 'open', count: 2 },
  { kind: 'action', state: 'done', count: 3 },
  { kind: 'commitment', state: 'open', count: 2 },
  { kind: 'question', state: 'answered', count: 1 },
  { kind: 'minute', state: null, count: 4 },
]

test('a thread is counted by what things are and by their states in words', () => {
  const [everything, promises, questions] = SHOWS
  assert.equal(countShown(counts, everything), 12)
  assert.equal(countShown(counts, promises), 7)
  assert.equal(statesInWords(counts, promises), '4 open · 3 done')
  assert.equal(statesInWords(counts, questions), '1 answered')
  assert.equal(showNamed('nonsense'), undefined)
  assert.equal(showNamed(undefined)?.name, 'everything')
})

test('only what is done or answered has a filled mark', () => {
  assert.deepEqual(
    [
      markOf('action', 'open'),
      markOf('action', 'done'),
      markOf('question', 'answered'),
      markOf('paper', null),
    ],
    ['promised', 'done', 'done', 'said'],
  )
})

test('a place in a thread survives its address, and a made-up one is none', () => {
  const id = '0199a3c2-0000-7000-8000-0123456789ab'
  for (const text of [`2019-09-24.${id}`, `undated.${id}`]) {
    const cursor = cursorFrom(text)
    assert.equal(cursor && cursorText(cursor), text)
  }
  for (const text of ['', '2019-02-30.' + id, '2019-09-24.x', '9'.repeat(400)])
    assert.equal(cursorFrom(text), undefined)
})
