/** Questions of the published record for the pages of one measure: what it shows something about, and its parts. */
import { sql } from '../../../database/index.ts'
import { date, type LocalDate } from '../../../lib/index.ts'
import { linkedFrom, type PublicRecord, standing } from '../../../record/index.ts'
import type { Boundaries } from '../boundaries/boundaries.ts'
import { boundariesAt } from '../boundaries/reads.ts'
import type { Breakdown, Measure } from './measure.ts'
import { breakdownKind, measureKind } from './published.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import {
  breakdownAt,
  breakdownsOf,
  type ListedBreakdown,
  type ListedMeasure,
  measureAt,
  measuresListed,
} from './reads.ts'
import { quotationsOf } from './reads-quoted.ts'
import { tell } from './telling.ts'

/** More priorities than any measure shows something about. */
const ALL = 50

export type MeasureAnswer = {
  measure: Measure
  breakdowns: ListedBreakdown[]
  /** Parts of the plan that it shows something about. */
  priorities: { path: string; title: string }[]
  /** Papers on the record that quote it. */
  quotations: QuotedFigure[]
}

/** All that a measure's page shows; undefined where there is no such measure. */
export async function measurePageAt(ask: PublicRecord, slug: string): Promise<MeasureAnswer | undefined> {
  const entry = await measureAt(ask, slug)
  if (entry === undefined) return undefined
  const [breakdowns, { rows }, quotations] = await Promise.all([
    breakdownsOf(ask, slug),
    linkedFrom(ask, entry.id, { link: 'measures', limit: ALL }),
    quotationsOf(ask, entry.id),
  ])
  const priorities = rows.map(({ path, title }) => ({ path, title }))
  return { measure: entry.content, breakdowns, priorities, quotations }
}

export type BreakdownAnswer = {
  breakdown: Breakdown
  /** Where its parts lie, as the body has loaded it. */
  boundaries: Boundaries | null
}

/** All that the page of a measure by parts shows; undefined where there is none. */
export async function breakdownPageAt(
  ask: PublicRecord,
  measure: string,
  dimension: string,
): Promise<BreakdownAnswer | undefined> {
  const [entry, boundaries] = await Promise.all([
    breakdownAt(ask, measure, dimension),
    boundariesAt(ask, dimension),
  ])
  return entry && { breakdown: entry.content, boundaries: boundaries?.content ?? null }
}

export type MeasuresAnswer = {
  measures: ListedMeasure[]
  /** What stands at the addresses of priorities that measures name, and of their plans. */
  titles: ReadonlyMap<string, string>
}

/** All measures, with the names of the parts of plans that they show something about. */
export async function measuresPageAt(ask: PublicRecord): Promise<MeasuresAnswer> {
  const measures = await measuresListed(ask)
  const served = new Set(measures.flatMap(({ outline }) => outline.serves))
  const plans = [...served].map((path) => path.split('/').slice(0, 3).join('/'))
  return { measures, titles: await titlesAt(ask, [...served, ...new Set(plans)]) }
}

/** The titles of what stands at addresses; those where nothing stands are left out. */
async function titlesAt(ask: PublicRecord, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map()
  const { rows } = await sql<{ path: string; title: string }>`
    select e.path, e.title from published.entry_version e
    where e.authority = ${ask.authority} and e.path = any(${[...paths]}::text[]) and ${standing(ask, 'e')}`.execute(
    ask.db,
  )
  return new Map(rows.map(({ path, title }) => [path, title]))
}

/** The addresses of something that every measure has below its own. */
export const belowMeasures =
  (part: string) =>
  async (ask: PublicRecord): Promise<string[]> =>
    (await pathsOf(ask, measureKind.name)).map((path) => `${path}/${part}`)

/** Whether there is a chart does not hang on the day it is asked. */
const EPOCH = date('1970-01-01')

/** The addresses of something that only a measure with a chart has below its own. */
export const belowCharts =
  (part: string) =>
  async (ask: PublicRecord): Promise<string[]> =>
    (await measuresListed(ask))
      .filter(({ outline }) => tell(outline, EPOCH).chart !== null)
      .map(({ path }) => `${path}/${part}`)

/** The addresses of something that every breakdown has below its own. */
export const belowBreakdowns =
  (part: string) =>
  async (ask: PublicRecord): Promise<string[]> =>
    (await pathsOf(ask, breakdownKind.name)).map((path) => `${path}/${part}`)

async function pathsOf(ask: PublicRecord, kind: string): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select e.path from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${kind} and ${standing(ask, 'e')}
    order by e.path collate "C"`.execute(ask.db)
  return rows.map(({ path }) => path)
}

/** How many measures stand, and the newest day that one of them is about; for a line on another page. */
export async function measuresInShort(
  ask: PublicRecord,
): Promise<{ count: number; newest: LocalDate | null }> {
  const { rows } = await sql<{ count: number; newest: LocalDate | null }>`
    select count(*)::int as count, max(e.date) as newest from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${measureKind.name} and ${standing(ask, 'e')}`.execute(
    ask.db,
  )
  return rows[0] ?? { count: 0, newest: null }
}
