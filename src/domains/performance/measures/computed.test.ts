/** Figures that can be computed again by whoever has the values. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { aDefinition, aMeasure, anObservation, aSeries, TODAY, yearTo } from '../testing.ts'
import { computedFigures, shortHash } from './computed.ts'
import { tell } from './telling.ts'

test('a change says its formula, and the hash of the two values that it was computed from', () => {
  const measure = aMeasure({
    definition: aDefinition({ frequency: 'irregular' }),
    observations: [anObservation(yearTo('2018-09'), 1751), anObservation(yearTo('2019-09'), 1959)],
  })
  const [figure] = computedFigures(tell(measure, TODAY), measure.definition.unit)
  assert.equal(figure?.formula, '(1,959 − 1,751) ÷ 1,751 × 100, shown with one digit after the point')
  const text =
    '[["2017-10-01","2018-10-01",1751,null,null,null,null],["2018-10-01","2019-10-01",1959,null,null,null,null]]'
  assert.equal(figure?.sha256, createHash('sha256').update(text).digest('hex'))
  assert.equal(shortHash({ sha256: figure?.sha256 ?? '' }).length, 12)
})

const hashes = (series: readonly number[]): string[] => {
  const measure = aMeasure({ observations: aSeries('2017-10', series) })
  return computedFigures(tell(measure, TODAY), measure.definition.unit).map(
    ({ what, sha256 }) => `${what} ${sha256}`,
  )
}

test('the limits and sums of a chart change their hash with any of their values', () => {
  const values = Array.from({ length: 24 }, (_, index) => 50 + (index % 7))
  const before = hashes(values)
  const after = hashes(values.with(23, 51))
  assert.equal(before.length, 4, 'limits, two sums, and their change')
  assert.equal(before.filter((one) => after.includes(one)).length, 1, 'only the sum of the year before stays')
})
