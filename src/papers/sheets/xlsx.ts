/** Reads an Excel workbook (.xlsx): cells as Excel shows them, with the values that it last computed. */
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { damaged, faulty, withMacros } from '../office/refusals.ts'
import { hearPart, relations } from '../office/relations.ts'
import { type Attributes, hearXml } from '../office/xml.ts'
import { aBudget, Grid } from './grid.ts'
import { MOST_SHEETS, tooMany, unlessUnread } from './limits.ts'
import { showingNumbers } from './number-formats.ts'
import type { PackedSheet, PackedWorkbook } from './packed.ts'
import type { SheetWarning } from './sheet.ts'
import { formatsOf } from './xlsx-formats.ts'
import { type Around, isSet, SheetPart } from './xlsx-sheet.ts'
import { SharedTexts } from './xlsx-texts.ts'

/** Whether an archive is an Excel workbook of any kind. */
export const isXlsx = (archive: Archive): boolean =>
  archive.find('[Content_Types].xml') !== undefined && archive.names.some((name) => /^xl\//i.test(name))

/**
 * Reads an open Excel workbook. Refuses with 'document-with-macros', 'old-office-form' (.xlsb), 'document-damaged',
 * 'document-declares-entities', 'document-too-deep', 'sheet-too-wide' and 'sheet-too-large'.
 */
export async function readXlsx(
  archive: Archive,
  file: string,
  progress: () => void,
): Promise<PackedWorkbook | Refusal> {
  const wrong = refusedKind(archive, file)
  if (wrong !== undefined) return wrong
  const book = bookOf(archive, file)
  if (isRefusal(book)) return book
  const show = await showingNumbers()
  return unlessUnread(() => readParts(archive, book, { file, progress, show }))
}

/** Refuses a workbook that can hold programs, and one in the binary form. */
function refusedKind(archive: Archive, file: string): Refusal | undefined {
  if (archive.find('xl/workbook.bin') !== undefined)
    return refuse(
      'old-office-form',
      `${file}: it is a binary Excel workbook (.xlsb), which is not read; open it in Excel and save it as .xlsx or CSV.`,
    )
  let macros = archive.names.some((name) => /(?:^|\/)(?:vbaProject|vbaData|macrosheets\/)/i.test(name))
  const open = (name: string, attributes: Attributes): void => {
    // Types by ending are stated for endings that no part has, by some programs for that of macros too.
    if (name === 'ct:Override' && /macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? ''))
      macros = true
  }
  const fault = hearPart(archive, '[Content_Types].xml', { open }, file)
  return fault ?? (macros ? withMacros(file, '.xlsx') : undefined)
}

type BookSheet = { name: string; hidden: boolean; part: string }
type Book = {
  sheets: BookSheet[]
  date1904: boolean
  texts: string | undefined
  styles: string | undefined
  linked: boolean
}

/** What the main part lists, and where its parts are. Sheets that are charts or dialogues have no cells and are left out. */
function bookOf(archive: Archive, file: string): Book | Refusal {
  const roots = relations(archive, '', file)
  if (isRefusal(roots)) return roots
  const main = roots.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (archive.find(main) === undefined) return damaged(file, 'it has no main part')
  const related = relations(archive, main, file)
  if (isRefusal(related)) return related
  const book: Book = {
    sheets: [],
    date1904: false,
    texts: related.find(({ kind }) => kind === 'sharedStrings')?.target,
    styles: related.find(({ kind }) => kind === 'styles')?.target,
    linked: archive.names.some((name) => /\/externalLinks\//i.test(name)),
  }
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'x:workbookPr') book.date1904 = isSet(attributes['date1904'])
    if (name !== 'x:sheet' || book.sheets.length > MOST_SHEETS) return
    const relation = related.find(({ id }) => id === attributes['r:id'])
    if (relation?.kind !== 'worksheet') return
    book.sheets.push({
      name: (attributes['name'] ?? '').slice(0, 200),
      hidden: /hidden/i.test(attributes['state'] ?? ''),
      part: relation.target,
    })
  }
  return hearPart(archive, main, { open }, file) ?? book
}

function readParts(
  archive: Archive,
  book: Book,
  { file, progress, show }: Pick<Around, 'file' | 'progress' | 'show'>,
): PackedWorkbook | Refusal {
  if (book.sheets.length > MOST_SHEETS) return tooMany(file, `sheet ${MOST_SHEETS + 1}`)
  const formats = formatsOf(archive, book.styles, file)
  if (isRefusal(formats)) return formats
  const texts = new SharedTexts(file, progress)
  const fault = book.texts === undefined ? undefined : hearPart(archive, book.texts, texts, file)
  if (fault !== undefined) return fault
  const budget = aBudget()
  const sheets: PackedSheet[] = []
  for (const { name, hidden, part } of book.sheets) {
    const bytes = archive.read(part)
    if (isRefusal(bytes)) return bytes
    if (bytes === undefined) return damaged(file, `its sheet “${name}” is missing`)
    const grid = new Grid(name, file, budget)
    const problem = hearXml(
      bytes,
      new SheetPart(grid, { file, texts, formats, date1904: book.date1904, progress, show }),
    )
    if (problem !== undefined) return faulty(problem, file, `of sheet “${name}”`)
    sheets.push(grid.done(hidden))
  }
  return { form: 'xlsx', sheets, warnings: book.linked ? [LINKED] : [] }
}

const LINKED: SheetWarning = {
  code: 'linked-elsewhere',
  message:
    'Formulas of this workbook draw on other files, which were not opened; the values last computed from them were read.',
  sheet: '',
  line: null,
}
