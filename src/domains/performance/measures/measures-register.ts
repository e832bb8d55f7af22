/** The form of the register of measures: what each entry may say, and how the short ways of writing it are read. */
import { type LocalDate, stored } from '../../../lib/index.ts'
import { type Breakdown, type Definition, type Measure, partSlug } from './measure.ts'
import type { Cell, Incoming, Report, Source, Span, StatedChange } from './observation.ts'
import { addMonths, monthsOf, spanOf } from './spans.ts'
import { definitionStored } from './stored-measure.ts'

const { day, fields, flag, list, number, oneOf, orNull, text } = stored

const someText: stored.Reader<string> = (value, at = '') => {
  const read = text(value, at)
  if (read.trim() === '') throw new Error(`${at} is empty, and must say something`)
  return read
}

const givenSource = fields({
  path: orNull(text),
  title: orNull(text),
  place: orNull(text),
  anchor: orNull(text),
})

const report = fields({
  status: orNull(oneOf('provisional', 'final')),
  origin: oneOf('official', 'internal', 'partner', 'survey'),
  release: orNull(text),
  asAt: orNull(day),
  source: orNull(givenSource),
  invented: orNull(flag),
})

type GivenReport = stored.Read<typeof report>

/** Which report a figure is from, and where in its source it stands. */
const said = { report: orNull(text), place: orNull(text), anchor: orNull(text) }

const cell = {
  value: orNull(number),
  hedge: orNull(oneOf('about', 'over', 'almost')),
  mark: orNull(oneOf('suppressed', 'not-available', 'not-applicable')),
  events: orNull(number),
  base: orNull(number),
}

const observation = fields({ from: day, until: day, ...cell, ...said })

const series = fields({
  from: day,
  every: oneOf('month', 'quarter', 'year'),
  values: list(orNull(number)),
  ...said,
})

const part: stored.Reader<{ name: string; code: string | null; owner: string | null }> = (value, at) =>
  typeof value === 'string'
    ? { name: someText(value, at), code: null, owner: null }
    : fields({ name: someText, code: orNull(text), owner: orNull(text) })(value, at)

const cellOrNumber: stored.Reader<Cell | null> = (value, at) => {
  if (value === null || value === undefined) return null
  return typeof value === 'number' ? cellOf({ value: number(value, at) }) : cellOf(fields(cell)(value, at))
}

const breakdown = fields({
  dimension: fields({
    slug: someText,
    one: someText,
    many: someText,
    kind: oneOf('place', 'force', 'division', 'channel', 'outcome', 'crime-type', 'people', 'other'),
  }),
  parts: list(part),
  rows: list(fields({ from: day, until: day, cells: list(cellOrNumber), ...said })),
})

const dated = { source: orNull(givenSource) }

const definition = (value: unknown, at = ''): Definition =>
  definitionStored(
    { dueAfter: null, population: null, target: null, hideBelow: null, ...withCaveats(value) },
    at,
  )

const withCaveats = (value: unknown): object =>
  typeof value === 'object' && value !== null ? { caveats: [], ...value } : {}

const slugText: stored.Reader<string> = (value, at = '') => {
  const read = text(value, at)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(read))
    throw new Error(`${at} is “${read}”, and must be lower-case words joined by hyphens`)
  return read
}

const entry = fields({
  slug: slugText,
  title: someText,
  family: someText,
  definition,
  definitionChanged: orNull(fields({ on: day, why: someText })),
  definitions: orNull(list(fields({ until: day, definition, why: someText }))),
  serves: orNull(list(text)),
  report: orNull(text),
  observations: orNull(list(observation)),
  series: orNull(list(series)),
  changes: orNull(
    list(
      fields({
        from: day,
        until: day,
        againstFrom: day,
        againstUntil: day,
        difference: orNull(number),
        percent: orNull(number),
        points: orNull(number),
        ...said,
      }),
    ),
  ),
  annotations: orNull(list(fields({ date: day, words: someText, ...dated }))),
  breaks: orNull(list(fields({ date: day, reason: someText, ...dated }))),
  rebaselines: orNull(list(fields({ from: day, reason: someText, by: someText, decidedOn: day }))),
  commentary: orNull(
    list(fields({ from: day, until: day, words: someText, by: someText, date: day, ...dated })),
  ),
  chart: orNull(fields({ screenOutliers: orNull(flag), fixAfter: orNull(number) })),
  breakdowns: orNull(list(breakdown)),
})

const register = fields({
  reports: orNull((value, at = ''): Map<string, GivenReport> => {
    if (typeof value !== 'object' || value === null)
      throw new Error(`${at} is not an object of reports by name`)
    return new Map(Object.entries(value).map(([name, one]) => [name, report(one, `${at}.${name}`)]))
  }),
  entries: list(entry),
})

type Entry = stored.Read<typeof entry>
type Said = { report: string | null; place: string | null; anchor: string | null }
type Dated = { source: stored.Read<typeof givenSource> | null }

type Lists = Pick<
  Measure,
  'definitions' | 'serves' | 'changes' | 'annotations' | 'breaks' | 'rebaselines' | 'commentary' | 'chart'
>

/** An entry of the register: what it says of the measure, and its figures. */
export type Listed = {
  measure: Pick<Measure, 'slug' | 'title' | 'family' | 'definition'>
  /** Null where the register says nothing: what the record has stays. */
  lists: { [Name in keyof Lists]: Lists[Name] | null }
  definitionChanged: { on: LocalDate; why: string } | null
  figures: Incoming[]
  /** Breakdowns with their parts in the order in which they are shown; their rows are among the figures. */
  breakdowns: Pick<Breakdown, 'dimension' | 'parts'>[]
}

const NO_CELL: Cell = { value: null, mark: null, hedge: null, events: null, base: null }

/** A cell; where neither a number nor a mark is given, it is not available. */
export const cellOf = (given: Partial<Cell>): Cell => {
  const whole = { ...NO_CELL, ...given }
  const hasNumber = whole.value !== null || whole.mark !== null
  return hasNumber ? whole : { ...whole, mark: 'not-available' }
}

/** Reads the register; throws naming the place that is not as docs/importing.md shows it. `file` names it in sources. */
export function measuresIn(given: unknown, file: string): Listed[] {
  const read = register(given)
  const reports = read.reports ?? new Map<string, GivenReport>()
  return read.entries.map((one) => listed(one, sayer(reports, one, file), file))
}

type Sayer = (of: Said, at: string) => Report

/** Finds the report that a figure names, or that its entry names for all, with the place of the figure in it. */
function sayer(
  reports: ReadonlyMap<string, GivenReport>,
  { report: general, slug: name }: Entry,
  file: string,
): Sayer {
  return (of, at) => {
    const wanted = of.report ?? general
    const found = wanted === null ? undefined : reports.get(wanted)
    if (found === undefined)
      throw new Error(
        wanted === null
          ? `${at} of ${name} names no "report", and neither does the measure`
          : `${at} of ${name} names the report “${wanted}”, which "reports" does not have`,
      )
    return reportOf(found, of, file)
  }
}

const reportOf = (
  { status, origin, release, asAt, source, invented }: GivenReport,
  of: Said,
  file: string,
): Report => ({
  status: status ?? 'final',
  origin,
  release,
  asAt,
  source: {
    path: source?.path ?? null,
    title: source?.title ?? release ?? file,
    place: of.place ?? source?.place ?? '',
    anchor: of.anchor ?? source?.anchor ?? null,
  },
  invented: invented ?? false,
})

function listed(one: Entry, say: Sayer, file: string): Listed {
  const { slug, title, family, definitionChanged } = one
  return {
    measure: { slug, title, family, definition: one.definition },
    lists: listsOf(one, say, file),
    definitionChanged,
    figures: [...wholeFigures(one, say), ...partFigures(one, say)],
    breakdowns: (one.breakdowns ?? []).map(({ dimension, parts }) => ({
      dimension,
      parts: parts.map(({ name, code, owner }) => ({ slug: partSlug(name), name, code, owner })),
    })),
  }
}

const listsOf = (one: Entry, say: Sayer, file: string): Listed['lists'] => ({
  definitions: one.definitions,
  serves: one.serves,
  changes: one.changes?.map((each) => changeOf(each, say, one.slug)) ?? null,
  annotations: one.annotations?.map((each) => withSource(each, file)) ?? null,
  breaks: one.breaks?.map((each) => withSource(each, file)) ?? null,
  rebaselines: one.rebaselines,
  commentary:
    one.commentary?.map(({ from, until, ...each }) =>
      withSource({ span: spanOf({ from, until }, `commentary of ${one.slug}`), ...each }, file),
    ) ?? null,
  chart: one.chart && { screenOutliers: one.chart.screenOutliers ?? true, fixAfter: one.chart.fixAfter },
})

/** Things with a source of their own, or none. */
function withSource<Thing extends Dated>(
  { source, ...rest }: Thing,
  file: string,
): Omit<Thing, 'source'> & { source: Source | null } {
  if (source === null) return { ...rest, source: null }
  const { path, title, place, anchor } = source
  return { ...rest, source: { path, title: title ?? file, place: place ?? '', anchor } }
}

function changeOf(
  { from, until, againstFrom, againstUntil, ...given }: NonNullable<Entry['changes']>[number],
  say: Sayer,
  name: string,
): StatedChange {
  const { difference, percent, points } = given
  return {
    span: spanOf({ from, until }, `a change of ${name}`),
    against: spanOf({ from: againstFrom, until: againstUntil }, `a change of ${name}`),
    difference,
    percent,
    points,
    report: say(given, 'a change'),
  }
}

function wholeFigures({ slug: measure, observations, series }: Entry, say: Sayer): Incoming[] {
  const single = (observations ?? []).map(({ from, until, value, hedge, mark, events, base, ...of }) => ({
    measure,
    part: null,
    span: spanOf({ from, until }, `an observation of ${measure}`),
    cell: cellOf({ value, hedge, mark, events, base }),
    report: say(of, `the observation from ${from}`),
  }))
  const many = (series ?? []).flatMap(({ from, every, values, ...of }) => {
    const report = say(of, `the series from ${from}`)
    return values.map((value, index) => ({
      measure,
      part: null,
      span: spanAfter(from, monthsOf(every), index),
      cell: cellOf({ value }),
      report,
    }))
  })
  return [...single, ...many]
}

const spanAfter = (from: LocalDate, months: number, index: number): Span => ({
  from: addMonths(from, months * index),
  until: addMonths(from, months * (index + 1)),
})

function partFigures({ slug: measure, breakdowns }: Entry, say: Sayer): Incoming[] {
  return (breakdowns ?? []).flatMap(({ dimension, parts, rows }) =>
    rows.flatMap(({ from, until, cells, ...of }) => {
      const at = `a row of ${measure} by ${dimension.one}`
      if (cells.length !== parts.length)
        throw new Error(`${at}, from ${from}, has ${cells.length} cells for ${parts.length} parts`)
      const span = spanOf({ from, until }, at)
      const report = say(of, at)
      return parts.flatMap(({ name }, index) => {
        const cell = cells[index]
        return cell ? [{ measure, part: { dimension: dimension.slug, name }, span, cell, report }] : []
      })
    }),
  )
}
