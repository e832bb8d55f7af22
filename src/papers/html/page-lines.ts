/** Walks through a web page and sets its words in lines: paragraphs, headings, items of lists, rows of tables. */

import { isFurniture } from '../furniture.ts'
import { setAttachments } from './attachments.ts'
import { isLeftOut } from './left-out.ts'
import { marksOf } from './list-marks.ts'
import { dressOf, headingLevel } from './page-dress.ts'
import {
  addWords,
  type Dress,
  endLine,
  hasWords,
  lastLine,
  type Sheet,
  shown,
  type Walk,
} from './page-sheet.ts'
import { setTable } from './page-tables.ts'
import { attribute, elementsIn, isElement, type PageElement, type PageNode } from './page-tree.ts'
import { wordsIn } from './words-in.ts'

/** Elements that stand on lines of their own, with space around them. */
const APART = new Set([
  'p',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'section',
  'article',
  'fieldset',
  'figure',
  'hr',
  'address',
  'details',
  'center',
  'main',
  'form',
])
/** Elements that stand on lines of their own, one close under the other. */
const CLOSE = new Set([
  'div',
  'li',
  'dt',
  'dd',
  'caption',
  'figcaption',
  'legend',
  'summary',
  'header',
  'footer',
  'body',
  'html',
  'dir',
  'hgroup',
  'td',
  'th',
  'tr',
  'table',
  'tbody',
  'thead',
  'tfoot',

  'optgroup',
  'label-row',
])

/** Sets all that stands in a node; `next` is the node after it. */
export function setNode(walk: Walk, node: PageNode, dress: Dress, next?: PageNode): void {
  if (node.nodeName === '#text' && 'value' in node) return addWords(walk.sheet, node.value, dress)
  if (!isElement(node) || isLeftOut(node, walk.judge)) return
  if (node.tagName === 'br') return setBreak(walk, next, dress)
  setElement(walk, node, dressOf(node, dress))
}

/** Sets what stands in an element, in the dress that it gives. */
export function setInside(walk: Walk, element: PageElement, dress: Dress): void {
  for (const [index, child] of element.childNodes.entries())
    setNode(walk, child, dress, element.childNodes[index + 1])
}

function setElement(walk: Walk, element: PageElement, dress: Dress): void {
  const { sheet } = walk
  const name = element.tagName
  if (name === 'sup') return setRaised(walk, element, dress)
  if (name === 'pre' || name === 'plaintext' || name === 'listing' || name === 'xmp')
    return setLines(walk, element, dress)
  if (name === 'table') {
    endLine(sheet, true)
    return setTable(walk, element, dress, setInside)
  }
  if (name === 'ul' || name === 'ol' || name === 'dir') return setList(walk, element, dress)
  if (name === 'dl') return setDefinitions(walk, element, dress)
  if (name === 'a') return setLink(walk, element, dress)
  const level = headingLevel(element)
  if (level !== null) return setHeading(walk, element, { ...dress, heading: level })
  const apart = APART.has(name)
  if (!apart && !CLOSE.has(name)) return setInside(walk, element, dress)
  endLine(sheet, apart)
  setInside(walk, element, dress)
  endLine(sheet, apart)
}

/** A heading is one line, or with its breaks several; long ones are paragraphs that were set large. */
function setHeading(walk: Walk, element: PageElement, dress: Dress): void {
  const long = wordsIn(element, 500).length > 400
  endLine(walk.sheet, true)
  setInside(walk, element, long ? { ...dress, heading: null } : dress)
  endLine(walk.sheet, true)
  if (dress.heading === 1) walk.judge.pastTitle = true
}

/** A break ends the line, unless the words only go on: small letters after no end of a sentence. */
function setBreak(walk: Walk, after: PageNode | undefined, dress: Dress): void {
  const { sheet } = walk
  if (!hasWords(sheet)) {
    sheet.gap = true
    return endLine(sheet, true)
  }
  const goesOn = /^[a-z]/.test(wordsOfNode(after)) && !/[.:;!?]$/.test(shown(sheet.run.tail))
  if (goesOn) return addWords(sheet, ' ', dress)
  endLine(sheet, false)
}

function wordsOfNode(node: PageNode | undefined): string {
  if (node === undefined) return ''
  if (node.nodeName === '#text' && 'value' in node) return shown(node.value.slice(0, 200))
  return isElement(node) ? wordsIn(node, 40) : ''
}

/** "1st" stays whole; the number of a note is told from the word that it stands behind. */
function setRaised(walk: Walk, element: PageElement, dress: Dress): void {
  const words = wordsIn(element, 40)
  const note = /^\[?\d{1,3}\]?$/.test(words) && /[\p{L}.,;:)”"]$/u.test(walk.sheet.run.tail)
  if (note) addWords(walk.sheet, ` [${words.replace(/\D/g, '')}]`, dress)
  else setInside(walk, element, dress)
}

/** Text that keeps its own lines. */
function setLines(walk: Walk, element: PageElement, dress: Dress): void {
  endLine(walk.sheet, true)
  for (const words of rawWords(element).split(/\r\n|[\r\n]/)) {
    if (words.trim() === '') walk.sheet.gap = true
    else addWords(walk.sheet, words, dress)
    endLine(walk.sheet, false)
  }
  endLine(walk.sheet, true)
}

function rawWords(element: PageElement): string {
  return element.childNodes
    .map((node) =>
      node.nodeName === '#text' && 'value' in node ? node.value : isElement(node) ? rawWords(node) : '',
    )
    .join('')
}

/** A link is its words; where it leads to a recording of the meeting, the address is kept with them. */
function setLink(walk: Walk, element: PageElement, dress: Dress): void {
  const href = attribute(element, 'href') ?? ''
  const words = wordsIn(element, 120)
  if (isFurniture(words)) return
  setInside(walk, element, dress)
  if (!/\b(?:web-?cast|watch|recording|livestream|live stream|gweddarllediad)\b/i.test(words)) return
  if (/^https?:\/\/[^\s<>"]{4,400}$/i.test(href) && !words.includes(href))
    addWords(walk.sheet, ` (${href})`, dress)
}

const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'dl',
  'blockquote',
  'pre',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dir',
])

function setList(walk: Walk, list: PageElement, dress: Dress): void {
  const { sheet } = walk
  endLine(sheet, true)
  if (setAttachments(sheet, list, dress)) return
  const marks = marksOf(list)
  const nested = dress.indent
  for (const child of list.childNodes) {
    const mark = isElement(child) ? marks.get(child) : undefined
    if (!isElement(child) || mark === undefined) {
      setNode(walk, child, { ...dress, indent: nested + 4 })
      continue
    }
    if (isLeftOut(child, walk.judge)) continue
    setItem(walk, child, mark, dressOf(child, { ...dress, indent: nested }))
  }
  endLine(sheet, true)
}

function setItem(walk: Walk, item: PageElement, mark: string, dress: Dress): void {
  const { sheet } = walk
  endLine(sheet, false)
  sheet.mark = mark === '' || printsOwn(item, mark) ? null : { words: mark, heading: null }
  const below = { ...dress, indent: dress.indent + 4 }
  const simple = elementsIn(item).every((each) => !BLOCKS.has(each.tagName) || each.tagName === 'p')
  for (const child of item.childNodes) {
    if (isElement(child) && child.tagName === 'p' && simple && /^\D/.test(mark)) {
      addWords(sheet, ' ', dress)
      setInside(walk, child, dressOf(child, dress))
    } else
      setNode(
        walk,
        child,
        isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol') ? below : dress,
      )
  }
  endLine(sheet, false)
  sheet.mark = null
}

/** An item that begins with the very number its list would give it. */
const printsOwn = (item: PageElement, mark: string): boolean => wordsIn(item, 40).startsWith(mark)

/** "Date" over "6 February" in a list of definitions reads as "Date: 6 February"; several values stay a line each. */
function setDefinitions(walk: Walk, list: PageElement, dress: Dress): void {
  const { sheet } = walk
  endLine(sheet, true)
  const rows = list.childNodes.flatMap((each) =>
    isElement(each) && each.tagName === 'div' && !isLeftOut(each, walk.judge) ? each.childNodes : [each],
  )
  const named = rows.filter((each): each is PageElement => isElement(each) && /^d[td]$/.test(each.tagName))
  const places = new Map(named.map((each, index) => [each, index]))
  for (const child of rows) {
    const at = isElement(child) ? places.get(child) : undefined
    const only = at !== undefined && named[at - 1]?.tagName === 'dt' && named[at + 1]?.tagName !== 'dd'
    if (isElement(child) && child.tagName === 'dd' && only && labelled(sheet))
      continueLabel(walk, child, dress)
    else setNode(walk, child, dress)
  }
  endLine(sheet, true)
}

const labelled = (sheet: Sheet): boolean => {
  const line = lastLine(sheet)
  return line !== undefined && line.end === sheet.length && line.text.length < 80 && line.heading === null
}

/** Takes back the line of a label and sets it anew with its value. */
function continueLabel(walk: Walk, value: PageElement, dress: Dress): void {
  const { sheet } = walk
  const words = wordsIn(value, 300)
  const last = sheet.parts.at(-1)
  const label = last?.type === 'lines' ? last.lines.at(-1) : undefined
  if (label === undefined || words === '' || words.length > 250) return setNode(walk, value, dress)
  if (last?.type === 'lines') last.lines.pop()
  for (const piece of sheet.pieces.splice(-2)) sheet.length -= piece.length
  sheet.gap = label.gap
  addWords(sheet, `${label.text.replace(/:$/, '')}: `, { ...dress, bold: false })
  setInside(walk, value, dress)
  endLine(sheet, false)
}
