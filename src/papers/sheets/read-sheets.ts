/** Reads a spreadsheet of an office: tells its form by content, and turns CSV, XLSX and ODS into the same rows of cells. */
import { read, utils } from '@e965/xlsx'
import { isRefusal, type Refusal } from '../../lib/index.ts'
import { isArchive, openArchive } from '../archive.ts'
import type { PaperFile } from '../read-paper.ts'
import { readCsv } from './csv.ts'
import { type PackedCell, type PackedWorkbook, unpacked } from './packed.ts'
import type { Workbook } from './sheet.ts'

/**
 * Reads a CSV, XLSX or OpenDocument spreadsheet, whatever its name says. Returns its sheets or a refusal (docs/refusals.md);
 * never throws over what a file contains.
 */
export async function readSheets(file: PaperFile): Promise<Workbook | Refusal> {
  const packed = await readPacked(file, () => undefined)
  return isRefusal(packed) ? packed : unpacked(packed)
}

/** As `readSheets`, in the form that another process can be sent. `progress` is called while a long one is being read. */
export async function readPacked(file: PaperFile, progress: () => void): Promise<PackedWorkbook | Refusal> {
  if (!isArchive(file.bytes)) return readCsv(file, progress)
  const archive = await openArchive(file.bytes, file.name)
  if (isRefusal(archive)) return archive
  const book = read(file.bytes, { dense: true, cellNF: true, cellStyles: true })
  return {
    form: archive.find('xl/workbook.xml') === undefined ? 'ods' : 'xlsx',
    warnings: [],
    sheets: book.SheetNames.map((name) => {
      const rows =
        book.Sheets[name] === undefined
          ? []
          : utils.sheet_to_json<unknown[]>(book.Sheets[name], {
              header: 1,
              raw: false,
              blankrows: true,
              defval: '',
            })
      const values =
        book.Sheets[name] === undefined
          ? []
          : utils.sheet_to_json<unknown[]>(book.Sheets[name], {
              header: 1,
              raw: true,
              blankrows: true,
              defval: '',
            })
      return {
        name,
        hidden: false,
        hiddenColumns: [],
        merges: [],
        rows: rows
          .map((row, index) => ({
            line: index + 1,
            hidden: false,
            cells: row.map((shown, column): PackedCell => {
              const value = values[index]?.[column]
              return typeof value === 'number' ? [String(shown).trim(), value, null, 0] : String(shown).trim()
            }),
          }))
          .filter(({ cells }) => cells.some((cell) => cell !== '')),
      }
    }),
  }
}
