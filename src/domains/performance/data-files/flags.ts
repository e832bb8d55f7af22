/** What is read and may still be wrong: told beside the preview, and no reason to refuse. */
import type { LocalDate } from '../../../lib/index.ts'
import type { Incoming, Span } from '../measures/observation.ts'
import { addMonths, bySpan, monthsIn, spanKey, spanWords } from '../measures/spans.ts'
import { dataRows } from './data-rows.ts'
import type { TableMapping } from './mapping.ts'
import { smallArea } from './names.ts'
import { cellAt, type Places } from './places.ts'
import type { RowsRead } from './reading-rows.ts'
import { usedColumns } from './structure.ts'
import { columnsNamed, type FoundTable, nameOf } from './table.ts'

/** Something that a person should look at. `line` is null where it is about the whole table. */
export type Flag = { sheet: string; line: number | null; what: string }

/** What is to be said of one table. */
export function flagsOf(found: FoundTable, table: TableMapping, places: Places, read: RowsRead): Flag[] {
  const { name: sheet } = found.sheet
  const say = (what: string, line: number | null = null): Flag => ({ sheet, line, what })
  return [
    ...unknownColumns(found, table, places).map((what) => say(what)),
    ...formulas(found, table, places).map(({ what, line }) => say(what, line)),
    ...(read.notes.length === 0
      ? []
      : [
          say(
            `${read.notes.length === 1 ? 'A line below the table was' : `${read.notes.length} lines below the table were`} taken as notes.`,
            read.notes[0] ?? null,
          ),
        ]),
    ...withoutFigures(found, table, places).map(({ what, line }) => say(what, line)),
    ...(read.rows === 0 ? [say('No row of it was brought.')] : []),
    ...newAreas(read).map((what) => say(what)),
  ]
}

/** The last rows of a table that say a time and nothing else. */
function withoutFigures(
  found: FoundTable,
  table: TableMapping,
  places: Places,
): { what: string; line: number | null }[] {
  const { ahead } = dataRows(found, table, places)
  const [first] = ahead
  if (first === undefined || places.span === null) return []
  const below = ahead.length - 1
  const more =
    below === 0 ? 'in the last row' : `and in the ${below === 1 ? 'row' : `${below} rows`} below it`
  return [
    {
      what: `No figures stand beside “${cellAt(first, places.span).text}” ${more}; nothing was brought of ${ahead.length === 1 ? 'it' : 'them'}.`,
      line: first.line,
    },
  ]
}

function unknownColumns(found: FoundTable, table: TableMapping, places: Places): string[] {
  const used = new Set([...usedColumns(places), ...places.totals.map(({ column }) => column)])
  const left = new Set(table.leave.flatMap((name) => columnsNamed(found.columns, name)))
  const strange = found.columns.filter(
    (column) => !used.has(column) && !left.has(column) && column.headings.some((heading) => heading !== ''),
  )
  if (strange.length === 0) return []
  const names = strange.slice(0, 8).map((column) => `“${nameOf(column)}”`)
  return [
    `${strange.length === 1 ? 'A column that the mapping does not know was' : `${strange.length} columns that the mapping does not know were`} left out: ${names.join(', ')}${strange.length > 8 ? ' …' : ''}.`,
  ]
}

function formulas(
  found: FoundTable,
  table: TableMapping,
  places: Places,
): { what: string; line: number | null }[] {
  const used = usedColumns(places)
  let count = 0
  let first: number | null = null
  for (const row of dataRows(found, table, places).rows)
    for (const column of used)
      if (cellAt(row, column).formula) {
        count += 1
        first ??= row.line
      }
  return count === 0
    ? []
    : [
        {
          what: `${count === 1 ? 'A cell is' : `${count.toLocaleString('en-GB')} cells are`} computed by a formula; the value that was last saved was taken.`,
          line: first,
        },
      ]
}

/** Codes of two censuses in one file, where the mapping does not say of which they are. */
function newAreas({ figures }: RowsRead): string[] {
  const areas = [...new Set(figures.flatMap(({ part }) => part ?? []))].flatMap((part) => {
    const area = smallArea(part)
    return area === undefined ? [] : [{ part, ...area }]
  })
  const since = areas.filter(({ since2021 }) => since2021)
  return since.length === 0 || since.length === areas.length
    ? []
    : [
        `${since.length.toLocaleString('en-GB')} of ${areas.length.toLocaleString('en-GB')} codes of small areas came with the census of 2021 (first ${since[0]?.part ?? ''}), the others were there in 2011; say "names": "lsoa-2021" in the mapping if that is what they are.`,
      ]
}

/** Months, quarters or years that are missing between others of a series, and those that are not over. */
export function spanFlags(incoming: readonly Incoming[], today: LocalDate): string[] {
  const byMeasure = Map.groupBy(incoming, ({ measure }) => measure)
  return [...byMeasure].flatMap(([measure, figures]) => {
    const spans = [...new Map(figures.map(({ span }) => [spanKey(span), span])).values()].toSorted(bySpan)
    const missing = gapsIn(spans)
    const open = spans.filter(({ until }) => until > today)
    return [
      ...(missing.length === 0
        ? []
        : [
            `${measure}: nothing is said of ${missing.slice(0, 6).map(spanWords).join(', ')}${missing.length > 6 ? ` and ${missing.length - 6} more` : ''}, between others.`,
          ]),
      ...open.map((span) => `${measure}: ${spanWords(span)} is not over yet.`),
    ]
  })
}

/** Twelve months to March and twelve to December are two series. */
const yearsOf = (span: Span): string => (monthsIn(span) === 12 ? span.from.slice(5) : '')

/** Spans of the same number of whole months that would stand between these. */
export function gapsIn(spans: readonly Span[]): Span[] {
  const byLength = Map.groupBy(spans, (span) => `${monthsIn(span) ?? 0} ${yearsOf(span)}`)
  return [...byLength].flatMap(([key, same]) => {
    const length = Number(key.split(' ')[0])
    if (![1, 3, 12].includes(length)) return []
    const known = new Set(same.map(spanKey))
    const [first, last] = [same[0], same.at(-1)]
    const gaps: Span[] = []
    if (first === undefined || last === undefined) return gaps
    // Twelve months that end each month or quarter overlap; only those that follow on one another have gaps.
    if (same.some((one, at) => at > 0 && one.from < (same[at - 1]?.until ?? one.from))) return gaps
    for (let from = first.until; from < last.from; from = addMonths(from, length)) {
      const span = { from, until: addMonths(from, length) }
      if (!known.has(spanKey(span))) gaps.push(span)
    }
    return gaps
  })
}
