/** The forms of file that are taken for spreadsheets and are none that is read, each with the sentence that says what to do instead. */
import { type Refusal, refuse } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import type { PaperFile } from '../read-paper.ts'

const INSTEAD = 'open it in a spreadsheet program and save it as .xlsx, .ods or CSV'

const wide = (words: string): Buffer => Buffer.from(words, 'utf16le')

/** Why a file that is no archive is not read as CSV; undefined when nothing is known against it. */
export function refusedText({ bytes, name }: PaperFile): Refusal | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer
    .subarray(0, 1000)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '')
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return refusedOld(buffer, name)
  const what = OTHER.find(([begins]) => begins.test(head))?.[1]
  return what === undefined ? undefined : notSheets(name, what)
}

const OTHER: readonly (readonly [begins: RegExp, what: string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a rich text file'],
  [/^\{\s*["}]|^\[\s*[[{"\]]/, 'JSON'],
  [
    /^(?:<\?xml[^>]*>\s*)?<\?mso-application|^<\?xml[\s\S]{0,400}<(?:ss:)?Workbook[\s>]/i,
    'a workbook in the XML of 2003',
  ],
  [/^<\?xml/i, 'XML'],
  [
    /^(?:<!--[\s\S]{0,200}?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|style|div)[\s>]/i,
    'a web page, whatever its name says',
  ],
  [/^MIME-Version:/i, 'a web page saved as one file'],
]

const notSheets = (name: string, what: string): Refusal =>
  refuse('not-a-spreadsheet', `${name}: it is ${what}, not a spreadsheet that is read; ${INSTEAD}.`)

/** Old Excel files, and new ones behind a password, are the same kind of container; names inside it tell which. */
function refusedOld(buffer: Buffer, name: string): Refusal {
  if (buffer.includes(wide('EncryptedPackage')))
    return refuse(
      'archive-locked',
      `${name}: it is locked with a password; remove the password and bring it again.`,
    )
  const excel = buffer.includes(wide('Workbook')) || buffer.includes(wide('Book'))
  return refuse(
    'old-office-form',
    `${name}: it is an old ${excel ? 'Excel file (.xls)' : 'Office file'}, which is not read since it can hold hidden programs; ${INSTEAD}.`,
  )
}

/** Why an archive without a spreadsheet is not read. */
export function refusedArchive(archive: Archive, name: string): Refusal {
  const has = (member: RegExp): boolean => archive.names.some((each) => member.test(each))
  if (has(/^word\//i)) return notSheets(name, 'a Word document')
  if (has(/^ppt\//i)) return notSheets(name, 'slides')
  if (has(/^mimetype$/)) return notSheets(name, 'an OpenDocument file of another kind')
  return refuse(
    'not-a-spreadsheet',
    `${name}: it is a zip archive without a spreadsheet of a known form; unpack it and bring the files one by one.`,
  )
}
