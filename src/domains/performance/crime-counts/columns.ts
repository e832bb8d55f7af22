/**
 * Finds the columns of a data.police.uk file by the names of their headings, in any order and with others between them.
 * The names are those of https://data.police.uk/about/#columns.
 */
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'
import { FORMS, type Form, type Key } from './count.ts'

/** A heading as compared: "Crime type", "crime_type" and "Crime.type" are one. */
const folded = (heading: string): string =>
  heading
    .replace(/^(?:\ufeff|ï»¿)/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The heading whose column each key is, form by form; null where the form has none. */
const HEADINGS: Readonly<Record<Form, Readonly<Record<Key, string | null>>>> = {
  street: {
    force: 'Falls within',
    month: 'Month',
    type: 'Crime type',
    lsoa: 'LSOA code',
    district: 'LSOA name',
    outcome: 'Last outcome category',
    object: null,
    legislation: null,
    reporter: 'Reported by',
  },
  outcomes: {
    force: 'Falls within',
    month: 'Month',
    type: 'Outcome type',
    lsoa: 'LSOA code',
    district: 'LSOA name',
    outcome: 'Outcome type',
    object: null,
    legislation: null,
    reporter: 'Reported by',
  },
  // These name no force; the file's own name does.
  'stop-and-search': {
    force: null,
    month: 'Date',
    type: 'Type',
    lsoa: null,
    district: null,
    outcome: 'Outcome',
    object: 'Object of search',
    legislation: 'Legislation',
    reporter: null,
  },
}

/** The heading by which a form is known. */
const TELLING: Readonly<Record<Form, string>> = {
  street: 'Crime type',
  outcomes: 'Outcome type',
  'stop-and-search': 'Object of search',
}

/** The heading of a key's column in a form; null where it has none. */
export const headingOf = (form: Form, key: Key): string | null => HEADINGS[form][key]

/** The form that the name of a file says: "2019-01-kent-street.csv". Undefined where it says none. */
export const formByName = (fileName: string): Form | undefined =>
  FORMS.find((form) => new RegExp(`(?:^|[-_ ])${form}(?:[-_. ]|$)`, 'i').test(fileName))

/** The form that headings say; undefined where they say none. */
export function formByHeadings(headings: readonly string[]): Form | undefined {
  const there = new Set(headings.map(folded))
  return FORMS.find((form) => there.has(folded(TELLING[form])))
}

/** Where the columns of a file stand, counted from 0. A key without a column has none here. */
export type Columns = { form: Form; width: number; at: ReadonlyMap<Key, number>; place: Place | null }
type Place = { latitude: number; longitude: number }

/**
 * Finds the columns for the keys. Refuses 'column-missing' and 'column-twice', naming the heading; `name` is only for the
 * sentence. The form that the headings say goes before the one that the file's name says.
 */
export function columnsFor(
  headings: readonly string[],
  keys: readonly Key[],
  { name, fileName }: { name: string; fileName: string },
): Columns | Refusal {
  const form = formByHeadings(headings) ?? formByName(fileName)
  if (form === undefined || !headings.some((heading) => folded(heading) === folded(TELLING[form])))
    return missing(name, form === undefined ? TELLINGS : `“${TELLING[form]}”`, headings)
  const names = headings.map(folded)
  const at = new Map<Key, number>()
  for (const key of keys) {
    const heading = headingOf(form, key)
    if (heading === null) {
      if (form === 'stop-and-search' && key === 'force') continue
      return refuse(
        'column-missing',
        `${name}: files of ${FORM_WORDS[form]} have no column for “${key}”; leave it out of --by, or count other files.`,
      )
    }
    const column = columnOf(headings, heading, name)
    if (isRefusal(column)) return column
    at.set(key, column)
  }
  return { form, width: headings.length, at, place: placeIn(names) }
}

const TELLINGS = FORMS.map((form) => `“${TELLING[form]}”`).join(' or ')

/** What the files of a form are called in sentences. */
export const FORM_WORDS: Readonly<Record<Form, string>> = {
  street: 'street-level crime',
  outcomes: 'outcomes',
  'stop-and-search': 'stop and search',
}

function columnOf(headings: readonly string[], heading: string, name: string): number | Refusal {
  const names = headings.map(folded)
  const wanted = folded(heading)
  const first = names.indexOf(wanted)
  if (first === -1) return missing(name, `“${heading}”`, headings)
  return names.lastIndexOf(wanted) === first
    ? first
    : refuse(
        'column-twice',
        `${name}: two columns are headed “${heading}”; take out the one that does not belong. None of its rows was counted.`,
      )
}

function missing(name: string, what: string, headings: readonly string[]): Refusal {
  const there = headings.slice(0, 14).map((heading) => heading.replace(/\p{C}/gu, '?').slice(0, 40))
  return refuse(
    'column-missing',
    `${name}: the column ${what} is missing (its first line reads: ${there.join(', ').slice(0, 300)}); fetch the file from data.police.uk again, or mend its first line. None of its rows was counted.`,
  )
}

/** Where latitude and longitude stand; null where one is missing. */
export const placeOf = (headings: readonly string[]): Place | null => placeIn(headings.map(folded))

function placeIn(names: readonly string[]): Place | null {
  const [latitude, longitude] = [names.indexOf('latitude'), names.indexOf('longitude')]
  return latitude === -1 || longitude === -1 ? null : { latitude, longitude }
}
