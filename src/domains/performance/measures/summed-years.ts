/** Twelve months summed where nobody states them. Rolling years are numbers and never points of a chart: neighbours share eleven months. */
import type { Definition, SeriesBreak } from './measure.ts'
import type { Observation } from './observation.ts'

type Counted = { definition: Pick<Definition, 'unit' | 'frequency'>; breaks: readonly SeriesBreak[] }

/** The last twelve months, and the twelve before them; none where a month is missing, hidden or hedged, or a break lies between. */
export function summedYears(
  charted: readonly Observation[],
  { definition: { unit, frequency }, breaks }: Counted,
): Observation[] {
  const many = { month: 12, quarter: 4, year: 0, irregular: 0 }[frequency]
  if (many === 0 || (unit.style !== 'count' && unit.style !== 'money' && unit.style !== 'hours')) return []
  const last = charted.slice(-many)
  const before = charted.slice(-2 * many, -many)
  return [before, last].flatMap((run) => summed(run, many, breaks))
}

function summed(run: readonly Observation[], many: number, breaks: readonly SeriesBreak[]): Observation[] {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || run.length < many) return []
  const follows = run.every(({ span }, index) => index === 0 || run[index - 1]?.span.until === span.from)
  const whole = run.every(({ cell }) => cell.value !== null && cell.hedge === null)
  const broken = breaks.some(({ date }) => date > first.span.from && date < last.span.until)
  if (!follows || !whole || broken) return []
  const { report } = last
  return [
    {
      span: { from: first.span.from, until: last.span.until },
      cell: {
        value: run.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0),
        mark: null,
        hedge: null,
        events: null,
        base: null,
      },
      report: {
        ...report,
        status: run.some((one) => one.report.status === 'provisional') ? 'provisional' : report.status,
        invented: run.some((one) => one.report.invented),
        source: {
          ...report.source,
          place: `the sum of ${many} ${many === 12 ? 'months' : 'quarters'}`,
          anchor: null,
        },
      },
      earlier: [],
    },
  ]
}
