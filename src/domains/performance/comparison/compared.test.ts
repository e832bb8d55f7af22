/** The mean of the most similar forces, and when a difference counts as more than chance. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aUnit, yearTo } from '../testing.ts'
import { compared, type GroupMean } from './compared.ts'
import { faultOf, forceKey, groupOn } from './comparison-group.ts'
import { comparisonSentence, funnelWords, meanCaveats, nationalWords } from './comparison-words.ts'
import { aGroup, byForce, YEAR } from './testing.ts'

const forces = {
  Anyshire: { events: 500, base: 1_000_000 },
  Bigshire: { events: 4_000, base: 4_000_000 },
  'Cross & Vale': { events: 30, base: 100_000 },
}
const unit = {
  unit: aUnit({ style: 'rate', per: 1000, many: 'burglaries' }),
  population: { words: 'residents' },
}
const group = aGroup('Anyshire', ['Bigshire', 'Cross and Vale'])
const mean = (found: ReturnType<typeof compared>): GroupMean => {
  assert.ok(found !== undefined && typeof found.mean !== 'string', 'there is a mean')
  return found.mean
}

test('the mean counts each force once, with the force itself among them, however large the others are', () => {
  const found = mean(compared(byForce(forces), [group], ['Anyshire Police'], null))
  assert.equal(found.mean.toFixed(10), ((0.5 + 1 + 0.3) / 3).toFixed(10))
  assert.deepEqual(
    found.figures.map(({ name }) => name),
    ['Anyshire', 'Bigshire', 'Cross & Vale'],
  )
})

test('the group of the last day of the span decides, not the group of today', () => {
  const before = aGroup('Anyshire', ['Bigshire'], { until: '2020-03-31' })
  const since = aGroup('Anyshire', ['Cross and Vale'], { from: '2020-03-31' })
  const found = mean(compared(byForce(forces), [before, since], ['Anyshire'], null))
  assert.deepEqual(found.group.members, ['Cross and Vale'])
  const earlier = mean(
    compared(byForce(forces, { span: yearTo('2019-03') }), [before, since], ['Anyshire'], null),
  )
  assert.deepEqual(earlier.group.members, ['Bigshire'])
})

test('groups are not mutual: being in another’s group puts nobody into one’s own', () => {
  const groups = [group, aGroup('Bigshire', ['Cross and Vale'])]
  assert.deepEqual(groupOn(groups, 'Bigshire', YEAR.from)?.members, ['Cross and Vale'])
  assert.equal(groupOn(groups, 'Cross & Vale', YEAR.from), undefined)
})

test('a force without a group, and one that nobody has named a group for, are held against none and told apart', () => {
  const none = compared(byForce(forces), [aGroup('Anyshire', [])], ['Anyshire'], null)
  assert.ok(none)
  assert.equal(none.mean, 'has-none')
  assert.match(comparisonSentence(none, unit), /It has no group of most similar forces\.$/)
  const unsaid = compared(byForce(forces), [], ['Anyshire'], null)
  assert.ok(unsaid)
  assert.equal(unsaid.mean, 'no-group')
  assert.match(
    comparisonSentence(unsaid, unit),
    /Nobody has said on this record which forces were most similar/,
  )
})

test('the sentence says the figure with its interval, the mean, and whether the difference is more than chance', () => {
  const found = compared(byForce(forces), [group], ['Anyshire'], null)
  assert.ok(found)
  assert.equal(
    comparisonSentence(found, unit),
    'In the 12 months to March 2020 the figure of Anyshire was 0.50 (0.46 to 0.55) burglaries per 1,000 residents; the mean of its most similar forces, itself among them, was 0.60. Anyshire was below it by more than chance in counting would bring.',
  )
})

test('a small difference is said to be no more than chance', () => {
  const alike = byForce({
    Anyshire: { events: 500, base: 1_000_000 },
    Bigshire: { events: 510, base: 1_000_000 },
  })
  const found = compared(alike, [aGroup('Anyshire', ['Bigshire'])], ['Anyshire'], null)
  assert.ok(found)
  assert.match(
    comparisonSentence(found, unit),
    /The difference is not more than chance in counting would bring\.$/,
  )
})

test('without numbers behind a figure nobody says whether a difference is chance, and nothing gets an interval', () => {
  const printed = byForce({ Anyshire: 2.3, Bigshire: 4, 'England and Wales': 4.1 }, { style: 'percent' })
  const found = compared(printed, [aGroup('Anyshire', ['Bigshire'])], ['Anyshire'], null)
  assert.equal(mean(found).difference, null)
  assert.ok(found)
  assert.match(
    comparisonSentence(found, { unit: aUnit({ style: 'percent', digits: 1 }), population: null }),
    /nobody can say whether/,
  )
  assert.equal(nationalWords(found, 'of crimes'), '4.10% of crimes')
  assert.equal(nationalWords({ ...found, national: null }, 'of crimes'), 'not given')
  assert.ok(found.forces.every(({ interval }) => interval === null))
  assert.deepEqual(
    found.forces.map(({ name }) => name),
    ['Anyshire', 'Bigshire'],
    'a country is no force',
  )
})

test('members without a figure are named and left out of the mean, and an unconfirmed group is called so', () => {
  const found = compared(
    byForce({ ...forces, Farshire: null }),
    [aGroup('Anyshire', ['Bigshire', 'Farshire'], { confirmed: false })],
    ['Anyshire'],
    null,
  )
  assert.deepEqual(mean(found).missing, ['Farshire'])
  assert.ok(found)
  const said = meanCaveats(found).join(' ')
  assert.match(said, /Without a figure here and left out of the mean: Farshire\./)
  assert.match(said, /Nobody has confirmed this group yet/)
})

test('the mean lies between the least and the greatest, and does not ask in which order forces come', () => {
  const events = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(fc.array(events, { minLength: 2, maxLength: 8 }), (counts) => {
      const named = counts.map((each, index) => [`Force ${index}`, { events: each, base: 100_000 }] as const)
      const members = named.slice(1).map(([name]) => name)
      const meanIn = (list: typeof named): number =>
        mean(compared(byForce(Object.fromEntries(list)), [aGroup('Force 0', members)], ['Force 0'], null))
          .mean
      const found = meanIn(named)
      assert.ok(found >= Math.min(...counts) / 100 - 1e-9 && found <= Math.max(...counts) / 100 + 1e-9)
      assert.ok(Math.abs(found - meanIn(named.toReversed())) < 1e-9)
    }),
  )
})

test('a force is known by every way to write its name', () => {
  for (const name of ['Avon & Somerset', 'Avon and Somerset', 'Avon and Somerset Constabulary'])
    assert.equal(forceKey(name), 'avon-and-somerset')
  assert.equal(forceKey('Kent Police'), 'kent')
  assert.equal(forceKey('Metropolitan Police Service'), forceKey('Metropolitan'))
  assert.equal(forceKey('City of London Police'), 'city-of-london')
})

test('groups that name too many, the force itself, a force twice, or hold at the same time are refused with the reason', () => {
  const eight = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  assert.match(faultOf([aGroup('Kent', eight)]) ?? '', /8 others, and 7 at most/)
  assert.match(faultOf([aGroup('Kent', ['Essex', 'Kent Police'])]) ?? '', /names Kent itself/)
  assert.match(faultOf([aGroup('Kent', ['Essex', 'Essex Police'])]) ?? '', /"essex" twice/)
  assert.match(
    faultOf([aGroup('Kent', ['Essex']), aGroup('Kent', ['Surrey'], { from: '2021-04-01' })]) ?? '',
    /two groups of Kent hold on the same days/,
  )
  assert.equal(
    faultOf([
      aGroup('Kent', ['Essex'], { until: '2021-04-01' }),
      aGroup('Kent', ['Surrey'], { from: '2021-04-01' }),
    ]),
    undefined,
  )
})

test('few forces make no funnel', () => {
  const found = compared(byForce(forces), [group], ['Anyshire'], null)
  assert.equal(found?.funnel, null)
  assert.deepEqual(funnelWords({ base: 1, dispersion: 1, overDispersed: false, places: [] }), [
    '0 of 0 forces lie outside the limits that chance in counting would set (99.8%).',
  ])
})
