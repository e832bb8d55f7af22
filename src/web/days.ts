/** "As it stood on": which day of the record an address asks for, and what is said when there is no such day. */
import { dateOf, type LocalDate, localDate, longDate } from '../lib/index.ts'
import { addressOf } from './address.ts'
import { dateInput, errorSummary } from './components.ts'
import { Html, html } from './html.ts'
import type { Days, View } from './page.ts'
import { lead, link, pageTop, paragraph } from './pieces.ts'

export type DayAsked =
  | { asked: 'now' }
  | { asked: 'day'; day: LocalDate }
  /** The plain address, for today; or that of the day that was typed. */
  | { asked: 'lead'; to: string }
  | { asked: 'refused'; status: 400 | 404; view: View }

type Fields = { day: string; month: string; year: string }

/** What the question is asked of: the page without a day, today, and the first day of which the record knows anything. */
export type Ground = {
  path: string
  query: Readonly<Record<string, string>>
  today: LocalDate
  since: LocalDate | null | undefined
  days: Days
}

const FIELDS = ['on-day', 'on-month', 'on-year'] as const

/** The parameters that ask for a day, of every page. */
export const DAY_QUERY = ['on', ...FIELDS] as const
const LONGEST = 40

/** Reads which day an address asks for. `search` is what stands after the question mark. */
export function dayAsked(search: string, ground: Ground): DayAsked {
  if (ground.days === 'none' || !search.includes('on')) return { asked: 'now' }
  const given = new URLSearchParams(search)
  const text = (name: string): string => (given.get(name) ?? '').trim().slice(0, LONGEST)
  const [day, month, year] = FIELDS.map(text)
  if (day || month || year) return typed({ day: day ?? '', month: month ?? '', year: year ?? '' }, ground)
  const asked = text('on')
  if (asked === '') return { asked: 'now' }
  const found = localDate(asked)
  if (found === undefined) return notADay(ground, null)
  return outside(found, ground) ?? { asked: 'day', day: found }
}

/** A day typed into the form leads to its address. */
function typed(fields: Fields, ground: Ground): DayAsked {
  const numbers = [fields.year, fields.month, fields.day].map((text) =>
    /^\d{1,4}$/.test(text) ? Number(text) : 0,
  )
  const found = dateOf(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0)
  if (found === undefined) return notADay(ground, fields)
  return (
    outside(found, ground, fields) ?? {
      asked: 'lead',
      to: addressOf(ground.path, { ...ground.query, on: found }),
    }
  )
}

/** What is said of today, of days to come, and of those before the record began; undefined for all others. */
function outside(day: LocalDate, ground: Ground, fields?: Fields): DayAsked | undefined {
  const plain = addressOf(ground.path, ground.query)
  if (ground.days === 'told') return { asked: 'refused', status: 404, view: onlyToday(plain) }
  if (day === ground.today) return { asked: 'lead', to: plain }
  const numbers = fields ?? fieldsOf(day)
  if (day > ground.today)
    return refused(404, ground, numbers, 'That day is still to come', [
      `${longDate(day)} is still to come. This page can be shown as it is today, ${longDate(ground.today)}, or as it was on an earlier day.`,
      'The day must not be later than today',
    ])
  // Where the record has not said when it begins, it is asked for the day, and answers whether it can.
  if (ground.since === undefined) return undefined
  if (ground.since === null || day < ground.since)
    return refused(404, ground, numbers, 'The record does not go back so far', [
      ground.since === null
        ? 'Nothing has been published here yet.'
        : `The record begins on ${longDate(ground.since)}, the day on which its first pages were published. It cannot show how a page stood on ${longDate(day)}.`,
      'The day must not be earlier than the beginning of the record',
    ])
  return undefined
}

const notADay = (ground: Ground, fields: Fields | null): DayAsked =>
  ground.days === 'told'
    ? { asked: 'refused', status: 400, view: onlyToday(addressOf(ground.path, ground.query)) }
    : refused(400, ground, fields, 'That is not a day', [
        'A day is asked for with its day, month and year, such as 27 3 2026; in an address it is written 2026-03-27.',
        'Enter a real date, such as 27 3 2026',
      ])

const fieldsOf = (day: LocalDate): Fields => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { year, month: String(Number(month)), day: String(Number(dayOfMonth)) }
}

function refused(
  status: 400 | 404,
  ground: Ground,
  fields: Fields | null,
  title: string,
  [words, mend]: [words: string, mend: string],
): DayAsked {
  const summary = errorSummary({
    titleText: 'There is a problem',
    errorList: [{ text: mend, href: '#on-day' }],
    disableAutoFocus: true,
  })
  return {
    asked: 'refused',
    status,
    view: {
      title: `Error: ${title}`,
      section: null,
      main: html`${summary}${pageTop({ title })}${lead(words)}${dayForm(ground.path, ground.query, fields, mend)}${paragraph(
        link(addressOf(ground.path, ground.query), 'See the page as it is today'),
      )}`,
    },
  }
}

function onlyToday(plain: string): View {
  return {
    title: 'Search knows only the record as it is today',
    section: 'search',
    main: html`${pageTop({ title: 'Search knows only the record as it is today' })}${lead(
      'Pages can be shown as they stood on an earlier day. Search cannot: it looks through what stands on the record now.',
    )}${paragraph(link(plain, 'Search the record as it is today'))}`,
  }
}

/** The form that leads to a page as it stood on another day. It needs no script: three numbers become one address. */
export function dayForm(
  path: string,
  query: Readonly<Record<string, string>>,
  fields: Fields | null = null,
  problem: string | null = null,
): Html {
  const kept = Object.entries(query).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form class="sm-day" action="${path}" method="get" novalidate>${kept}${
    fields === null && problem === null ? PLAIN_FIELDS : fieldsFor(fields, problem)
  }<button type="submit" class="govuk-button govuk-button--secondary">Show that day</button></form>`
}

function fieldsFor(fields: Fields | null, problem: string | null): Html {
  const wrong = problem === null ? '' : ' govuk-input--error'
  const item = (name: 'day' | 'month' | 'year', width: number): object => ({
    name: `on-${name}`,
    id: `on-${name}`,
    label: name === 'day' ? 'Day' : name === 'month' ? 'Month' : 'Year',
    value: fields?.[name] ?? '',
    classes: `govuk-input--width-${width}${wrong}`,
  })
  return dateInput({
    id: 'on',
    fieldset: { legend: { text: 'Which day?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'For example, 27 3 2026' },
    ...(problem === null ? {} : { errorMessage: { text: problem } }),
    items: [
      { ...item('day', 2), name: 'on-day' },
      { ...item('month', 2), name: 'on-month' },
      { ...item('year', 4), name: 'on-year' },
    ],
  })
}

/** The fields without values, as they stand in the foot of most pages. */
const PLAIN_FIELDS = fieldsFor(null, null)

/** Addresses that are the same on every day, or know nothing of days. */
const DAYLESS =
  /^\/(?:assets\/|files\/|favicon|data(?:\/|$)|verify$|cite$|proof\/)|\.(?:ics|atom|xml|txt|jsonl)$/
const LINK = / href="(\/(?!\/)[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/g

/** Html with all its links to other pages of the record leading to the same day. */
export const withDayKept = (part: Html, day: LocalDate): Html =>
  Html.trusted(
    part.text.replace(LINK, (whole, path: string, search = '', fragment = '') =>
      DAYLESS.test(path) || /[?;&]on=/.test(search)
        ? whole
        : ` href="${path}${search === '' ? '?' : `${search}&amp;`}on=${day}${fragment}"`,
    ),
  )
