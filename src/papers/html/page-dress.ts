/** How words of a page are set: bold, in italics, how far in, in which language, at which level of heading. */
import type { Dress, PageLang } from './page-sheet.ts'
import { attribute, type PageElement } from './page-tree.ts'

const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['i', 'em', 'cite'])

const LEVELS = [1, 2, 3, 4, 5, 6] as const

/** The level of the heading that an element is; null when it is none. */
export function headingLevel(element: PageElement): Dress['heading'] {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1]
  const role =
    attribute(element, 'role') === 'heading' ? (attribute(element, 'aria-level') ?? '2') : undefined
  const level = Number(tag ?? role)
  return LEVELS.find((each) => each === level) ?? null
}

/** The dress of what stands in an element that stands in another dress. */
export function dressOf(element: PageElement, dress: Dress): Dress {
  const style = (attribute(element, 'style') ?? '').slice(0, 2000)
  const weight = /font-weight\s*:\s*(bold|[6-9]00|normal|400)/i.exec(style)?.[1]
  const bold =
    weight === undefined
      ? dress.bold || BOLD.has(element.tagName) || element.tagName === 'th'
      : /bold|[6-9]00/.test(weight)
  const slant = /font-style\s*:\s*(italic|normal)/i.exec(style)?.[1]
  const italic =
    slant === undefined
      ? dress.italic || ITALIC.has(element.tagName) || element.tagName === 'blockquote'
      : slant === 'italic'
  const level = /mso-list\s*:[^;]{0,40}\blevel(\d)/i.exec(style)?.[1]
  const indent = level === undefined ? dress.indent : (Number(level) - 1) * 4
  return { ...dress, bold, italic, indent, lang: langOf(element) ?? dress.lang }
}

function langOf(element: PageElement): PageLang | undefined {
  if (element.tagName === 'html' || element.tagName === 'body') return undefined
  const lang = attribute(element, 'lang')?.toLowerCase()
  if (lang === undefined) return undefined
  return /^cy\b/.test(lang) ? 'cy' : /^en\b/.test(lang) ? 'en' : null
}
