/** Puts figures into the observations of a measure and the rows of a breakdown. Pure; the same figures again change nothing. */
import type { KeptBreakdown } from './kept.ts'
import {
  type Breakdown,
  type BreakdownRow,
  type DimensionKind,
  type EarlierCell,
  type Measure,
  type Part,
  partSlug,
} from './measure.ts'
import type { Cell, Incoming, Observation, Report, Span } from './observation.ts'
import { type OnSameDay, revise, type Said } from './revising.ts'
import { bySpan, spanKey } from './spans.ts'

/** A figure that was left out because another source says otherwise and neither is newer. */
export type Differing = { span: Span; part: string | null; now: Said; said: Said }

/** A figure that took the place of another. */
export type Revision = { span: Span; part: string | null; before: Said; now: Said }

export type Added = { differing: Differing[]; revisions: Revision[] }

/** The observations with what is incoming for the whole area. */
export function addObservations(
  observations: readonly Observation[],
  incoming: readonly Incoming[],
  onSameDay: OnSameDay = {},
): Added & { observations: Observation[] } {
  const bySpanKey = new Map(observations.map((each) => [spanKey(each.span), each]))
  const added: Added = { differing: [], revisions: [] }
  for (const { span, cell, report } of incoming) {
    const key = spanKey(span)
    const known = bySpanKey.get(key)
    if (known === undefined) {
      bySpanKey.set(key, { span, cell, report, earlier: [] })
      continue
    }
    const came = revise(known, known.earlier, { cell, report }, onSameDay)
    const before = { cell: known.cell, report: known.report }
    if (came.outcome === 'differs')
      added.differing.push({ span, part: null, now: before, said: { cell, report } })
    else if (came.outcome === 'older') bySpanKey.set(key, { ...known, earlier: came.earlier })
    else if (came.outcome !== 'unchanged') {
      bySpanKey.set(key, { span, ...came.now, earlier: came.earlier })
      if (came.outcome === 'revised') added.revisions.push({ span, part: null, before, now: came.now })
    }
  }
  return {
    ...added,
    observations: [...bySpanKey.values()].toSorted((one, other) => bySpan(one.span, other.span)),
  }
}

const DIMENSIONS: Readonly<Record<string, { many: string; kind: DimensionKind }>> = {
  district: { many: 'districts', kind: 'place' },
  ward: { many: 'wards', kind: 'place' },
  division: { many: 'divisions', kind: 'division' },
  force: { many: 'forces', kind: 'force' },
  channel: { many: 'channels', kind: 'channel' },
  outcome: { many: 'outcomes', kind: 'outcome' },
  'crime-type': { many: 'crime types', kind: 'crime-type' },
  people: { many: 'groups of people', kind: 'people' },
}

/** A breakdown without rows. */
export function beginBreakdown(
  { slug: name, title, definition }: Pick<Measure, 'slug' | 'title' | 'definition'>,
  dimension: string,
): KeptBreakdown {
  const known = DIMENSIONS[dimension]
  const one = dimension.replaceAll('-', ' ')
  return {
    measure: { slug: name, title, unit: definition.unit, hideBelow: definition.hideBelow },
    dimension: { slug: dimension, one, many: known?.many ?? `${one}s`, kind: known?.kind ?? 'other' },
    parts: [],
    rows: [],
    earlier: [],
    waitsFor: [],
    undo: null,
  }
}

/** The breakdown with its parts in this order, as these describe them; parts that are not among them come last. */
export function withParts<Kept extends Breakdown>(breakdown: Kept, wanted: readonly Part[]): Kept {
  const named = new Set(wanted.map((part) => part.slug))
  const parts = [...wanted, ...breakdown.parts.filter((part) => !named.has(part.slug))]
  const places = parts.map(({ slug }) => breakdown.parts.findIndex((part) => part.slug === slug))
  const rows = breakdown.rows.map((row) => ({
    ...row,
    cells: places.map((place) => row.cells[place] ?? NOTHING),
  }))
  return { ...breakdown, parts, rows }
}

/** What stands where nothing was said of a part. */
const NOTHING: Cell = { value: null, mark: 'not-available', hedge: null, events: null, base: null }

/** A row while figures are put into it: each cell with its own report and what was said before. */
type OpenRow = {
  span: Span
  /** The report of the row where no cell says anything. */
  report: Report
  cells: Map<string, { said: Said; earlier: Said[] }>
}

/** The breakdown with what is incoming for parts of its dimension; parts that it does not have yet come last. */
export function addRows(
  breakdown: Breakdown,
  incoming: readonly Incoming[],
  onSameDay: OnSameDay = {},
): Added & { breakdown: Breakdown } {
  const parts = new Map(breakdown.parts.map((part) => [part.slug, part]))
  const rows = new Map(breakdown.rows.map((row) => [spanKey(row.span), openRow(breakdown, row)]))
  for (const one of breakdown.earlier)
    rows.get(spanKey(one.span))?.cells.get(one.part)?.earlier.push({ cell: one.cell, report: one.report })
  const added: Added = { differing: [], revisions: [] }
  for (const { span, part, cell, report } of incoming) {
    if (part === null) continue
    const name = partSlug(part.name)
    if (!parts.has(name)) parts.set(name, { slug: name, name: part.name, code: null, owner: null })
    const key = spanKey(span)
    const row: OpenRow = rows.get(key) ?? { span, report, cells: new Map() }
    rows.set(key, row)
    putCell(row, { name, shown: parts.get(name)?.name ?? part.name }, { cell, report }, added, onSameDay)
  }
  const ordered = [...parts.keys()]
  const open = [...rows.values()].toSorted((one, other) => bySpan(one.span, other.span))
  return {
    ...added,
    breakdown: {
      measure: breakdown.measure,
      dimension: breakdown.dimension,
      parts: [...parts.values()],
      rows: open.map((row) => closeRow(row, ordered)),
      earlier: open.flatMap((row) => earlierIn(row, ordered)),
    },
  }
}

function openRow({ parts }: Breakdown, row: BreakdownRow): OpenRow {
  const others = new Map(row.others.map(({ part, report }) => [part, report]))
  const cells: OpenRow['cells'] = new Map()
  for (const [index, part] of parts.entries()) {
    const cell = row.cells[index]
    if (cell === undefined || isNothing(cell)) continue
    cells.set(part.slug, { said: { cell, report: others.get(part.slug) ?? row.report }, earlier: [] })
  }
  return { span: row.span, report: row.report, cells }
}

const isNothing = ({ value, mark, events, base }: Cell): boolean =>
  value === null && mark === 'not-available' && events === null && base === null

function putCell(
  row: OpenRow,
  part: { name: string; shown: string },
  said: Said,
  added: Added,
  onSameDay: OnSameDay,
): void {
  const known = row.cells.get(part.name)
  if (known === undefined) {
    if (!isNothing(said.cell)) row.cells.set(part.name, { said, earlier: [] })
    return
  }
  const came = revise(known.said, known.earlier, said, onSameDay)
  const at = { span: row.span, part: part.shown }
  if (came.outcome === 'differs') added.differing.push({ ...at, now: known.said, said })
  else if (came.outcome === 'older') row.cells.set(part.name, { said: known.said, earlier: came.earlier })
  else if (came.outcome !== 'unchanged') {
    row.cells.set(part.name, { said: came.now, earlier: came.earlier })
    if (came.outcome === 'revised') added.revisions.push({ ...at, before: known.said, now: came.now })
  }
}

/** What a report is but for its place in the source: "row 7" of a file differs from cell to cell, and says nothing more. */
const releaseOf = ({ source, ...report }: Report): string =>
  JSON.stringify([
    report.status,
    report.origin,
    report.release,
    report.asAt,
    report.invented,
    source.path,
    source.title,
  ])

function closeRow({ span, cells, ...row }: OpenRow, parts: readonly string[]): BreakdownRow {
  // In the order of the parts, so that which of two as frequent reports is the row's never changes.
  const reports = parts.flatMap((part) => cells.get(part)?.said.report ?? [])
  const [most = []] = [...Map.groupBy(reports, releaseOf).values()].toSorted(
    (one, other) => other.length - one.length,
  )
  const report = oneReport(most, row.report)
  const release = releaseOf(report)
  return {
    span,
    report,
    cells: parts.map((part) => cells.get(part)?.said.cell ?? NOTHING),
    others: parts.flatMap((part) => {
      const said = cells.get(part)?.said
      return said === undefined || releaseOf(said.report) === release ? [] : [{ part, report: said.report }]
    }),
  }
}

/** One report of many that differ by their place alone; `none` where there are none. */
function oneReport(reports: readonly Report[], none: Report): Report {
  const [first] = reports
  if (first === undefined) return none
  const { place, anchor } = first.source
  const samePlace = reports.every(({ source }) => source.place === place && source.anchor === anchor)
  return samePlace ? first : { ...first, source: { ...first.source, place: '', anchor: null } }
}

const earlierIn = ({ span, cells }: OpenRow, parts: readonly string[]): EarlierCell[] =>
  parts.flatMap((part) =>
    (cells.get(part)?.earlier ?? []).map(({ cell, report }) => ({ span, part, cell, report })),
  )
