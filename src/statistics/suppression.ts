/**
 * Hides small counts of a table, and as many others as it takes that no hidden count can be worked out from what is shown
 * by adding and subtracting, nor be narrowed down to less than the threshold's width where the table allows that.
 */
import { type Arc, cheapestHiding, type Network, network, type Place, room } from './table-network.ts'

export type { Place } from './table-network.ts'

export type CountTable = {
  /** Rows of counts, all equally long; null where there is no count, which adds nothing to the totals. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** Which totals the public sees. */
  readonly shown: {
    readonly rowTotals: boolean
    readonly columnTotals: boolean
    readonly grandTotal: boolean
  }
}

export type SuppressionOptions = {
  /**
   * Noughts: hidden only where another count needs it (`when-needed`), hidden like other small counts (`hidden`), or never
   * hidden (`never`), from which an outsider knows that what is hidden is at least 1.
   */
  readonly zeros: 'when-needed' | 'hidden' | 'never'
  /** Whether totals may be hidden, or are public anyway. */
  readonly totals: 'may-hide' | 'stay'
  /** What an earlier release of the same table did; of `unknown` counts, nothing was ever published. */
  readonly before: ((place: Place) => Before) | null
}

/** A count was hidden before; or shown, as it is now or as another number; or there was none. */
export type Before = 'hidden' | 'shown-the-same' | 'shown-otherwise' | 'unknown'

export type Hiding = {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals: readonly boolean[]
  readonly columnTotals: readonly boolean[]
  readonly grandTotal: boolean
  /** Small counts that nothing can keep from being worked out, since totals or an earlier release give them away. */
  readonly exposed: readonly Place[]
}

const USUAL: SuppressionOptions = { zeros: 'when-needed', totals: 'may-hide', before: null }

/**
 * Which counts of a table to hide so that none below `threshold` (5: those of 1 to 4) can be worked back. What was hidden
 * before stays hidden; what was shown before as it is cannot hide others. Throws for what is no count.
 */
export function suppress(
  table: CountTable,
  threshold: number,
  options: Partial<SuppressionOptions> = {},
): Hiding {
  const chosen = { ...USUAL, ...options }
  const { columnTotals, grandTotal } = table.shown
  // Without totals over rows each row is a table of its own, and far quicker so.
  if (table.cells.length > 1 && !columnTotals && !grandTotal) return rowByRow(table, threshold, chosen)
  const net = networkOf(table, threshold, chosen)
  const exposed: Place[] = []
  const waiting = net.arcs.filter(({ hidden, cost }) => hidden && cost > 0)
  const met = new Set(waiting)
  for (const arc of waiting) {
    const small = isSmall(arc.value, threshold, chosen.zeros)
    for (const also of protectedBy(net, arc, small ? threshold : 1))
      if (!met.has(also)) {
        met.add(also)
        waiting.push(also)
      }
  }
  for (const arc of met)
    if (room(net, arc, 'more', 1).amount === 0 && room(net, arc, 'less', 1).amount === 0)
      exposed.push(arc.place)
  return { ...hidingOf(table, net), exposed }
}

/** Hides what it takes to give a count so wide a range, or the widest that it can have. */
function protectedBy(net: Network, arc: Arc, width: number): Arc[] {
  const added: Arc[] = []
  for (;;) {
    const more = room(net, arc, 'more', width)
    const less = room(net, arc, 'less', width)
    const need = width - more.amount - less.amount
    if (need <= 0) return added
    const ways = [need, 1].map((atLeast) =>
      [
        cheapestHiding(net, arc, 'more', more.shifts, atLeast),
        ...(arc.value - arc.floor - less.amount >= atLeast
          ? [cheapestHiding(net, arc, 'less', less.shifts, atLeast)]
          : []),
      ]
        .flatMap((way) => (way === undefined || way.arcs.length === 0 ? [] : [way]))
        .toSorted((one, other) => one.cost - other.cost),
    )
    const best = ways[0]?.[0] ?? ways[1]?.[0]
    if (best === undefined) return added
    for (const also of best.arcs) {
      also.hidden = true
      added.push(also)
    }
  }
}

const isSmall = (value: number, threshold: number, zeros: SuppressionOptions['zeros']): boolean =>
  value < threshold && (value > 0 || zeros === 'hidden')

/** Totals cost most, then noughts, which hide others badly; larger counts a little more than small ones. */
const COST = { total: 1000, zero: 40, count: 10 }

function networkOf(table: CountTable, threshold: number, options: SuppressionOptions): Network {
  const rows = table.cells.length
  const columns = table.cells[0]?.length ?? 0
  const arcs: Arc[] = []
  const add = (place: Place, from: number, to: number, value: number, shown: boolean): void => {
    if (!Number.isInteger(value) || value < 0) throw new Error(`${value} is no count`)
    arcs.push(arcOf({ place, from, to, value, shown }, threshold, options))
  }
  const column = (at: number): number => rows + 1 + at
  for (const [row, cells] of table.cells.entries()) {
    if (cells.length !== columns) throw new Error('The rows of a table must be equally long')
    for (const [at, value] of cells.entries())
      if (value !== null) add({ row, column: at }, row, column(at), value, true)
    if (hasCounts(cells))
      add({ row, column: null }, column(columns), row, total(cells), table.shown.rowTotals)
  }
  for (let at = 0; at < columns; at += 1) {
    const of = table.cells.map((cells) => cells[at] ?? null)
    if (hasCounts(of)) add({ row: null, column: at }, column(at), rows, total(of), table.shown.columnTotals)
  }
  const all = table.cells.flat()
  if (hasCounts(all))
    add({ row: null, column: null }, rows, column(columns), total(all), table.shown.grandTotal)
  return network(rows + columns + 2, arcs)
}

/** A line without any count has no total either. */
const hasCounts = (cells: readonly (number | null)[]): boolean => cells.some((value) => value !== null)

const total = (cells: readonly (number | null)[]): number =>
  cells.reduce<number>((sum, value) => sum + (value ?? 0), 0)

type Stands = { place: Place; from: number; to: number; value: number; shown: boolean }

function arcOf(
  { shown, ...where }: Stands,
  threshold: number,
  { zeros, totals, before }: SuppressionOptions,
): Arc {
  // What the public is never shown hides others for nothing.
  if (!shown) return { ...where, floor: 0, cost: 0, hidden: true }
  const { place, value } = where
  const isTotal = place.row === null || place.column === null
  const was = before?.(place) ?? 'unknown'
  const stays =
    (isTotal && totals === 'stay') || was === 'shown-the-same' || (value === 0 && zeros === 'never')
  if (was !== 'hidden' && stays) return { ...where, floor: 0, cost: Number.POSITIVE_INFINITY, hidden: false }
  return {
    ...where,
    floor: zeros === 'never' && value > 0 ? 1 : 0,
    cost: (isTotal ? COST.total : value === 0 ? COST.zero : COST.count) + Math.log2(1 + value),
    hidden: was === 'hidden' || isSmall(value, threshold, zeros),
  }
}

function hidingOf(table: CountTable, net: Network): Omit<Hiding, 'exposed'> {
  const hidden = new Set(
    net.arcs.filter((arc) => arc.hidden && arc.cost > 0).map(({ place }) => `${place.row} ${place.column}`),
  )
  const is = (row: number | null, column: number | null): boolean => hidden.has(`${row} ${column}`)
  const columns = table.cells[0]?.map((_, column) => column) ?? []
  return {
    cells: table.cells.map((cells, row) => cells.map((_, column) => is(row, column))),
    rowTotals: table.cells.map((_, row) => is(row, null)),
    columnTotals: columns.map((column) => is(null, column)),
    grandTotal: is(null, null),
  }
}

function rowByRow(table: CountTable, threshold: number, options: SuppressionOptions): Hiding {
  const { before } = options
  const each = table.cells.map((cells, row) =>
    suppress({ cells: [cells], shown: table.shown }, threshold, {
      ...options,
      before: before === null ? null : ({ column }) => before({ row, column }),
    }),
  )
  return {
    cells: each.flatMap(({ cells }) => cells),
    rowTotals: each.flatMap(({ rowTotals }) => rowTotals),
    columnTotals: table.cells[0]?.map(() => false) ?? [],
    grandTotal: false,
    exposed: each.flatMap(({ exposed }, row) => exposed.map(({ column }) => ({ row, column }))),
  }
}

export type HiddenRange = {
  readonly place: Place
  readonly low: number
  /** Null where nothing that is shown bounds it. */
  readonly high: number | null
  /** Two tables that agree with everything shown, in which the count is at its least, and as high as it can be (or one more). */
  readonly tables: readonly [Possible, Possible]
}

/** A table as it might be; null where it has no count. */
export type Possible = readonly (readonly (number | null)[])[]

/**
 * What an outsider can work out about each hidden count of a table from what is shown: its exact least and greatest value
 * by linear reasoning, with two possible tables as proof. `before` counts only as far as it hid or showed the same.
 */
export function hiddenRanges(
  table: CountTable,
  hiding: Hiding,
  zeros: SuppressionOptions['zeros'] = 'when-needed',
): HiddenRange[] {
  const net = networkOf(table, 0, { ...USUAL, zeros: 'when-needed' })
  const sees = net.arcs.map((arc) => ({
    ...arc,
    floor: zeros === 'never' && arc.cost > 0 && arc.value > 0 ? 1 : 0,
    hidden: arc.cost === 0 || isHidden(hiding, arc.place),
  }))
  const seen = network(net.nodes, sees)
  return sees
    .filter(({ hidden, cost }) => hidden && cost > 0)
    .map((arc) => {
      const more = room(seen, arc, 'more')
      const less = room(seen, arc, 'less')
      const unbounded = more.amount === Number.POSITIVE_INFINITY
      less.shifts.set(arc, -less.amount)
      more.shifts.set(arc, unbounded ? 1 : more.amount)
      return {
        place: arc.place,
        low: arc.value - less.amount,
        high: unbounded ? null : arc.value + more.amount,
        tables: [shifted(table, less.shifts), shifted(table, more.shifts)] as const,
      }
    })
}

function isHidden({ cells, rowTotals, columnTotals, grandTotal }: Hiding, { row, column }: Place): boolean {
  if (row !== null && column !== null) return cells[row]?.[column] === true
  if (row !== null) return rowTotals[row] === true
  return column === null ? grandTotal : columnTotals[column] === true
}

function shifted(table: CountTable, shifts: ReadonlyMap<Arc, number>): Possible {
  const by = new Map([...shifts].map(([{ place }, shift]) => [`${place.row} ${place.column}`, shift]))
  return table.cells.map((cells, row) =>
    cells.map((value, column) => (value === null ? null : value + (by.get(`${row} ${column}`) ?? 0))),
  )
}
