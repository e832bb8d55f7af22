/**
 * Hides small numbers of a breakdown, with as many more as keep anybody from working them out: from the figure of the whole
 * area, from spans that share days, or from what was said before a revision. A pure function of the breakdown.
 */
import { type Before, suppress } from '../../../statistics/index.ts'
import { type CountsIn, impliedSpans } from './implied-spans.ts'
import type { Breakdown, BreakdownRow, Unit } from './measure.ts'
import type { Cell, Earlier } from './observation.ts'
import { overlap, spanKey } from './spans.ts'

/** A breakdown as the public gets it, and the small numbers that nothing can keep from being worked out. */
export type Hidden = { breakdown: Breakdown; exposed: { span: BreakdownRow['span']; part: string }[] }

/** What a cell counts; null where it counts nothing. Of a mean it is those who were asked: totals give a mean away with them. */
export function countIn(
  { value, events, base }: Cell,
  { style, per }: Pick<Unit, 'style' | 'per'>,
): number | null {
  if (events !== null) return whole(events)
  if (style === 'mean') return base === null ? null : whole(base)
  if (value === null) return null
  if (style === 'count') return whole(value)
  // A share or rate with its base gives its count away.
  if (base === null) return null
  if (style === 'percent') return whole((value * base) / 100)
  return style === 'rate' ? whole((value * base) / (per ?? 1)) : null
}

const whole = (count: number): number | null => (count < 0 ? null : Math.round(count))

/** Small besides what it counts: the rest of a share. */
function hasSmallRest(cell: Cell, unit: Pick<Unit, 'style' | 'per'>, below: number): boolean {
  const count = countIn(cell, unit)
  if (cell.base === null || count === null || unit.style !== 'percent') return false
  const rest = cell.base - count
  return rest > 0 && rest < below
}

/** A number that the source hid may be as high as any that we hide, and is given away by totals as ours are. */
const isHiddenBySource = ({ value, mark }: Cell): boolean => value === null && mark === 'suppressed'

const NO_CELL: Cell = { value: null, mark: null, hedge: null, events: null, base: null }
const HIDDEN: Cell = { ...NO_CELL, mark: 'suppressed' }

/** The breakdown as the public gets it. */
export const hideSmallNumbers = (breakdown: Breakdown): Breakdown => hiding(breakdown).breakdown

/** The same, with what cannot be hidden. */
export function hiding({ measure, dimension, parts, rows, earlier }: Breakdown): Hidden {
  const bare = { measure, dimension, parts }
  const below = measure.hideBelow
  if (below === null) return { breakdown: { ...bare, rows, earlier }, exposed: [] }
  const said = Map.groupBy(earlier, ({ span }) => spanKey(span))
  const hidden = new Map<string, ReadonlySet<string>>()
  const exposed: Hidden['exposed'] = []
  for (const group of sharingDays(rows)) {
    const open = group.map((row) => openRow(row, parts, said.get(spanKey(row.span)) ?? []))
    const rule = { unit: measure.unit, below }
    const found = hiddenIn([...open, ...impliedRows(open, rule)], rule)
    for (const { span } of group) hidden.set(spanKey(span), found.parts)
    exposed.push(...found.exposed)
  }
  const isHidden = (span: BreakdownRow['span'], part: string): boolean =>
    hidden.get(spanKey(span))?.has(part) === true
  return {
    exposed,
    breakdown: {
      ...bare,
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, index) =>
          isHidden(row.span, parts[index]?.slug ?? '') &&
          (cell.value !== null || cell.mark !== 'not-applicable')
            ? HIDDEN
            : cell,
        ),
        others: row.others.filter(({ part }) => !isHidden(row.span, part)),
      })),
      earlier: earlier.filter(({ span, part }) => !isHidden(span, part)),
    },
  }
}

/** Rows that share days, directly or over others: twelve months less eleven give a month away, so they hide the same parts. */
function sharingDays(rows: readonly BreakdownRow[]): BreakdownRow[][] {
  const groups: { span: BreakdownRow['span']; rows: BreakdownRow[] }[] = []
  for (const row of rows.toSorted((one, other) => (one.span.from < other.span.from ? -1 : 1))) {
    const last = groups.at(-1)
    if (last === undefined || !overlap(last.span, row.span)) groups.push({ span: row.span, rows: [row] })
    else {
      last.rows.push(row)
      const until = last.span.until > row.span.until ? last.span.until : row.span.until
      last.span = { from: last.span.from, until }
    }
  }
  return groups.map((group) => group.rows)
}

/** A row with what was said before of each of its cells, oldest first. */
type OpenRow = {
  span: BreakdownRow['span']
  cells: { part: string; cell: Cell; earlier: readonly Earlier[] }[]
}

function openRow(row: BreakdownRow, parts: Breakdown['parts'], earlier: Breakdown['earlier']): OpenRow {
  const of = Map.groupBy(earlier, ({ part }) => part)
  return {
    span: row.span,
    cells: parts.flatMap(({ slug }, index) => {
      const cell = row.cells[index]
      return cell === undefined ? [] : [{ part: slug, cell, earlier: of.get(slug) ?? [] }]
    }),
  }
}

type Rule = { unit: Unit; below: number }

/** Rows for spans that have none, and of which the others give a small number away. */
function impliedRows(rows: readonly OpenRow[], { unit, below }: Rule): OpenRow[] {
  // One row alone says nothing of other spans.
  if (rows.length < 2) return []
  const known = rows.map(({ span, cells }): CountsIn => {
    const counts = cells.flatMap(({ part, cell }) => {
      const count = countIn(cell, unit)
      return count === null ? [] : [[part, count] as const]
    })
    return { span, counts: new Map(counts) }
  })
  return impliedSpans(known, below).map(({ span, counts }) => ({
    span,
    cells: [...counts].map(([part, events]) => ({ part, cell: { ...NO_CELL, events }, earlier: [] })),
  }))
}

/** The parts to hide in all of these rows, which grow until each row is safe with them. */
function hiddenIn(
  rows: readonly OpenRow[],
  rule: Rule,
): { parts: ReadonlySet<string>; exposed: Hidden['exposed'] } {
  const parts = new Set<string>()
  let exposed: Hidden['exposed'] = []
  for (let before = -1; before < parts.size; ) {
    before = parts.size
    exposed = []
    for (const row of rows) {
      const found = hiddenInRow(row, parts, rule)
      for (const part of found.parts) parts.add(part)
      exposed.push(...found.exposed.map((part) => ({ span: row.span, part })))
    }
  }
  return { parts, exposed }
}

type HiddenParts = { parts: readonly string[]; exposed: readonly string[] }

/** One release of a row: its counts, which of them are hidden, and which are given away all the same. */
type Release = { counts: readonly (number | null)[]; hidden: readonly boolean[]; exposed: readonly number[] }

/** Release by release, so that what an earlier one showed is not taken to hide anything in the next. */
function hiddenInRow({ cells }: OpenRow, also: ReadonlySet<string>, rule: Rule): HiddenParts {
  const many = Math.max(0, ...cells.map(({ earlier }) => earlier.length))
  let release: Release | null = null
  for (let back = many; back >= 0; back -= 1) {
    const then = cells.map(({ cell, earlier }) =>
      back === 0 ? cell : ((earlier.at(-back) ?? earlier[0])?.cell ?? cell),
    )
    // What must be hidden now, for the sake of other rows, was not known when an earlier release was made.
    const forced = then.map(
      (cell, at) =>
        (back === 0 && also.has(cells[at]?.part ?? '')) || hasSmallRest(cell, rule.unit, rule.below),
    )
    release = hiddenNow(
      then.map((cell) => (isHiddenBySource(cell) ? rule.below - 1 : countIn(cell, rule.unit))),
      forced,
      release,
      rule.below,
    )
  }
  const { hidden = [], exposed = [] } = release ?? {}
  return {
    parts: cells.flatMap(({ part }, at) => (hidden[at] ? [part] : [])),
    exposed: exposed.flatMap((at) => cells[at]?.part ?? []),
  }
}

/** The figure of the whole area stays, so it hides nothing. */
const SHOWN = { rowTotals: true, columnTotals: false, grandTotal: false }

function hiddenNow(
  counts: Release['counts'],
  forced: readonly boolean[],
  before: Release | null,
  below: number,
): Release {
  const mustHide = forced.map((is, at) => is || before?.hidden[at] === true)
  const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < below
  if (!mustHide.includes(true) && !counts.some(isSmall)) return { counts, hidden: mustHide, exposed: [] }
  const was = (at: number): Before => {
    if (mustHide[at]) return 'hidden'
    if (before === null) return 'unknown'
    return before.counts[at] === counts[at] ? 'shown-the-same' : 'shown-otherwise'
  }
  const found = suppress({ cells: [counts], shown: SHOWN }, below, {
    totals: 'stay',
    before: ({ column }) => (column === null ? 'unknown' : was(column)),
  })
  return {
    counts,
    hidden: counts.map((_, at) => mustHide[at] === true || found.cells[0]?.[at] === true),
    exposed: found.exposed.flatMap(({ column }) =>
      column === null || !isSmall(counts[column] ?? null) ? [] : [column],
    ),
  }
}
