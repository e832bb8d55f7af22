/** Computes what a browser prints before the items of a list: from `start`, `value`, `reversed`, `type` and its style. */
import { headingNumber, listMark, paragraphNumber } from '../marks.ts'
import { attribute, elementsIn, type PageElement } from './page-tree.ts'

type Style = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'bullet' | 'none'

const TYPES: Readonly<Record<string, Style>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const NAMED: readonly (readonly [RegExp, Style])[] = [
  [/\bnone\b/i, 'none'],
  [/\b(?:lower-alpha|lower-latin)\b/i, 'lower-alpha'],
  [/\b(?:upper-alpha|upper-latin)\b/i, 'upper-alpha'],
  [/\blower-roman\b/i, 'lower-roman'],
  [/\bupper-roman\b/i, 'upper-roman'],
  [/\bdecimal\b/i, 'decimal'],
  [/\b(?:disc|circle|square)\b/i, 'bullet'],
]

function styleOf(element: PageElement, usual: Style): Style {
  const css = /list-style(?:-type)?\s*:\s*([^;]{1,60})/i.exec(
    (attribute(element, 'style') ?? '').slice(0, 2000),
  )?.[1]
  const named = css === undefined ? undefined : NAMED.find(([form]) => form.test(css))?.[1]
  return named ?? TYPES[attribute(element, 'type') ?? ''] ?? usual
}

const integer = (value: string | undefined): number | undefined => {
  const found = /^\s*[+-]?\d{1,6}/.exec(value ?? '')?.[0]
  return found === undefined ? undefined : Number(found)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let rest = value
  let signs = ''
  for (const [worth, letter] of ROMAN) {
    while (rest >= worth) {
      signs += letter
      rest -= worth
    }
  }
  return signs
}

function letters(value: number): string {
  const first = value > 26 ? String.fromCodePoint(96 + Math.floor((value - 1) / 26)) : ''
  return `${first}${String.fromCodePoint(97 + ((value - 1) % 26))}`
}

function printed(value: number, style: Style): string {
  if (style === 'none') return ''
  if (style === 'bullet') return '•'
  const small = value >= 1 && value <= 399
  if (style === 'decimal' || !small) return `${value}.`
  const word = style.endsWith('roman') ? roman(value) : letters(value)
  return `${style.startsWith('upper') ? word.toUpperCase() : word}.`
}

/** What stands before each item of a list ("1.", "b.", "•", or nothing), by the item's element. */
export function marksOf(list: PageElement): Map<PageElement, string> {
  const items = elementsIn(list).filter((each) => each.tagName === 'li')
  const ordered = list.tagName === 'ol'
  const style = styleOf(list, ordered ? 'decimal' : 'bullet')
  const reversed = ordered && attribute(list, 'reversed') !== undefined
  let value = (ordered ? integer(attribute(list, 'start')) : undefined) ?? (reversed ? items.length : 1)
  const marks = new Map<PageElement, string>()
  for (const item of items) {
    value = (ordered ? integer(attribute(item, 'value')) : undefined) ?? value
    marks.set(item, printed(value, styleOf(item, style)))
    value += reversed ? -1 : 1
  }
  return marks
}

/** Whether the words of an item print a number or mark of their own, so that the list's is not printed with it. */
export const marksItself = (words: string): boolean =>
  listMark(words) !== undefined ||
  paragraphNumber(words) !== undefined ||
  (headingNumber(words).number !== null && /^\S*\d\S*[.:)]?\s/.test(words) && !/^\d+\s/.test(words))
