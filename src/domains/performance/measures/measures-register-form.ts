/** The form of the registers of measures and of observations, field by field; throws naming the place that is not so. */
import { stored } from '../../../lib/index.ts'
import type { Definition } from './measure.ts'
import type { Cell } from './observation.ts'
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

const reportFields = fields({
  status: orNull(oneOf('provisional', 'final')),
  origin: oneOf('official', 'internal', 'partner', 'survey', 'inspection'),
  release: orNull(text),
  asAt: orNull(day),
  source: orNull(givenSource),
  invented: orNull(flag),
})

export type GivenReport = stored.Read<typeof reportFields>

/** Which report a figure is from, and where in its source it stands. */
const said = { report: orNull(text), place: orNull(text), anchor: orNull(text) }

const cellFields = {
  value: orNull(number),
  hedge: orNull(oneOf('about', 'over', 'almost')),
  mark: orNull(oneOf('suppressed', 'not-available', 'not-applicable')),
  events: orNull(number),
  base: orNull(number),
}

const observation = fields({ from: day, until: day, ...cellFields, ...said })

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
  return typeof value === 'number'
    ? cellOf({ value: number(value, at) })
    : cellOf(fields(cellFields)(value, at))
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

const reports = orNull((value, at = ''): Map<string, GivenReport> => {
  if (typeof value !== 'object' || value === null)
    throw new Error(`${at} is not an object of reports by name`)
  return new Map(Object.entries(value).map(([name, one]) => [name, reportFields(one, `${at}.${name}`)]))
})

/** The register of measures. */
export const measuresForm = fields({ reports, entries: list(entry) })

/** The register of figures alone. */
export const observationsForm = fields({
  reports,
  report: orNull(text),
  entries: list(
    fields({
      measure: text,
      part: orNull(fields({ dimension: someText, name: someText })),
      from: day,
      until: day,
      ...cellFields,
      ...said,
    }),
  ),
})

export type Entry = stored.Read<typeof entry>
export type Said = { report: string | null; place: string | null; anchor: string | null }
export type Dated = { source: stored.Read<typeof givenSource> | null }

const NO_CELL: Cell = { value: null, mark: null, hedge: null, events: null, base: null }

/** A cell; where neither a number nor a mark is given, it is not available. Throws where a mark stands beside a number. */
export const cellOf = (given: Partial<Cell>): Cell => {
  const whole = { ...NO_CELL, ...given }
  const { value, mark, events, base } = whole
  if (mark !== null && (value !== null || (mark === 'suppressed' && (events !== null || base !== null))))
    throw new Error(
      `a figure has the mark “${mark}” and a number beside it; the mark says why there is none, so leave out one of them`,
    )
  return value !== null || mark !== null ? whole : { ...whole, mark: 'not-available' }
}
