/** Questions of the published record about questions put to the policing body: exactly what the register and a question's page show. */
import { slug } from '../../../lib/index.ts'
import {
  entryAt,
  type LinkedEntry,
  linkedFrom,
  type PublicRecord,
  type PublishedEntry,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import {
  type Choice,
  type Choices,
  choicesOf,
  type Narrowing,
  narrowed,
  partOf,
  wholeOf,
} from '../register.ts'
import { type PublishedQuestion, questionKind } from './published.ts'
import { QUESTION_STATES, QUESTION_WORDS, questionPath } from './question.ts'

export type QuestionRow = PublishedEntry<PublishedQuestion>

export type QuestionRegister = {
  rows: readonly QuestionRow[]
  found: number
  whole: readonly QuestionRow[]
  choices: Choices
  by: Narrowing<QuestionRow>
  next: string | null
  first: string | null
  counts: { all: number; answered: number; unanswered: number }
  options: { questioners: Choice[]; bodies: Choice[]; states: Choice[] }
}

/** The register as its reader narrowed it. */
export async function questionRegister(ask: PublicRecord, request: PageRequest): Promise<QuestionRegister> {
  const whole = await wholeOf(ask, questionKind)
  const found = narrowed(whole, request.query, QUESTION_NARROWING)
  const part = partOf(found, request.path, request.query)
  const answered = whole.filter((row) => row.state === 'answered').length
  return {
    rows: part.rows,
    found: found.length,
    whole,
    choices: request.query,
    by: QUESTION_NARROWING,
    next: part.next,
    first: part.first,
    counts: { all: whole.length, answered, unanswered: whole.length - answered },
    options: {
      questioners: choicesOf(whole.map((row) => questionerOf(row.content))),
      bodies: choicesOf(whole.map(({ content }) => ({ value: content.body.path, text: content.body.name }))),
      states: QUESTION_STATES.map((value) => ({ value, text: QUESTION_WORDS[value].toLowerCase() })),
    },
  }
}

export const QUESTION_NARROWING: Narrowing<QuestionRow> = {
  state: (row, choice) => row.state === choice,
  by: (row, choice) => questionerOf(row.content).value === choice,
  body: (row, choice) => row.body === choice,
}

/** Who asked, as the filter knows them. */
export function questionerOf(question: Pick<PublishedQuestion, 'questioner'>): Choice {
  const name = question.questioner?.person?.name ?? question.questioner?.asPrinted
  return name === undefined ? { value: 'not-said', text: 'Not said' } : { value: slug(name), text: name }
}

export type QuestionAnswer = { question: QuestionRow; priorities: readonly LinkedEntry[] }

/** One question, with the priorities on whose threads it hangs; undefined when there is none at this address. */
export async function questionAt(
  ask: PublicRecord,
  request: PageRequest,
): Promise<QuestionAnswer | undefined> {
  const question = await entryAt(ask, questionKind, questionPath(request.params['question'] ?? ''))
  if (question === undefined) return undefined
  const serves = await linkedFrom(ask, question.id, { link: 'serves', limit: 100 })
  return { question, priorities: serves.rows }
}
