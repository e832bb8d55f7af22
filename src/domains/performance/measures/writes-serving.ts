/** Ties a measure to the priorities that it shows something about, by their addresses. */
import { sql } from '../../../database/index.ts'
import type { EntryId } from '../../../lib/index.ts'
import { type Brought, link, unlink } from '../../../record/index.ts'
import type { Bringing } from './writes.ts'

type Place = { id: EntryId; path: string; title: string }

/**
 * Links the measure to each priority that the record has, tells those that it has not, and parts it from the others. A
 * draft of a measure that readers have changes none of its ties: a plan that is published meanwhile would show them.
 */
export async function serve(
  work: Bringing,
  measure: Brought['entries'][number],
  priorities: readonly string[],
): Promise<void> {
  const { act, source, brought } = work
  const known = await prioritiesAt(work, priorities)
  for (const path of priorities.filter((one) => !known.has(one)))
    brought.open.push({
      what: `The record has no priority at ${path}, so ${measure.title} is not tied to it.`,
      place: source.name,
      mend: 'Import the plan first, or write the address of the priority as its page has it.',
    })
  if (act.asDraft === true && (await isPublished(act, measure.id))) return
  for (const path of priorities) {
    const to = known.get(path)
    if (to !== undefined)
      await join(work, measure, to, 'measures', `named in ${source.name} as a measure of it`)
  }
  const kept = new Set([...known.values()].map(({ id }) => id))
  const { rows } = await sql<{ to: EntryId }>`
    select to_entry as to from record.link
    where authority = ${act.permit.authority} and from_entry = ${measure.id} and kind = 'measures'`.execute(
    act.tx,
  )
  for (const { to } of rows.filter((row) => !kept.has(row.to)))
    await unlink(act.tx, act.permit, {
      from: measure.id,
      to,
      kind: 'measures',
      why: `${source.name} no longer names it`,
    })
}

/** Links two entries, and notes what came of it. */
export async function join(
  { act, brought }: Bringing,
  from: Pick<Place, 'id' | 'path'>,
  to: Pick<Place, 'id' | 'path'>,
  kind: 'measures' | 'part-of' | 'quotes',
  why: string,
): Promise<void> {
  const outcome = await link(act.tx, act.permit, { from: from.id, to: to.id, kind, why })
  brought.links.push({
    from: from.path,
    to: to.path,
    ends: { from: from.id, to: to.id },
    kind,
    why,
    outcome,
  })
}

async function isPublished({ tx }: Bringing['act'], id: EntryId): Promise<boolean> {
  const { rows } = await sql<{
    state: string
  }>`select state from record.entry where id = ${id}::uuid`.execute(tx)
  return rows[0]?.state === 'published'
}

async function prioritiesAt({ act }: Bringing, paths: readonly string[]): Promise<Map<string, Place>> {
  if (paths.length === 0) return new Map()
  const { rows } = await sql<Place>`
    select id, path, title from record.entry
    where authority = ${act.permit.authority} and kind = 'priority' and path = any(${paths}::text[])
      and working <> 'null'`.execute(act.tx)
  return new Map(rows.map((row) => [row.path, row]))
}
