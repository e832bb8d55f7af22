/** The forms of file that are known and not read, each with the sentence that says what to do instead. */
import { type Refusal, refuse } from '../lib/index.ts'
import type { OpenFile } from './forms.ts'
import { mediaType } from './odt.ts'

/** Takes a file that is of no form that is read; returns why it is refused, or undefined when nothing is known against reading it as text. */
export function refusedForm(file: OpenFile): Refusal | undefined {
  if (file.archive !== undefined) return refusedArchive(file)
  const head = Buffer.from(file.bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return refusedOld(file)
  if (head.startsWith('{\\rtf'))
    return refuse(
      'old-office-form',
      `${file.name}: it is a rich text file (.rtf), which is not read; open it in a word processor and save it as .docx or PDF.`,
    )
  return undefined
}

const wide = (words: string): Buffer => Buffer.from(words, 'utf16le')

/** Old Office files, and new ones behind a password, are the same kind of container; names inside it tell which. */
const OLD: readonly (readonly [stream: Buffer, what: string])[] = [
  [wide('WordDocument'), 'an old Word file (.doc)'],
  [wide('Workbook'), 'an old Excel file (.xls)'],
  [wide('PowerPoint Document'), 'an old PowerPoint file (.ppt)'],
]

function refusedOld({ bytes, name }: OpenFile): Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(wide('EncryptedPackage')))
    return refuse(
      'archive-locked',
      `${name}: it is locked with a password; remove the password and bring it again.`,
    )
  const what = OLD.find(([stream]) => buffer.includes(stream))?.[1] ?? 'an old Office file'
  return refuse(
    'old-office-form',
    `${name}: it is ${what}, which is not read since it can hold hidden programs; save it as .docx or PDF.`,
  )
}

const OTHER: readonly (readonly [member: RegExp, what: string])[] = [
  [/^xl\//, 'a spreadsheet (.xlsx)'],
  [/^ppt\//, 'slides (.pptx)'],
]

function refusedArchive({ archive, name }: OpenFile): Refusal {
  const opendocument = archive === undefined ? '' : mediaType(archive)
  const what = /opendocument\.(spreadsheet|presentation)/.test(opendocument)
    ? 'a spreadsheet or slides of OpenDocument (.ods, .odp)'
    : OTHER.find(([member]) => archive?.names.some((each) => member.test(each)))?.[1]
  const plain = what ?? 'a zip archive without a paper of a known form'
  return refuse(
    'not-a-paper',
    `${name}: it is ${plain}, not a paper; save what is to be read as .docx, .odt or PDF.`,
  )
}
