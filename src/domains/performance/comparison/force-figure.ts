/** One force's figure of a span with the interval that chance in counting gives it; without numbers there is no interval. */
import { exactPoisson, wilson } from '../../../statistics/index.ts'
import type { Breakdown, Unit } from '../measures/measure.ts'
import type { Cell, Span } from '../measures/observation.ts'
import { spanKey } from '../measures/spans.ts'
import { forceKey } from './comparison-group.ts'

/** In the unit compared in: per so many for rates, per cent for shares. */
export type ForceFigure = {
  name: string
  key: string
  value: number
  /** Null where the source gives no numbers behind the figure. */
  interval: { low: number; high: number } | null
  events: number | null
  base: number | null
}

/** How figures are compared: shares as they are, counts as rates of their base. */
export type ComparedIn = { style: 'rate' | 'percent'; per: number; digits: number }

const USUAL_PER = 1000

export const comparedIn = ({ style, per, digits }: Unit): ComparedIn =>
  style === 'percent'
    ? { style, per: 100, digits }
    : { style: 'rate', per: per ?? USUAL_PER, digits: style === 'rate' ? Math.max(digits, 2) : 2 }

/** Whole countries stand in the same table as forces and are none. */
const COUNTRIES = new Set(['england-and-wales', 'england', 'wales', 'national', 'total-england-and-wales'])
const WHOLE = ['england-and-wales', 'national', 'total-england-and-wales']

export type ForceFigures = { forces: ForceFigure[]; national: ForceFigure | null; withoutFigure: string[] }

/** The figures of all forces in a span, by name; and that of England and Wales where it is printed. */
export function forceFigures({ parts, rows, measure }: Breakdown, span: Span): ForceFigures {
  const cells = rows.find((row) => spanKey(row.span) === spanKey(span))?.cells ?? []
  const how = comparedIn(measure.unit)
  const all = parts.map(({ name }, index) => ({
    name,
    key: forceKey(name),
    figure: figureOf(name, cells[index], measure.unit, how),
  }))
  const forces = all.filter(({ key }) => !COUNTRIES.has(key))
  const whole = all.find(({ key, figure }) => WHOLE.includes(key) && figure !== undefined)
  return {
    forces: forces
      .flatMap(({ figure }) => figure ?? [])
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    national: whole?.figure ?? null,
    withoutFigure: forces.filter(({ figure }) => figure === undefined).map(({ name }) => name),
  }
}

function figureOf(
  name: string,
  cell: Cell | undefined,
  unit: Unit,
  { style, per }: ComparedIn,
): ForceFigure | undefined {
  if (cell === undefined) return undefined
  const named = { name, key: forceKey(name) }
  // A count stands as its own events.
  const events = cell.events ?? (unit.style === 'count' ? cell.value : null)
  const { base } = cell
  if (events !== null && base !== null && base > 0) {
    const asShare = style === 'percent' && events <= base
    const { value, low, high } = asShare ? wilson(events, base) : perHead(events, base)
    return { ...named, value: value * per, interval: { low: low * per, high: high * per }, events, base }
  }
  if (unit.style !== style || cell.value === null) return undefined
  return { ...named, value: cell.value, interval: null, events, base }
}

function perHead(events: number, base: number): { value: number; low: number; high: number } {
  const { low, high } = exactPoisson(events)
  return { value: events / base, low: low / base, high: high / base }
}
