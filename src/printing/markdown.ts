/** A document as Markdown that our own reading takes in again unchanged: numbered paragraphs, pipe tables, real headings. */
import { type Block, gapWords, type PrintedDocument, type Run } from './printed.ts'

/** The whole document, ending in one line end. */
export function asMarkdown(document: PrintedDocument): string {
  const head = document.head.map(({ label, words }) => `**${escaped(label)}:** ${escaped(words)}`)
  const parts = [`# ${escaped(document.title)}`, head.join('  \n'), ...document.blocks.map(blockText)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function blockText(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${escaped(block.text)}`
  if (block.kind === 'paragraph')
    return block.number === null ? inline(block.runs) : `${block.number}. ${inline(block.runs)}`
  if (block.kind === 'list') return block.items.map((item) => `- ${inline(item)}`).join('\n')
  return table(block)
}

function table({ caption, columns, rows, notes }: Extract<Block, { kind: 'table' }>): string {
  const rule = `| ${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`
  const body = [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join('\n')
  return [`**${escaped(caption)}**`, body, ...notes.map(escaped)].join('\n\n')
}

const line = (cells: readonly string[]): string => `| ${cells.map(signsOf).join(' | ')} |`

const inline = (runs: readonly Run[]): string =>
  runs
    .map(runText)
    .join('')
    .trim()
    .replace(/^(?=[-+#>]|\d+\.\s)/, '\\')

function runText(run: Run): string {
  if (run.kind === 'text') return run.strong ? `**${signsOf(run.text)}**` : signsOf(run.text)
  if (run.kind === 'link') return `[${signsOf(run.text)}](${run.href.replace(/[()\s]/g, encodeURIComponent)})`
  return `**${signsOf(gapWords(run.text))}**`
}

/** Words at the beginning of a line, where more signs would be Markdown's own. */
const escaped = (words: string): string => signsOf(words).replace(/^\s*(?=[-+#>]|\d+\.\s)/, '\\')

/** Signs that Markdown would take for its own; line ends would end a paragraph. */
const signsOf = (words: string): string => words.replace(/\s+/g, ' ').replace(/[\\`*_<|]|\](?=\()/g, '\\$&')
