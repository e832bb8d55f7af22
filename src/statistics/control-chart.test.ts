/** Which changes of a series a control chart calls more than chance, and what it says of itself. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, date, longMonth } from '../lib/index.ts'
import { type ChartOptions, type ControlChart, chartSentence, controlChart, type Direction } from './index.ts'

const PLAIN: ChartOptions = {
  improvement: 'decrease',
  target: null,
  rebase: [],
  fixAfter: null,
  screenOutliers: true,
}

const START = date('2018-01-01')
const day = (index: number): ReturnType<typeof date> => addDays(START, 31 * index)
const chart = (values: readonly number[], options: Partial<ChartOptions> = {}): ControlChart =>
  controlChart(
    values.map((value, index) => ({ date: day(index), value })),
    { ...PLAIN, ...options },
  )
const codes = ({ warnings }: ControlChart): string[] => warnings.map(({ code }) => code)
const say = (of: ControlChart, name = 'robbery'): string =>
  chartSentence(of, {
    name,
    format: (value) => String(Math.round(value * 10) / 10),
    dateWords: (on) => longMonth(on.slice(0, 7)),
  })

const against = (improvement: Direction, target: number): string =>
  chart(CALM, { improvement, target }).assurance

const CALM = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 49, 50]
const SHIFTED = [...CALM, 53, 54, 53, 54, 53, 54, 53]

describe('a control chart', () => {
  it('calls seven on one side a shift, each of the seven, and six none', () => {
    const base = [10, 12, 9, 11, 10, 8, 11, 9, 12, 10]
    const shifted = (many: number): boolean[] =>
      chart([...base, ...Array.from({ length: many }, () => 12)]).points.map(({ shift }) => shift)
    assert.deepEqual(shifted(7), [...base.map(() => false), true, true, true, true, true, true, true])
    assert.ok(!shifted(6).includes(true))
  })

  it('takes values in any order', () => {
    const points = CALM.map((value, index) => ({ date: day(index), value }))
    assert.deepEqual(controlChart(points.toReversed(), PLAIN), controlChart(points, PLAIN))
  })

  it('gives the limits of a constant series as that value, calls nothing special and says that the reference differs', () => {
    const found = chart(Array.from({ length: 15 }, () => 0.1))
    assert.deepEqual(
      [found.groups[0]?.lower, found.groups[0]?.upper, found.variation],
      [0.1, 0.1, 'common_cause'],
    )
    assert.ok(found.points.every(({ label }) => label === 'common_cause'))
    assert.deepEqual(codes(found), ['constant-values'])
  })

  it('warns where screening leaves too little: the two levels that the reference flags nearly all of', () => {
    const levels = [8, 8.1, 8, 8, 8.1, 8, 8, 8.1, 8, 8, 12, 12.1, 12, 12, 12, 12.1, 12, 12, 12, 12]
    assert.ok(codes(chart(levels)).includes('screening-collapsed'))
    assert.ok(!codes(chart(levels, { screenOutliers: false })).includes('screening-collapsed'))
    assert.ok(!codes(chart(CALM)).includes('screening-collapsed'))
  })

  it('calls no ordinary value unusual where one step is all that varies, and says what it did', () => {
    const jump = [...Array.from({ length: 20 }, () => 42), 50]
    const found = chart(jump)
    assert.deepEqual(
      found.points.map(({ outside }) => outside),
      jump.map((value) => value === 50),
    )
    assert.ok(codes(found).includes('screening-undone'))
    assert.ok(!codes(chart(CALM)).includes('screening-undone'))
    assert.ok(!codes(chart(jump.slice(0, 20))).includes('screening-undone'))
  })

  it('says of four values or fewer that they are too few, since none of them could stand out', () => {
    for (const values of [
      [1, 2],
      [0, 0, 9],
      [0, 0, 0, 9],
    ]) {
      const found = chart(values)
      assert.ok(
        found.points.every(({ outside }) => !outside),
        values.join(', '),
      )
      assert.match(
        chartSentence(found, { name: 'Robbery', format: String, dateWords: String }),
        new RegExp(`is one of ${values.length}, too few to tell a change from chance\\.`),
      )
    }
  })

  it('leaves a lower limit below nought as it is and says that it is shown from 0, but not of series that go below', () => {
    const counts = [0, 1, 0, 0, 2, 0, 1, 0, 0, 1, 0, 1, 0]
    const found = chart(counts)
    assert.ok((found.groups[0]?.lower ?? 0) < 0)
    const [warning] = found.warnings
    assert.equal(warning?.code, 'lower-limit-below-zero')
    assert.match(warning?.message ?? '', /shown from 0\..*days between events/)
    assert.deepEqual(codes(chart(counts.map((value) => value - 1))), [])
  })

  it('has limits on trial below twelve values, and says of what', () => {
    const found = chart(CALM.slice(0, 11))
    assert.equal(found.groups[0]?.trial, true)
    assert.match(found.warnings[0]?.message ?? '', /on trial: they come from 11 values/)
    assert.equal(chart(CALM.slice(0, 12)).groups[0]?.trial, false)
  })

  it('draws new limits from a rebase on, lets no run reach over it and says where a rebase has no effect', () => {
    const found = chart(SHIFTED, { rebase: [day(14)] })
    assert.deepEqual(
      found.groups.map(({ n, from }) => [n, from]),
      [
        [14, day(0)],
        [7, day(14)],
      ],
    )
    assert.equal(chart(SHIFTED).variation, 'concern_high')
    assert.equal(found.variation, 'common_cause')
    assert.deepEqual(codes(chart(SHIFTED, { rebase: [day(0), day(40)] })), [
      'rebase-outside',
      'rebase-outside',
    ])
  })

  it('takes limits from a fixed baseline of twelve or more, and says where fewer were asked for', () => {
    const fixed = chart(SHIFTED, { fixAfter: 12 })
    assert.equal(fixed.groups[0]?.mean, CALM.slice(0, 12).reduce((sum, value) => sum + value, 0) / 12)
    assert.equal(fixed.groups[0]?.n, 21)
    const short = chart(SHIFTED, { fixAfter: 8 })
    assert.deepEqual(short.groups[0], chart(SHIFTED).groups[0])
    assert.deepEqual(codes(short), ['baseline-too-short'])
    assert.deepEqual(codes(chart(CALM, { fixAfter: 24 })), ['baseline-not-complete'])
  })

  it('judges a target only where a direction is better', () => {
    assert.deepEqual(
      [against('increase', 90), against('increase', 10), against('decrease', 90), against('decrease', 10)],
      ['fail', 'pass', 'pass', 'fail'],
    )
    assert.deepEqual([against('increase', 51), against('neutral', 90)], ['inconsistent', 'none'])
  })

  it('is drawn for one value and for none, with words for either', () => {
    assert.deepEqual(codes(chart([])), ['no-values'])
    assert.deepEqual(codes(chart([3])), ['one-value'])
    assert.match(say(chart([])), /no values yet/)
    assert.match(say(chart([3])), /one value only, 3 in January 2018/)
  })

  it('refuses as a fault of ours two values of one day and what is no number', () => {
    assert.throws(
      () =>
        controlChart(
          [day(0), day(0)].map((on) => ({ date: on, value: 1 })),
          PLAIN,
        ),
      /Two values/,
    )
    assert.throws(() => chart([1, Number.NaN]), /not a number/)
  })
})

const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 40 })

/** Whether a value lies so near to a line that the last binary digit decides, which shifting and scaling may change. */
const tied = ({ points, groups }: ControlChart): boolean =>
  points.some(({ value, group }) => {
    const { lower = 0, upper = 0, nearLower = 0, nearUpper = 0 } = groups[group] ?? {}
    return [lower, upper, nearLower, nearUpper].some((line) => Math.abs(line - value) < 1e-9)
  }) || groups.some(({ movingRangeMeanOfAll }) => ((movingRangeMeanOfAll ?? 0.5) * 3267) % 1000 === 0)

describe('the limits of a control chart', () => {
  it('shift and scale with the values, and labels stay', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 1, max: 9 }),
        (values, shift, by) => {
          const one = chart(values)
          fc.pre(!tied(one))
          const other = chart(values.map((value) => value * by + shift))
          one.groups.forEach((group, index) => {
            const moved = other.groups[index]
            for (const line of ['mean', 'lower', 'upper', 'nearLower', 'nearUpper'] as const)
              assert.ok(Math.abs((moved?.[line] ?? Number.NaN) - (group[line] * by + shift)) < 1e-6, line)
          })
          assert.deepEqual(
            other.points.map(({ label }) => label),
            one.points.map(({ label }) => label),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('stay when the better direction is turned round, while concern and improvement change places', () => {
    const swap: Readonly<Record<string, string>> = {
      common_cause: 'common_cause',
      special_cause_improvement: 'special_cause_concern',
      special_cause_concern: 'special_cause_improvement',
    }
    fc.assert(
      fc.property(series, (values) => {
        const [more, less] = [chart(values, { improvement: 'increase' }), chart(values)]
        assert.deepEqual(more.groups, less.groups)
        assert.deepEqual(
          more.points.map(({ label }) => swap[label]),
          less.points.map(({ label }) => label),
        )
      }),
    )
  })
})

const latest = (dateWords: () => string): string =>
  chartSentence(chart(CALM), { name: 'robbery', format: String, dateWords })

describe('the sentence of a control chart', () => {
  it('says that there is no change beyond chance, with the range that chance gives', () => {
    assert.match(
      say(chart(CALM)),
      /^Robbery: no change that is more than chance; the latest value, 50 in February 2019, lies within the \d.* to \d.* that its usual ups and downs give\.$/,
    )
  })

  it('says months, days and years as one does', () => {
    assert.match(
      latest(() => 'June 2019'),
      /, 50 in June 2019,/,
    )
    assert.match(
      latest(() => '5 June 2019'),
      /, 50 on 5 June 2019,/,
    )
    assert.match(
      latest(() => '12 months to June 2019'),
      /, 50 in the 12 months to June 2019,/,
    )
  })

  it('says no change lately where there was one before', () => {
    assert.match(say(chart([...CALM, 90, ...CALM])), /^Robbery: lately no change that is more than chance; /)
  })

  it('says how many in a row and since when', () => {
    assert.match(
      say(chart(SHIFTED, { screenOutliers: false })),
      /7 values in a row above the average of 51(\.\d)?, since March 2019, .*more than chance; this is a change for the worse/,
    )
  })

  it('says of a rising run from what to what', () => {
    assert.match(
      say(chart([50, 56, 50, 56, 50, 56, 50, 51, 52, 53, 54, 55, 56, 57])),
      /8 values in a row, each higher than the one before, from 50 in July 2018 to 57 in February 2019/,
    )
  })

  it('names exceptional values, and of many the furthest and how many there were', () => {
    const one = [...CALM, 90, ...CALM]
    assert.match(say(chart(one)), /One earlier value was exceptional: 90 in March 2019 \(high\)\./)
    const many = [...CALM, 90, 50, 91, 50, 92, 50, 20, 50, ...CALM, ...CALM]
    assert.match(say(chart(many)), /4 earlier values were exceptional, the furthest from usual 90 in .* and /)
  })

  it('never judges where neither way is better', () => {
    for (const values of [SHIFTED, SHIFTED.map((value) => 100 - value), [...CALM, 90], CALM]) {
      const text = say(chart(values, { improvement: 'neutral', target: 50 }))
      assert.doesNotMatch(text, /improve|worse|for the better|concern|target/)
    }
    assert.match(say(chart([...CALM, 90], { improvement: 'neutral' })), /neither way is better by itself/)
  })

  it('says that limits are on trial, drawn anew or from a baseline, and what of the target', () => {
    assert.match(say(chart(CALM.slice(0, 8))), /limits are on trial, since they come from only 8 values/)
    assert.match(say(chart(SHIFTED, { rebase: [day(14)] })), /drawn anew from March 2019/)
    assert.match(say(chart(SHIFTED, { fixAfter: 12 })), /from the first 12 values, from January 2018/)
    assert.match(
      say(chart(CALM, { target: 20 })),
      /target of 20 is not likely to be met unless something changes/,
    )
  })

  it('names no range below nought for values that never are', () => {
    assert.match(say(chart([0, 1, 0, 0, 2, 0, 1, 0, 0, 1, 0, 1, 0])), /within the 0 to /)
  })
})
