/** Finds days that stand out of order in resolutions and work programmes: they are said so, and left as printed. */
import { localDate } from '../lib/index.ts'
import { datesIn, impossibleDates } from './dates.ts'
import type { Block, Item, Reading, Warning } from './reading.ts'
import type { Tree } from './tree.ts'

const PLANNING =
  /\b(?:schedul|future meeting|next meeting|dates? of|meetings? (?:be|is|are|will be|to be) held|be held on|to be held|reconvene|programme of meetings)/i

/** Resolutions that plan for a day before the meeting, or list days out of order, are said so and left as printed. */
export function datesOutOfOrder(items: readonly Item[], meeting: string | null, tree: Tree): Warning[] {
  return items.flatMap((item) =>
    item.resolutions.flatMap((resolution) => {
      const words = [resolution.text, ...resolution.parts].join(' ')
      if (!PLANNING.test(words) || /\bminutes\b/i.test(words)) return []
      const days = datesIn(words).flatMap((found) => (found.day === null ? [] : [found.day]))
      const wrong = days.find(
        (day, index) => (index > 0 && day < (days[index - 1] ?? day)) || (meeting !== null && day < meeting),
      )
      const page = tree.blocks[item.blocks[0]]?.page ?? null
      return wrong === undefined ? [] : [outOfOrder(wrong, resolution.start, resolution.end, page)]
    }),
  )
}

const outOfOrder = (day: string, start: number, end: number, page: number | null): Warning => ({
  code: 'date-out-of-order',
  message: `${day} comes before a day that should precede it; it stands as printed.`,
  start,
  end,
  page,
})

/** Days that no calendar has are said so and left as printed: nothing is read from them. */
export function daysThatAreNone(blocks: readonly Block[], text: string): Warning[] {
  return blocks.flatMap((block) =>
    impossibleDates(text.slice(block.start, block.end)).map((found) => ({
      code: 'date-impossible',
      message: `There is no ${found.words}; it stands as printed, and no day was read from it.`,
      start: block.start + found.start,
      end: block.start + found.end,
      page: block.page,
    })),
  )
}

/** A work programme whose meetings do not follow each other in time. */
export function programmeDates(tree: Tree, programme: Reading['forwardProgramme']): Warning[] {
  if (programme === null) return []
  const block = tree.blocks[programme.blocks[0]]
  const days = programme.meetings.map((meeting) => meeting.date).filter((day) => localDate(day) !== undefined)
  const wrong = days.find((day, index) => index > 0 && day < (days[index - 1] ?? day))
  return wrong === undefined || block === undefined
    ? []
    : [outOfOrder(wrong, block.start, block.end, block.page)]
}
