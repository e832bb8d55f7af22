/** Control charts against what the reference implementation, NHSRplotthedots 0.2.2, computed for 35 cases. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { stored } from '../lib/index.ts'
import { controlChart } from './index.ts'
import { agreement, agrees, csvRows, tell } from './testing.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../shared')
const FOLDER = join(SAMPLES, 'data/spc')
const skip = existsSync(FOLDER) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const number = stored.orNull(stored.number)
const flag = stored.orNull(stored.flag)
const days: stored.Reader<ReturnType<typeof stored.day>[]> = (value, at) =>
  value === null ? [] : Array.isArray(value) ? stored.list(stored.day)(value, at) : [stored.day(value, at)]

const readCase = stored.fields({
  id: stored.text,
  options: stored.fields({
    improvement_direction: stored.oneOf('increase', 'decrease', 'neutral'),
    target: number,
    rebase: days,
    fix_after_n_points: number,
    screen_outliers: stored.flag,
  }),
  limits: stored.list(
    stored.fields({
      rebase_group: stored.number,
      n: stored.number,
      mean: stored.number,
      lpl: number,
      upl: number,
    }),
  ),
  assurance: stored.orNull(stored.text),
  variation_last: stored.text,
  points: stored.list(
    stored.fields({
      date: stored.day,
      value: stored.number,
      rebase_group: stored.number,
      special_cause: stored.text,
      point_type: stored.text,
      outside: flag,
      near: flag,
    }),
  ),
})
type Case = stored.Read<typeof readCase>

const ASSURANCE: Readonly<Record<string, string>> = {
  consistent_pass: 'pass',
  consistent_fail: 'fail',
  inconsistent: 'inconsistent',
}

const cases = (): Case[] => {
  if (skip !== false) return []
  const whole: unknown = JSON.parse(readFileSync(join(FOLDER, 'reference_nhsrplotthedots.json'), 'utf8'))
  assert.ok(typeof whole === 'object' && whole !== null)
  return Object.entries(whole).map(([id, one]) => readCase(one, id))
}

const chartOf = ({ options, points }: Case): ReturnType<typeof controlChart> =>
  controlChart(points, {
    improvement: options.improvement_direction,
    target: options.target,
    rebase: options.rebase,
    fixAfter: options.fix_after_n_points,
    screenOutliers: options.screen_outliers,
  })

/** The name that the reference gives to the rule by which a point is special. */
function ruleOf(point: ReturnType<typeof controlChart>['points'][number]): string {
  const high = point.side === 'high'
  if (point.outside) return high ? 'Above UCL' : 'Below LCL'
  if (point.trend) return high ? '7 Point Trend (Increasing)' : '7 Point Trend (Decreasing)'
  if (point.twoOfThree) return high ? '2 in 3 Above CL' : '2 in 3 Below CL'
  if (point.shift) return high ? '7 Points Above CL' : '7 Points Below CL'
  return 'Common Cause'
}

describe('control charts and the reference', { skip }, () => {
  it('label each point as the reference does, by the same rule and in the same group', (test) => {
    const found = agreement('labels of points')
    for (const one of cases()) {
      found.cases += 1
      chartOf(one).points.forEach((point, index) => {
        const expected = one.points[index]
        found.values += 1
        assert.deepEqual(
          [point.date, point.group, point.label, ruleOf(point), point.outside, point.near],
          [
            expected?.date,
            expected?.rebase_group,
            expected?.point_type,
            expected?.special_cause,
            expected?.outside ?? false,
            expected?.near ?? false,
          ],
          `${one.id}, ${point.date}`,
        )
      })
    }
    tell(test, found)
  })

  it('have the same means and limits within a millionth, but for constant values where the reference has none', (test) => {
    const found = agreement('means and limits')
    for (const one of cases()) {
      const { groups } = chartOf(one)
      assert.equal(groups.length, one.limits.length, one.id)
      one.limits.forEach(({ n, mean, lpl, upl }, index) => {
        const group = groups[index]
        assert.ok(group !== undefined && group.n === n, one.id)
        found.cases += 1
        agrees(found, group.mean, mean, one.id)
        agrees(found, group.lower, lpl ?? mean, one.id)
        agrees(found, group.upper, upl ?? mean, one.id)
      })
    }
    tell(test, found)
  })

  it('have the limits of the table of limits', (test) => {
    const found = agreement('table of limits')
    const charts = new Map(cases().map((one) => [one.id, chartOf(one)]))
    for (const row of csvRows(readFileSync(join(FOLDER, 'reference_limits.csv'), 'utf8'))) {
      const id = row['id'] ?? ''
      const group = charts.get(id)?.groups[Number(row['rebase_group'])]
      assert.ok(group !== undefined, id)
      found.cases += 1
      for (const [name, value] of [
        ['mean', group.mean],
        ['lpl', group.lower],
        ['upl', group.upper],
      ] as const)
        agrees(
          found,
          value,
          Number(/^(NA|NaN|)$/.test(row[name] ?? '') ? row['mean'] : row[name]),
          `${id} ${name}`,
        )
      assert.equal(group.n, Number(row['n']), id)
    }
    tell(test, found)
  })

  it('have the same variation and assurance', () => {
    for (const one of cases()) {
      const { variation, assurance } = chartOf(one)
      const kind = variation
        .replace(/_(high|low)$/, '')
        .replace(/^(improvement|concern)$/, 'special_cause_$1')
      assert.equal(kind, one.variation_last, one.id)
      assert.equal(assurance, one.assurance === null ? 'none' : ASSURANCE[one.assurance], one.id)
    }
  })
})
