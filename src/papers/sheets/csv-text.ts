/** Turns the bytes of a CSV file into text, whatever program wrote it, and says where letters had to be guessed. */
import { isAscii, isUtf8 } from 'node:buffer'
import { type Refusal, refuse } from '../../lib/index.ts'
import { knownBinary, mostlyControls, wideEncoding } from '../decode.ts'
import type { PaperFile } from '../read-paper.ts'
import type { SheetWarning } from './sheet.ts'

const MOST_BYTES = 20_000_000

/** A byte order mark that was itself taken for letters of Windows and written again. */
const GARBLED_MARK = '\u00ef\u00bb\u00bf'
/** What pound signs, quotes and dashes become when UTF-8 is taken for Windows-1252. */
const GARBLED =
  /\u00c2[\u00a3\u00a0\u00a7\u00bd]|\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6]|\u00c3[\u00a9\u00a8\u00b4\u00b6\u00bc]/

export type CsvText = { text: string; warnings: readonly SheetWarning[] }

/**
 * Decodes UTF-8, UTF-16 (with or without its mark), Windows-1252, and files whose lines are some of one and some of the
 * other; line ends become one sign. Refuses with 'empty-file', 'file-too-large' and 'not-text'.
 */
export function csvText({ bytes, name }: PaperFile): CsvText | Refusal {
  const wrong = wrongBytes(bytes, name)
  if (wrong !== undefined) return wrong
  const wide = wideEncoding(bytes) ?? unmarkedWide(bytes)
  const warnings: SheetWarning[] = []
  const warn = (code: string, message: string, line: number | null): void => {
    warnings.push({ code, message, sheet: '', line })
  }
  const decoded = wide === undefined ? narrow(bytes, warn) : new TextDecoder(wide).decode(bytes)
  const text = unmarked(decoded, warn).replace(/\r\n?/g, '\n')
  const nul = text.indexOf('\0')
  if (nul >= 0) return notText(name, `line ${lineAt(text, nul)} holds a NUL sign, as no table does`)
  if (mostlyControls(text)) return notText(name, 'most of it cannot be read')
  if (text.trim() === '') return refuse('empty-file', `${name} holds no words: there is nothing to read.`)
  const garbled = GARBLED.exec(text)
  if (garbled !== null)
    warn(
      'letters-garbled',
      `“${garbled[0]}” stands there for another sign: the file was once saved in the wrong encoding.`,
      lineAt(text, garbled.index),
    )
  return { text, warnings }
}

type Warn = (code: string, message: string, line: number | null) => void

const notText = (name: string, what: string): Refusal =>
  refuse('not-text', `${name} is not a table in text: ${what}; save it as CSV (UTF-8), .xlsx or .ods.`)

function wrongBytes(bytes: Uint8Array, name: string): Refusal | undefined {
  if (bytes.length === 0) return refuse('empty-file', `${name} is empty: there is nothing to read.`)
  if (bytes.length > MOST_BYTES)
    return refuse(
      'file-too-large',
      `${name} is larger than the ${MOST_BYTES / 1_000_000} MB of CSV that can be read: split it, for instance by year.`,
    )
  const known = knownBinary(bytes)
  return known === undefined ? undefined : notText(name, `it is ${known}`)
}

/** UTF-16 without its mark, in which every other byte of English is nought. */
function unmarkedWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4000)
  const noughts = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  if (odd > head.length * 0.3 && even === 0) return 'utf-16le'
  return even > head.length * 0.3 && odd === 0 ? 'utf-16be' : undefined
}

function unmarked(text: string, warn: Warn): string {
  const plain = text.replace(/^\ufeff+/, '')
  if (!plain.startsWith(GARBLED_MARK)) return plain
  warn(
    'mark-garbled',
    'The file begins with a byte order mark that was taken for letters; it was left out.',
    1,
  )
  return plain.slice(GARBLED_MARK.length).replace(/^\ufeff+/, '')
}

const WINDOWS = new TextDecoder('windows-1252')

/** UTF-8 as a whole, or else line by line: what is not UTF-8 is of Windows. */
function narrow(bytes: Uint8Array, warn: Warn): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  const read: string[] = []
  const firsts = { utf8: 0, windows: 0 }
  // Neighbouring lines of one encoding are decoded at once; lines of plain letters are of either.
  let stretch: { from: number; of: 'plain' | 'utf8' | 'windows' } = { from: 0, of: 'plain' }
  const finish = (to: number): void => {
    const part = bytes.subarray(stretch.from, to)
    read.push(stretch.of === 'windows' ? WINDOWS.decode(part) : Buffer.from(part).toString('utf8'))
  }
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const part = bytes.subarray(from, end < 0 ? bytes.length : end + 1)
    const of = isAscii(part) ? 'plain' : isUtf8(part) ? 'utf8' : 'windows'
    if (of !== 'plain') {
      firsts[of] ||= line
      if (stretch.of !== 'plain' && stretch.of !== of) {
        finish(from)
        stretch = { from, of }
      } else stretch.of = of
    }
    from += part.length
  }
  finish(bytes.length)
  if (firsts.utf8 > 0)
    warn(
      'encoding-mixed',
      `Line ${firsts.utf8} is in UTF-8 and line ${firsts.windows} in the letters of Windows; each line was read as its own.`,
      firsts.windows,
    )
  return read.join('')
}

/** The line, from 1, on which a place of a text stands. */
function lineAt(text: string, place: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
