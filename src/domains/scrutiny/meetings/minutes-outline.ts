/** What the page of a meeting shows of its minutes: what was dealt with and resolved, without the paragraphs. */
import { isQuestionAnchor } from '../anchors.ts'
import type { ItemOf, ResolutionText } from './minutes.ts'

type PartOutline = { type: 'block'; block: { anchor: string } } | { type: 'resolution'; index: number }

export type MinuteOutline = {
  number: string | null
  anchor: string
  title: string
  item: Pick<ItemOf, 'anchor'> | null
  /** Where questions are set apart; whole minutes have all their parts here. */
  parts: PartOutline[]
  resolutions: ResolutionText[]
}

export type MinutesOutline = { minutes: MinuteOutline[] }

/** Takes whole minutes, which are an outline with more in it: pages take either. */
export const minutesOutline = ({ minutes }: MinutesOutline): MinutesOutline => ({
  minutes: minutes.map(({ number, anchor, title, item, parts, resolutions }) => ({
    number,
    anchor,
    title,
    item: item && { anchor: item.anchor },
    parts: questionAnchors({ parts }).map((at) => ({ type: 'block', block: { anchor: at } })),
    resolutions,
  })),
})

/** The anchors of the questions that are set apart in a minute. */
export const questionAnchors = ({ parts }: Pick<MinuteOutline, 'parts'>): string[] =>
  parts.flatMap((part) =>
    part.type === 'block' && isQuestionAnchor(part.block.anchor) ? [part.block.anchor] : [],
  )

/** Rows under each place of a page that they stand in: what stands at #minute-328-14 stands in minute-328 as well. */
export function byPlace<Row extends { content: { source: { path: string } } }>(
  rows: readonly Row[],
  page: string,
): Map<string, Row[]> {
  const places = new Map<string, Row[]>()
  const start = `${page}#`
  for (const row of rows) {
    const { path } = row.content.source
    if (!path.startsWith(start)) continue
    const anchor = path.slice(start.length)
    for (let end = anchor.length; end > 0; end = anchor.lastIndexOf('-', end - 1)) {
      const place = anchor.slice(0, end)
      const there = places.get(place)
      if (there === undefined) places.set(place, [row])
      else there.push(row)
    }
  }
  return places
}
