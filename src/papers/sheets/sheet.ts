/** A spreadsheet as it was read: CSV, XLSX and ODS alike, each cell with its place and what a reader should be warned of. */
import type { LocalDate } from '../../lib/index.ts'

export type SheetCell = {
  /** As a reader of the sheet sees it, trimmed; empty where nothing stands. */
  text: string
  /** The number that stands there as a number; null for text, whatever it looks like. CSV has only text. */
  number: number | null
  /** A day that stands there as a date; null for text. */
  day: LocalDate | null
  /** The cell is shown as a per cent; its number is the share (0.054 for 5.4 %). */
  percent: boolean
  /** It is computed by a formula, of which only the last value is kept. */
  formula: boolean
  /** Belongs to a merged cell that begins elsewhere. */
  merged: boolean
  /** The mark of a footnote that stands raised in the cell, and is no part of its text or number: "1, 2"; else empty. */
  note: string
}

export type SheetRow = {
  /** As the program or editor numbers it, from 1. In CSV, the line on which the row begins. */
  line: number
  hidden: boolean
  cells: readonly SheetCell[]
}

/** A range of cells shown as one: lines and columns from 1, both ends in it. */
export type Merge = { top: number; left: number; bottom: number; right: number }

export type Sheet = {
  name: string
  hidden: boolean
  /** Rows in which something stands, in order; a gap between their lines is of empty rows. `cells[0]` is column A. */
  rows: readonly SheetRow[]
  /** Columns, from 1, that the program does not show. */
  hiddenColumns: readonly number[]
  merges: readonly Merge[]
}

export type SheetWarning = { code: string; message: string; sheet: string; line: number | null }

export type Workbook = {
  form: 'csv' | 'xlsx' | 'ods'
  sheets: readonly Sheet[]
  warnings: readonly SheetWarning[]
}
