/**
 * How long the chart of a measure takes: statistics and drawing of 36 months, wide and narrow as a page has them, beside
 * JSON writing and reading the very pieces of the finished picture. Then the pages of measures:
 * `node bench/measures.ts [--charts]`.
 */
import {
  type ControlChartParts,
  controlChartDrawing,
  figure,
  png,
  smallMultiple,
  standalone,
} from '../src/charts/index.ts'
import { date, longMonth } from '../src/lib/index.ts'
import { controlChart, type SeriesPoint } from '../src/statistics/index.ts'

const MONTHS = 36
const ROUNDS = 15
const TIMES = 100
/** Milliseconds for one page's chart. */
const AIM = 2

/** Months of a made-up series with usual ups and downs, a rise and one month far above. */
function series(): SeriesPoint[] {
  let seed = 42
  const chance = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  return Array.from({ length: MONTHS }, (_, index) => ({
    date: date(`${2017 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`),
    value: Math.round(16_000 + chance() * 1500 + (index === 17 ? 3000 : 0) + (index > 27 ? 900 : 0)),
  }))
}

const values = series()

const computed = () =>
  controlChart(values, {
    improvement: 'neutral',
    target: null,
    rebase: [],
    fixAfter: null,
    screenOutliers: true,
  })

const possible = { least: 0, most: null }

const partsOf = (): ControlChartParts => ({
  id: 'chart',
  title: 'All recorded crime, by month',
  description: 'Thirty-six months with their usual range',
  chart: computed(),
  number: (value) => Math.round(value).toLocaleString('en-GB'),
  unitWords: 'Crimes recorded each month',
  dateWords: longMonth,
  annotations: [{ date: date('2018-03-01'), words: 'An event' }],
  breaks: [],
  target: null,
  fromZero: false,
  possible,
})

/** The chart as a page shows it: computed, and drawn for both widths. */
function chartOfPage(): string {
  const parts = partsOf()
  return figure(controlChartDrawing(parts), controlChartDrawing(parts, 'narrow')).text
}

const smallChart = (): string =>
  figure(
    smallMultiple({
      id: 'small',
      title: 'Crime',
      description: 'Crime',
      chart: computed(),
      number: String,
      possible,
    }),
  ).text

/** Milliseconds for one of `TIMES` calls. */
function timed(what: () => unknown): number {
  const begun = performance.now()
  for (let time = 0; time < TIMES; time += 1) what()
  return (performance.now() - begun) / TIMES
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Charts and their ruler in turns, so that what else the machine does falls on both. */
async function charts(): Promise<void> {
  const svg = chartOfPage()
  const pieces = svg.split('<')
  const ruler = (): unknown => JSON.parse(JSON.stringify(pieces))
  const first = performance.now()
  smallChart()
  const warm = performance.now() - first
  for (const one of [chartOfPage, smallChart, ruler]) timed(one)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    chart: timed(chartOfPage),
    small: timed(smallChart),
    ruler: timed(ruler),
  }))
  const [chart, small, bare] = [
    median(rounds.map((round) => round.chart)),
    median(rounds.map((round) => round.small)),
    median(rounds.map((round) => round.ruler)),
  ]
  const ratios = rounds.map((round) => round.chart / round.ruler)
  console.log(
    `Chart of ${MONTHS} months, computed and drawn wide and narrow: ${chart.toFixed(2)} ms (aim ${AIM}) ${chart <= AIM ? '✔' : '✖'}; ${median(ratios).toFixed(1)} times JSON over its pieces (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}; ${bare.toFixed(3)} ms), ${svg.length} bytes`,
  )
  console.log(`  a small chart: ${small.toFixed(2)} ms; the first one: ${warm.toFixed(1)} ms`)
  const drawing = controlChartDrawing(partsOf())
  const begun = performance.now()
  const bytes = await png(drawing, { source: 'Made up', scale: 2 })
  console.log(
    `  as PNG at twice its size: ${(performance.now() - begun).toFixed(0)} ms, ${bytes.length} bytes; as SVG file ${standalone(drawing, { source: 'Made up' }).length} bytes`,
  )
}

await charts()
// The pages take minutes: a record of two million observations is made first.
if (!process.argv.includes('--charts')) await import('./measure-pages.ts')
