/** Reads an OpenDocument spreadsheet (.ods): cells as they are shown, with the values that the file keeps beside them. */
import { isRefusal, type Refusal } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { lockedWord } from '../odt/locked.ts'
import { mediaType } from '../odt.ts'
import { damaged, faulty, withMacros } from '../office/refusals.ts'
import { hearXml } from '../office/xml.ts'
import { unlessUnread } from './limits.ts'
import { OdsBook } from './ods-book.ts'
import type { PackedWorkbook } from './packed.ts'

/** Whether an archive is an OpenDocument spreadsheet: it says so in a member of its own. */
export const isOds = (archive: Archive): boolean =>
  mediaType(archive).startsWith('application/vnd.oasis.opendocument.spreadsheet')

const MACROS = /^Basic\/[^/]+\/(?!script-lb|dialog-lb)[^/]+\.xml$|^Scripts\/.*\.(?:py|js|bsh|java|class)$/i

/**
 * Reads an open OpenDocument spreadsheet. Refuses with 'document-with-macros', 'archive-locked', 'document-damaged',
 * 'document-declares-entities', 'document-too-deep', 'sheet-too-wide' and 'sheet-too-large'.
 */
export function readOds(archive: Archive, file: string, progress: () => void): PackedWorkbook | Refusal {
  if (archive.names.some((member) => MACROS.test(member))) return withMacros(file, '.ods')
  const locked = lockedWord(archive, file)
  if (locked !== undefined) return locked
  const content = archive.read('content.xml')
  if (isRefusal(content)) return content
  if (content === undefined) return damaged(file, 'it has no content')
  return unlessUnread(() => {
    const book = new OdsBook(file, progress)
    const fault = hearXml(content, book)
    if (fault !== undefined) return faulty(fault, file, 'of the tables')
    return { form: 'ods', sheets: book.sheets, warnings: [] }
  })
}
