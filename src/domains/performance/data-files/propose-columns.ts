/** Guesses what the columns of a table hold from what stands in them: times, names of parts, figures, per cent. */
import type { SheetCell, SheetTable } from '../../../papers/index.ts'
import { figureIn, isSameUnit, isShownAsPercent, numberIn, unitIn } from './figure.ts'
import { forceNamed, regionNamed } from './forces.ts'
import type { ColumnOfFigures, DateOrder, PartNames, SpanForm, StatedTotal } from './mapping.ts'
import { smallArea } from './names.ts'
import { formsOf, isAmbiguousDate, orderOf } from './span-in-cell.ts'
import { letterOf, nameOf } from './table.ts'
import { partOfYear } from './year-apart.ts'

/** How many rows are looked at. */
const LOOKED_AT = 500

/** A column as it seems. */
export type Guessed = {
  at: number
  /** What a mapping calls it. */
  name: string
  headings: readonly string[]
  headingCells: readonly SheetCell[]
  /** Cells in which something stands. */
  cells: readonly SheetCell[]
  holds: 'times' | 'figures' | 'words' | 'nothing'
  /** Forms that the time in its heading can have. */
  headingForms: readonly SpanForm[]
}

const EMPTY_ROW: readonly SheetCell[] = []
const BARE_YEAR = /^(?:19|20)\d\d$/
const DECIMAL_COMMA = /^\d{1,3}(?:\.\d{3})*,\d{1,2}$/
const anyFigure = { percent: 'of-hundred', times: 1, negative: true } as const

const isTime = (cell: SheetCell): boolean => formsOf(cell).length > 0
const isFigure = (cell: SheetCell): boolean => !('fault' in figureIn(cell, anyFigure, {}))

const most = (cells: readonly SheetCell[], is: (cell: SheetCell) => boolean): boolean =>
  cells.filter(is).length > 0.8 * cells.length

function holdsOf(cells: readonly SheetCell[], name: string, at: number): Guessed['holds'] {
  if (cells.length === 0) return 'nothing'
  const years =
    cells.every(({ text }) => BARE_YEAR.test(text)) && (at === 0 || /year|period|date/i.test(name))
  if (most(cells, isTime) && (years || !most(cells, ({ text }) => BARE_YEAR.test(text)))) return 'times'
  // Decimal commas are figures too; each is refused with its mend.
  if (unitOf(cells) !== undefined || cells.every(({ text }) => DECIMAL_COMMA.test(text))) return 'figures'
  return cells.filter(isFigure).length > 0.5 * cells.length ? 'figures' : 'words'
}

/** What stands behind all figures of a column: "days" of "9.2 days"; undefined where nothing or no one thing does. */
export function unitOf(cells: readonly SheetCell[]): { unit: string; times: number } | undefined {
  const units = cells.flatMap(({ text }) => unitIn(text) ?? [])
  const [first] = units
  const same = units.every(({ unit }) => isSameUnit(unit, first?.unit ?? ''))
  return first !== undefined && same && units.length > 0.5 * cells.length ? first : undefined
}

/** The columns of a table with what they seem to hold. */
export function guessColumns(table: SheetTable): Guessed[] {
  const rows = table.rows
    .slice(0, LOOKED_AT)
    .filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1)
  return table.columns.map(({ column, headings, cells: headingCells }) => {
    const at = column - 1
    const cells = rows.flatMap((row) => (row.cells ?? EMPTY_ROW)[at] ?? []).filter(({ text }) => text !== '')
    const name = nameOf({ headings, letter: letterOf(at) })
    return {
      at,
      name,
      headings,
      headingCells,
      cells,
      holds: holdsOf(cells, name, at),
      headingForms: headingFormsOf(headingCells),
    }
  })
}

/** The forms of the time in a heading: of "Q1" below "2018/19", a quarter. */
function headingFormsOf(cells: readonly SheetCell[]): readonly SpanForm[] {
  const [lowest, ...above] = cells.toReversed()
  const within = partOfYear(lowest?.text ?? '')
  const years = above.flatMap(formsOf)
  if (within !== undefined && (years.includes('year') || years.includes('financial-year'))) return [within]
  return (
    cells
      .toReversed()
      .map(formsOf)
      .find((forms) => forms.length > 0) ?? []
  )
}

/** The one form that the times of a column or of headings all have, the likeliest first. */
export function commonForms(all: readonly (readonly SpanForm[])[]): SpanForm[] {
  const [first = []] = all
  return first.filter((form) => all.every((forms) => forms.includes(form)))
}

/** The order of day and month in dates written in figures; 'unknown' where it cannot be told. */
export function dateOrderOf(cells: readonly SheetCell[]): DateOrder | 'unknown' | null {
  const dates = cells.filter(({ day }) => day === null).map(({ text }) => text)
  const orders = new Set(dates.flatMap((text) => orderOf(text) ?? []))
  if (orders.size > 1) return 'unknown'
  const [order] = orders
  if (order !== undefined) return order
  return dates.some(isAmbiguousDate) ? 'unknown' : null
}

/** Names by which columns of parts are known, and the dimension that they are. */
const DIMENSIONS: readonly (readonly [RegExp, string])[] = [
  [/force|constabulary|appropriate authority/i, 'force'],
  [/district|local authority|borough|\blad\b|\bcsp\b/i, 'district'],
  [/\bward\b/i, 'ward'],
  [/division/i, 'division'],
  [/channel/i, 'channel'],
  [/outcome/i, 'outcome'],
  [/offence|crime type|crime group/i, 'crime-type'],
  [/ethnic|gender|\bsex\b|\bage\b/i, 'people'],
]

/** The dimension that words name; undefined where they name none. */
export const dimensionIn = (text: string): string | undefined =>
  DIMENSIONS.find(([words]) => words.test(text))?.[1]

const isForceOrRegion = (text: string): boolean =>
  forceNamed(text) !== undefined || regionNamed(text) !== undefined || isTotal(text)

/** How the names in a column are read, and of which dimension they are. */
export function partsIn({ name, cells }: Guessed): { dimension: string; names: PartNames } {
  const names = [...new Set(cells.map(({ text }) => text))]
  const share = (is: (text: string) => boolean): number => names.filter(is).length / Math.max(1, names.length)
  if (share(isForceOrRegion) > 0.6 && names.some((text) => forceNamed(text) !== undefined))
    return { dimension: 'force', names: 'forces' }
  if (share((text) => smallArea(text) !== undefined) > 0.6)
    return {
      dimension: 'small-area',
      names: names.some((text) => smallArea(text)?.since2021 === true) ? 'lsoa-2021' : 'lsoa-2011',
    }
  const known = dimensionIn(name)
  return {
    dimension: known ?? (name.startsWith('column ') ? 'part' : name.toLowerCase()),
    names: 'as-printed',
  }
}

/** Whether a name is rather of a sum than of a part. */
export const isTotal = (text: string): boolean =>
  /^\W*(?:grand |sub[- ]?)?total\b|\btotal$|^england(?: (?:and|&) wales)?$|^K04000001$|^all\b/i.test(text)

/** Rows that seem to sum others. A force of a region's name is the region where the name stands twice. */
export function totalsIn({ cells }: Guessed, names: PartNames): StatedTotal[] {
  const texts = cells.map(({ text }) => text)
  // Several totals of words that nobody knows are totals of groups, and nothing says of which.
  if (names === 'as-printed' && new Set(texts.filter(isTotal)).size > 1) return []
  return [...new Set(texts)].flatMap((name) => {
    const region = names === 'forces' ? regionNamed(name) : undefined
    const alone = forceNamed(name) === undefined || texts.filter((text) => text === name).length > 1
    if (region !== undefined && alone) return [{ name, of: [region] }]
    if (!isTotal(name)) return []
    const all = names === 'forces' && /43 forces|england (?:and|&) wales/i.test(name)
    return [{ name, of: all ? ['43 forces'] : [] }]
  })
}

/** Whether a column sums the others of its rows, all of them that have figures. */
export function sumsOthers(total: Guessed, others: readonly Guessed[], table: SheetTable): boolean {
  if (others.length < 2) return false
  const rows = table.rows.slice(0, LOOKED_AT).flatMap(({ cells }) => {
    const stated = numberAt(cells, total.at)
    const parts = others.map(({ at }) => numberAt(cells, at))
    return stated === undefined || parts.every((part) => part === undefined)
      ? []
      : [
          Math.abs(stated - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)) <
            0.01 * Math.max(1, parts.length),
        ]
  })
  return rows.length > 0 && rows.filter(Boolean).length > 0.9 * rows.length
}

const numberAt = (cells: readonly SheetCell[], at: number): number | undefined => {
  const cell = cells[at]
  return cell === undefined ? undefined : numberIn(cell)
}

/** How per cent stands in a column, and whether somebody should look. */
export function percentIn({ name, cells }: Guessed): {
  percent: ColumnOfFigures['percent']
  unsure: string | null
} {
  const numbers = cells.filter((cell) => numberIn(cell) !== undefined)
  const signed = numbers.filter(isShownAsPercent).length
  if (signed > 0 && signed < numbers.length)
    return {
      percent: 'of-hundred',
      unsure: `“${name}” has figures with a per cent sign and without; write all of them in one way`,
    }
  if (signed > 0) return { percent: 'of-hundred', unsure: null }
  if (!/%|per ?cent|\brate\b|share|proportion/i.test(name)) return { percent: null, unsure: null }
  const below = numbers.every((cell) => Math.abs(numberIn(cell) ?? 0) <= 1)
  return below
    ? { percent: 'of-one', unsure: `Does 0.12 in “${name}” mean 12 %, or 0.12 %?` }
    : { percent: 'of-hundred', unsure: null }
}
