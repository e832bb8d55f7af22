/** Finds the parts of a Word document in its archive by the relations between them, as the standard has it (ECMA-376 part 2). */
import { isRefusal, type Refusal } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { damaged, withMacros } from '../office/refusals.ts'
import { hearPart, relations } from '../office/relations.ts'
import type { Attributes } from '../office/xml.ts'

/** The parts that are read; those that a document lacks are undefined. */
export type Parts = {
  body: Buffer
  styles: Buffer | undefined
  lists: Buffer | undefined
  footnotes: Buffer | undefined
  endnotes: Buffer | undefined
  /** There are comments in the file. */
  commented: boolean
}

/** Whether an archive is a Word document: it lists a main part, whatever that is called. */
export const isWord = (archive: Archive): boolean =>
  archive.find('[Content_Types].xml') !== undefined && archive.names.some((name) => /^word\//i.test(name))

/** Refuses a document that can hold programs; hears the list of what its parts are. */
function refusedKind(archive: Archive, file: string): Refusal | undefined {
  let macros = archive.names.some((name) => /(?:^|\/)(?:vbaProject|vbaData)/i.test(name))
  const seen = (_: string, attributes: Attributes): void => {
    if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) macros = true
  }
  const fault = hearPart(archive, '[Content_Types].xml', { open: seen }, file)
  if (fault !== undefined) return fault
  if (!macros) return undefined
  return withMacros(file, '.docx')
}

/** Unpacks the parts of a document that are read. */
export function partsOf(archive: Archive, file: string): Parts | Refusal {
  const wrong = refusedKind(archive, file)
  if (wrong !== undefined) return wrong
  const roots = relations(archive, '', file)
  if (isRefusal(roots)) return roots
  const main = roots.find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml'
  const body = archive.read(main)
  if (isRefusal(body)) return body
  if (body === undefined) return damaged(file, 'it has no main part')
  const related = relations(archive, main, file)
  if (isRefusal(related)) return related
  const targets = new Map(related.map(({ kind, target }) => [kind, target]))
  const read: (Buffer | undefined)[] = []
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes']) {
    const bytes = archive.read(targets.get(kind) ?? '')
    if (isRefusal(bytes)) return bytes
    read.push(bytes)
  }
  const [styles, lists, footnotes, endnotes] = read
  return { body, styles, lists, footnotes, endnotes, commented: targets.has('comments') }
}
