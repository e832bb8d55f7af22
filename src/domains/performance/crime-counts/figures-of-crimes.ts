/** What counted crimes say as figures of measures: by month and type, of the whole area and of each district. Pure. */
import { date, type LocalDate, longMonth } from '../../../lib/index.ts'
import type { Cell, Incoming, Report } from '../measures/observation.ts'
import { addMonths } from '../measures/spans.ts'
import type { PlaceFaults } from './count.ts'
import { STREET_TYPES, streetSlug } from './street-measures.ts'

/** A file of crimes as it was counted, without its rows. */
export type CrimeFile = {
  file: { name: string; sha256: string; bytes: number }
  /** The day on which the file was made, as far as it says so. */
  asAt: LocalDate
  rows: {
    force: string | null
    month: string | null
    type: string | null
    lsoa: string | null
    count: number
  }[]
  places: PlaceFaults
  notes: string[]
}

/** Something that a person should know or decide. */
export type Remark = { what: string; mend: string }

export type Figures = { incoming: Incoming[]; types: string[]; remarks: Remark[] }

/** Parts of a district breakdown that are no district. */
export const NO_LOCATION = 'No location'
export const OUTSIDE = 'Outside the area'

export type Asked = {
  force: string
  today: LocalDate
  /** LSOA → district; undefined where no lookup was loaded, and then there is only the whole area. */
  districts: ReadonlyMap<string, string> | undefined
}

type Row = CrimeFile['rows'][number]

/** Figures of one force. Rows of other forces, months to come and types that are not in the catalogue are left out and told. */
export function figuresOf(crimes: CrimeFile, asked: Asked): Figures {
  const own = crimes.rows.filter(({ force }) => force === asked.force)
  const [usual, odd] = split(own, ({ month, type }) => isUsual(month, type, asked.today))
  const incoming: Incoming[] = []
  for (const rows of Map.groupBy(usual, ({ month, type }) => `${month} ${type}`).values())
    incoming.push(...figuresOfOne(rows, crimes, asked))
  const types = STREET_TYPES.filter((type) => usual.some((row) => row.type === type))
  return { incoming, types, remarks: [...oddRows(odd, asked.today), ...remarksOn(crimes, usual, asked)] }
}

function split(rows: readonly Row[], test: (row: Row) => boolean): [Row[], Row[]] {
  const parts = Map.groupBy(rows, test)
  return [parts.get(true) ?? [], parts.get(false) ?? []]
}

const isUsual = (month: string | null, type: string | null, today: LocalDate): boolean =>
  month !== null && month <= today.slice(0, 7) && type !== null && STREET_TYPES.includes(type)

/** The figures of one month and type. */
function figuresOfOne(rows: readonly Row[], crimes: CrimeFile, { districts }: Asked): Incoming[] {
  const [{ month, type } = { month: null, type: null }] = rows
  const from = date(`${month}-01`)
  const base = {
    measure: streetSlug(type ?? ''),
    span: { from, until: addMonths(from, 1) },
    report: reportOf(crimes),
  }
  const whole = { ...base, part: null, cell: cellOf(sum(rows)) }
  if (districts === undefined) return [whole]
  const byPart = Map.groupBy(rows, ({ lsoa }) => partOf(lsoa, districts))
  const parts = [...new Set(districts.values()), NO_LOCATION, OUTSIDE]
  return [
    whole,
    ...parts.map((name) => ({
      ...base,
      part: { dimension: 'district', name },
      cell: cellOf(sum(byPart.get(name) ?? [])),
    })),
  ]
}

const partOf = (lsoa: string | null, districts: ReadonlyMap<string, string>): string =>
  lsoa === null ? NO_LOCATION : (districts.get(lsoa) ?? OUTSIDE)

const sum = (rows: readonly Row[]): number => rows.reduce((all, { count }) => all + count, 0)

const cellOf = (value: number): Cell => ({ value, mark: null, hedge: null, events: null, base: null })

/** A file says what the force knew when it was made, and later ones may say otherwise. */
const reportOf = ({ file, asAt }: CrimeFile): Report => ({
  status: 'provisional',
  origin: 'internal',
  release: RELEASE,
  asAt,
  source: { path: null, title: file.name, place: '', anchor: null },
  invented: false,
})

export const RELEASE = 'data.police.uk, street-level crime'

const number = (value: number): string => value.toLocaleString('en-GB')
const rowsIn = (rows: readonly Row[]): string => {
  const all = sum(rows)
  return all === 1 ? 'One row' : `${number(all)} rows`
}

/** Rows that no measure can take. */
function oddRows(odd: readonly Row[], today: LocalDate): Remark[] {
  const said = (rows: readonly Row[], words: string, mend: string): Remark[] =>
    rows.length === 0 ? [] : [{ what: `${rowsIn(rows)} ${words}; left out.`, mend }]
  const [dated, undated] = split(odd, ({ month }) => month !== null)
  const [coming, past] = split(dated, ({ month }) => (month ?? '') > today.slice(0, 7))
  const months = [...new Set(coming.map(({ month }) => month))].map((month) => longMonth(date(`${month}-01`)))
  const types = [...new Set(past.map(({ type }) => (type === null ? 'none' : `“${type.slice(0, 60)}”`)))]
  return [
    ...said(undated, 'with no month', 'Fetch the file again.'),
    ...said(
      coming,
      `of months that are still to come (${months.join(', ')})`,
      'Mend the months or fetch the file again.',
    ),
    ...said(
      past,
      `of types that the catalogue of data.police.uk does not have (${types.slice(0, 5).join(', ')})`,
      'Before 2013 types were others; leave such months out.',
    ),
  ]
}

/** A tenth of the rows beyond the area is more than borders explain. */
const MANY_OUTSIDE = 0.1

function remarksOn(crimes: CrimeFile, rows: readonly Row[], { force, districts }: Asked): Remark[] {
  const others = crimes.rows.filter((row) => row.force !== force)
  const remarks: Remark[] = []
  if (others.length > 0) {
    const forces = [...new Set(others.map((row) => row.force ?? 'no force'))]
    const what = `${rowsIn(others)} not within ${force} (${forces.slice(0, 3).join(', ')}${forces.length > 3 ? ' and others' : ''}); left out.`
    remarks.push({ what, mend: 'Nothing needs to be done if that is meant.' })
  }
  if (districts === undefined && rows.length > 0)
    remarks.push({
      what: 'Only the whole area was brought, because nothing says which small areas (LSOAs) each district has.',
      mend: 'Import a lookup (LSOA11CD, LAD13NM and the like, or the register "areas"), then this file again.',
    })
  const placed = rows.filter(({ lsoa }) => lsoa !== null)
  const outside = placed.filter(({ lsoa }) => districts?.has(lsoa ?? '') === false)
  if (districts !== undefined && sum(outside) > sum(placed) * MANY_OUTSIDE)
    remarks.push({
      what: `${rowsIn(outside)} of ${number(sum(placed))} with a place are in small areas that the lookup does not have; they are under “${OUTSIDE}”.`,
      mend: 'The file may name areas of 2021 and the lookup those of 2011, or the other way round: import the other lookup as well, then this file again.',
    })
  return [...remarks, ...placeRemarks(crimes.places), ...crimes.notes.map((what) => ({ what, mend: '' }))]
}

function placeRemarks({ swapped, nowhere, outside }: PlaceFaults): Remark[] {
  const mend = 'They were counted; the force may want to know.'
  const said = (count: number, words: string): Remark[] =>
    count === 0
      ? []
      : [{ what: `${count === 1 ? 'One row has' : `${number(count)} rows have`} ${words}.`, mend }]
  return [
    ...said(swapped, 'latitude and longitude in each other’s column'),
    ...said(nowhere, 'the place 0, 0'),
    ...said(outside, 'a place outside the United Kingdom'),
  ]
}
