/** Reads a file of an office: tells its form by content and name, makes the tree, and recognises what paper it is. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { formOf, wrongName } from './forms.ts'
import type { Reading } from './reading.ts'
import { recognise } from './recognise.ts'

/** A file as it came: its name without folders, and its bytes. */
export type PaperFile = { name: string; bytes: Uint8Array }

/**
 * Reads a paper in the form that its content has, whatever its name says. Returns what was found, or a refusal with
 * 'empty-file', 'file-too-large', 'not-text', 'old-office-form', 'not-a-paper' or a code of the reader of its form
 * (docs/refusals.md). Never throws over what a file contains. `progress` is called while a long one is being read.
 */
export async function readPaper(file: PaperFile, progress?: () => void): Promise<Reading | Refusal> {
  const told = await formOf(file, progress)
  if (isRefusal(told)) return told
  const { form, opened } = told
  const tree = await form.read(opened)
  if (isRefusal(tree)) return tree
  const reading = 'kind' in tree ? tree : recognise(tree, file.name)
  const message = wrongName(file.name, form)
  if (message === undefined) return reading
  return {
    ...reading,
    warnings: [{ code: 'wrong-extension', message, start: 0, end: 0 }, ...reading.warnings],
  }
}
