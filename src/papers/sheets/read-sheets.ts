/** Reads a spreadsheet of an office: tells its form by content, and turns CSV, XLSX and ODS into the same rows of cells. */
import { isRefusal, type Refusal } from '../../lib/index.ts'
import { isArchive, openArchive } from '../archive.ts'
import type { PaperFile } from '../read-paper.ts'
import { readCsv } from './csv.ts'
import { isOds, readOds } from './ods.ts'
import { type PackedWorkbook, unpacked } from './packed.ts'
import { refusedArchive, refusedText } from './refused-sheets.ts'
import { remarksOn } from './remarks.ts'
import type { SheetWarning, Workbook } from './sheet.ts'
import { isXlsx, readXlsx } from './xlsx.ts'

/**
 * Reads a CSV, XLSX or OpenDocument spreadsheet, whatever its name says. Returns its sheets, with what a reader should be
 * warned of, or a refusal (docs/refusals.md); never throws over what a file contains.
 */
export async function readSheets(file: PaperFile): Promise<Workbook | Refusal> {
  const packed = await readPacked(file, () => undefined)
  return isRefusal(packed) ? packed : unpacked(packed)
}

/** As `readSheets`, in the form that another process can be sent. `progress` is called while a long one is being read. */
export async function readPacked(file: PaperFile, progress: () => void): Promise<PackedWorkbook | Refusal> {
  const book = await readForm(file, progress)
  if (isRefusal(book)) return book
  const warnings = [...wrongName(file.name, book.form), ...book.warnings, ...book.sheets.flatMap(remarksOn)]
  return { ...book, warnings }
}

async function readForm(file: PaperFile, progress: () => void): Promise<PackedWorkbook | Refusal> {
  const { bytes, name } = file
  if (!isArchive(bytes)) return refusedText(file) ?? readCsv(file, progress)
  const archive = await openArchive(bytes, name)
  if (isRefusal(archive)) return archive
  if (isXlsx(archive)) return readXlsx(archive, name, progress)
  return isOds(archive) ? readOds(archive, name, progress) : refusedArchive(archive, name)
}

const CALLED: Readonly<Record<Workbook['form'], readonly [called: string, endings: RegExp]>> = {
  csv: ['CSV', /\.(?:csv|tsv|tab|txt|text)$/i],
  xlsx: ['an Excel workbook (.xlsx)', /\.(?:xlsx|xltx)$/i],
  ods: ['an OpenDocument spreadsheet', /\.(?:ods|ots)$/i],
}

function wrongName(name: string, form: Workbook['form']): SheetWarning[] {
  const [called, endings] = CALLED[form]
  if (endings.test(name) || !/\.[a-z]\w{1,4}$/i.test(name)) return []
  const message = `${name} is ${called} whatever its name says, and was read as one.`
  return [{ code: 'wrong-extension', message, sheet: '', line: null }]
}
