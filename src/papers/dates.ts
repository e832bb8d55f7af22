/** Finds the dates and times that papers print, in English and Welsh. */
import { addDays, dateOf, daysBetween, type LocalDate, monthNumber } from '../lib/index.ts'

/** Welsh months, each with the forms that it takes after "o", "yn" and "ei": 4 o Fawrth, yn Nhachwedd. */
const WELSH: readonly (readonly string[])[] = [
  ['ionawr', 'hionawr'],
  ['chwefror'],
  ['mawrth', 'fawrth'],
  ['ebrill', 'hebrill'],
  ['mai', 'fai'],
  ['mehefin', 'fehefin'],
  ['gorffennaf', 'orffennaf', 'ngorffennaf'],
  ['awst', 'hawst'],
  ['medi', 'fedi'],
  ['hydref'],
  ['tachwedd', 'dachwedd', 'nhachwedd', 'thachwedd'],
  ['rhagfyr', 'ragfyr'],
]
const NAMES = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|${WELSH.flat().join('|')}`
const DAY_FIRST = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|edd|ain|eg|fed|ed)?(?: of| o)?,? (?:(?:${NAMES}) ?\/ ?)?(${NAMES})\b\.?,?(?: (\d{4})\b)?`,
  'gi',
)
const MONTH_FIRST = new RegExp(String.raw`\b(${NAMES})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'gi')
const FIGURES = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])|\b(\d{4})-(\d{2})-(\d{2})\b/g
const MONTH_ALONE = new RegExp(String.raw`\b(${NAMES}) (\d{4})\b`, 'i')

/** A date as printed: `day` is null when no year stands there; then `month` and `dayOfMonth` are known. */
export type Found = { day: LocalDate | null; month: number; dayOfMonth: number; start: number; end: number }

/** 1 to 12, of an English or Welsh month's name. */
export function monthOf(name: string): number | undefined {
  const welsh = WELSH.findIndex((forms) => forms.includes(name.toLowerCase()))
  return welsh >= 0 ? welsh + 1 : monthNumber(name.slice(0, 3))
}

function found(year: string | undefined, month: number, day: number, at: RegExpExecArray): Found | undefined {
  const place = { start: at.index, end: at.index + at[0].trimEnd().length }
  if (year === undefined) {
    return dateOf(2024, month, day) === undefined
      ? undefined
      : { day: null, month, dayOfMonth: day, ...place }
  }
  const whole = year.length === 2 ? `20${year}` : year
  const exact = dateOf(Number(whole), month, day)
  return exact === undefined ? undefined : { day: exact, month, dayOfMonth: day, ...place }
}

/** All dates with a day in the words, in order; days that do not exist are left out. */
export function datesIn(words: string): Found[] {
  if (!/\d/.test(words)) return []
  const all: (Found | undefined)[] = []
  for (const at of words.matchAll(DAY_FIRST))
    all.push(found(at[3], monthOf(at[2] ?? '') ?? 0, Number(at[1]), at))
  for (const at of words.matchAll(MONTH_FIRST))
    all.push(found(at[3], monthOf(at[1] ?? '') ?? 0, Number(at[2]), at))
  for (const at of words.matchAll(FIGURES)) {
    all.push(
      at[4] === undefined
        ? found(at[3], Number(at[2]), Number(at[1]), at)
        : found(at[4], Number(at[5]), Number(at[6]), at),
    )
  }
  return all.filter((date) => date !== undefined).toSorted((a, b) => a.start - b.start)
}

/** Days in the words that no calendar has, as printed: "31 September 2021". */
export function impossibleDates(words: string): { words: string; start: number; end: number }[] {
  if (!/\b(?:29|3\d)(?:st|nd|rd|th)?\s/i.test(words)) return []
  return [...words.matchAll(DAY_FIRST)].flatMap((at) => {
    const [month, day] = [monthOf(at[2] ?? ''), Number(at[1])]
    if (at[3] === undefined || month === undefined || day < 29 || day > 39) return []
    if (dateOf(Number(at[3]), month, day) !== undefined) return []
    return [{ words: at[0].trim(), start: at.index, end: at.index + at[0].trimEnd().length }]
  })
}

/** The first date with day, month and year; null when there is none. */
export const firstDate = (words: string): LocalDate | null =>
  datesIn(words).find((date) => date.day !== null)?.day ?? null

/** The month that words name ("November 2019" → 2019-11); null when there is none. */
export function firstMonth(words: string): string | null {
  const at = MONTH_ALONE.exec(words)
  const month = at === null ? undefined : monthOf(at[1] ?? '')
  return at === null || month === undefined ? null : `${at[2]}-${String(month).padStart(2, '0')}`
}

/** Gives a date without year the first year in which it falls on or after `from`, within 300 days; null otherwise. */
export function onOrAfter(date: Found, from: LocalDate): LocalDate | null {
  if (date.day !== null) return date.day
  const year = Number(from.slice(0, 4))
  for (const candidate of [
    dateOf(year, date.month, date.dayOfMonth),
    dateOf(year + 1, date.month, date.dayOfMonth),
  ]) {
    if (candidate !== undefined && candidate >= from)
      return daysBetween(from, candidate) <= 300 ? candidate : null
  }
  return null
}

/** The last day of the month in "by the end of June 2021"; null when the words set no such limit. */
export function endOfMonthIn(words: string): LocalDate | null {
  const limit = /\bby (?:the )?end of\b(.{0,40})/i.exec(words)?.[1]
  const month = limit === undefined || datesIn(limit).length > 0 ? null : firstMonth(limit)
  if (month === null) return null
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = dateOf(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1, 1)
  return next === undefined ? null : addDays(next, -1)
}

const IN_MONTH = new RegExp(
  String.raw`(?<!\b(?:ending|ended|figures|data|year|months?|quarter)\s)\b(?:in|by|during|(?:ym|erbyn) mis)\s+(?:early\s+|mid-?\s?|late\s+)?((?:${NAMES})\s+\d{4})\b`,
  'i',
)

/**
 * The last day of the month in "will report in April 2021" or "by April 2021": the latest day that the words allow, so
 * that nothing counts as late before it is. Null when the words name no month, or a day in it.
 */
export function lastDayOfMonthIn(words: string): LocalDate | null {
  const month = IN_MONTH.exec(words)?.[1]
  return month === undefined ? null : endOfMonthIn(`by the end of ${month}`)
}

/** Whether the words are a date and nothing else but its weekday, a time or brackets. */
export function isOnlyDate(words: string): boolean {
  const [date] = datesIn(words)
  if (date === undefined) return false
  const rest = `${words.slice(0, date.start)} ${words.slice(date.end)}`
  return /^(?:[\s,.:()/–-]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|dd?ydd \w+|at|am|date[d]?|on|\d{1,2}[.:]\d{2}|\d{1,2}(?= ?[ap]m)|[ap]\.?m\.?|y\.?[bph]\.?|noon|hours|hrs)*$/i.test(
    rest,
  )
}

const TIME =
  /\b(\d{1,2})(?:[.:](\d{2}))?\s?(a\.?m\b\.?|p\.?m\b\.?|y\.?[bph]\b\.?|(?:o['’]r gloch )?(?:y |yn y )(?:bore|prynhawn|hwyr)\b|noon\b|midday\b)|\b([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d|%|\s?(?:million|m\b|bn))(?:\s?(?:hrs|hours))?|\b([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours)\b/i

const pad = (hour: number, minute: string | undefined): string =>
  `${String(hour).padStart(2, '0')}:${minute ?? '00'}`

/** The first time of day in the words as HH:MM; null when there is none. */
export function firstTime(words: string): string | null {
  const at = TIME.exec(words)
  if (at === null) return null
  if (at[3] === undefined) return at[4] === undefined ? pad(Number(at[6]), at[7]) : pad(Number(at[4]), at[5])
  const hour = Number(at[1])
  if (hour < 1 || hour > 12) return null
  const afternoon = !/^(?:a|y\.?b)|bore$/i.test(at[3])
  return pad((hour % 12) + (afternoon ? 12 : 0), at[2])
}
