/** Goes over the cells that were read and says, once a column, what a reader should be warned of, with the first place. */
import { FORMULA, NO_SUCH_DAY, type PackedCell, type PackedSheet, textOf } from './packed.ts'
import type { SheetWarning } from './sheet.ts'

/** Errors that programs show in place of a value. */
const ERRORS = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  'Err:502',
  'Err:508',
  'Err:509',
])
/** A long number as a spreadsheet that lost its last digits shows it. */
const SHORTENED = /^\d(?:\.\d+)?E\+1[1-9]$/i
/** Whole numbers beyond this have lost digits in a spreadsheet. */
const EXACT = 1e15

type Remark = 'formula-not-computed' | 'formula' | 'cell-error' | 'number-shortened' | 'no-such-day'

const SAID: Readonly<Record<Remark, (place: string, count: string, text: string) => string>> = {
  formula: (place, count) =>
    `${place} and ${count} in this column are computed by formulas; the values last computed were read.`,
  'formula-not-computed': (place, count) =>
    `${place} and ${count} in this column hold formulas that were never computed; open the file in a spreadsheet program and save it there.`,
  'cell-error': (place, count, text) =>
    `${place} shows the error ${text}, as do ${count} in this column; it was read as text, not as a number.`,
  'number-shortened': (place, count, text) =>
    `${place} shows ${text}, a long number whose last digits may be lost, as in ${count} in this column; format the column as text before numbers are entered.`,
  'no-such-day': (place, count, text) =>
    `${place} shows ${text}, which is no day of the calendar, as do ${count} in this column; its number was kept.`,
}

type Seen = { line: number; column: number; count: number; text: string }

/** What to say of a sheet. */
export function remarksOn(sheet: PackedSheet): SheetWarning[] {
  const seen = new Map<string, Seen>()
  for (const { line, cells } of sheet.rows) {
    for (const [index, cell] of cells.entries()) {
      const remark = cell === '' ? undefined : remarkOn(cell)
      if (remark === undefined) continue
      const key = `${remark} ${index}`
      const known = seen.get(key)
      if (known === undefined) seen.set(key, { line, column: index + 1, count: 0, text: textOf(cell) })
      else known.count += 1
    }
  }
  const said = [...seen].map(([key, { line, column, count, text }]): SheetWarning => {
    const code = key.slice(0, key.indexOf(' '))
    const others = count === 0 ? 'no others' : `${count.toLocaleString('en-GB')} more`
    const message = isRemark(code)
      ? SAID[code](`${columnName(column)}${line}`, others, text.slice(0, 40))
      : code
    return { code, message, sheet: sheet.name, line }
  })
  return [...hiddenParts(sheet), ...said]
}

const isRemark = (code: string): code is Remark => code in SAID

function remarkOn(cell: PackedCell): Remark | undefined {
  const text = textOf(cell)
  if (ERRORS.has(text)) return 'cell-error'
  if (typeof cell !== 'string') {
    const [, number, , bits] = cell
    if ((bits & NO_SUCH_DAY) !== 0) return 'no-such-day'
    if (number !== null && Number.isInteger(number) && Math.abs(number) >= EXACT) return 'number-shortened'
    if ((bits & FORMULA) !== 0) return text === '' && number === null ? 'formula-not-computed' : 'formula'
  }
  return SHORTENED.test(text) ? 'number-shortened' : undefined
}

function hiddenParts({ name, hidden, rows, hiddenColumns }: PackedSheet): SheetWarning[] {
  const said: SheetWarning[] = []
  const say = (code: string, message: string, line: number | null): void => {
    said.push({ code, message, sheet: name, line })
  }
  if (hidden)
    say('sheet-hidden', `The sheet “${name}” is hidden in the file; it was read like the others.`, null)
  const rowsHidden = rows.filter((row) => row.hidden)
  const first = rowsHidden[0]
  if (first !== undefined)
    say(
      'rows-hidden',
      `${rowsHidden.length.toLocaleString('en-GB')} ${rowsHidden.length === 1 ? 'row is' : 'rows are'} hidden, the first in line ${first.line}; they were read like the others.`,
      first.line,
    )
  if (hiddenColumns.length > 0)
    say(
      'columns-hidden',
      `Hidden columns (${hiddenColumns.slice(0, 10).map(columnName).join(', ')}${hiddenColumns.length > 10 ? ', …' : ''}) were read like the others.`,
      null,
    )
  return said
}

/** The letters of a column from 1: "A", "AB". */
export function columnName(column: number): string {
  let [left, name] = [column, '']
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
    left = Math.floor((left - 1) / 26)
  }
  return name
}
