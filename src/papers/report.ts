/** Recognises reports: the From/To/Subject/Date heads of papers to a panel, and the title page of a report to a board. */
import type { Block, Paper, Reading } from './reading.ts'

type Document = Pick<Reading, 'text' | 'blocks'>

/** Every paper in the document that begins with From, To, Subject and Date, in order; each ends where the next begins. Ranges index `document.blocks`. */
export function readReports(_document: Document): Paper[] {
  return []
}

/** What the title page of a report to a board says; null when there is none. */
export function readTitlePage(
  _blocks: readonly Block[],
): {
  title: string | null
  from: string | null
  body: string
  date: string | null
  item: string | null
} | null {
  return null
}
