/** Why an office file is not read, in one sentence each. */
import { type Refusal, refuse } from '../../lib/index.ts'
import type { XmlFault } from './xml.ts'

/** More words than 20 MB, more pieces than 2,000 pages have: the rest is not heard. */
export const MOST_WORDS = 20_000_000
export const MOST_PIECES = 200_000

export const damaged = (file: string, what: string): Refusal =>
  refuse(
    'document-damaged',
    `${file}: ${what}, so it cannot be read; open it in its program and save it anew.`,
  )

/** What a fault of its XML means for a file; `part` names the part that has it. */
export function faulty(fault: XmlFault | 'too-long', file: string, part: string): Refusal {
  if (fault === 'malformed') return damaged(file, `its part ${part} is not well formed`)
  if (fault === 'too-long')
    return refuse(
      'file-too-large',
      `${file}: it holds more than the 20 MB of text or 200,000 paragraphs that can be read; split it into papers.`,
    )
  if (fault === 'too-deep')
    return refuse(
      'document-too-deep',
      `${file}: its part ${part} is nested deeper than any program does; save it anew in its program.`,
    )
  return refuse(
    'document-declares-entities',
    `${file}: its part ${part} declares a document type, as no office program does; save it anew in its program.`,
  )
}

export const withMacros = (file: string, instead: string): Refusal =>
  refuse(
    'document-with-macros',
    `${file}: it can hold programs (macros), so it is not opened; save it as ${instead} without macros or as PDF.`,
  )

export const noText = (file: string): Refusal =>
  refuse(
    'document-no-text',
    `${file}: it holds no words, only pictures or nothing; run text recognition over it or ask for the file it was made from.`,
  )
