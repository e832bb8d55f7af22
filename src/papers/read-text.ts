/** Reads text and Markdown into the tree of blocks. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { blocksOf } from './blocks.ts'
import { decode } from './decode.ts'
import type { PaperFile } from './read-paper.ts'
import { linesOf } from './text-lines.ts'
import type { Tree } from './tree.ts'

/** Takes a text or Markdown file; returns its tree, or the refusal of `decode`. */
export function readText(file: PaperFile): Tree | Refusal {
  const decoded = decode(file)
  if (isRefusal(decoded)) return decoded
  const { text } = decoded
  const { lines, warnings } = linesOf(text)
  if (decoded.guessed) {
    const message = 'The file is not in UTF-8. It was read as Windows-1252, so some accents may be wrong.'
    warnings.unshift({ code: 'encoding-guessed', message, start: 0, end: 0 })
  }
  const { blocks, warnings: found } = blocksOf(lines)
  return { text, blocks, warnings: [...warnings, ...found] }
}
