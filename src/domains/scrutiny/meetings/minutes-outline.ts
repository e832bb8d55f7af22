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
