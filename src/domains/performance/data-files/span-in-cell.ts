/** Reads the time that a cell or heading prints as the span that its form means: "2019/20", "Sep-19", "30 September 2019". */
import { addDays, dateOf, type LocalDate, localDate, monthNumber } from '../../../lib/index.ts'
import type { Span } from '../measures/observation.ts'
import { addMonths } from '../measures/spans.ts'
import type { DateOrder, SpanForm } from './mapping.ts'

/** A time in a cell, and how it reads; `day` where the spreadsheet itself holds a date. */
export type Printed = { text: string; day: LocalDate | null }

/** Why a time cannot be read, in words that follow "…". */
export type Unread = { unread: string }

/** What was printed before it is known what it means. */
type Moment =
  | { is: 'day'; day: LocalDate }
  | { is: 'month'; first: LocalDate }
  | { is: 'quarter'; first: LocalDate }
  | { is: 'year'; year: number }
  | { is: 'financial-year'; year: number }
  /** Twelve months from a day on: "April 2017 to March 2018", "12 months to September 2019". */
  | { is: 'year-to'; from: LocalDate }

const first = (year: number, month: number): LocalDate | undefined => dateOf(year, month, 1)

/** 19 → 2019 and 85 → 1985: figures reach back further than they reach on. */
const wholeYear = (text: string): number => {
  const year = Number(text)
  if (text.length !== 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

const MONTH = '([a-z]{3,9})\\.?'
const SEPARATED = '[\\s./-]+'
const YEAR = '(\\d{4}|\\d{2})'
const WORDS_BEFORE =
  /^(?:(?:rolling )?(?:12|twelve)[ -]months? (?:to|ending)|as at|at|year (?:to|ending)(?: (?:the )?end (?:of )?)?|ytd|y\/e|to|ending)\s+/
/** Those of them that say by themselves what is counted. */
const SAYS_YEAR_TO = /^(?:rolling )?(?:(?:12|twelve)[ -]months?|year|y\/e)\b/i
const SAYS_DAY = /^as at\b/i

type Form = { at: RegExp; read: (found: string[]) => Moment | Unread | undefined }

const day = (year: number, month: number, dayOfMonth: number, text: string): Moment | Unread => {
  const found = dateOf(year, month, dayOfMonth)
  return found === undefined
    ? { unread: `“${text}” is a day that does not exist` }
    : { is: 'day', day: found }
}

const monthIn = (year: number, month: number): Moment | undefined => {
  const found = first(year, month)
  return found === undefined ? undefined : { is: 'month', first: found }
}

/** How times are printed without a day and month in figures, which need an order. */
const FORMS: readonly Form[] = [
  {
    at: /^(\d{4})-(\d{2})-(\d{2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/,
    read: ([text = '', year, month, of]) => day(Number(year), Number(month), Number(of), text),
  },
  {
    at: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?${SEPARATED}${MONTH}${SEPARATED}(\\d{4})$`),
    read: ([text = '', of, name = '', year]) => {
      const month = monthNumber(name)
      return month === undefined ? undefined : day(Number(year), month, Number(of), text)
    },
  },
  {
    at: /^(\d{4})[-/](\d{2})$/,
    read: ([, year = '', end = '']) => {
      const [from, month] = [Number(year), Number(end)]
      // "2019/20" follows on; "2019-07" does not. "2011/12" may be either, and is told apart by the form asked for.
      if (month === (from + 1) % 100) return { is: 'financial-year', year: from }
      return monthIn(from, month)
    },
  },
  {
    at: /^(\d{2})\/(\d{2})$/,
    read: ([, from = '', end = '']) =>
      Number(end) === (Number(from) + 1) % 100 ? { is: 'financial-year', year: wholeYear(from) } : undefined,
  },
  {
    at: /^(\d{4})[-/](\d{4})$/,
    read: ([, from, end]) =>
      Number(end) === Number(from) + 1 ? { is: 'financial-year', year: Number(from) } : undefined,
  },
  {
    at: new RegExp(`^${MONTH}${SEPARATED}${YEAR}$`),
    read: ([, name = '', year = '']) => {
      const month = monthNumber(name)
      return month === undefined ? undefined : monthIn(wholeYear(year), month)
    },
  },
  {
    at: /^(\d{4})\s*(?:m|month\s*)(\d{1,2})$/,
    read: ([, year, month]) => monthIn(Number(year), Number(month)),
  },
  {
    at: /^(\d{4})\s*[- ]?\s*q([1-4])$|^q([1-4])\s*[- ]?\s*(\d{4})$/,
    read: ([, year, quarter, other, yearAfter]) => {
      const found = first(Number(year ?? yearAfter), 3 * Number(quarter ?? other) - 2)
      return found === undefined ? undefined : { is: 'quarter', first: found }
    },
  },
  {
    at: /^(?:(\d{4})[-/]\d{2,4}\s*[- ]?\s*q([1-4])|q([1-4])\s*[- ]?\s*(\d{4})[-/]\d{2,4})$/,
    read: ([, year, quarter, other, yearAfter]) => {
      const april = first(Number(year ?? yearAfter), 4)
      return april === undefined
        ? undefined
        : { is: 'quarter', first: addMonths(april, 3 * (Number(quarter ?? other) - 1)) }
    },
  },
  {
    at: new RegExp(`^${MONTH}(?:[\\s-]+${YEAR})?\\s*(?:-|–|to)\\s*${MONTH}[\\s-]+${YEAR}$`),
    read: ([, name = '', year, end = '', endYear = '']) => {
      const [from, to] = [monthNumber(name), monthNumber(end)]
      if (from === undefined || to === undefined) return undefined
      const begins = first(
        wholeYear(year ?? String(to < from ? wholeYear(endYear) - 1 : wholeYear(endYear))),
        from,
      )
      const months = (wholeYear(endYear) - Number(begins?.slice(0, 4))) * 12 + to - from + 1
      if (begins === undefined || (months !== 3 && months !== 12)) return undefined
      return months === 3 ? { is: 'quarter', first: begins } : { is: 'year-to', from: begins }
    },
  },
  // Other numbers of four digits are figures.
  { at: /^((?:19|20)\d{2})(?:\.0)?$/, read: ([, year]) => ({ is: 'year', year: Number(year) }) },
]

/** 03/04/2019: which of the two is the month is asked, never guessed. */
const IN_FIGURES = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s+00:00(?::00)?)?$/

/** Whether a text is a date of which only the order says what it means: 03/04/2019, not 13/04/2019. */
export function isAmbiguousDate(text: string): boolean {
  const [, one = '', other = ''] = IN_FIGURES.exec(text.trim()) ?? []
  return one !== '' && Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other)
}

/** The order that a date in figures can only have; undefined where it is no such date or fits both. */
export function orderOf(text: string): DateOrder | undefined {
  const [, one = '', other = ''] = IN_FIGURES.exec(text.trim()) ?? []
  if (one === '' || (Number(one) > 12 && Number(other) > 12)) return undefined
  if (Number(one) > 12) return 'day-first'
  return Number(other) > 12 ? 'month-first' : undefined
}

function inFigures(text: string, order: DateOrder | null): Moment | Unread | undefined {
  const [, one = '', other = '', year = ''] = IN_FIGURES.exec(text) ?? []
  if (one === '') return undefined
  if (order === null && isAmbiguousDate(text))
    return {
      unread: `“${text}” may be day ${Number(one)} of month ${Number(other)}, or the other way round`,
    }
  const monthFirst = (order ?? orderOf(text)) === 'month-first'
  const [month, of] = monthFirst ? [one, other] : [other, one]
  return day(wholeYear(year), Number(month), Number(of), text)
}

function momentOf({ text, day: held }: Printed, order: DateOrder | null): Moment | Unread | undefined {
  // A spreadsheet holds "Sep-19" as the first day of September.
  if (held !== null)
    return isMonth(text.trim().toLowerCase())
      ? { is: 'month', first: firstOf(held) }
      : { is: 'day', day: held }
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    // The mark of a note: "2015/16*", "Sep 2019 (p)", "2019 [note 3]".
    .replace(/(?:\s*(?:[*^~†‡]+|\((?:r|p|\d)\)|\[(?:note )?\w{1,2}\]))+$/, '')
    .replace(WORDS_BEFORE, '')
  // In two languages the one that is read counts: "31 Mawrth 2019 / 31 March 2019".
  const [moment] = [plain, ...(/\s[/|]\s/.test(plain) ? plain.split(/\s[/|]\s/) : [])].flatMap(
    (one) => inFigures(one, order) ?? inForms(one) ?? [],
  )
  return moment
}

function inForms(plain: string): Moment | Unread | undefined {
  for (const { at, read } of FORMS) {
    const found = at.exec(plain)
    const moment = found === null ? undefined : read([...found])
    if (moment !== undefined) return moment
  }
  return undefined
}

function isMonth(plain: string): boolean {
  const moment = inForms(plain)
  return moment !== undefined && 'is' in moment && moment.is === 'month'
}

const months = (from: LocalDate, count: number): Span => ({ from, until: addMonths(from, count) })

const firstOf = (any: LocalDate): LocalDate => localDate(`${any.slice(0, 7)}-01`) ?? any

const oneDay = (of: LocalDate): Span => ({ from: of, until: addDays(of, 1) })

function asForm(moment: Moment, form: SpanForm): Span | undefined {
  if (form === 'day') return moment.is === 'day' ? oneDay(moment.day) : undefined
  const month = moment.is === 'day' ? firstOf(moment.day) : moment.is === 'month' ? moment.first : undefined
  switch (form) {
    case 'month-end':
      if (month === undefined) return undefined
      return oneDay(moment.is === 'day' ? moment.day : addDays(addMonths(month, 1), -1))
    case 'month':
      return month === undefined ? undefined : months(month, 1)
    case 'quarter':
      if (moment.is === 'quarter') return months(moment.first, 3)
      return month === undefined ? undefined : quarterOf(month)
    case 'year':
      return yearFrom(moment, 1)
    case 'financial-year':
      return moment.is === 'year-to' && moment.from.slice(5) === '04-01'
        ? months(moment.from, 12)
        : yearFrom(moment, 4)
    case 'year-to':
    default: {
      if (moment.is === 'year-to') return months(moment.from, 12)
      const until = moment.is === 'day' ? addDays(moment.day, 1) : month && addMonths(month, 1)
      return until === undefined ? undefined : { from: addMonths(until, -12), until }
    }
  }
}

function quarterOf(month: LocalDate): Span | undefined {
  const begins = first(Number(month.slice(0, 4)), 3 * Math.floor((Number(month.slice(5, 7)) - 1) / 3) + 1)
  return begins === undefined ? undefined : months(begins, 3)
}

function yearFrom(moment: Moment, month: 1 | 4): Span | undefined {
  const printed = moment.is === 'year' || moment.is === 'financial-year' ? moment.year : undefined
  const begins =
    printed === undefined || (month === 1) !== (moment.is === 'year') ? undefined : first(printed, month)
  return begins === undefined ? undefined : months(begins, 12)
}

const FORM_WORDS: Readonly<Record<SpanForm, string>> = {
  day: 'a day such as 30 September 2019',
  'month-end': 'the month at whose end it stood, such as September 2019',
  month: 'a month such as September 2019 or 2019-09',
  quarter: 'a quarter such as Q2 2019/20 or July to September 2019',
  year: 'a year such as 2019',
  'financial-year': 'a financial year such as 2019/20',
  'year-to': 'the day or month with which twelve months end, such as September 2019',
}

/** The span that a cell prints, in a form; or why it cannot be read. "2011/12" is a month only where months are asked for. */
export function spanInCell(printed: Printed, form: SpanForm, order: DateOrder | null): Span | Unread {
  const text = printed.text.trim()
  if (text === '' && printed.day === null) return { unread: 'nothing stands there' }
  const moment = momentOf(printed, order)
  if (moment !== undefined && 'unread' in moment) return moment
  const other = form === 'month' || form === 'month-end' ? asMonthInFigures(text) : undefined
  const span = moment === undefined ? undefined : asForm(other ?? moment, form)
  return span ?? { unread: `“${text}” is not ${FORM_WORDS[form]}` }
}

const asMonthInFigures = (text: string): Moment | undefined => {
  const [, year, month] = /^(\d{4})[-/](\d{2})$/.exec(text) ?? []
  return year === undefined ? undefined : monthIn(Number(year), Number(month))
}

/** The forms that a printed time can have, likeliest first; none where it is no time. */
export function formsOf(printed: Printed): SpanForm[] {
  const moment = momentOf(printed, 'day-first')
  if (moment === undefined || 'unread' in moment) return []
  const said = printed.text.trim()
  if (SAYS_YEAR_TO.test(said) && (moment.is === 'day' || moment.is === 'month')) return ['year-to']
  switch (moment.is) {
    case 'day':
      return SAYS_DAY.test(said) ? ['day'] : ['day', 'year-to', 'month']
    case 'month':
      return SAYS_DAY.test(said) ? ['month-end'] : ['month', 'month-end', 'year-to']
    case 'year-to':
      return ['year-to']
    case 'quarter':
      return ['quarter']
    case 'year':
      return ['year']
    case 'financial-year':
    default:
      return asMonthInFigures(printed.text.trim()) === undefined
        ? ['financial-year']
        : ['financial-year', 'month']
  }
}
