/** Intervals, changes and funnels against what R 4.2.2 computed. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { stored } from '../lib/index.ts'
import {
  agrestiCoull,
  changeBetweenCounts,
  clopperPearson,
  differenceOfShares,
  type FunnelArea,
  funnel,
  funnelOfRatio,
  funnelOfShare,
  rate,
  tMean,
  wilson,
} from './index.ts'
import { agreement, agrees, csvRows, tell } from './testing.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../shared')
const FOLDER = join(SAMPLES, 'data/spc')
const skip = existsSync(FOLDER) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

type Row = Readonly<Record<string, number | null>>
const numbers: stored.Reader<Row> = (value, at = '') => {
  assert.ok(typeof value === 'object' && value !== null, at)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, stored.orNull(stored.number)(one, `${at}.${name}`)]),
  )
}
const rows = stored.list(numbers)
const whole = stored.fields({
  proportions: rows,
  difference_of_proportions: rows,
  rates: rows,
  change_between_counts: rows,
  mean: stored.fields({
    data: stored.list(stored.number),
    mean: stored.number,
    sd: stored.number,
    ci95: stored.list(stored.number),
  }),
  funnel_proportion: stored.fields({ target: stored.number, rows }),
  funnel_ratio: rows,
})
const reference = (): stored.Read<typeof whole> =>
  whole(JSON.parse(readFileSync(join(FOLDER, 'reference_intervals_funnels_survey.json'), 'utf8')))

const at = (row: Row, name: string): number => {
  const value = row[name]
  assert.ok(typeof value === 'number', name)
  return value
}

describe('intervals and the reference', { skip }, () => {
  it('have the same bounds for shares, by Wilson, Clopper and Pearson, Agresti and Coull', (test) => {
    const found = agreement('shares')
    for (const row of reference().proportions) {
      const [x, n] = [at(row, 'x'), at(row, 'n')]
      found.cases += 1
      for (const [name, estimate] of [
        ['wilson95', wilson(x, n)],
        ['wilson998', wilson(x, n, 0.998)],
        ['clopper', clopperPearson(x, n)],
        ['agresti_coull', agrestiCoull(x, n)],
      ] as const) {
        agrees(found, estimate.low, Math.max(0, at(row, `${name}_lo`)), `${x}/${n} ${name}`)
        agrees(found, estimate.high, Math.min(1, at(row, `${name}_hi`)), `${x}/${n} ${name}`)
      }
    }
    tell(test, found)
  })

  it('have the same difference of shares and its chance', (test) => {
    const found = agreement('differences of shares')
    for (const row of reference().difference_of_proportions) {
      found.cases += 1
      const estimate = differenceOfShares(
        { count: at(row, 'x1'), of: at(row, 'n1') },
        { count: at(row, 'x2'), of: at(row, 'n2') },
      )
      agrees(found, estimate.value, at(row, 'diff'), 'difference')
      agrees(found, estimate.low, at(row, 'newcombe_lo'), 'low')
      agrees(found, estimate.high, at(row, 'newcombe_hi'), 'high')
      agrees(found, estimate.chance, at(row, 'p_value_uncorrected'), 'chance')
    }
    tell(test, found)
  })

  it('have the same rates, exactly and by Byar', (test) => {
    const found = agreement('rates')
    for (const row of reference().rates) {
      found.cases += 1
      const population = { name: 'residents', count: at(row, 'pop') }
      for (const method of ['exact', 'byar'] as const) {
        const one = rate(at(row, 'count'), population, at(row, 'per'), { method })
        agrees(found, one.value, at(row, 'rate'), 'rate')
        agrees(found, one.low, at(row, `${method}_lo`), `${method} low`)
        agrees(found, one.high, at(row, `${method}_hi`), `${method} high`)
      }
    }
    tell(test, found)
  })

  it('have the same change between counts, none where the base is nought', (test) => {
    const found = agreement('changes between counts')
    for (const row of reference().change_between_counts) {
      found.cases += 1
      const change = changeBetweenCounts(at(row, 'before'), at(row, 'after'))
      agrees(found, change.percent, row['pct_change'] ?? null, 'percent')
      agrees(found, change.chance, at(row, 'p_exact_conditional'), 'chance')
      agrees(found, change.ratio.low, at(row, 'ratio_lo'), 'ratio low')
      agrees(found, change.ratio.high, row['ratio_hi'] ?? null, 'ratio high')
    }
    tell(test, found)
  })

  it('have the same mean, deviation and t interval', (test) => {
    const found = agreement('means')
    const { data, mean, sd, ci95 } = reference().mean
    const estimate = tMean(data)
    found.cases = 1
    agrees(found, estimate.value, mean, 'mean')
    agrees(found, estimate.sd, sd, 'sd')
    agrees(found, estimate.low, ci95[0] ?? null, 'low')
    agrees(found, estimate.high, ci95[1] ?? null, 'high')
    tell(test, found)
  })
})

describe('funnels and the reference', { skip }, () => {
  it('have the same limits for shares', (test) => {
    const found = agreement('funnels of shares')
    const { target, rows: of } = reference().funnel_proportion
    for (const row of of) {
      found.cases += 1
      for (const [name, method, confidence] of [
        ['wilson_style_95', 'wilson', 0.95],
        ['normal_95', 'normal', 0.95],
        ['normal_998', 'normal', 0.998],
        ['exact_binom_95', 'binomial', 0.95],
        ['exact_binom_998', 'binomial', 0.998],
      ] as const) {
        const { low, high } = funnelOfShare(target, at(row, 'n'), confidence, method)
        agrees(found, low, at(row, `${name}_lo`), name)
        agrees(found, high, at(row, `${name}_hi`), name)
      }
    }
    tell(test, found)
  })

  it('have the same limits for ratios', (test) => {
    const found = agreement('funnels of ratios')
    for (const row of reference().funnel_ratio) {
      found.cases += 1
      for (const [name, method, confidence] of [
        ['pois_95', 'poisson', 0.95],
        ['pois_998', 'poisson', 0.998],
        ['chisq_95', 'chi-square', 0.95],
      ] as const) {
        const { low, high } = funnelOfRatio(at(row, 'expected'), confidence, method)
        agrees(found, low, at(row, `${name}_lo`), name)
        agrees(found, high, at(row, `${name}_hi`), name)
      }
    }
    tell(test, found)
  })

  it('have the same rates, limits and adjusted scores for the use of Tasers by 43 forces', (test) => {
    const found = agreement('taser funnel')
    const table = csvRows(readFileSync(join(FOLDER, 'reference_real_funnel_taser_2019_20.csv'), 'utf8'))
    const areas: FunnelArea[] = table.map((row) => ({
      name: row['force'] ?? '',
      events: Number(row['events']),
      population: Number(row['pop']),
    }))
    const { places, dispersion } = funnel(areas)
    assert.equal(places.filter(({ outsideOuter }) => outsideOuter).length, 34)
    assert.equal(places.filter(({ outsideAdjusted }) => outsideAdjusted).length, 1)
    assert.equal(Math.round(dispersion), 113)
    places.forEach((place, index) => {
      const row = table[index] ?? {}
      const own = rate(place.events, { name: 'residents, Census 2011', count: place.population }, 1000)
      found.cases += 1
      for (const [name, value] of [
        ['rate_per_1000', own.value],
        ['rate_lo', own.low],
        ['rate_hi', own.high],
        ['expected', place.expected],
        ['ratio', place.ratio],
        ['f95lo', place.inner.low * 1000],
        ['f95hi', place.inner.high * 1000],
        ['f998lo', place.outer.low * 1000],
        ['f998hi', place.outer.high * 1000],
        ['z_sqrt', place.z],
        ['z_adjusted_multiplicative', place.adjustedZ],
      ] as const)
        agrees(found, value, Number(row[name]), `${place.name} ${name}`)
    })
    tell(test, found)
  })
})
