/** What a person put right about a paper, from the file of corrections beside it, in words for those who read the paper. */
import { localDate, longDate } from '../../../lib/index.ts'
import type { Corrections } from '../../../record/index.ts'
import type { Minutes } from './minutes.ts'
import type { Paper } from './paper.ts'

type Of = {
  /** What stands in the paper, so that a name is only said where it is printed. */
  text: string
  /** Whether a reference ("B1", "328.R1", "paper") is of this paper. */
  isHere: (ref: string) => boolean
}

/** Sentences, one for each correction that is of this paper; none where nothing was put right. */
const putRightIn = (
  { paper, people, serves }: Pick<Corrections, 'paper' | 'people' | 'serves'>,
  { text, isHere }: Of,
): string[] => [
  ...(paper.title === undefined ? [] : [`The title: “${paper.title}”.`]),
  ...(paper.body === undefined ? [] : [`Which body it is of: the ${paper.body}.`]),
  ...(paper.date === undefined ? [] : [`Its day: ${dayInWords(paper.date)}.`]),
  ...Object.entries(people).flatMap(([printed, name]) =>
    text.includes(printed) ? [`Who “${printed}” is: ${name}.`] : [],
  ),
  ...serves.flatMap(({ ref, priorities, why }) =>
    isHere(ref) ? [`${servesWords(ref, priorities.length)}: ${why}.`] : [],
  ),
]

function dayInWords(written: string): string {
  const day = localDate(written)
  return day === undefined ? written : longDate(day)
}

function servesWords(ref: string, count: number): string {
  const what = ref === 'paper' ? 'this paper' : ref
  if (count === 0) return `That ${what} serves no priority of the plan`
  return `Which ${count === 1 ? 'priority' : 'priorities'} of the plan ${what} serves`
}

/** What was put right of a paper; `text` is what it prints. */
export const putRightInPaper = (
  corrections: Corrections,
  { from, item }: Pick<Paper, 'from' | 'item'>,
  text: string,
): { putRight?: string[] } =>
  keptPutRight(
    putRightIn(corrections, {
      text: `${from ?? ''} ${text}`,
      isHere: (ref) => ref === (item?.number ?? 'paper'),
    }),
  )

/** What was put right of minutes; `text` is what they print. */
export function putRightInMinutes(
  corrections: Corrections,
  { minutes, attendance }: Pick<Minutes, 'minutes' | 'attendance'>,
  text: string,
): { putRight?: string[] } {
  const names = attendance.flatMap(({ people }) => people.map(({ asPrinted }) => asPrinted))
  return keptPutRight(
    putRightIn(corrections, {
      text: [text, ...names].join('\n'),
      isHere: (ref) => minutes.some((minute) => ref === minute.ref || ref.startsWith(`${minute.ref}.`)),
    }),
  )
}

/** As it is kept with a paper: absent where nothing was put right. */
export const keptPutRight = (sentences: readonly string[]): { putRight?: string[] } =>
  sentences.length === 0 ? {} : { putRight: [...sentences] }
