/** Reads a file of an office: tells its form by content and name, makes the tree, and recognises what paper it is. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { isPdf, readPdf } from './pdf.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import { recognise } from './recognise.ts'

/** A file as it came: its name without folders, and its bytes. */
export type PaperFile = { name: string; bytes: Uint8Array }

/**
 * Reads a paper: a PDF by its first bytes or its name, anything else as text or Markdown. Returns what was found, or a
 * refusal with 'empty-file', 'file-too-large', 'not-text' or a code of the PDF reader. Never throws over what a file
 * contains.
 */
export async function readPaper(file: PaperFile): Promise<Reading | Refusal> {
  const pdf = file.bytes.length > 0 && (isPdf(file.bytes) || /\.pdf$/i.test(file.name))
  const tree = pdf ? await readPdf(file.bytes, file.name) : readText(file)
  if (isRefusal(tree)) return tree
  const reading = recognise({ text: tree.text, blocks: tree.blocks, warnings: tree.warnings }, file.name)
  const renamed = !pdf || /\.pdf$/i.test(file.name) ? [] : [wrongName(file.name)]
  return { ...reading, warnings: [...renamed, ...reading.warnings] }
}

const wrongName = (name: string): Reading['warnings'][number] => ({
  code: 'wrong-extension',
  message: `${name} is a PDF whatever its name says, and was read as one.`,
  start: 0,
  end: 0,
})
