/** Reads a web page, saved from a council's or an office's site, into the same tree of blocks as a text paper. */
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { blocksOf } from './blocks.ts'
import { joinLabels } from './html/join-labels.ts'
import { documentIn, judging } from './html/left-out.ts'
import { setNode } from './html/page-lines.ts'
import { emptySheet, endLine, type Part, PLAIN, type Sheet, shown } from './html/page-sheet.ts'
import { pageText } from './html/page-text.ts'
import { elementsBelow, type PageDocument, type PageElement, pageTree } from './html/page-tree.ts'
import type { PaperFile } from './read-paper.ts'
import type { Block, Warning } from './reading.ts'
import type { Tree } from './tree.ts'

const OPENING =
  /^(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->)[^]){0,2000}-->)*<(?:!doctype\s+html\b|html[\s>]|head[\s>]|body[\s>])/i
const TAG = /<(?:html|head|body|p|div|table|tr|td|h[1-6]|ul|ol|li|br|span|b|strong|a)\b[^<>]{0,2000}>/i

/**
 * Whether a file is a web page: it opens as one, or is called one and has tags. A text that speaks of tags, or has a few,
 * is none.
 */
export function isHtml({ bytes, name }: PaperFile): boolean {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  const head = Buffer.from(bytes.subarray(0, 16_384))
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
  return OPENING.test(head) || (/\.x?html?$/i.test(name) && TAG.test(head))
}

/**
 * Reads a page. `header` is the charset that an archive gave with it. Refuses with 'empty-file' (also when all its words
 * belong to the site), 'file-too-large' or 'html-too-deep'. Fetches nothing, runs nothing.
 */
export function readHtml(file: PaperFile, header?: string): Tree | Refusal {
  const decoded = pageText(file.bytes, file.name, header)
  if (isRefusal(decoded)) return decoded
  const document = pageTree(decoded.text)
  if (typeof document === 'string')
    return refuse(
      'html-too-deep',
      `${file.name} ${document === 'too-deep' ? 'nests its elements more than 512 deep' : 'has more than 400,000 elements'}, as no page of a meeting does; save the page again, or save it as PDF.`,
    )
  const body = [...elementsBelow(document)].find((each) => each.tagName === 'body')
  const sheet = body === undefined ? emptySheet() : sheetOf(body)
  const text = sheet.pieces.join('')
  if (!/[\p{L}\d]/u.test(text))
    return refuse(
      'empty-file',
      `${file.name} is a web page without words of a document: save the page again once it shows them, or save it as PDF.`,
    )
  const title = titleOf(document)
  return {
    ...(title === '' ? {} : { title }),
    text,
    blocks: withLangs(sheet, joinLabels(sheet.parts).flatMap(blocksIn)),
    warnings: decoded.guessed ? [GUESSED] : [],
  }
}

/** The page's title without the name of the site behind it. */
function titleOf(document: PageDocument): string {
  const title = [...elementsBelow(document, ({ tagName }) => tagName === 'body')].find(
    (each) => each.tagName === 'title',
  )
  const words = title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? ''
  return shown(words.slice(0, 400)).replace(/\s+[|–—-]\s+[^|–—-]{3,60}$/, '')
}

const GUESSED: Warning = {
  code: 'encoding-guessed',
  message:
    'The page does not say how its letters are written. It was read as Windows-1252, so some accents may be wrong.',
  start: 0,
  end: 0,
}

function sheetOf(body: PageElement): Sheet {
  const root = documentIn(body)
  const sheet = emptySheet()
  const judge = judging(root)
  for (const child of root.childNodes) setNode({ sheet, judge }, child, PLAIN)
  endLine(sheet, true)
  return sheet
}

const blocksIn = (part: Part): Block[] => (part.type === 'table' ? [part.block] : blocksOf(part.lines).blocks)

/** Gives each block the language that its element states. */
function withLangs(sheet: Sheet, blocks: readonly Block[]): Block[] {
  const stated = new Map(sheet.langs.map((each) => [each.start, each.lang]))
  return blocks.map((block) => {
    const lang = stated.get(block.start)
    return lang === undefined ? block : { ...block, lang }
  })
}
