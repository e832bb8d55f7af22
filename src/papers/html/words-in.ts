/** The words of an element as they are shown, without what is hidden. */
import { isHidden } from './left-out.ts'
import { shown } from './page-sheet.ts'
import { isElement, type PageElement, type PageNode } from './page-tree.ts'

const JOINED = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'u',
  'font',
  'sup',
  'sub',
  'abbr',
  'small',
  'o:p',
])

/** The words of an element, white space single, cut off after `most` letters; elements that stand apart are told apart. */
export function wordsIn(element: PageElement, most: number): string {
  let words = ''
  const read = (node: PageNode): void => {
    if (words.length > most + 200) return
    if (node.nodeName === '#text' && 'value' in node) words += node.value.slice(0, most + 200)
    else if (isElement(node) && !isHidden(node)) {
      const apart = JOINED.has(node.tagName) ? '' : ' '
      words += apart
      for (const child of node.childNodes) read(child)
      words += apart
    }
  }
  for (const child of element.childNodes) read(child)
  return shown(words).slice(0, most)
}
