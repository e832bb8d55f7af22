/** The door of papers: reads a file of an office into one document tree, and recognises what kind of paper it is. */

export { readApart, readSheetsApart } from './read-apart.ts'
export type { PaperFile } from './read-paper.ts'
export { readPaper } from './read-paper.ts'
export type * from './reading.ts'
export { headingCells } from './sheets/headings.ts'
export { readSheets } from './sheets/read-sheets.ts'
export type * from './sheets/sheet.ts'
export type { SheetColumn, SheetLine, SheetTable } from './sheets/tables.ts'
export { findTables } from './sheets/tables.ts'
export { type MarkKind, type ReadValue, readNumber } from './sheets/values.ts'
