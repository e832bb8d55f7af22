/** What a count says: as a table for people, as the JSON that docs and other programs rely on, and as CSV. */
import type { Counts, Key, Outcome } from '../../domains/performance/crime-counts/count-files.ts'
import { onOneLine } from './one-line.ts'

/** One object for each combination of values, with the keys that were asked for; files that failed stand at the end. */
export function countValues({ counts, failed }: Outcome): unknown[] {
  const rows = (counts?.rows ?? []).map(({ values, count }) => ({
    ...Object.fromEntries((counts?.by ?? []).map((key, at) => [key, values[at] ?? null])),
    count,
  }))
  return [
    ...rows,
    ...failed.map(({ file, refusal: { code, message } }) => ({ file, error: { code, message } })),
  ]
}

/** The lines of the same as CSV: a heading for each key, and "count". */
export const countCsv = ({ by, rows }: Counts): string[] => [
  [...by, 'count'].join(','),
  ...rows.map(({ values, count }) => [...values.map((value) => cell(value ?? '')), String(count)].join(',')),
]

/** Quoted where it needs to be; text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const HEADINGS: Readonly<Record<Key, string>> = {
  force: 'Falls within',
  month: 'Month',
  type: 'Type',
  outcome: 'Outcome',
  lsoa: 'LSOA',
  district: 'District',
  object: 'Object of search',
  legislation: 'Legislation',
  reporter: 'Reported by',
}

/** As many rows as a person reads on a terminal; --csv and --json print all. */
const MOST_ROWS = 500

const number = (value: number): string => value.toLocaleString('en-GB')

/** The lines of a table with its total, what was counted, and what was left out. */
export function countWords(counts: Counts): string[] {
  const { by, rows, total, files, notes } = counts
  const shown = rows.slice(0, MOST_ROWS)
  const lines = [
    [...by.map((key) => HEADINGS[key]), 'Rows'],
    ...shown.map(({ values, count }) => [...values.map((value) => onOneLine(value ?? NONE)), number(count)]),
    ['Total', ...by.slice(1).map(() => ''), number(total)],
  ]
  const widths = lines.reduce<number[]>(
    (most, line) => line.map((text, at) => Math.max(most[at] ?? 0, text.length)),
    [],
  )
  const table = lines.map((line) => lineOf(line, widths))
  const more = rows.length - shown.length
  return [
    ...table.slice(0, -1),
    ...(more > 0 ? [`… and ${number(more)} more lines; --csv and --json print all.`] : []),
    ...table.slice(-1),
    '',
    `${number(total)} ${total === 1 ? 'row' : 'rows'} in ${files.length === 1 ? 'one file' : `${number(files.length)} files`}.`,
    ...notes.map(({ words }) => onOneLine(words)),
  ]
}

const NONE = '(not given)'

const lineOf = (line: readonly string[], widths: readonly number[]): string =>
  line
    .map((text, at) =>
      at === line.length - 1 ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0),
    )
    .join('  ')
