/**
 * Why an item may be taken without the public: the paragraphs of Schedule 12A to the Local Government Act 1972 in plain
 * words. Part 1 (England) has paragraphs 1 to 7, Part 4 (Wales) the same seven heads as 12 to 18. SI 2012/2734 applies
 * them to police and crime panels.
 */

export type ExemptParagraph = {
  /** As the Part counts it: 1 to 7 in England, 12 to 18 in Wales. */
  number: number
  part: 1 | 4
  /** "because …". */
  because: string
  /** What the paragraph covers, for the list of all. */
  covers: string
}

type Head = { because: string; covers: string }

const HEADS: readonly Head[] = [
  { because: 'it is about one person', covers: 'information about any individual' },
  { because: 'it would show who a person is', covers: 'information likely to reveal who an individual is' },
  {
    because: 'it is about the money or business of a person or organisation',
    covers: 'the financial or business affairs of any person or organisation, the body itself among them',
  },
  {
    because: 'it is about negotiations with staff',
    covers: 'consultations or negotiations about labour relations',
  },
  { because: 'it is advice from lawyers', covers: 'what is said between lawyers and those they advise' },
  {
    because: 'it would announce a legal order before it is made',
    covers: 'a plan to give a legal notice or to make an order or direction',
  },
  {
    because: 'it is about preventing, investigating or prosecuting crime',
    covers: 'what is done to prevent, investigate or prosecute crime',
  },
]

/** What the table of reasons stands on, as pages cite it. */
export const SCHEDULE_12A = 'Local Government Act 1972, Schedule 12A'

/** In Wales the seven heads begin at paragraph 12. */
const FIRST_IN_WALES = 12

/** All seven reasons, as England counts them. */
export const EXEMPT_PARAGRAPHS: readonly ExemptParagraph[] = HEADS.map((head, index) => ({
  ...head,
  number: index + 1,
  part: 1,
}))

const NAMED = /\bpara(?:graph)?s?\.?\s*((?:\(?\d{1,2}\)?(?:\s*(?:,\s*and|,|and|&|or|to|[-–—])\s*)?)+)/gi

/** The paragraphs that a printed reason names, each once and in its order; those that the Schedule does not have as reasons are left out. */
export function exemptParagraphs(printed: string): ExemptParagraph[] {
  const numbers = [...printed.matchAll(NAMED)].flatMap(([, list = '']) => numbersIn(list))
  return [...new Set(numbers)].flatMap((number) => paragraphNumbered(number) ?? [])
}

/** "1, 2 and 5 to 7" as 1, 2, 5, 6, 7. */
function numbersIn(list: string): number[] {
  return [...list.matchAll(/(\d{1,2})\)?\s*(?:(?:to|[-–—])\s*\(?(\d{1,2}))?/gi)].flatMap(
    ([, first, last]) => {
      const [from, to] = [Number(first), Number(last ?? first)]
      return Array.from(
        { length: Math.max(0, Math.min(to - from, HEADS.length) + 1) },
        (_, index) => from + index,
      )
    },
  )
}

function paragraphNumbered(number: number): ExemptParagraph | undefined {
  const part = number >= FIRST_IN_WALES ? 4 : 1
  const head = HEADS[part === 4 ? number - FIRST_IN_WALES : number - 1]
  return head && { ...head, number, part }
}

/** Why an item is taken without the public, in plain words, from the reason as printed; null when it names no paragraph that is a reason. */
export function privateReason(printed: string): string | null {
  const found = exemptParagraphs(printed)
  return found.length === 0 ? null : found.map(({ because }) => because).join(', and because ')
}

/** "paragraph 3 of Part 1 of Schedule 12A" for one that is named. */
export const paragraphInWords = ({ number, part }: ExemptParagraph): string =>
  `paragraph ${number} of Part ${part} of Schedule 12A`
