/**
 * Reads one cell as a figure: the number, or the mark that says why there is none. A mark never becomes nought, and what
 * is neither is refused with the reason.
 */
import type { Mark } from '../measures/observation.ts'
import type { ColumnOfFigures } from './mapping.ts'

/** What a reader of sheets says of a cell, as far as a figure needs it. */
export type FigureCell = { text: string; number: number | null; percent: boolean; day?: unknown }

export type Figure = { value: number; mark: null } | { value: null; mark: Mark }

/** What is wrong with a cell, and how to mend it. */
export type Fault = { what: string; mend: string }

/** The marks of official statistics. A dash is kept as suppressed: which of nought and nothing it means, only a note says. */
const MARKS: Readonly<Record<string, Mark>> = {
  '-': 'suppressed',
  '–': 'suppressed',
  '—': 'suppressed',
  '*': 'suppressed',
  '**': 'suppressed',
  c: 'suppressed',
  '[c]': 'suppressed',
  s: 'suppressed',
  '[s]': 'suppressed',
  x: 'not-available',
  '[x]': 'not-available',
  '..': 'not-available',
  '...': 'not-available',
  ':': 'not-available',
  'n/a': 'not-available',
  na: 'not-available',
  '#n/a': 'not-available',
  'not available': 'not-available',
  suppressed: 'suppressed',
  z: 'not-applicable',
  '[z]': 'not-applicable',
  '.': 'not-applicable',
  'not applicable': 'not-applicable',
}

/** The mark that a text is; undefined where it is none. `own` are the marks of its table, which come first. */
export const markIn = (text: string, own: Readonly<Record<string, Mark>>): Mark | undefined =>
  own[text.trim()] ?? MARKS[text.trim().toLowerCase()]

/** The mark of a note behind a number: "2*", "1,234 (r)", "17~", "1\"", "12 [note 3]", "5 [r]", "7 [p]". */
const NOTE = /\s*(?:[*^~†‡#"]+|[([](?:r|p|e|note \d+)[)\]])$/i

const NUMBER =
  /^([-−(]?)\s*£?\s*([-−]?)((?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?|\.\d+)\s*(%?)\s*(\)?)$/

/** A number as text: its value, and whether a per cent sign stands behind it. Undefined where it is none. */
function numberInText(text: string): { number: number; percent: boolean } | undefined {
  const [, open = '', minus = '', digits = '', percent = '', close = ''] =
    NUMBER.exec(text.replace(NOTE, '').trim()) ?? []
  if (digits === '' || (open === '(') !== (close === ')')) return undefined
  const below = open !== '' || minus !== ''
  const number = Number(digits.replaceAll(',', ''))
  return { number: below && number !== 0 ? -number : number, percent: percent !== '' }
}

const fault = (what: string, mend: string): { fault: Fault } => ({ fault: { what, mend } })

/** Whether a number stands there with the sign of per cent or shown as one. */
export const isShownAsPercent = (cell: FigureCell): boolean =>
  cell.percent || numberInText(cell.text)?.percent === true

/** The number that stands there, or the text reads as, in hundredths where it is per cent; undefined where there is none. */
export const numberIn = (cell: FigureCell): number | undefined =>
  cell.number ?? numberInText(cell.text)?.number

/** The figure in a cell of a column, or what is wrong with it. */
export function figureIn(
  cell: FigureCell,
  column: Pick<ColumnOfFigures, 'percent' | 'times' | 'negative'> & Partial<Pick<ColumnOfFigures, 'unit'>>,
  marks: Readonly<Record<string, Mark>>,
): Figure | { fault: Fault } {
  const text = cell.text.trim()
  if (cell.day !== undefined && cell.day !== null)
    return fault(
      `“${text}” is a date where a figure should stand`,
      'write the number; a spreadsheet turns 3/4 into a date',
    )
  const mark = markIn(text, marks)
  if (mark !== undefined && cell.number === null) return { value: null, mark }
  if (text === '' && cell.number === null)
    return fault('nothing stands there', 'write the number, or a mark such as [x] where there is none')
  const read =
    cell.number === null
      ? numberInText(withoutUnit(text, column.unit ?? null))
      : { number: cell.number, percent: false }
  if (read === undefined) return notANumber(text)
  return withinReason(inUnit(read, cell, column), text, column)
}

/** "day" and "Days" are one unit. */
export const isSameUnit = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/s$/, '') === other.toLowerCase().replace(/s$/, '')

/** "9.2 days" without what the mapping says is its unit, in the singular or the plural. */
function withoutUnit(text: string, unit: string | null): string {
  const [, number, behind] = /^(.*\d[)]?)\s*([a-z][a-z .]*)$/i.exec(text) ?? []
  return number === undefined || behind === undefined || unit === null || !isSameUnit(behind, unit)
    ? text
    : number
}

/** What is written behind a number in a cell, and how many times it makes it: "days" of "9.2 days", "m" of "£4.2m". */
export function unitIn(text: string): { unit: string; times: number } | undefined {
  const [, number = '', unit = ''] = /^(.*\d)\s*([a-z][a-z .]*)$/i.exec(text.trim()) ?? []
  if (unit === '' || numberInText(number) === undefined || (unit.length < 2 && !/^[km]$/i.test(unit)))
    return undefined
  const plain = unit.toLowerCase()
  return {
    unit,
    times: /^m(?:illion)?$/.test(plain)
      ? 1_000_000
      : /^(?:bn|billion)$/.test(plain)
        ? 1_000_000_000
        : /^(?:k|thousand)$/.test(plain)
          ? 1000
          : 1,
  }
}

function notANumber(text: string): { fault: Fault } {
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text))
    return fault(
      `“${text}” is a long number that a spreadsheet shortened, and its digits are lost`,
      'export the file again with this column as text',
    )
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+,\d{1,2}$/.test(text))
    return fault(`“${text}” has a comma where a decimal point should stand`, 'write 1234.5 or 1,234.5')
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return fault(
    `“${short}” is not a number, and no mark that the mapping knows`,
    'write the number, or say under "marks" in the mapping what it means',
  )
}

/** Per cent as 5.4 for 5.4 %, everything else times what its table is in. */
function inUnit(
  { number, percent }: { number: number; percent: boolean },
  cell: FigureCell,
  column: Pick<ColumnOfFigures, 'percent' | 'times'>,
): number | { fault: Fault } {
  if (column.percent === null)
    return percent || cell.percent
      ? fault(
          `“${cell.text}” is a per cent in a column of other figures`,
          'say "percent" in the mapping, or mend the cell',
        )
      : exact(number * column.times)
  if (cell.percent) return exact(number * 100)
  if (percent) {
    return column.percent === 'of-one'
      ? fault(
          `“${cell.text}” has a per cent sign in a column where 0.12 means 12 %`,
          'write all of the column in one way',
        )
      : exact(number)
  }
  return exact(column.percent === 'of-one' ? number * 100 : number)
}

/** Without the dust of binary fractions: 0.057 × 100 is 5.7. */
const exact = (number: number): number => Number(number.toPrecision(15))

function withinReason(
  value: number | { fault: Fault },
  text: string,
  column: Pick<ColumnOfFigures, 'percent' | 'negative'>,
): Figure | { fault: Fault } {
  if (typeof value !== 'number') return value
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return fault(
      `“${text}” is larger than any figure can be`,
      'look whether a code or telephone number stands there',
    )
  if (value < 0 && !column.negative)
    return fault(
      `“${text}” is below nought, which a count or share cannot be`,
      'mend it, or say "negative": true in the mapping',
    )
  return { value, mark: null }
}
