/** Builders of readings, for tests of those who take readings in. */
import { isRefusal } from '../lib/index.ts'
import { emptyReading } from './empty-reading.ts'
import { readPaper } from './read-paper.ts'
import type { Action, Block, Item, Question, Reading, Resolution } from './reading.ts'

/** A reading of which only what a test cares about is filled. */
export const aReading = (parts: Partial<Reading> = {}): Reading => ({
  ...emptyReading({ text: '', blocks: [], warnings: [] }, 'paper.md'),
  kind: 'minutes',
  ...parts,
})

export const anItem = (parts: Partial<Item> = {}): Item => ({
  number: null,
  title: 'An item',
  section: null,
  pages: null,
  paragraphs: 0,
  agendaRef: null,
  toFollow: false,
  exempt: null,
  refersToMeetingOn: null,
  resolutions: [],
  declarations: [],
  blocks: [0, 0],
  ...parts,
})

export const aResolution = (parts: Partial<Resolution> = {}): Resolution => ({
  text: 'that it be noted',
  parts: [],
  start: 0,
  end: 0,
  ...parts,
})

/** A request of a panel, unless told otherwise; its quote is what was asked. */
export const aReadAction = (parts: Partial<Action> = {}): Action => ({
  ref: '1.R',
  owner: 'Commissioner',
  what: 'a report on fraud',
  firm: true,
  due: null,
  kind: 'panel-request',
  quote: parts.what ?? 'a report on fraud',
  start: 0,
  end: 0,
  ...parts,
})

export const aReadQuestion = (parts: Partial<Question> = {}): Question => ({
  number: 'Q1',
  questioner: null,
  text: 'What is being done about fraud?',
  bullets: [],
  item: null,
  answerParagraphs: [],
  blocks: [0, 0],
  ...parts,
})

/** A numbered paragraph, placed nowhere. */
export const aParagraph = (number: string | null, text: string): Block => ({
  type: 'paragraph',
  number,
  text,
  quote: false,
  page: null,
  start: 0,
  end: 0,
})

/** Reads words as a text file of an office would be read; a refusal fails the test. */
export async function readWords(words: string, name = 'paper.txt'): Promise<Reading> {
  const reading = await readPaper({ name, bytes: new TextEncoder().encode(words) })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading
}
