/** Keeps what an import brings as it is brought: drafts entries and links, and collects the report that the command prints. */
import type { EntryId } from '../../lib/index.ts'
import {
  type Brought,
  draft,
  type Going,
  type ImportAct,
  type Kind,
  type LinkKind,
  type LinkPlace,
  link,
} from '../../record/index.ts'
import type { Place } from './paper-context.ts'

export type Gathering = {
  /** What was brought so far. */
  readonly brought: Brought
  /** Drafts a working copy and notes what came of it, and whether it goes public with this file; the place is ready to be linked to. */
  entry: <Working, Content>(
    kind: Kind<Working, Content>,
    key: string,
    working: Working,
    why: string,
    goes?: Going,
  ) => Promise<Place>
  /** Links two places, from a part of the first when it is named, and notes what came of it. */
  join: (
    from: Place,
    to: { id: EntryId; path: string },
    kind: LinkKind,
    why: string,
    part?: LinkPlace | null,
  ) => Promise<void>
  /** Notes something that a person has to decide. */
  ask: (open: Brought['open'][number]) => void
  /** Takes in what another part brought. */
  add: (part: Brought) => void
}

type Entry = Brought['entries'][number]
type Join = Brought['links'][number]

/** A gathering for one act; nothing is kept but what the record keeps. What is drafted twice is reported once. */
export function gather(act: ImportAct): Gathering {
  const brought: Brought = { entries: [], links: [], open: [] }
  const noteEntry = (entry: Entry): void => {
    const before = brought.entries.find(({ id }) => id === entry.id)
    if (before)
      Object.assign(before, entry, {
        outcome: greater(before.outcome, entry.outcome),
        // What the file brings in one place goes, though it only touches it in another.
        goes: before.goes && entry.goes,
      })
    else brought.entries.push(entry)
  }
  const noteLink = (join: Join): void => {
    const before = brought.links.find(
      ({ from, to, kind }) => from === join.from && to === join.to && kind === join.kind,
    )
    if (before) Object.assign(before, join, { outcome: greater(before.outcome, join.outcome) })
    else brought.links.push(join)
  }
  return {
    brought,
    entry: async (kind, key, working, why, goes) => {
      const { id, outcome } = await draft(act.tx, act.permit, kind, key, working, why)
      const { title, path } = kind.publish(working)
      noteEntry({ id, kind: kind.name, title, path, outcome, goes })
      return { id, path, title }
    },
    join: async (from, to, kind, why, part = null) => {
      const outcome = await link(act.tx, act.permit, { from: from.id, to: to.id, kind, why, place: part })
      noteLink({ from: from.path, to: to.path, ends: { from: from.id, to: to.id }, kind, why, outcome })
    },
    ask: (open) => {
      brought.open.push(open)
    },
    add: (part) => {
      for (const entry of part.entries) noteEntry(entry)
      for (const join of part.links) noteLink(join)
      brought.open.push(...part.open)
    },
  }
}

type Outcome = Entry['outcome']
const greater = (one: Outcome, other: Outcome): Outcome => {
  if (one === 'created' || other === 'created') return 'created'
  return one === 'changed' ? one : other
}
