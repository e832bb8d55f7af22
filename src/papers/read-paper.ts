/** Reads a file of an office: tells its form by content and name, makes the tree, and recognises what paper it is. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import { recognise } from './recognise.ts'

/** A file as it came: its name without folders, and its bytes. */
export type PaperFile = { name: string; bytes: Uint8Array }

/**
 * Reads a paper. Returns what was found, or a refusal with one of the codes 'empty-file', 'binary-file',
 * 'file-too-large', 'not-text', or a code of the PDF reader. Never throws over what a file contains.
 */
export async function readPaper(file: PaperFile): Promise<Reading | Refusal> {
  const tree = readText(file)
  if (isRefusal(tree)) return tree
  return recognise(tree, file.name)
}
