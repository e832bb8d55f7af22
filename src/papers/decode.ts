/** Turns bytes into text, or says why they are not text. */
import { type Refusal, refuse } from '../lib/index.ts'
import type { PaperFile } from './read-paper.ts'

const MOST_BYTES = 20 * 1024 * 1024

const BINARY: readonly (readonly [prefix: string, what: string])[] = [
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a compressed file'],
  ['\u007fELF', 'a program'],
]

/** What the first bytes say the file is, when it is certainly not text; undefined otherwise. */
export function knownBinary(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return BINARY.find(([prefix]) => head.startsWith(prefix))?.[1]
}

/** The encoding that a byte order mark of UTF-16 states. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, or else Windows-1252; a byte order mark is not part of the text.
 * Refuses an empty file ('empty-file'), one over 20 MB ('file-too-large') and one that is not text ('not-text').
 */
export function decode(file: PaperFile): { text: string; guessed: boolean } | Refusal {
  const { bytes, name } = file
  if (bytes.length === 0) return refuse('empty-file', `${name} is empty: there is nothing to read.`)
  if (bytes.length > MOST_BYTES) {
    return refuse(
      'file-too-large',
      `${name} is larger than the 20 MB of text that can be read: split it into papers.`,
    )
  }
  const known = knownBinary(bytes)
  if (known !== undefined) {
    return refuse('not-text', `${name} is ${known}, not text or PDF: save it as PDF or text and read that.`)
  }
  const wide = wideEncoding(bytes)
  if (wide === undefined && bytes.subarray(0, 65_536).includes(0)) {
    return refuse(
      'not-text',
      `${name} is not text: it holds bytes that no text has. Give a text, Markdown or PDF file.`,
    )
  }
  const decoded =
    wide === undefined ? narrow(bytes) : { text: new TextDecoder(wide).decode(bytes), guessed: false }
  if (decoded.text.trim() === '')
    return refuse('empty-file', `${name} holds no words: there is nothing to read.`)
  if (mostlyControls(decoded.text)) {
    return refuse(
      'not-text',
      `${name} is not text: most of it cannot be read. Give a text, Markdown or PDF file.`,
    )
  }
  return decoded
}

function narrow(bytes: Uint8Array): { text: string; guessed: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true }
  }
}

/** Whether a text is none: one in twenty of its first signs is a control or could not be decoded. */
export function mostlyControls(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const controls = sample.match(/[\p{Cc}\ufffd]/gu)?.filter((character) => !/\s/.test(character)).length ?? 0
  return controls > sample.length / 20
}
