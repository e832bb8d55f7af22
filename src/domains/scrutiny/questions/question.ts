/**
 * A question that a member or a resident put to the policing body, with who asked and the paragraphs that answer it.
 * It is answered when the minutes record an answer; whether the answer satisfies is for its reader.
 */
import { type LocalDate, slug } from '../../../lib/index.ts'
import { tellingWords } from '../telling-words.ts'

export const QUESTION_STATES = ['answered', 'no-answer', 'put'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** A paragraph of the minutes that answers, or that adds to the question. */
export type AnswerParagraph = {
  number: string | null
  text: string
  /** The permalink of the paragraph. */
  path: string
  /** True where the paragraph records a further question, with the answer to it. */
  supplementary: boolean
  /** Who put the further question, as printed. */
  by: string | null
}

export type Question = {
  /** The last part of its address, fixed when it is first brought. */
  slug: string
  /** As printed or counted: "Q1". */
  number: string | null
  /** In short, for lists. */
  title: string
  text: string
  bullets: string[]
  /** Null where the paper does not say who asked. */
  questioner: { asPrinted: string; person: { name: string; path: string } | null } | null
  answers: AnswerParagraph[]
  /** Whether minutes of the meeting were read, so that a missing answer means something. */
  minuted: boolean
  body: { name: string; path: string }
  meeting: { date: LocalDate; path: string; title: string }
  /** Where the question stands: "Minute 332, question 1" and its permalink. */
  source: { words: string; path: string }
  serves: string[]
}

export const questionKey = (bodySlug: string, date: LocalDate, ref: string): string =>
  `${bodySlug}/${date}/${ref.toLowerCase()}`

export const questionPath = (part: string): string => `/questions/${part}`

/** The last part of a question's address: the day, the number and who asked; a second one gets -2. */
export function questionSlug(
  date: LocalDate,
  parts: { number: string | null; questioner: string | null; text: string },
  taken: ReadonlySet<string>,
): string {
  const which = [parts.number, parts.questioner].filter(Boolean).join(' ')
  const first = `${date}-${slug(which, 60) || slug(parts.text, 50) || 'question'}`
  let count = 1
  let found = first
  while (taken.has(found)) {
    count += 1
    found = `${first}-${count}`
  }
  return found
}

/** Answered when the minutes hold an answer; without one, whether minutes were read at all decides the words. */
export const stateOf = (question: Pick<Question, 'answers' | 'minuted'>): QuestionState => {
  if (question.answers.length > 0) return 'answered'
  return question.minuted ? 'no-answer' : 'put'
}

export const QUESTION_WORDS: Readonly<Record<QuestionState, string>> = {
  answered: 'Answered at the meeting',
  'no-answer': 'No answer recorded in the minutes',
  put: 'No answer on the record yet',
}

/** The question in short: the sentence that tells most of what it is about, one that asks before one that does not, cut at a word. */
export function titleOf(text: string, bullets: readonly string[] = []): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  const sentences = whole.match(/[^.?!]+[.?!]+["”’]?|[^.?!]+$/g)?.map((each) => each.trim()) ?? []
  const [first = whole] = sentences.toSorted((one, other) => weight(other) - weight(one))
  return cut(first === '' ? (bullets[0] ?? 'Question') : first, 110)
}

/** How much a sentence tells of what is asked. */
const weight = (sentence: string): number =>
  Math.min(tellingWords(sentence).length, 4) * 2 + (sentence.endsWith('?') ? 3 : 0)

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const at = text.lastIndexOf(' ', most - 1)
  return `${text.slice(0, at > 40 ? at : most - 1).replace(/[,;:\s]+$/, '')}…`
}

/** Further questions as minutes print them: "Cllr Gideon referred to …", "In response to a question from Mrs Bolton …". */
const NAMED = String.raw`((?:Cllr|Councillor|Mrs|Mr|Ms|Miss|Dr|Sir|Dame|[Tt]he (?:Vice-)?Chair\w*)\b(?:\s+[A-Z][\w’'-]*){0,3})`
const FURTHER: readonly RegExp[] = [
  new RegExp(
    `^${NAMED}\\s+(?:then |also |further )?(?:asked|referred|queried|raised|enquired|questioned|wanted|sought)\\b`,
  ),
  new RegExp(
    `^(?:In (?:response|reply) to|Replying to|Answering) (?:a |an )?(?:further |supplementary )?(?:question from )?${NAMED}`,
  ),
  new RegExp(`^Asked by ${NAMED}`),
]

/** Who put a further question in this paragraph, as printed; null when it records none. */
export function supplementaryBy(text: string): string | null {
  for (const form of FURTHER) {
    const name = form.exec(text)?.[1]
    if (name !== undefined) return name
  }
  return null
}
