/** The two-point guard: two values and a word of change or of cause, with no series to bear it, is a note and no error. */
import type { Note } from './relation.ts'
import type { Sentence } from './sentence.ts'

/** The notes on what sentences conclude from two values. */
export function twoPointNotes(_sentences: readonly Sentence[]): Note[] {
  return []
}
