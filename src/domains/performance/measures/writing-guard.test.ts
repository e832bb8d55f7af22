/** Which sentences of commentary are challenged, and which are left alone: sentences right and wrong about the same figures. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, date, longMonth } from '../../../lib/index.ts'
import {
  type ControlChart,
  changeBetweenCounts,
  controlChart,
  type Direction,
} from '../../../statistics/index.ts'
import { claimsOf } from './claims.ts'
import { type ChallengeCode, type Guarded, guard } from './writing-guard.ts'

const CALM = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 49, 50]
const START = date('2018-01-03')

const series = (
  values: readonly number[],
  improvement: Direction = 'decrease',
): Guarded & { chart: ControlChart } => ({
  of: 'series',
  chart: controlChart(
    values.map((value, index) => ({
      date: date(`${addDays(START, Math.round(index * 30.44)).slice(0, 7)}-01`),
      value,
    })),
    { improvement, target: null, rebase: [], fixAfter: null, screenOutliers: true },
  ),
  words: {
    name: 'Robbery',
    format: (value) => String(Math.round(value)),
    dateWords: (day) => longMonth(day.slice(0, 7)),
  },
})
const counts = (before: number, after: number): Guarded => ({
  of: 'two-counts',
  change: changeBetweenCounts(before, after),
  improvement: 'decrease',
  words: { name: 'Robbery', format: (value) => value.toLocaleString('en-GB') },
})

const calm = series(CALM)
const higher = series([...CALM, 70])
const lower = series([...CALM, 30])
const LOUD = [40, 60, 41, 59, 42, 58, 40]
const spikeInMiddle = series([...LOUD, 120, 60, 41, 59, 42, 58, 40, 60, 50])
const neutral = series([...CALM, 70], 'neutral')
const moreIsBetter = series([...CALM, 70], 'increase')

const codes = (sentence: string, about: Guarded): ChallengeCode[] =>
  guard(sentence, about).map(({ code }) => code)

describe('the writing guard', () => {
  const cases: readonly (readonly [string, Guarded, string, readonly ChallengeCode[]])[] = [
    // A series in which nothing but chance is at work.
    ['calm', calm, 'Robbery rose by two offences this month.', ['chance']],
    ['calm', calm, 'There has been a 4% reduction in robbery compared with January.', ['chance']],
    ['calm', calm, 'Robberies are down 6% on last year.', ['chance']],
    ['calm', calm, 'Robbery fell from 52 to 50.', ['chance']],
    ['calm', calm, 'The position on robbery has improved.', ['chance']],
    ['calm', calm, 'Robbery continues to fall, which is a clear improvement.', ['chance', 'chance']],
    ['calm', calm, 'Performance deteriorated over the winter.', ['chance']],
    [
      'calm',
      calm,
      'Offences went up slightly, and the picture is worse than in spring.',
      ['chance', 'chance'],
    ],
    ['calm', calm, 'There were fewer robberies than last quarter.', ['chance']],
    ['calm', calm, 'More offences were recorded in May than in April.', ['chance']],
    ['calm', calm, 'We saw more robberies than in the same month before.', ['chance']],
    ['calm', calm, 'Robbery is on an upward trend.', ['chance']],
    ['calm', calm, 'Robbery remained stable.', []],
    ['calm', calm, 'Robbery did not increase.', []],
    ['calm', calm, 'There was no significant rise in robbery.', []],
    ['calm', calm, 'The small rise in robbery lies within its usual variation.', []],
    ['calm', calm, 'The force will increase patrols in order to reduce robbery.', []],
    ['calm', calm, 'Increased patrols and improved lighting were paid for by the fund.', []],
    ['calm', calm, 'Up to 350 cadets took part, and each case was followed up by an officer.', []],
    ['calm', calm, 'More than 50 robberies were recorded.', []],
    ['calm', calm, 'These offences fall within the remit of the partnership.', []],
    ['calm', calm, 'The value stands just above the lower limit.', []],
    ['calm', calm, 'No fewer than 48 robberies were recorded in any month.', []],
    ['calm', calm, 'Detectives now have a better understanding of who commits robbery.', []],
    ['calm', calm, 'Robbery may rise again in summer.', []],
    ['calm', calm, 'Robbery not only rose but doubled.', ['chance', 'chance']],
    ['calm', calm, 'Robbery increased robbery figures for the third month.', ['chance']],
    ['calm', calm, 'The Violence Reduction Unit looks at how partners reduce robbery together.', []],
    ['calm', calm, 'Street lighting is effective at reducing robbery.', []],
    ['calm', calm, 'Improve the quality of life on the estate.', []],
    ['calm', calm, 'Volunteers increase the capacity of the force.', []],
    ['calm', calm, 'Robbery without injury saw an increase of 4%.', ['chance']],
    ['calm', calm, 'Fewer people should feel afraid.', []],
    ['calm', calm, 'The team has driven robbery down.', ['chance']],
    ['calm', calm, 'Operation Castle has cut robbery.', ['chance']],
    ['calm', calm, 'Robbery is at its lowest level this year.', ['chance']],
    ['calm', calm, 'The dedicated team has succeeded in lowering robbery.', ['chance']],
    ['calm', calm, 'The trajectory is positive, and we have turned the corner.', ['chance', 'chance']],
    [
      'calm',
      calm,
      'Robbery edged up, peaked in August and hit a record low.',
      ['chance', 'chance', 'chance'],
    ],
    ['calm', calm, 'It is too early to say whether robbery has fallen.', []],
    ['calm', calm, 'If robbery increases, more patrols will follow.', []],
    // What a force puts in or does is not what is measured.
    ['calm', calm, 'The force has increased the number of officers in town centres.', []],
    ['calm', calm, 'Recording standards have improved since the inspection.', []],
    ['calm', calm, 'Robbery decreased because patrols improved.', ['chance']],
    ['calm', calm, 'Officers have reduced robbery.', ['chance']],
    // One value that stands out is no lasting change.
    ['higher', higher, 'There has been a sustained increase in robbery.', ['not-lasting']],
    ['higher', higher, 'An upward trend in robbery has begun.', ['not-lasting']],
    ['a run', series([...CALM, 60, 61, 60, 62, 61, 60, 61]), 'Robbery continues to rise.', []],
    // The latest value is far above the usual.
    ['higher', higher, 'Robbery rose sharply in the latest month.', []],
    ['higher', higher, 'Robbery has worsened.', []],
    ['higher', higher, 'Robbery fell again.', ['contrary']],
    ['higher', higher, 'Robbery has improved.', ['contrary']],
    ['higher', higher, 'Robbery remained stable.', ['contrary']],
    ['higher', higher, 'Robbery has not risen.', ['contrary']],
    ['higher', higher, "Robbery didn't go down.", []],
    ['lower', lower, 'Robbery dropped, a real improvement.', []],
    ['lower', lower, 'Robbery increased by a fifth.', ['contrary']],
    ['lower', lower, 'Robbery failed to fall.', ['contrary']],
    // A month that the sentence names is what it is about.
    ['spike', spikeInMiddle, 'Robbery rose to 120 in August 2018.', []],
    ['spike', spikeInMiddle, 'Robbery rose in the latest month.', ['chance']],
    ['spike', spikeInMiddle, 'Robbery rose in October 2018.', ['chance']],
    ['spike', spikeInMiddle, 'Robbery fell in Aug 2018.', ['contrary']],
    // Where neither way is better, none may be called so.
    ['neutral', neutral, 'Reports increased.', []],
    ['neutral', neutral, 'Reports improved.', ['no-direction']],
    ['neutral', neutral, 'Reports are worse than before.', ['no-direction']],
    // Where more is better.
    ['more is better', moreIsBetter, 'Satisfaction improved.', []],
    ['more is better', moreIsBetter, 'Satisfaction got worse.', ['contrary']],
    // Two counts and no more.
    ['8 and 2', counts(8, 2), 'Robbery fell by 75%.', ['chance']],
    ['8 and 2', counts(8, 2), 'The fall from 8 to 2 may be chance.', []],
    ['1,751 and 1,959', counts(1751, 1959), 'Robbery increased by 11.9%.', ['two-points']],
    ['1,751 and 1,959', counts(1751, 1959), 'Robbery fell.', ['contrary']],
    ['0 and 4', counts(0, 4), 'Robbery rose.', ['chance']],
  ]
  for (const [name, about, sentence, expected] of cases)
    it(`${expected.length === 0 ? 'leaves alone' : `challenges (${expected.join(', ')})`}, of ${name}: ${sentence}`, () =>
      assert.deepEqual(codes(sentence, about), expected))

  it('gives the words, their place, the reason in one sentence and a wording that it does not challenge itself', () => {
    for (const [sentence, about] of [
      ['Robbery rose by 4%.', calm],
      ['Robbery fell.', higher],
      ['Reports improved.', neutral],
      ['Robbery fell by 75%.', counts(8, 2)],
    ] as const) {
      const [found] = guard(sentence, about)
      assert.ok(found !== undefined)
      assert.equal(sentence.slice(found.start, found.end), found.quote)
      assert.match(found.reason, /^“[^”]+” [^.]*(?:\d\.\d[^.]*)*\.$/)
      assert.deepEqual(guard(found.proposal, about), [], found.proposal)
    }
  })

  it('leaves alone what is measured only where its own name says so', () => {
    const words = { name: 'Police officers', format: String, dateWords: String }
    const officers: Guarded = { of: 'series', chart: calm.chart, words }
    assert.deepEqual(codes('The number of officers has increased.', calm), [])
    assert.deepEqual(codes('The number of officers has increased.', officers), ['chance'])
  })

  it('says by how much chance moves the figures', () => {
    const [found] = guard('Robbery rose by 4%.', calm)
    assert.match(
      found?.reason ?? '',
      /50 in February 2019 lies within the 45 to 55 that the usual ups and downs give/,
    )
    assert.match(found?.proposal ?? '', /^Robbery: no change that is more than chance/)
    const [two] = guard('Robbery fell by 75%.', counts(8, 2))
    assert.match(
      two?.proposal ?? '',
      /^Robbery: 2, after 8 in the period before \(−75\.0%\)\. No clear change: .*109 times in 1,000/,
    )
  })

  it('finds each claim once, denied where it is', () => {
    assert.deepEqual(
      claimsOf('Burglary neither rose nor fell, robbery went up and theft has not grown.').map(
        ({ kind, denied }) => [kind, denied],
      ),
      [
        ['up', true],
        ['down', true],
        ['up', false],
        ['up', true],
      ],
    )
  })
})
