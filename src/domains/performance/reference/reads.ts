/** Questions of the published record that the pages of reference lists share. */
import { sql } from '../../../database/index.ts'
import { everyEntryOf, type PublicRecord, type Shown, standing } from '../../../record/index.ts'
import type { Breakdown, Measure } from '../measures/measure.ts'
import { breakdownKind, measureKind } from '../measures/published.ts'

/** The content of every published entry of a kind, in the order in which they were brought. */
export async function everyOf<Content>(ask: PublicRecord, kind: Shown<Content>): Promise<Content[]> {
  const rows = await everyEntryOf(ask, kind)
  // Ids sort by the time they were made.
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ content }) => content)
}

/** The measures of a family and of the families below it ("volunteers", "volunteers/cadets"), in the order in which they were brought. */
export async function measuresOfFamily(ask: PublicRecord, family: string): Promise<Measure[]> {
  const { rows } = await sql<{ content: Measure }>`
    select e.content from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${measureKind.name} and ${standing(ask, 'e')}
      and (e.state = ${family} or starts_with(e.state, ${`${family}/`}))
    order by e.entry`.execute(ask.db)
  return rows.map(({ content }) => content)
}

/** The measures with these slugs, by slug. */
export async function measuresNamed(
  ask: PublicRecord,
  slugs: readonly string[],
): Promise<Map<string, Measure>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<{ content: Measure }>`
    select e.content from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${measureKind.name} and ${standing(ask, 'e')}
      and e.path = any(${slugs.map((slug) => `/measures/${slug}`)}::text[])`.execute(ask.db)
  return new Map(rows.map(({ content }) => [content.slug, content]))
}

/** The breakdowns of measures by one dimension, by the measure's slug. */
export async function breakdownsBy(
  ask: PublicRecord,
  dimension: string,
  slugs: readonly string[],
): Promise<Map<string, Breakdown>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<{ content: Breakdown }>`
    select e.content from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${breakdownKind.name} and ${standing(ask, 'e')}
      and e.path = any(${slugs.map((slug) => `/measures/${slug}/by/${dimension}`)}::text[])`.execute(ask.db)
  return new Map(rows.map(({ content }) => [content.measure.slug, content]))
}
