/** Reads a PDF that has a text layer into the same tree of blocks as a text paper, or says in one sentence why not. */
import { type Refusal, refuse } from '../lib/index.ts'
import { blocksOf } from './blocks.ts'
import type { PdfLines } from './pdf/document.ts'
import { unreadable } from './pdf/nonsense.ts'
import { openPdf } from './pdf/open.ts'
import type { Warning } from './reading.ts'
import type { Tree } from './tree.ts'

/** `text` is assembled from the pages in reading order without running heads and feet; blocks stand in it by offset. */
export type PdfTree = Tree & {
  /** How many pages the file has. */
  pages: number
  /** The page number as printed (or labelled) on each page of the file, null where there is none. */
  printedPages: (string | null)[]
}

/** The largest file that is opened. */
const MOST_BYTES = 100_000_000

/** Whether bytes begin as a PDF does; a text that speaks of PDFs further on does not. */
export const isPdf = (bytes: Uint8Array): boolean => /^\s*%PDF-\d/.test(headOf(bytes).slice(0, 64))

/** Readers of PDFs allow strange bytes before the mark, within the first kilobyte. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
    .toString('latin1')
    .replace(/^ï»¿/, '')

/**
 * Reads the bytes of a PDF. Refuses with 'pdf-too-large', 'not-a-pdf', 'pdf-truncated', 'pdf-encrypted',
 * 'pdf-damaged', 'pdf-too-many-pages', 'pdf-no-text' or 'pdf-unreadable-font'. `name` is only for the sentence;
 * `progress` is called after each page. Never throws over what the file contains.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  progress: () => void = () => undefined,
): Promise<PdfTree | Refusal> {
  const wrong = refusedBeforeOpening(bytes, name)
  if (wrong !== undefined) return wrong
  const outcome = await openPdf(bytes, progress)
  if ('refused' in outcome) return refusal(outcome.refused, outcome.pages, name)
  const { read } = outcome
  const fault = unreadable(read.text)
  if (fault !== undefined) {
    return refuse(
      'pdf-unreadable-font',
      `${name}: its fonts do not say which letters they show (${fault}), so its words cannot be read; ask for the file it was made from.`,
    )
  }
  if (read.lines.every((line) => !/[\p{L}\d]/u.test(line.text))) return noText(read, name)
  const { blocks, warnings } = blocksOf(read.lines)
  return {
    text: read.text,
    blocks,
    warnings: [...pageWarnings(read), ...warnings],
    pages: read.pages,
    printedPages: read.printedPages,
  }
}

function refusedBeforeOpening(bytes: Uint8Array, name: string): Refusal | undefined {
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1_000_000)
    return refuse(
      'pdf-too-large',
      `${name}: it has ${size} MB, more than the 100 MB that are read; split it or save it with smaller pictures.`,
    )
  }
  if (!headOf(bytes).includes('%PDF-'))
    return refuse(
      'not-a-pdf',
      `${name}: it is called a PDF but does not begin like one; save it as a PDF again.`,
    )
  if (isTruncated(bytes))
    return refuse('pdf-truncated', `${name}: its end is missing, as after a broken download; fetch it again.`)
  return undefined
}

/** A whole PDF ends with a mark, and one made for the web says how long it is. */
function isTruncated(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Fonts inside end with the same mark, but not after the place of the table of contents.
  if (!/startxref\s+\d+\s+%%EOF/.test(whole.subarray(-2048).toString('latin1'))) return true
  const length = /\/Linearized\b[^>]{0,200}\/L\s+(\d+)/.exec(headOf(bytes))?.[1]
  return length !== undefined && Number(length) > bytes.length
}

function refusal(why: string, pages: number, name: string): Refusal {
  switch (why) {
    case 'encrypted':
      return refuse(
        'pdf-encrypted',
        `${name}: it is locked with a password; remove the password and bring it again.`,
      )
    case 'too-many-pages':
      return refuse(
        'pdf-too-many-pages',
        `${name}: it has ${pages} pages, more than the 2,000 that are read; split it.`,
      )
    default:
      return refuse(
        'pdf-damaged',
        `${name}: it is damaged and cannot be opened; fetch it again or save it as a PDF again.`,
      )
  }
}

const noText = (read: PdfLines, name: string): Refusal =>
  refuse(
    'pdf-no-text',
    `${name}: its ${read.pages === 1 ? 'page holds a picture' : `${read.pages} pages hold pictures`} and no text, as after scanning; run text recognition over it or ask for the file it was made from.`,
  )

/** Pages without words and words set at a slant are told, since they were not read. */
function pageWarnings(read: PdfLines): Warning[] {
  const at = (page: number) => {
    const line = read.lines.find((each) => (each.page ?? 0) >= page)
    const start = line?.start ?? read.text.length
    return { start, end: start, page }
  }
  return [
    ...read.empty.map((page) => ({
      code: 'page-without-text',
      message: `Page ${page} has no text that could be read: it is empty or a picture.`,
      ...at(page),
    })),
    ...read.slanted.map((page) => ({
      code: 'slanted-text-left-out',
      message: `Page ${page} has words set at another angle than the rest, such as a watermark; they were left out.`,
      ...at(page),
    })),
  ]
}
