/** Questions of the published record about measures: exactly what their pages show. */
import { sql } from '../../../database/index.ts'
import type { EntryId } from '../../../lib/index.ts'
import {
  entryAt,
  linksShown,
  type PublicRecord,
  type PublishedEntry,
  standing,
} from '../../../record/index.ts'
import { type Breakdown, breakdownPath, type Measure, measurePath } from './measure.ts'
import { type BreakdownOutline, breakdownKind, type MeasureOutline, measureKind } from './published.ts'

/** A measure with all that its page shows; undefined when none is there. */
export const measureAt = (ask: PublicRecord, slug: string): Promise<PublishedEntry<Measure> | undefined> =>
  entryAt(ask, measureKind, measurePath(slug))

/** One breakdown of a measure. */
export const breakdownAt = (
  ask: PublicRecord,
  measure: string,
  dimension: string,
): Promise<PublishedEntry<Breakdown> | undefined> =>
  entryAt(ask, breakdownKind, breakdownPath(measure, dimension))

/** A measure as lists show it. */
export type ListedMeasure = { path: string; title: string; summary: string; outline: MeasureOutline }

/** All measures, or those of a family, by family and title. */
export async function measuresListed(
  ask: PublicRecord,
  filter: { family?: string } = {},
): Promise<ListedMeasure[]> {
  const family = filter.family === undefined ? sql`true` : sql`e.state = ${filter.family}`
  const { rows } = await sql<ListedMeasure>`
    select e.path, e.title, e.summary, coalesce(e.outline, e.content) as outline
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${measureKind.name} and ${standing(ask, 'e')} and ${family}
    order by e.state, e.title, e.path collate "C"`.execute(ask.db)
  return rows
}

export type ListedBreakdown = { path: string; title: string; summary: string; outline: BreakdownOutline }

/** The breakdowns of a measure, by their address. */
export async function breakdownsOf(ask: PublicRecord, slug: string): Promise<ListedBreakdown[]> {
  const start = breakdownPath(slug, '')
  const { rows } = await sql<ListedBreakdown>`
    select e.path, e.title, e.summary, coalesce(e.outline, e.content) as outline
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${breakdownKind.name} and ${standing(ask, 'e')}
      and e.path ~>=~ ${start} and e.path ~<~ ${`${start}\u{10ffff}`}
    order by e.path collate "C"`.execute(ask.db)
  return rows
}

/** Measures that show something about a priority, by title. */
export async function measuresServing(ask: PublicRecord, priority: EntryId): Promise<ListedMeasure[]> {
  const { rows } = await sql<ListedMeasure>`
    select e.path, e.title, e.summary, coalesce(e.outline, e.content) as outline
    from ${linksShown(ask)} l
    join published.entry_version e on e.entry = l.from_entry and ${standing(ask, 'e')}
    where l.authority = ${ask.authority} and l.to_entry = ${priority}::uuid and l.kind = 'measures'
      and l.from_kind = ${measureKind.name}
    order by e.title, e.path collate "C"`.execute(ask.db)
  return rows
}
