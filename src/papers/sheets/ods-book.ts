/** Hears the tables of an OpenDocument spreadsheet (OpenDocument 1.3 part 3, section 9), in which rows and cells may stand for many. */
import { localDate } from '../../lib/index.ts'
import type { Attributes, Listener } from '../office/xml.ts'
import { aBudget, Grid } from './grid.ts'
import { MOST_OF_A_CELL, MOST_SHEETS, tooMany, Unread } from './limits.ts'
import { FORMULA, type PackedCell, type PackedSheet, PERCENT } from './packed.ts'
import { Words } from './raised.ts'

/** Most spaces that one mark of spaces stands for. */
const MOST_SPACES = 100
/** How many rows pass between two signs of progress. */
const STRETCH = 1000

/** What is in the file beside what its cells show: comments, drawings, what was deleted, sources, rules. */
const LEFT_OUT = new Set([
  'office:annotation',
  'table:shapes',
  'table:tracked-changes',
  'table:dde-links',
  'table:content-validations',
  'table:named-expressions',
  'table:database-ranges',
  'table:data-pilot-tables',
  'table:scenario',
  'table:table-source',
  'table:detective',
  'office:forms',
  'draw:frame',
  'draw:g',
  'draw:custom-shape',
  'text:ruby-text',
])

/** A count that an attribute states; 1 when it states none that makes sense. */
function times(stated: string | undefined): number {
  const count = stated === undefined ? 1 : Number(stated)
  return Number.isSafeInteger(count) && count > 0 ? Math.min(count, 1e9) : 1
}

export class OdsBook implements Listener {
  readonly sheets: PackedSheet[] = []
  readonly #file: string
  readonly #progress: () => void
  readonly #budget = aBudget()
  readonly #raisedStyles = new Set<string>()
  readonly #hiddenStyles = new Set<string>()
  readonly #words = new Words()
  #style = ''
  #grid: Grid | undefined
  #hiddenSheet = false
  #line = 0
  #column = 0
  #row: Attributes = {}
  #cell: Attributes | undefined
  #paragraphs = 0
  /** Of each open span, whether it is raised; and how many of them are. */
  #spans: boolean[] = []
  #raised = 0
  /** Groups of rows that are folded away, as deep as they nest. */
  #folded: boolean[] = []

  constructor(file: string, progress: () => void) {
    this.#file = file
    this.#progress = progress
  }

  open(name: string, attributes: Attributes): boolean {
    if (LEFT_OUT.has(name)) return false
    if (name.startsWith('style:')) this.#openStyle(name, attributes)
    else if (name.startsWith('text:')) this.#openText(name, attributes)
    else if (name.startsWith('table:')) return this.#openTable(name, attributes)
    return true
  }

  close(name: string): void {
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell()
    else if (name === 'table:table-row') this.#closeRow()
    else if (name === 'table:table-row-group') this.#folded.pop()
    else if (name === 'text:span') this.#raised -= this.#spans.pop() === true ? 1 : 0
    else if (name === 'table:table' && this.#grid !== undefined) {
      this.sheets.push(this.#grid.done(this.#hiddenSheet))
      this.#grid = undefined
    }
  }

  text(words: string): void {
    if (this.#cell === undefined || this.#paragraphs === 0) return
    this.#add(words, this.#raised > 0)
  }

  #add(words: string, raised: boolean): void {
    this.#words.add(words, raised)
    if (this.#words.length > MOST_OF_A_CELL)
      throw new Unread(tooMany(this.#file, this.#grid?.place(this.#line) ?? 'its text'))
  }

  #openStyle(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.#style = attributes['style:name'] ?? ''
    else if (name === 'style:text-properties') {
      if (/^\s*(?:super|[1-9])/.test(attributes['style:text-position'] ?? ''))
        this.#raisedStyles.add(this.#style)
    } else if (name === 'style:table-properties' && attributes['table:display'] === 'false')
      this.#hiddenStyles.add(this.#style)
  }

  #openText(name: string, attributes: Attributes): void {
    if (this.#cell === undefined) return
    if (name === 'text:p' || name === 'text:h') {
      if (this.#paragraphs > 0) this.#add('\n', false)
      this.#paragraphs += 1
    } else if (name === 'text:s')
      this.#add(' '.repeat(Math.min(times(attributes['text:c']), MOST_SPACES)), false)
    else if (name === 'text:tab') this.#add(' ', false)
    else if (name === 'text:line-break') this.#add('\n', false)
    else if (name === 'text:span') {
      const raised = this.#raisedStyles.has(attributes['text:style-name'] ?? '')
      this.#spans.push(raised)
      if (raised) this.#raised += 1
    }
  }

  #openTable(name: string, attributes: Attributes): boolean {
    if (name === 'table:table') return this.#openSheet(attributes)
    if (name === 'table:table-column') {
      const from = this.#column
      this.#column += times(attributes['table:number-columns-repeated'])
      const seen = attributes['table:visibility'] ?? 'visible'
      if (seen !== 'visible') this.#grid?.hideColumns(from + 1, this.#column)
    } else if (name === 'table:table-row-group') this.#folded.push(attributes['table:display'] === 'false')
    else if (name === 'table:table-row') {
      this.#row = attributes
      this.#line += 1
      this.#column = 0
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#openCell(attributes)
    return true
  }

  /** A table within a cell is no sheet, and is left out. */
  #openSheet(attributes: Attributes): boolean {
    if (this.#grid !== undefined) return false
    const name = attributes['table:name'] ?? `Sheet ${this.sheets.length + 1}`
    if (this.sheets.length >= MOST_SHEETS)
      throw new Unread(tooMany(this.#file, `sheet “${name.slice(0, 80)}”`))
    this.#grid = new Grid(name.slice(0, 200), this.#file, this.#budget)
    this.#hiddenSheet = this.#hiddenStyles.has(attributes['table:style-name'] ?? '')
    this.#line = 0
    this.#column = 0
    return true
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes
    this.#paragraphs = 0
    this.#spans = []
    this.#raised = 0
    const [columns, rows] = [
      times(attributes['table:number-columns-spanned']),
      times(attributes['table:number-rows-spanned']),
    ]
    if (columns < 2 && rows < 2) return
    const [top, left] = [this.#line, this.#column + 1]
    this.#grid?.merge({ top, left, bottom: top + rows - 1, right: left + columns - 1 })
  }

  #closeCell(): void {
    if (this.#cell === undefined) return
    const { text, note } = this.#words.taken()
    const count = times(this.#cell['table:number-columns-repeated'])
    this.#grid?.cell(this.#line, this.#column + 1, packed(this.#cell, text, note), count)
    this.#column += count
    this.#cell = undefined
  }

  #closeRow(): void {
    const count = times(this.#row['table:number-rows-repeated'])
    const hidden = (this.#row['table:visibility'] ?? 'visible') !== 'visible' || this.#folded.includes(true)
    this.#grid?.endRow(this.#line, hidden, count)
    this.#line += count - 1
    if (this.#line % STRETCH === 0) this.#progress()
  }
}

const NUMBERS = new Set(['float', 'percentage', 'currency'])

/** What a cell shows and holds. A date with a time of day is its day; a time alone is text. */
function packed(attributes: Attributes, text: string, note: string): PackedCell {
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type'] ?? ''
  const value = attributes['office:value']
  const number = NUMBERS.has(type) && value !== undefined && value.trim() !== '' ? Number(value) : null
  const day =
    type === 'date' ? (localDate((attributes['office:date-value'] ?? '').slice(0, 10)) ?? null) : null
  const bits =
    (type === 'percentage' ? PERCENT : 0) | (attributes['table:formula'] === undefined ? 0 : FORMULA)
  const finite = number !== null && Number.isFinite(number) ? number : null
  const shown =
    text === '' ? (attributes['office:string-value'] ?? day ?? (finite === null ? '' : String(finite))) : text
  // A formula whose last value is an empty text shows nothing, and is nothing.
  const computed = shown === '' && type !== '' ? bits & ~FORMULA : bits
  return finite === null && day === null && computed === 0 && note === ''
    ? shown
    : [shown, finite, day, computed, note]
}
