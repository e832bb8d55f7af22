/** The fragments of permalinks: how a paragraph, table, item, minute or resolution is addressed on its page. Stable, because others cite them. */
import { slug } from '../../lib/index.ts'

/** A number as printed, for a fragment: "37" → 37, "3.2" → 3-2, "39/20" → 39-20, "(a)" → a. */
const spoken = (number: string): string => slug(number)

/** The name wanted, or where it is taken the first of name-2, name-3 … that is free. */
export function firstFree(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}-${count}`
  return name
}

/** Item B1 of an agenda on the meeting's page: item-b1. */
export const itemAnchor = (number: string): string => `item-${spoken(number)}`

/** Minute 328 on the page of minutes: minute-328. */
export const minuteAnchor = (number: string): string => `minute-${spoken(number)}`

/** Paragraph 3 of minute 328: minute-328-3. */
export const minuteParagraphAnchor = (minute: string, paragraph: string): string =>
  `${minuteAnchor(minute)}-${spoken(paragraph)}`

/** The resolution of minute 328: minute-328-resolution; its second: minute-328-resolution-2 (counted from 1). */
export const resolutionAnchor = (minute: string, count = 1): string =>
  `${minuteAnchor(minute)}-resolution${count > 1 ? `-${count}` : ''}`

/** Paragraph 37 of a paper: p37. */
export const paragraphAnchor = (number: string): string => `p${spoken(number)}`

/** The second table of a paper or of minutes: table-2 (counted from 1). */
export const tableAnchor = (count: number): string => `table-${count}`

/** Question Q2 in minutes or on an agenda: question-q2. */
export const questionAnchor = (number: string): string => `question-${spoken(number)}`

/** Whether a block of minutes is a question that is set apart. */
export const isQuestionAnchor = (anchor: string): boolean => anchor.startsWith('question-')

/**
 * The anchor of what an action's reference names: "327.2" → minute-327-2, "328.R1" (first part of its resolution) and
 * "329.R" → minute-328-resolution; a reference without a minute is taken as a paragraph: "14" → p14.
 */
export function refAnchor(ref: string): string {
  const match = /^(.+)\.(R?)([^.]*)$/.exec(ref)
  if (!match) return paragraphAnchor(ref)
  const [, minute = '', resolution, rest = ''] = match
  if (resolution === 'R') return resolutionAnchor(minute)
  return minuteParagraphAnchor(minute, rest)
}
