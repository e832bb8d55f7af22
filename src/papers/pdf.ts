/** Reads a PDF that has a text layer into the same tree of blocks as a text paper, or says in one sentence why not. */
import { type Refusal, refuse } from '../lib/index.ts'
import type { Block, Warning } from './reading.ts'

/** `text` is assembled from the pages in reading order without running heads and feet; blocks stand in it by offset. */
export type PdfTree = {
  text: string
  blocks: Block[]
  /** How many pages the file has. */
  pages: number
  /** The page number as printed (or labelled) on each page of the file, null where there is none. */
  printedPages: (string | null)[]
  warnings: Warning[]
}

/**
 * Reads the bytes of a PDF. Refuses what is encrypted, truncated, not a PDF, without a text layer, or too large; codes
 * begin with 'pdf-'. `name` is only for the sentence.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<PdfTree | Refusal> {
  return refuse('pdf-not-built', `${name}: ${bytes.length} bytes of PDF cannot be read yet.`)
}
