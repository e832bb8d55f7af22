/** Says in words, for the terminal, what was read in a spreadsheet: figures, totals, refused rows, what to look at. */
import { spanWords, type TotalCompared } from '../../domains/performance/index.ts'
import type { FiguresRead } from './bring-files.ts'

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** How many lines of a sort are printed; all of them stand in --json. */
const MOST = 20

const some = <T>(all: readonly T[], line: (one: T) => string, what: string): string[] => [
  ...all.slice(0, MOST).map(line),
  ...(all.length > MOST
    ? [`  and ${(all.length - MOST).toLocaleString('en-GB')} ${what} more; --json lists all`]
    : []),
]

const place = (sheet: string, line: number | null, column: string | null = null): string =>
  [sheet, ...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [`“${column}”`])]
    .filter(Boolean)
    .join(', ')

/** "1,548 observations of 3 measures, 36 spans to September 2019, 2 revised". */
export function broughtWords({ measures }: FiguresRead): string {
  const figures = measures.reduce((sum, one) => sum + one.figures, 0)
  const revised = measures.reduce((sum, one) => sum + one.revisions.length, 0)
  const spans = Math.max(0, ...measures.map((one) => one.spans))
  const [last] = measures.map((one) => one.last).toSorted((one, other) => (one.until < other.until ? 1 : -1))
  return [
    `${plural(figures, 'observation')} of ${plural(new Set(measures.map(({ measure }) => measure)).size, 'measure')}`,
    ...(last === undefined ? [] : [`${plural(spans, 'span')} to ${spanWords(last)}`]),
    ...(revised === 0 ? [] : [`${revised.toLocaleString('en-GB')} revised`]),
  ].join(', ')
}

/** What was read, measure by measure, with what somebody should look at. */
export function figureLines(read: FiguresRead): string[] {
  return [
    `  ${broughtWords(read)}.`,
    ...some(
      read.measures.filter(
        () => read.measures.length > 1 || read.measures.some(({ dimension }) => dimension !== null),
      ),
      ({ title, dimension, figures, parts, first, last }) =>
        `  ${title}${dimension === null ? '' : `, ${plural(parts, 'part')} by ${dimension}`}: ${plural(figures, 'figure')}, ${spanWords(first)}${first.from === last.from && first.until === last.until ? '' : ` to ${spanWords(last)}`}`,
      'measures',
    ),
    ...totalLines(read.totals),
    ...some(
      read.flags,
      ({ sheet, line, what }) => `  Look at: ${[place(sheet, line), what].filter(Boolean).join(': ')}`,
      'places',
    ),
    ...refusedRowLines(read),
  ]
}

function totalLines(totals: readonly TotalCompared[]): string[] {
  if (totals.length === 0) return []
  const agree = totals.filter(({ outcome }) => outcome === 'agrees').length
  const differ = totals.filter(({ outcome }) => outcome === 'differs')
  const not = totals.length - agree - differ.length
  return [
    `  Of ${plural(totals.length, 'stated total')}, ${agree.toLocaleString('en-GB')} ${agree === 1 ? 'is' : 'are'} the sum of the parts${differ.length === 0 ? '' : `, ${differ.length.toLocaleString('en-GB')} ${differ.length === 1 ? 'is' : 'are'} not`}${not === 0 ? '' : `, ${not.toLocaleString('en-GB')} cannot be told, as figures or rows are missing`}.`,
    ...some(
      differ,
      ({ sheet, line, what, stated, sum, parts }) =>
        `  Differs: ${place(sheet, line)}: ${what} is stated as ${stated?.toLocaleString('en-GB') ?? '?'}, and its ${plural(parts, 'part')} ${parts === 1 ? 'comes' : 'come'} to ${sum.toLocaleString('en-GB')}`,
      'differences',
    ),
  ]
}

/** The rows that cannot be brought, each with its place and its mend. */
export const refusedRowLines = ({ refusedRows }: FiguresRead): string[] =>
  refusedRows.length === 0
    ? []
    : [
        `  Refused: ${plural(refusedRows.length, 'place')}`,
        ...some(
          refusedRows,
          ({ sheet, line, column, what, mend }) => `  ${place(sheet, line, column)}: ${what}; ${mend}`,
          'places',
        ),
      ]
