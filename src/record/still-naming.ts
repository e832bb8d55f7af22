/** What still names something that is withdrawn, by its address or its title: its own words went, those of others stay. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { Tx } from './transaction.ts'

/** A public entry of which some version, of now or of earlier, names what was withdrawn. */
export type Naming = { path: string; title: string; kind: string }

/** Shorter titles, such as “Minutes”, stand in the words of too many others to tell anything. */
const TELLING = 8

/** An address is followed by one of these where it stands in content, so that a longer one is not taken for it. */
const ENDS = ['"', '#', '?'] as const

/**
 * The public entries that name one of these, which must be out of the public tables already, in order of address. Reads
 * all of the authority's content once.
 */
export async function stillNaming(
  tx: Tx,
  authority: string,
  gone: readonly { id: EntryId; path: string | null; title: string | null }[],
): Promise<Naming[]> {
  const paths = gone.flatMap(({ path }) => (path === null ? [] : ENDS.map((end) => `${path}${end}`)))
  const titles = gone.flatMap(({ title }) => (title === null || title.length < TELLING ? [] : [title]))
  const words = [...new Set([...paths, ...titles.map((title) => JSON.stringify(title).slice(1, -1))])]
  if (words.length === 0) return []
  const { rows } = await sql<Naming>`
    select distinct coalesce(now.path, v.path) as path, coalesce(now.title, v.title) as title, v.kind
    from published.entry_version v
    left join published.entry_version now on now.entry = v.entry and now.published_until is null
    cross join lateral (select concat(v.title, ' ', v.summary, ' ', v.content::text) as text) said
    where v.authority = ${authority}
      and exists (select from unnest(${words}::text[]) as word where position(word in said.text) > 0)
    order by 1`.execute(tx)
  return rows
}
