/** Builders for tests about figures: measures, observations, breakdowns, registers, and a record to bring them into. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { date, isRefusal, type LocalDate, type Refusal } from '../../lib/index.ts'
import { type Brought, type ImportAct, keepFile, publishBrought, type Source } from '../../record/index.ts'
import type { TestRecord } from '../../record/testing.ts'
import { importer, recordObservations } from './import.ts'
import { kinds } from './index.ts'
import type { Breakdown, Definition, Measure, Unit } from './measures/measure.ts'
import { partSlug } from './measures/measure.ts'
import type { Cell, Incoming, Observation, Report, Span } from './measures/observation.ts'
import { addMonths } from './measures/spans.ts'

/** The days that the tests of this domain are set on. */
export const TODAY: LocalDate = date('2019-12-01')

/** "2019-04" or "2019-04-01" and so many months. */
export function months(first: string, many = 1): Span {
  const from = date(first.length === 7 ? `${first}-01` : first)
  return { from, until: addMonths(from, many) }
}

/** The 12 months that end with a month: `yearTo('2019-06')`. */
export const yearTo = (last: string): Span => {
  const until = addMonths(date(`${last}-01`), 1)
  return { from: addMonths(until, -12), until }
}

/** A cell with a number, or none. */
export const aCell = (value: number | null, change: Partial<Cell> = {}): Cell => ({
  value,
  mark: value === null ? 'not-available' : null,
  hedge: null,
  events: null,
  base: null,
  ...change,
})

/** A final report of official statistics, in a file that is not on the record. */
export const aReport = (
  change: Partial<Omit<Report, 'source'>> & { source?: Partial<Report['source']> } = {},
): Report => ({
  status: 'final',
  origin: 'official',
  release: 'Crime in Anyshire: year ending June 2019',
  asAt: date('2019-10-17'),
  invented: false,
  ...change,
  source: { path: null, title: 'Crime in Anyshire', place: '', anchor: null, ...change.source },
})

/** An observation by `aReport`. */
export const anObservation = (
  span: Span,
  value: number | null,
  change: {
    cell?: Partial<Cell>
    report?: Parameters<typeof aReport>[0]
    earlier?: Observation['earlier']
  } = {},
): Observation => ({
  span,
  cell: aCell(value, change.cell),
  report: aReport(change.report),
  earlier: change.earlier ?? [],
})

/** One observation after the other from a month on. */
export const aSeries = (first: string, values: readonly (number | null)[]): Observation[] =>
  values.map((value, index) => anObservation(months(addMonths(months(first).from, index)), value))

export const aUnit = (change: Partial<Unit> = {}): Unit => ({
  one: 'crime',
  many: 'crimes',
  style: 'count',
  per: null,
  digits: 0,
  ...change,
})

export const aDefinition = (change: Partial<Definition> = {}): Definition => ({
  words: 'Burglaries that the police recorded.',
  unit: aUnit(),
  owner: { name: 'Anyshire Police', kind: 'force' },
  source: 'Police recorded crime',
  improvement: 'neutral',
  directionWords: 'More may mean more burglary, or better recording.',
  frequency: 'month',
  dueAfter: null,
  population: null,
  caveats: [],
  target: null,
  hideBelow: null,
  ...change,
})

/** Burglary by months, without figures. */
export const aMeasure = (change: Partial<Measure> = {}): Measure => ({
  slug: 'burglary',
  title: 'Burglary',
  family: 'recorded-crime',
  definition: aDefinition(),
  definitions: [],
  serves: [],
  observations: [],
  changes: [],
  annotations: [],
  breaks: [],
  rebaselines: [],
  commentary: [],
  chart: { screenOutliers: true, fixAfter: null },
  ...change,
})

/** A breakdown of burglary by district: the values of each row in the order of the parts. */
export function aBreakdown(
  parts: readonly string[],
  rows: readonly { span: Span; values: readonly (number | null)[] }[],
  change: { hideBelow?: number | null; unit?: Unit } = {},
): Breakdown {
  const { hideBelow = null, unit = aUnit() } = change
  return {
    measure: { slug: 'burglary', title: 'Burglary', unit, hideBelow },
    dimension: { slug: 'district', one: 'district', many: 'districts', kind: 'place' },
    parts: parts.map((name) => ({ slug: partSlug(name), name, code: null, owner: null })),
    rows: rows.map(({ span, values }) => ({
      span,
      report: aReport(),
      cells: values.map((value) => aCell(value)),
      others: [],
    })),
    earlier: [],
  }
}

/** A figure on its way in, by `aReport`; of a part where one is named, as "Ashford". */
export const incoming = (
  span: Span,
  value: number | null,
  change: Partial<Pick<Incoming, 'measure' | 'part'>> & {
    cell?: Partial<Cell>
    report?: Parameters<typeof aReport>[0]
  } = {},
): Incoming => ({
  measure: change.measure ?? 'burglary',
  part: change.part ?? null,
  span,
  cell: aCell(value, change.cell),
  report: aReport(change.report),
})

/** A measure as an entry of the register of measures writes it: without figures. */
export const anEntry = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  slug: 'burglary',
  title: 'Burglary',
  family: 'recorded-crime',
  definition: { ...aDefinition() },
  ...change,
})

/** A file whose bytes are its name unless given, so that two names are two files. */
export function aSource(name = 'measures.json', bytes = name): Source {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }
  return { name, sha256, mediaType: 'application/json', path: `/files/${sha256}/${name}`, corrections }
}

export type Bringer = {
  /** Brings a register and publishes it, unless it is to stay a draft, as the import command does. */
  register: (
    record: TestRecord,
    register: { register: string } & Record<string, unknown>,
    how?: { name?: string; publishes?: boolean; today?: LocalDate },
  ) => Promise<Brought>
  /** Brings figures as a file would. */
  figures: (
    record: TestRecord,
    figures: readonly Incoming[],
    how?: { name?: string; bytes?: string; publishes?: boolean; today?: LocalDate },
  ) => Promise<Brought>
}

type Bringing = { name?: string; bytes?: string; publishes?: boolean; today?: LocalDate }

/** Brings registers and figures into records; throws where one is refused. Its files go when the tests end. */
export function aBringer(ending: { after: (undo: () => void) => unknown }): Bringer {
  const folder = mkdtempSync(join(tmpdir(), 'performance-files-'))
  ending.after(() => rmSync(folder, { recursive: true }))
  const bring = async (
    { permits, act }: TestRecord,
    what: (act: ImportAct, source: Source) => Promise<Brought | Refusal>,
    { name = 'measures.json', bytes = name, publishes = true, today = TODAY }: Bringing,
  ): Promise<Brought> => {
    const source = aSource(name, bytes)
    return await act(async (tx) => {
      const brought = await what({ tx, permit: permits.bring, today, asDraft: !publishes }, source)
      if (isRefusal(brought)) throw new Error(brought.message)
      await keepFile(
        tx,
        permits.bring,
        { name, mediaType: source.mediaType, bytes: Buffer.from(bytes) },
        folder,
      )
      if (publishes) await publishBrought(tx, permits.publish, kinds, brought)
      return brought
    })
  }
  return {
    register: (record, given, how = {}) =>
      bring(
        record,
        async (act, source) => {
          const read = importer.registers?.[given.register]
          if (read === undefined) throw new Error(`Nothing reads the register ${given.register}`)
          return await read(act, given, source)
        },
        how,
      ),
    figures: (record, figures, how = {}) =>
      bring(record, (act, source) => recordObservations(act, figures, source), {
        name: 'figures.csv',
        ...how,
      }),
  }
}

/** What an import changed, in words; nothing when it brought only what was there. */
export const changes = (brought: Brought): string[] => [
  ...brought.entries
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ path, outcome }) => `${outcome} ${path}`),
  ...brought.links
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ from, kind, to }) => `${from} ${kind} ${to}`),
]
