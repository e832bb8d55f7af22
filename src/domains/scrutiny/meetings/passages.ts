/** The text of a paper or of minutes in passages, as two versions of it are compared, and which places of the newer one changed. */
import { type Passage, redline } from '../../../lib/index.ts'
import type { Minutes } from './minutes.ts'
import type { Paper } from './paper.ts'
import type { ShownBlock, ShownItem } from './shown-block.ts'

/** A passage, and the anchor of the block on its page that it stands in. */
export type PlacedPassage = Passage & { anchor: string }

/** The passages of a paper: each heading, paragraph, point of a list and row of a table. */
export const passagesOfPaper = ({ blocks }: Pick<Paper, 'blocks'>): PlacedPassage[] =>
  blocks.flatMap(passagesOf)

/** The passages of minutes, with their headings and resolutions. */
export const passagesOfMinutes = ({ minutes }: Pick<Minutes, 'minutes'>): PlacedPassage[] =>
  minutes.flatMap((minute) => [
    { heading: true, text: [minute.number, minute.title].filter(Boolean).join('. '), anchor: minute.anchor },
    ...minute.parts.flatMap((part) => {
      if (part.type === 'block') return passagesOf(part.block)
      const resolution = minute.resolutions[part.index]
      if (resolution === undefined) return []
      const { anchor, text, parts } = resolution
      const lines = [`Resolved ${text}`, ...parts.map((each) => `${each.marker} ${each.text}`.trim())]
      return lines.map((line) => ({ heading: false, text: line, anchor }))
    }),
  ])

function passagesOf(block: ShownBlock): PlacedPassage[] {
  const placed = (text: string, heading = false): PlacedPassage => ({ heading, text, anchor: block.anchor })
  if (block.type === 'heading') return [placed(block.text, true)]
  if (block.type === 'paragraph')
    return [placed(block.number === null ? block.text : `${block.number}. ${block.text}`)]
  if (block.type === 'list') return itemsIn(block.items).map((text) => placed(text))
  return [block.title === null ? [] : [block.title], block.columns, ...block.rows]
    .filter((row) => row.length > 0)
    .map((row) => placed(row.join(' | ')))
}

const itemsIn = (items: readonly ShownItem[]): string[] =>
  items.flatMap(({ marker, text, items: inner }) => [
    /[a-z0-9]/i.test(marker) ? `${marker} ${text}` : text,
    ...itemsIn(inner),
  ])

export type Changed = {
  /** Places of the newer text, each with whether it is new or was changed. */
  places: ReadonlyMap<string, 'changed' | 'added'>
  /** How many passages of the older text are gone. */
  removed: number
}

/** What changed from one version to the next, by the places of the newer one. */
export function changedPlaces(from: readonly PlacedPassage[], to: readonly PlacedPassage[]): Changed {
  const places = new Map<string, 'changed' | 'added'>()
  let removed = 0
  let at = 0
  for (const { change } of redline(from, to)) {
    if (change === 'removed') {
      removed += 1
      continue
    }
    const anchor = to[at]?.anchor
    at += 1
    if (anchor === undefined || change === 'same') continue
    // A list of which one point is new was changed; it is new only where all of it is.
    places.set(anchor, change === 'added' && places.get(anchor) !== 'changed' ? 'added' : 'changed')
  }
  const kept = new Set(sameIn(from, to))
  for (const [anchor, change] of places)
    if (change === 'added' && kept.has(anchor)) places.set(anchor, 'changed')
  return { places, removed }
}

/** Anchors of the newer text under which something stands that the older had word for word. */
function sameIn(from: readonly PlacedPassage[], to: readonly PlacedPassage[]): string[] {
  const old = new Set(from.map(({ text }) => text))
  return to.filter(({ text }) => old.has(text)).map(({ anchor }) => anchor)
}
