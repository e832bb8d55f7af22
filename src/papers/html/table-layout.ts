/** Tells a table that holds figures or names from one that a site uses to place its words on the page. */
import { languageOf } from '../language.ts'
import { isHidden } from './left-out.ts'
import { attribute, elementsBelow, elementsIn, type PageElement } from './page-tree.ts'
import type { Cell } from './table-grid.ts'
import { wordsIn } from './words-in.ts'

const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'])
const MARKER = /(?:^|\s)(?:minutes|decisions?|cofnodion|penderfyniad|resolved):/i

/** Whether a table only places things. `rows` are its own cells. */
export function isLayout(table: PageElement, rows: readonly (readonly Cell[])[]): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const cells = rows.flat()
  if (cells.length === 1) return true
  if (cells.some(({ element }) => hasTable(element))) return true
  if (rows.every((row) => row.length < 2)) return true
  const wide = rows.every((row) => row.length > 2)
  if (cells.some(({ element }) => isWritten(element, wide))) return true
  if (isBilingual(rows)) return true
  const ruled = cells.some(({ header }) => header)
  if (ruled) return false
  return labels(rows)
}

/** The same words in Welsh and in English side by side: each row in one language and then in the other. */
function isBilingual(rows: readonly (readonly Cell[])[]): boolean {
  const told = rows.slice(0, 60).flatMap((row) => {
    const [one, other] = row.slice(-2).map(({ element }) => languageOf(wordsIn(element, 600)))
    return row.length < 2 || row.length > 3 || one == null || other == null ? [] : [one !== other]
  })
  return told.length > 0 && told.filter(Boolean).length > told.length * 0.6
}

const hasTable = (cell: PageElement): boolean => {
  for (const each of elementsBelow(cell, isHidden)) if (each.tagName === 'table') return true
  return false
}

/** A cell that is written like a page: a heading, what was minuted, or paragraphs, which tables of three columns have too. */
function isWritten(cell: PageElement, wide: boolean): boolean {
  const blocks = [...blocksIn(cell)].filter((each) => wordsIn(each, 10) !== '')
  if (blocks.some((each) => /^h[1-6]$/.test(each.tagName))) return cell.tagName === 'td'
  if (blocks.length < 2) return false
  const words = wordsIn(cell, 3000)
  return (words.length > 240 && !wide) || MARKER.test(words)
}

function* blocksIn(cell: PageElement): Generator<PageElement> {
  for (const each of elementsIn(cell)) {
    if (isHidden(each)) continue
    const inner = each.tagName === 'div' ? [...blocksIn(each)] : []
    if (inner.length > 0) yield* inner
    else if (BLOCKS.has(each.tagName)) yield each
  }
}

/** "Present:" beside those who were: rows whose first cell is a label, and whose second holds lines. */
function labels(rows: readonly (readonly Cell[])[]): boolean {
  return (
    rows.length < 12 &&
    rows.every((row) => row.length === 2) &&
    rows.some(
      ([first, second]) =>
        first !== undefined &&
        second !== undefined &&
        wordsIn(first.element, 60).endsWith(':') &&
        [...elementsBelow(second.element, isHidden)].filter(
          (each) => each.tagName === 'br' || each.tagName === 'p',
        ).length > 1,
    )
  )
}
