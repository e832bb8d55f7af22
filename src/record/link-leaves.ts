/** The leaves that commit to the public links of an entry, so that a link cannot come, change or go unseen. */
import { sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { canonical, contentHash } from './canonical.ts'
import type { LinkKind, LinkPlace } from './kind.ts'
import { addLeaves } from './log.ts'
import type { Tx } from './transaction.ts'

/** A link as a leaf lists it: the entry it leads to, its kind, why, and the part it runs from. */
export type ListedLink = { to: EntryId; kind: LinkKind; why: string; place: LinkPlace | null }

/** The canonical text of an entry's public outgoing links, sorted by the entry they lead to and their kind. */
export const linksText = (links: readonly ListedLink[]): string =>
  canonical(
    links
      .map(({ to, kind, why, place }) => ({ to, kind, why, place }))
      .toSorted((one, other) => compare(`${one.to} ${one.kind}`, `${other.to} ${other.kind}`)),
  )

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const SAID = sql.raw('from_entry, to_entry, kind, why, place')

/** Adds one leaf for each entry whose list of public links is not what it was before `moment`, in order of their ids. */
export async function addLinkLeaves(tx: Tx, authority: string, moment: Instant): Promise<void> {
  const gone = sql`select ${SAID} from published.link_before
    where authority = ${authority} and shown_until = ${moment}::timestamptz`
  const come = sql`select ${SAID} from published.link
    where authority = ${authority} and shown_from = ${moment}::timestamptz`
  const { rows } = await sql<{ entry: EntryId }>`
    select distinct from_entry as entry from (
      (${gone} except ${come}) union all (${come} except ${gone})
    ) changed order by from_entry`.execute(tx)
  await commitToLinks(
    tx,
    authority,
    moment,
    rows.map(({ entry }) => entry),
  )
}

/** Adds a leaf for each of these entries, with the list of its public links as it is now. */
export async function commitToLinks(
  tx: Tx,
  authority: string,
  moment: Instant,
  entries: readonly EntryId[],
): Promise<void> {
  if (entries.length === 0) return
  const { rows: links } = await sql<ListedLink & { from: EntryId }>`
    select from_entry as "from", to_entry as "to", kind, why, place from published.link
    where from_entry = any(${entries}::uuid[])`.execute(tx)
  const { rows: last } = await sql<{ entry: EntryId; version: number }>`
    select entry, max(version) as version from published.log_leaf
    where authority = ${authority} and act = 'links' and entry = any(${entries}::uuid[]) group by entry`.execute(
    tx,
  )
  const lists = Map.groupBy(links, ({ from }) => from)
  const versions = new Map(last.map(({ entry, version }) => [entry, version]))
  await addLeaves(
    tx,
    authority,
    moment,
    entries.map((entry) => ({
      entry,
      version: (versions.get(entry) ?? 0) + 1,
      act: 'links',
      contentHash: contentHash(linksText(lists.get(entry) ?? [])),
    })),
  )
}
