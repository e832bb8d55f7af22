/** What a reader chose on the search page: read from the address, with words for what could not be understood. */
import { addDays, dateOf, type LocalDate, localDate, monthNumber } from '../../lib/index.ts'

export type SearchChoices = {
  words: string
  kind: string | null
  body: string | null
  priority: string | null
  /** As typed, so that a wrong date can be put right. */
  fromTyped: string
  untilTyped: string
  from: LocalDate | null
  /** The last day that counts, as the reader means it. */
  until: LocalDate | null
  page: number
  errors: { field: 'from' | 'until'; message: string }[]
}

export const SEARCH_PARAMETERS = ['q', 'kind', 'body', 'priority', 'from', 'until', 'page'] as const

/** Reads a day as people type it: 2019-09-24, 24/9/2019, 24 September 2019. */
export function typedDay(text: string): LocalDate | undefined {
  const iso = localDate(text)
  if (iso) return iso
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text)
  if (numbers) return dateOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})$/i.exec(text)
  const month = words ? monthNumber(words[2] ?? '') : undefined
  return words && month ? dateOf(Number(words[3]), month, Number(words[1])) : undefined
}

/** A page of results: 1 when the address says something odd. */
function pageNumber(text: string | undefined): number {
  const page = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 1
  return Math.max(1, page)
}

const notADate = (label: string): string => `${label} must be a date, such as 24 September 2019 or 2019-09-24`

/** Reads the choices; a date that is none is reported and does not narrow the search. */
export function searchChoices(query: Readonly<Record<string, string>>): SearchChoices {
  const fromTyped = query['from'] ?? ''
  const untilTyped = query['until'] ?? ''
  const from = typedDay(fromTyped) ?? null
  const until = typedDay(untilTyped) ?? null
  const errors: SearchChoices['errors'] = []
  if (fromTyped !== '' && !from) errors.push({ field: 'from', message: notADate('“From”') })
  if (untilTyped !== '' && !until) errors.push({ field: 'until', message: notADate('“Until”') })
  if (from && until && from > until)
    errors.push({ field: 'until', message: '“Until” must be the same day as “From”, or later' })
  return {
    words: query['q'] ?? '',
    kind: query['kind'] ?? null,
    body: query['body'] ?? null,
    priority: query['priority'] ?? null,
    fromTyped,
    untilTyped,
    from,
    until,
    page: pageNumber(query['page']),
    errors,
  }
}

/** The choices as the record is asked: days half-open. Nothing is asked while a choice is in error. */
export function searchQuery(choices: SearchChoices): {
  words: string
  page: number
  kind?: string
  body?: string
  priority?: string
  from?: LocalDate
  until?: LocalDate
} {
  return {
    words: choices.words,
    page: choices.page,
    ...(choices.kind ? { kind: choices.kind } : {}),
    ...(choices.body ? { body: choices.body } : {}),
    ...(choices.priority ? { priority: choices.priority } : {}),
    ...(choices.from ? { from: choices.from } : {}),
    ...(choices.until ? { until: addDays(choices.until, 1) } : {}),
  }
}

/** The address of another page of the same search. */
export function searchPage(choices: SearchChoices, page: number): string {
  const given: [string, string | null][] = [
    ['q', choices.words],
    ['kind', choices.kind],
    ['body', choices.body],
    ['priority', choices.priority],
    ['from', choices.fromTyped],
    ['until', choices.untilTyped],
    ['page', page === 1 ? null : String(page)],
  ]
  const kept = given.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  return `/search?${new URLSearchParams(kept).toString()}`
}
