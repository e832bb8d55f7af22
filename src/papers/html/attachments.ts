/** Lists of files that a committee's page hangs under its items: named in one line, so that none is taken for a resolution's part. */

import { withoutTrailingFurniture } from '../furniture.ts'
import { isHidden } from './left-out.ts'
import { addWords, type Dress, endLine, type Sheet } from './page-sheet.ts'
import { attribute, elementsBelow, elementsIn, type PageElement } from './page-tree.ts'
import { wordsIn } from './words-in.ts'

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip)(?:[?#]|$)/i
const SIZE = /\b(?:pdf|docx?|xlsx?|pptx?|odt|word|excel)\b,?\s*\(?[\d.,]+\s*[km]b\b/i

/** Whether an item of a list is one file to fetch. */
function isFile(item: PageElement): boolean {
  const links = [...elementsBelow(item, isHidden)].filter((each) => each.tagName === 'a')
  const [link] = links
  if (link === undefined || links.length > 2) return false
  const words = wordsIn(item, 400)
  const most = wordsIn(link, 400).length >= words.length * 0.5
  return SIZE.test(words) || (most && FILE.test(attribute(link, 'href') ?? ''))
}

/** Sets a list in which each item is a file as one line of their names; says whether it was such a list. */
export function setAttachments(sheet: Sheet, list: PageElement, dress: Dress): boolean {
  const items = elementsIn(list).filter((each) => !isHidden(each))
  if (items.length === 0 || list.tagName === 'ol' || !items.every(isFile)) return false
  const names = items.map((item) => withoutTrailingFurniture(wordsIn(item, 300)).replace(/[.,;\s]+$/, ''))
  addWords(sheet, `Documents: ${names.filter((name) => name !== '').join('; ')}`, {
    ...dress,
    bold: false,
    italic: false,
  })
  endLine(sheet, true)
  return true
}
