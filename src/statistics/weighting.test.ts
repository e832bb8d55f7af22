/** Weights of a survey: against R survey 4.1.1, and what is refused. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isRefusal, type Refusal, stored } from '../lib/index.ts'
import {
  type Answer,
  logitInterval,
  type Margin,
  postStratify,
  rake,
  tInterval,
  type Weights,
  weightedMean,
} from './index.ts'
import { agreement, agrees, csvRows, tell } from './testing.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../shared')
const FOLDER = join(SAMPLES, 'data/spc')
const skip = existsSync(FOLDER) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const table = (name: string): Record<string, string>[] => csvRows(readFileSync(join(FOLDER, name), 'utf8'))

function weighed(outcome: Weights | Refusal): Weights {
  if (isRefusal(outcome)) throw new Error(outcome.message)
  return outcome
}
const code = (outcome: Weights | Refusal): string => (isRefusal(outcome) ? outcome.code : 'weighted')

const MARGINS: readonly Margin[] = [
  { name: 'age', totals: { '16-34': 400_000, '35-54': 480_000, '55+': 560_000 } },
  { name: 'sex', totals: { F: 735_000, M: 705_000 } },
  { name: 'district', totals: { East: 560_000, North: 430_000, West: 450_000 } },
]

const figures = stored.fields({
  mean_safe: stored.number,
  se_safe: stored.number,
  mean_score: stored.number,
  se_score: stored.number,
  ci_safe_logit: stored.list(stored.number),
  ci_safe_mean: stored.list(stored.number),
  kish_deff: stored.number,
  n_eff: stored.number,
  min_w: stored.number,
  max_w: stored.number,
  sum_w: stored.number,
})
const reference = stored.fields({
  survey: stored.fields({ unweighted: figures, raked: figures, poststratified_age: figures }),
})

describe('weights and the reference', { skip }, () => {
  it('are the same for each person and cell, raked and post-stratified', (test) => {
    const found = agreement('weights of persons and cells')
    const answers = table('survey_sample.csv')
    const expected = table('survey_weights_expected.csv')
    const raked = weighed(rake(answers, MARGINS))
    const byAge = weighed(postStratify(answers, MARGINS[0] ?? { name: '', totals: {} }))
    assert.ok(raked.off < 1e-9)
    expected.forEach((row, index) => {
      found.cases += 1
      agrees(found, raked.weights[index] ?? null, Number(row['raked']), `raked ${row['id']}`)
      agrees(found, byAge.weights[index] ?? null, Number(row['poststrat_age']), `by age ${row['id']}`)
    })
    for (const cell of table('survey_rake_cells_expected.csv')) {
      found.cases += 1
      const of = answers.flatMap(({ age, sex, district }, index) =>
        age === cell['age'] && sex === cell['sex'] && district === cell['district']
          ? [raked.weights[index] ?? 0]
          : [],
      )
      assert.equal(of.length, Number(cell['n']))
      agrees(found, of[0] ?? null, Number(cell['weight']), 'cell')
    }
    tell(test, found)
  })

  it('give the same means, standard errors, intervals and design effects', (test) => {
    const found = agreement('weighted means')
    const { survey } = reference(
      JSON.parse(readFileSync(join(FOLDER, 'reference_intervals_funnels_survey.json'), 'utf8')),
    )
    const answers = table('survey_sample.csv')
    const even = MARGINS.slice(0, 0)
    for (const [name, margins] of [
      ['unweighted', even],
      ['raked', MARGINS],
      ['poststratified_age', MARGINS.slice(0, 1)],
    ] as const) {
      const expected = survey[name]
      const weights = margins.length === 0 ? answers.map(() => 3600) : weighed(rake(answers, margins)).weights
      const [safe, score] = (['safe', 'score'] as const).map((column) =>
        weightedMean(
          answers.map((answer) => Number(answer[column])),
          weights,
          { answers, margins },
        ),
      )
      assert.ok(safe !== undefined && score !== undefined)
      found.cases += 1
      agrees(found, safe.value, expected.mean_safe, `${name} mean_safe`)
      agrees(found, safe.se, expected.se_safe, `${name} se_safe`)
      agrees(found, score.value, expected.mean_score, `${name} mean_score`)
      agrees(found, score.se, expected.se_score, `${name} se_score`)
      const logit = logitInterval(safe.value, safe.se, safe.degrees)
      agrees(found, logit.low, expected.ci_safe_logit[0] ?? null, `${name} logit low`)
      agrees(found, logit.high, expected.ci_safe_logit[1] ?? null, `${name} logit high`)
      const plain = tInterval(safe.value, safe.se, safe.degrees)
      agrees(found, plain.low, expected.ci_safe_mean[0] ?? null, `${name} mean low`)
      agrees(found, plain.high, expected.ci_safe_mean[1] ?? null, `${name} mean high`)
      if (margins.length === 0) continue
      const design = weighed(rake(answers, margins))
      agrees(found, design.designEffect, expected.kish_deff, 'deff')
      agrees(found, design.effectiveN, expected.n_eff, 'n_eff')
      agrees(found, design.least, expected.min_w, 'min')
      agrees(found, design.greatest, expected.max_w, 'max')
      agrees(
        found,
        weights.reduce((total, weight) => total + weight, 0),
        expected.sum_w,
        'sum',
      )
    }
    tell(test, found)
  })
})

const answer = (sex: string, age: string): Answer => ({ sex, age })
const FOUR = [answer('F', 'young'), answer('F', 'old'), answer('M', 'young'), answer('F', 'old')]
const SEX: Margin = { name: 'sex', totals: { F: 50, M: 50 } }

describe('weighting', () => {
  it('makes answers match a total, and tells what that costs', () => {
    const { weights, designEffect, effectiveN } = weighed(postStratify(FOUR, SEX))
    assert.deepEqual(
      weights.map((weight) => Math.round(weight * 1e6) / 1e6),
      [16.666667, 16.666667, 50, 16.666667],
    )
    assert.ok(Math.abs(designEffect - 4 / 3) < 1e-9 && Math.abs(effectiveN - 3) < 1e-9)
  })

  it('refuses a category that nobody answered of, one without a total, totals that differ and nothing at all', () => {
    assert.equal(code(rake(FOUR, [{ name: 'sex', totals: { F: 50, M: 40, X: 10 } }])), 'margin-unanswered')
    assert.equal(code(rake(FOUR, [{ name: 'sex', totals: { F: 50, M: 0 } }])), 'margin-unanswered')
    assert.equal(code(rake(FOUR, [{ name: 'sex', totals: { F: 50 } }])), 'margin-unknown')
    assert.equal(code(rake(FOUR, [SEX, { name: 'age', totals: { young: 60, old: 50 } }])), 'margins-differ')
    assert.equal(code(rake([], [SEX])), 'nothing-to-weight')
    assert.equal(code(rake(FOUR, [])), 'nothing-to-weight')
  })

  it('refuses totals that no weights of these answers can match', () => {
    const apart = [answer('F', 'young'), answer('M', 'old')]
    assert.equal(
      code(rake(apart, [SEX, { name: 'age', totals: { young: 20, old: 80 } }])),
      'weights-not-settled',
    )
  })

  it('keeps weights within a cap, says how many it cut and how far totals are off then', () => {
    const many = [...Array.from({ length: 19 }, () => answer('F', 'old')), answer('M', 'old')]
    const capped = weighed(rake(many, [SEX], { cap: 3 }))
    assert.equal(capped.greatest, 15)
    assert.equal(capped.capped, 1)
    assert.ok(capped.off > 0.5)
    assert.equal(weighed(rake(many, [SEX])).capped, 0)
  })
})
