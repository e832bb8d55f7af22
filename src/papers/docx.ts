/** Reads a Word document (.docx) into the same tree of blocks as a text paper, with the numbers that Word computes. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { hearStory } from './docx/body.ts'
import { counting } from './docx/counting.ts'
import { readLists } from './docx/lists.ts'
import { readNotes } from './docx/notes.ts'
import { type Parts, partsOf } from './docx/parts.ts'
import { aStory, type Means } from './docx/story.ts'
import { readStyles } from './docx/styles.ts'
import type { OpenFile } from './forms.ts'
import { assemble } from './office/assemble.ts'
import type { Piece } from './office/pieces.ts'
import { faulty, noText } from './office/refusals.ts'
import type { Tree } from './tree.ts'

/**
 * Reads an open Word document. Refuses with a code of the archive reader or 'document-with-macros', 'document-damaged',
 * 'document-declares-entities', 'document-too-deep', 'document-no-text' or 'file-too-large'.
 */
export function readDocx({ archive, name, progress }: OpenFile): Tree | Refusal {
  if (archive === undefined) throw new Error('A Word document is read from its open archive.')
  const parts = partsOf(archive, name)
  if (isRefusal(parts)) return parts
  const means = meansOf(parts, name)
  if (isRefusal(means)) return means
  const story = aStory(means)
  const fault = hearStory(parts.body, story, progress)
  if (fault !== undefined) return faulty(fault, name, 'of the text')
  const pieces = story.sinks[0] ?? []
  if (pieces.length === 0) return noText(name)
  if (!story.paged) withoutPages(pieces)
  return assemble(pieces, story.endnotes, story.told)
}

/** Without the notes that Word leaves when it lays a document out, no page is known. */
function withoutPages(pieces: readonly Piece[]): void {
  for (const piece of pieces) piece.page = null
}

/** Reads what the body is read with: styles, lists and notes. */
function meansOf(parts: Parts, name: string): Means | Refusal {
  const styles = readStyles(parts.styles)
  if (typeof styles === 'string') return faulty(styles, name, 'of styles')
  const lists = readLists(parts.lists, styles.listOf)
  if (typeof lists === 'string') return faulty(lists, name, 'of lists')
  const none = new Map<string, string>()
  const means: Means = {
    styles,
    lists,
    counting: () => counting(lists),
    notes: { footnote: none, endnote: none },
  }
  const footnote = readNotes(parts.footnotes, means)
  if (typeof footnote === 'string') return faulty(footnote, name, 'of footnotes')
  const endnote = readNotes(parts.endnotes, means)
  if (typeof endnote === 'string') return faulty(endnote, name, 'of endnotes')
  return { ...means, notes: { footnote, endnote } }
}
