/** Reads the registers of measures and of figures: how the short ways of writing them become figures with their reports. */
import type { LocalDate } from '../../../lib/index.ts'
import { type Breakdown, type Measure, partSlug } from './measure.ts'
import {
  cellOf,
  type Dated,
  type Entry,
  type GivenReport,
  measuresForm,
  observationsForm,
  type Said,
} from './measures-register-form.ts'
import type { Incoming, Report, Source, Span, StatedChange } from './observation.ts'
import { addMonths, monthsOf, spanOf } from './spans.ts'

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

/** Reads the register; throws naming the place that is not as docs/importing.md shows it. `file` names it in sources. */
export function measuresIn(given: unknown, file: string): Listed[] {
  const read = measuresForm(given)
  const reports = read.reports ?? new Map<string, GivenReport>()
  return read.entries.map((one) => listed(one, sayer(reports, one, file), file))
}

/** Reads the register of figures alone; throws likewise. */
export function figuresIn(given: unknown, file: string): Incoming[] {
  const read = observationsForm(given)
  const say = sayer(read.reports ?? new Map(), { report: read.report, slug: 'the register' }, file)
  return read.entries.map(({ measure, part, from, until, value, hedge, mark, events, base, ...of }) => ({
    measure,
    part,
    span: spanOf({ from, until }, `a figure of ${measure}`),
    cell: cellOf({ value, hedge, mark, events, base }),
    report: say(of, `the figure of ${measure} from ${from}`),
  }))
}

type Sayer = (of: Said, at: string) => Report

/** Finds the report that a figure names, or that its entry names for all, with the place of the figure in it. */
function sayer(
  reports: ReadonlyMap<string, GivenReport>,
  { report: general, slug: name }: Pick<Entry, 'report' | 'slug'>,
  file: string,
): Sayer {
  return (of, at) => {
    const wanted = of.report ?? general
    const found = wanted === null ? undefined : reports.get(wanted)
    if (found === undefined)
      throw new Error(
        wanted === null
          ? `${at} of ${name} names no "report", and neither does ${name} as a whole`
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
