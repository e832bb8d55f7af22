/** What users of the statistics rely on, by cases small enough to check by hand. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { date, isRefusal } from '../lib/index.ts'
import { betaQuantile, binomialAtMost, binomialQuantile, tQuantile } from './beta.ts'
import { chiSquareQuantile, gammaShares, logGamma, poissonAtMost, poissonQuantile } from './gamma.ts'
import {
  byar,
  changeBetweenCounts,
  changeWords,
  differenceOfShares,
  exactPoisson,
  funnel,
  logitInterval,
  ranked,
  rate,
  rollingYears,
  roundedParts,
  tMean,
  wilson,
} from './index.ts'
import { normalQuantile, normalTails } from './normal.ts'

const near = (value: number, expected: number, within = 1e-10): void =>
  assert.ok(
    Math.abs(value - expected) <= within * Math.max(1, Math.abs(expected)),
    `${value} where ${expected} was expected`,
  )

describe('distributions', () => {
  it('agree with published quantiles and closed forms to 1e-10', () => {
    near(normalQuantile(0.975), 1.959963984540054)
    near(normalQuantile(1e-10), -6.361340902404056)
    near(normalTails(1.959963984540054), 0.05)
    near(tQuantile(0.975, 19), 2.093024054408263)
    near(tQuantile(0.025, 1), -12.70620473617471)
    near(tQuantile(0.5 + Math.atan(3) / Math.PI, 1), 3)
    near(chiSquareQuantile(0.95, 1), 3.841458820694124)
    near(chiSquareQuantile(0.3, 2), -2 * Math.log(0.7))
    near(betaQuantile(0.2, 1, 5), 1 - 0.8 ** 0.2)
    near(logGamma(0.5), Math.log(Math.PI) / 2)
    near(gammaShares(1, 3).upper, Math.exp(-3))
    near(poissonAtMost(1, 2), 3 * Math.exp(-2))
    near(binomialAtMost(1, 4, 0.5), 5 / 16)
    assert.deepEqual([poissonQuantile(0.5, 4), binomialQuantile(5 / 16, 4, 0.5)], [4, 1])
  })

  it('turn round into themselves', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0.2, max: 3000, noNaN: true }),
        (p, shape) => {
          near(gammaShares(shape, chiSquareQuantile(p, 2 * shape) / 2).lower, p)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('intervals', () => {
  it('stay within what can be: none of ten has a share from 0, all of ten one to 1', () => {
    const [none, all] = [wilson(0, 10), wilson(10, 10)]
    assert.equal(none.low, 0)
    assert.equal(all.high, 1)
    near(none.high, 1 - all.low)
  })

  it('hold the estimate, and are wider for more confidence', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), (count, others) => {
        fc.pre(count + others > 0)
        for (const estimate of [wilson(count, count + others), exactPoisson(count), byar(count)])
          assert.ok(estimate.low <= estimate.value && estimate.value <= estimate.high)
        assert.ok(wilson(count, count + others, 0.998).high >= wilson(count, count + others).high)
      }),
    )
  })

  it('turn their sign with the order of a difference', () => {
    const [one, other] = [
      { count: 56, of: 70 },
      { count: 48, of: 80 },
    ]
    near(differenceOfShares(one, other).low, -differenceOfShares(other, one).high)
  })

  it('have no width for a logit at its ends and refuse as faults of ours what is no share, count or mean', () => {
    assert.deepEqual([logitInterval(1, 0, 10).low, logitInterval(1, 0, 10).high], [1, 1])
    assert.throws(() => wilson(3, 2), /no share/)
    assert.throws(() => wilson(0, 0), /no share/)
    assert.throws(() => exactPoisson(-1), /no count/)
    assert.throws(() => tMean([5]), /two answers/)
  })
})

describe('a change between two counts', () => {
  it('is no clear change where chance gives as much, whatever the per cent', () => {
    const change = changeBetweenCounts(8, 2)
    assert.deepEqual([change.percent, change.moreThanChance], [-75, false])
    near(change.chance, 0.109375)
    assert.match(changeWords(change), /^No clear change: .* about 109 times in 1,000\.$/)
  })

  it('names over-dispersion wherever it finds a change', () => {
    const change = changeBetweenCounts(1751, 1959)
    assert.equal(change.moreThanChance, true)
    assert.match(changeWords(change), /^More than chance .* fewer than 1 time in 1,000\. .*over-dispersion/)
  })

  it('has no percentage from nought and no bound above, and none of either where nothing happened twice', () => {
    const change = changeBetweenCounts(0, 4)
    assert.deepEqual([change.percent, change.ratio.high], [null, null])
    assert.match(changeWords(change), /no percentage/)
    assert.deepEqual(
      [changeBetweenCounts(0, 0).chance, changeWords(changeBetweenCounts(0, 0))],
      [1, 'The two counts are the same.'],
    )
    assert.throws(() => changeBetweenCounts(1.5, 2), /no count/)
  })
})

describe('rates and years', () => {
  it('need a named population', () => {
    near(rate(65, { name: 'residents', count: 100_000 }, 1000).value, 0.65)
    assert.throws(() => rate(65, { name: ' ', count: 100_000 }, 1000), /name of its population/)
    assert.throws(() => rate(65, { name: 'residents', count: 0 }, 1000), /no rate/)
  })

  it('sum twelve months that follow each other, over the turn of a year, and none over a gap', () => {
    const months = Array.from({ length: 14 }, (_, index) => ({
      from: date(
        `${2018 + Math.floor((index + 8) / 12)}-${String(((index + 8) % 12) + 1).padStart(2, '0')}-01`,
      ),
      count: index,
    }))
    assert.deepEqual(rollingYears(months), [
      { kind: 'rolling-year', from: '2018-09-01', until: '2019-09-01', sum: 66 },
      { kind: 'rolling-year', from: '2018-10-01', until: '2019-10-01', sum: 78 },
      { kind: 'rolling-year', from: '2018-11-01', until: '2019-11-01', sum: 90 },
    ])
    assert.deepEqual(rollingYears(months.filter((_, index) => index !== 5)), [])
  })
})

const like = (events: readonly number[]) =>
  funnel(events.map((count, index) => ({ name: `Area ${index}`, events: count, population: 10_000 })))

describe('a funnel', () => {
  it('finds nobody outside where areas differ by chance, and ranks them', () => {
    const found = like([95, 104, 100, 98, 103, 101, 97, 99, 102, 105])
    assert.equal(found.overDispersed, false)
    assert.ok(found.places.every(({ outsideOuter }) => !outsideOuter))
    const order = ranked(found, false)
    assert.ok(!isRefusal(order))
    assert.deepEqual([order[0]?.events, order.at(-1)?.events], [105, 95])
  })

  it('refuses to rank areas that differ far beyond chance unless that is adjusted for', () => {
    const found = like([10, 400, 90, 700, 30, 250, 120, 600, 60, 333])
    const refused = ranked(found, false)
    assert.ok(isRefusal(refused) && refused.code === 'too-dispersed-to-rank')
    assert.ok(!isRefusal(ranked(found, true)))
    assert.ok(found.places.every(({ z, adjustedZ }) => Math.abs(adjustedZ) < Math.abs(z)))
  })
})

describe('rounding', () => {
  it('makes parts add up to the rounded whole', () => {
    assert.deepEqual(roundedParts([33.333, 33.333, 33.334], 0), [33, 33, 34])
    assert.deepEqual(roundedParts([100 / 3, 100 / 3, 100 / 3], 1), [33.4, 33.3, 33.3])
    assert.deepEqual(roundedParts([0.5, 0.5], 0), [1, 0])
    assert.deepEqual(roundedParts([10.4, 20.4], 0, 32), [11, 21])
    assert.deepEqual(roundedParts([], 0), [])
  })

  it('moves no part by a whole last digit or more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1 }), (thousandths) => {
        const parts = thousandths.map((part) => part / 1000)
        const rounded = roundedParts(parts, 1)
        const total = thousandths.reduce((one, other) => one + other, 0)
        // Nought has a sign in JavaScript; adding 0 takes it away.
        assert.equal(
          Math.round(rounded.reduce((one, other) => one + other, 0) * 10) + 0,
          Math.round(total / 100) + 0,
        )
        rounded.forEach((part, index) => assert.ok(Math.abs(part - (parts[index] ?? 0)) < 0.1 + 1e-9))
      }),
    )
  })
})
