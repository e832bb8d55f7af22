/** Guesses of which time the figures of a table are, and asks where it cannot be told. */
import { addDays } from '../../../lib/index.ts'
import type { SheetCell } from '../../../papers/index.ts'
import type { Span } from '../measures/observation.ts'
import { bySpan } from '../measures/spans.ts'
import { gapsIn } from './flags.ts'
import type { SpanForm, SpanFrom, TableMapping } from './mapping.ts'
import { commonForms, dateOrderOf, type Guessed, isTotal } from './propose-columns.ts'
import type { Work } from './propose-values.ts'
import { formsOf, spanInCell } from './span-in-cell.ts'
import { partOfYear } from './year-apart.ts'

const FORM_WORDS: Readonly<Record<string, string>> = {
  month: 'what happened in the month',
  'month-end': 'the state at the end of the month',
  'year-to': 'what happened in the twelve months that end then',
  day: 'the state on the day',
}

/** Of which time the figures are: what a column, the headings or the title say; null where nothing does. */
export function spanOf(
  work: Work,
  wide: readonly Guessed[],
  { time, within }: { time: Guessed | undefined; within: Within | undefined },
): SpanFrom | null {
  const { questions } = work
  if (within !== undefined && time !== undefined)
    return within.column === null
      ? { headings: within.form, year: time.name }
      : { column: within.column.name, form: within.form, year: time.name }
  const forms =
    wide.length > 0
      ? commonForms(wide.map(({ headingForms }) => headingForms))
      : commonForms((time?.cells ?? []).map(formsOf).filter((all) => all.length > 0))
  const times = wide.length > 0 ? wide.flatMap(({ headingCells }) => headingCells) : (time?.cells ?? [])
  const form = likeliest(forms, times)
  if (form === undefined) return fixedSpan(work)
  if (form === 'year' && time !== undefined && /financial|fiscal|year end|y\/e/i.test(time.name)) {
    questions.push({
      about: 'span',
      question: `“${time.cells[0]?.text ?? ''}” in “${time.name}” does not say which year begins in April and ends in March: write it as 2017/18 in the file.`,
    })
    return null
  }
  if (forms.length > 1)
    questions.push({
      about: 'span',
      question: `Are these figures ${forms.map((one) => `${FORM_WORDS[one] ?? one} ("${one}")`).join(', or ')}? “${form}” is proposed.`,
    })
  return time === undefined ? { headings: form } : { column: time.name, form }
}

/** Months or quarters whose year stands in a column of its own; `column` is null where headings name them. */
export type Within = { form: 'month' | 'quarter'; column: Guessed | null; headings: readonly Guessed[] }

/** Where months or quarters stand without their year beside a column of years. */
export function withinYears(columns: readonly Guessed[], time: Guessed | undefined): Within | undefined {
  const years =
    time !== undefined &&
    commonForms(time.cells.map(formsOf)).some((form) => form === 'year' || form === 'financial-year')
  if (!years) return undefined
  for (const form of ['month', 'quarter'] as const) {
    const headings = columns.filter(
      ({ headingCells }) => partOfYear(headingCells.at(-1)?.text ?? '') === form,
    )
    if (headings.length > 1) return { form, column: null, headings }
    const most = form === 'month' ? 12 : 4
    const column = columns.find(
      ({ name, cells }) =>
        new RegExp(form, 'i').test(name) &&
        cells.length > 0 &&
        cells.every(
          ({ text }) =>
            isTotal(text) ||
            partOfYear(text) === form ||
            (/^\d{1,2}$/.test(text) && Number(text) > 0 && Number(text) <= most),
        ),
    )
    if (column !== undefined) return { form, column, headings: [] }
  }
  return undefined
}

/** Only the months or quarters of such a column, where sums of years stand there too. */
export function rowsWithin(within: Within | undefined): { column: string; is: string[] }[] {
  const column = within?.column ?? null
  if (column === null || !column.cells.some(({ text }) => isTotal(text))) return []
  const names = [...new Set(column.cells.map(({ text }) => text))]
  return [{ column: column.name, is: names.filter((text) => !isTotal(text)) }]
}

/** Months that do not follow on one another are rather days on which something was counted. */
function likeliest(forms: readonly SpanForm[], times: readonly SheetCell[]): SpanForm | undefined {
  if (!forms.includes('month-end') && !forms.includes('day')) return forms[0]
  const months = times.flatMap((cell) => {
    const span = spanInCell(cell, 'month', 'day-first')
    return 'unread' in span ? [] : [span]
  })
  const known = [...new Map(months.map((span) => [span.from, span])).values()].toSorted(bySpan)
  const gaps = gapsIn(known).length
  // First days of months that follow on one another stand for the months.
  if (forms.includes('day')) {
    const days = times.map((cell) => spanInCell(cell, 'day', 'day-first'))
    const firsts = days.every((span) => !('unread' in span) && span.from.endsWith('-01'))
    return firsts && gaps === 0 && known.length > 1 ? 'month' : forms[0]
  }
  return gaps > months.length ? 'month-end' : forms[0]
}

/** "year ending March 2020", "April 2019 to March 2020" in the lines above. */
function fixedSpan({ table, questions }: Work): SpanFrom | null {
  const lines = [table.title?.text ?? '', ...table.above.map(({ text }) => text)]
  for (const line of lines) {
    const [, words] = /year (?:ending|to) ((?:\d{1,2} )?[a-z]{3,9} \d{4})/i.exec(line) ?? []
    const [years] = /\b20\d\d[-/]\d\d\b(?![-/])/.exec(line) ?? []
    const [range] = /\b[a-z]{3,9} \d{4} to [a-z]{3,9} \d{4}\b/i.exec(line) ?? []
    const said = words ?? range
    const span: Span | { unread: string } =
      said === undefined
        ? spanInCell({ text: years ?? '', day: null }, 'financial-year', null)
        : spanInCell({ text: said, day: null }, 'year-to', null)
    if (!('unread' in span)) {
      questions.push({
        about: 'span',
        question: `All figures are taken to be of ${span.from} to ${addDays(span.until, -1)}, as the title says. Is that so?`,
      })
      return { span }
    }
  }
  questions.push({
    about: 'span',
    question:
      'Nothing says of which time the figures are: write "span": { "span": { "from": "2019-04-01", "until": "2020-04-01" } } for all, where "until" is the day after the last.',
  })
  return null
}

/** Whether the day or the month stands first in dates in figures; asked where both can be. */
export function orderOf({ questions }: Work, time: Guessed | undefined): TableMapping['dateOrder'] {
  const order = time === undefined ? null : dateOrderOf(time.cells)
  if (order !== 'unknown') return order
  questions.push({
    about: 'dateOrder',
    question: `Is 03/04/2019 in “${time?.name ?? ''}” the 3rd of April ("day-first") or the 4th of March ("month-first")?`,
  })
  return null
}
