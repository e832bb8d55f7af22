/** Hears one sheet of an Excel workbook: its rows, its merged cells and what it hides (ECMA-376 part 1, 18.3). */
import { localDate } from '../../lib/index.ts'
import { damaged } from '../office/refusals.ts'
import type { Attributes, Listener } from '../office/xml.ts'
import type { Grid } from './grid.ts'
import { LAST_COLUMN, LAST_LINE, MOST_OF_A_CELL, tooMany, Unread } from './limits.ts'
import { dayOf, GENERAL, type NumberFormat, type ShowNumber } from './number-formats.ts'
import { FORMULA, NO_SUCH_DAY, type PackedCell, PERCENT } from './packed.ts'
import { shownText } from './shown-text.ts'
import { RichTextListener, type SharedTexts } from './xlsx-texts.ts'

/** What a sheet takes from its workbook. */
export type Around = {
  file: string
  texts: SharedTexts
  formats: readonly NumberFormat[]
  date1904: boolean
  show: ShowNumber
  progress: () => void
}

/** How many rows pass between two signs of progress. */
const STRETCH = 1000

/** Whether an attribute says yes. */
export const isSet = (said: string | undefined): boolean => said === '1' || said === 'true'

export class SheetPart implements Listener {
  readonly #grid: Grid
  readonly #around: Around
  readonly #inline = new RichTextListener()
  #line = 0
  #column = 0
  #hiddenRow = false
  #cell: Attributes | undefined
  #formula = false
  /** The words of the cell's value; undefined while none was heard. */
  #value: string | undefined
  #inValue = false

  constructor(grid: Grid, around: Around) {
    this.#grid = grid
    this.#around = around
  }

  open(name: string, attributes: Attributes): boolean {
    if (name === 'x:c') this.#openCell(attributes)
    else if (name === 'x:v') {
      this.#inValue = true
      this.#value = ''
    } else if (name === 'x:f') this.#formula = true
    else if (name === 'x:row') this.#openRow(attributes)
    else if (name === 'x:col') {
      if (isSet(attributes['hidden']))
        this.#grid.hideColumns(Number(attributes['min']), Number(attributes['max']))
    } else if (name === 'x:mergeCell') this.#merge(attributes['ref'] ?? '')
    else if (this.#cell !== undefined) return this.#inline.open(name, attributes)
    // Rules and what later versions add say nothing that a cell shows.
    return name !== 'x:extLst' && name !== 'x:conditionalFormatting' && name !== 'x:dataValidations'
  }

  close(name: string): void {
    if (name === 'x:v') this.#inValue = false
    else if (name === 'x:c') this.#closeCell()
    else if (name === 'x:row') {
      this.#grid.endRow(this.#line, this.#hiddenRow)
      if (this.#line % STRETCH === 0) this.#around.progress()
    } else this.#inline.close(name)
  }

  text(words: string): void {
    if (this.#cell === undefined) return
    if (this.#inValue) {
      this.#value += words
      if ((this.#value?.length ?? 0) > MOST_OF_A_CELL)
        throw new Unread(tooMany(this.#around.file, this.#grid.place(this.#line)))
    } else if (!this.#inline.text(words))
      throw new Unread(tooMany(this.#around.file, this.#grid.place(this.#line)))
  }

  #damaged(what: string): Unread {
    return new Unread(damaged(this.#around.file, `${this.#grid.place(this.#line)}: ${what}`))
  }

  #openRow(attributes: Attributes): void {
    const line = attributes['r'] === undefined ? this.#line + 1 : Number(attributes['r'])
    if (!Number.isInteger(line) || line > LAST_LINE) throw this.#damaged('a row has no place')
    if (line <= this.#line) throw this.#damaged('its rows are out of order')
    this.#line = line
    this.#column = 0
    this.#hiddenRow = isSet(attributes['hidden'])
  }

  #openCell(attributes: Attributes): void {
    const place = attributes['r']
    const column = place === undefined ? this.#column + 1 : placeOf(place)?.column
    if (column === undefined || column > LAST_COLUMN) throw this.#damaged('a cell has no place')
    this.#column = column
    this.#cell = attributes
    this.#formula = false
    this.#value = undefined
  }

  #closeCell(): void {
    if (this.#cell === undefined) return
    const rich = this.#inline.taken()
    const bits = this.#formula ? FORMULA : 0
    const type = this.#cell['t'] ?? 'n'
    this.#grid.cell(this.#line, this.#column, this.#packed(type, bits, rich))
    this.#cell = undefined
  }

  #packed(type: string, bits: number, inline: { text: string; note: string }): PackedCell {
    const value = this.#value
    if (type === 'inlineStr') return textCell(inline.text, bits, inline.note)
    // A formula that was never computed holds no value at all, unlike one that gave an empty text.
    if (value === undefined) return bits === 0 ? '' : ['', null, null, bits, '']
    if (type === 's') {
      const shared = this.#around.texts.at(Number(value))
      if (shared === undefined) throw this.#damaged('a cell shows a text that is not there')
      return textCell(shared.text, bits, shared.note)
    }
    if (type === 'b') return textCell(value.trim() === '1' ? 'TRUE' : 'FALSE', bits, '')
    if (type === 'd') {
      const day = localDate(value.trim().slice(0, 10)) ?? null
      return [shownText(value), null, day, bits, '']
    }
    const number = type === 'n' && value.trim() !== '' ? Number(value) : Number.NaN
    return Number.isFinite(number) ? this.#numberCell(number, bits) : textCell(shownText(value), bits, '')
  }

  #numberCell(number: number, bits: number): PackedCell {
    const format = this.#around.formats[Number(this.#cell?.['s'] ?? 0)] ?? GENERAL
    const { date1904, show } = this.#around
    if (format.isDay) {
      const day = dayOf(number, date1904)
      const shown = shownText(show(number, format, date1904))
      // Excel fills the cell with # where there is no day to show.
      if (day === null) return [shown === '' ? String(number) : shown, number, null, bits | NO_SUCH_DAY, '']
      return [shown, null, day, bits, '']
    }
    const text = shownText(show(number, format, date1904))
    if (format.isTime) return textCell(text, bits, '')
    return [text, number, null, bits | (format.percent ? PERCENT : 0), '']
  }

  #merge(range: string): void {
    const [one = '', other = ''] = range.split(':')
    const [from, to] = [placeOf(one), placeOf(other)]
    if (from === undefined || to === undefined) return
    this.#grid.merge({ top: from.line, left: from.column, bottom: to.line, right: to.column })
  }
}

const textCell = (text: string, bits: number, note: string): PackedCell =>
  note === '' && (bits === 0 || text === '') ? text : [text, null, null, bits, note]

/** "AB12"; undefined when it is no place of a sheet. */
function placeOf(place: string): { line: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(place)
  if (parts === null) return undefined
  let column = 0
  for (const letter of (parts[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const line = Number(parts[2])
  return column > LAST_COLUMN || line < 1 || line > LAST_LINE ? undefined : { line, column }
}
