/** Finds where a conversion damaged a plan or a report, and says so with its place instead of guessing what was lost. */
import type { Block, Reading, Warning } from './reading.ts'

type Document = Pick<Reading, 'text' | 'blocks'>

/** Warnings for lists lost after a colon, percentages that lost digits, headings cut short, sentences without beginning, parts without words, and numbering with gaps. */
export function findDamage(document: Document): Warning[] {
  const { blocks, text } = document
  return [
    ...blocks.flatMap((block, index) => [
      ...lostList(blocks, block, index),
      ...cutHeading(block),
      ...lostBeginning(blocks, block, index),
      ...markup(block, text),
    ]),
    ...implausible(blocks),
    ...emptyParts(blocks),
    ...gaps(blocks),
  ].toSorted((one, other) => one.start - other.start)
}

const warning = (code: string, message: string, block: Block): Warning => ({
  code,
  message,
  start: block.start,
  end: block.end,
  page: block.page,
})

/** Words that promise a list. */
const PROMISE =
  /\b(?:were|are|is|as follows|following|follows|includ(?:e|es|ed|ing)|namely|below|these|particular|such as|by|that|to|will|ways?|areas?)\s*:$/i

function lostList(blocks: readonly Block[], block: Block, index: number): Warning[] {
  if (block.type !== 'paragraph' || !PROMISE.test(block.text)) return []
  const next = blocks[index + 1]
  const lost =
    next === undefined ||
    next.type === 'heading' ||
    (next.type === 'paragraph' && (isQuestion(next.text) || isNextNumber(block, next)))
  if (!lost) return []
  const end = block.text.length > 90 ? `…${block.text.slice(-80)}` : block.text
  return [
    warning(
      'list-empty-after-colon',
      `A list is announced (“${end}”) but none follows: it may have been lost.`,
      block,
    ),
  ]
}

const isQuestion = (text: string): boolean => /^Q(?:uestion)?\s?\d{1,3}\b/i.test(text)

const isNextNumber = (block: Block & { type: 'paragraph' }, next: Block & { type: 'paragraph' }): boolean =>
  block.number !== null && next.number !== null && Number(next.number) === Number(block.number) + 1

function cutHeading(block: Block): Warning[] {
  if (block.type !== 'heading') return []
  const letters = block.text.replace(/[^\p{L}]/gu, '')
  const few =
    block.number !== null &&
    (letters.length === 1 || (letters.length === 2 && letters !== letters.toUpperCase()))
  const midway =
    block.text.length > 12 && /\s(?:of|and|the|to|for|with|in|a|an|by|from|at)$/i.test(block.text)
  if (!few && !midway) return []
  const printed = `${block.number === null ? '' : `${block.number}. `}${block.text}`
  return [warning('heading-cut', `The heading “${printed}” is cut short.`, block)]
}

/** A paragraph that begins in the midst of a sentence, though what stands before it is no beginning of one. */
function lostBeginning(blocks: readonly Block[], block: Block, index: number): Warning[] {
  const before = blocks[index - 1]
  if (block.type !== 'paragraph' || block.number !== null || before === undefined) return []
  if (!/^[a-z][a-z’']*[ ,]\S/.test(block.text) || block.text.length < 25) return []
  if (
    /^(?:i\.e|e\.g|www|http|per|page|tel|email|by|and|or|of|at|on)\b/i.test(block.text) &&
    block.text.length < 60
  )
    return []
  const ended =
    before.type === 'heading' || before.type === 'table' || /[.!?:;]["”’)]*$/.test(lastWords(before))
  if (!ended) return []
  return [
    warning('beginning-missing', `The sentence “${block.text.slice(0, 60)}…” lacks its beginning.`, block),
  ]
}

const lastWords = (block: Block): string => {
  if (block.type === 'list') return block.items.at(-1)?.text ?? ''
  return block.type === 'table' ? '' : block.text
}

function markup(block: Block, text: string): Warning[] {
  if (block.type !== 'table') return []
  if (!/<\/?(?:p|ul|ol|li|br|td|span|div)\b[^<>]*>/i.test(text.slice(block.start, block.end))) return []
  return [
    warning(
      'markup-in-cells',
      'Cells of this table held HTML marks; they were taken off and the words kept.',
      block,
    ),
  ]
}

/** Answers that begin with one digit and a percent sign, after a question: where there are several, digits before them were lost. */
function implausible(blocks: readonly Block[]): Warning[] {
  const answers = blocks.flatMap((block, index) => {
    if (block.type !== 'paragraph' || block.text.length > 140) return []
    const before = blocks[index - 1]
    const asked =
      before?.type === 'paragraph' && (/\?\W*(?:\([^)]*\))?$/.test(before.text) || isQuestion(before.text))
    return asked && /^\d{1,2}(?:\.\d+)?\s?%/.test(block.text) ? [block] : []
  })
  const cut = answers.filter((block) => /^\d\s?%/.test(block.text))
  if (cut.length < 2 || cut.length < answers.length * 0.6) return []
  return cut.map((block) =>
    warning(
      'implausible-percentage',
      `“${block.text.slice(0, 50)}” may have lost digits before “${/^\d\s?%/.exec(block.text)?.[0] ?? ''}”: the answers around it begin in the same way.`,
      block,
    ),
  )
}

/** Parts that the contents name and that have a heading, but no words before the next part. */
function emptyParts(blocks: readonly Block[]): Warning[] {
  const at = blocks.findIndex(
    (block) => block.type === 'heading' && /^(?:table of )?contents$/i.test(block.text),
  )
  const contents = blocks[at + 1]
  if (at < 0 || contents?.type !== 'list') return []
  const named = new Set(contents.items.map((item) => plainly(item.text)))
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const empty =
      block.type === 'heading' &&
      named.has(plainly(block.text)) &&
      (next === undefined || (next.type === 'heading' && named.has(plainly(next.text))))
    return empty
      ? [warning('part-empty', `The part “${block.text}” has no words: they may have been lost.`, block)]
      : []
  })
}

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.…]*\d*\s*$/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** Running numbers that skip, among paragraphs that otherwise count up by one. */
function gaps(blocks: readonly Block[]): Warning[] {
  const numbered = blocks.flatMap((block) =>
    block.type === 'paragraph' && block.number !== null && /^\d{1,3}$/.test(block.number)
      ? [{ block, number: Number(block.number) }]
      : [],
  )
  const steps = numbered.filter(
    ({ number }, index) => number === (numbered[index - 1]?.number ?? 0) + 1,
  ).length
  if (numbered.length < 4 || steps < numbered.length * 0.7) return []
  return numbered.flatMap(({ block, number }, index) => {
    const before = numbered[index - 1]?.number ?? 0
    const missing = number - before - 1
    if (missing < 1 || missing > 5) return []
    const which =
      missing === 1 ? `Paragraph ${before + 1} is` : `Paragraphs ${before + 1} to ${number - 1} are`
    return [warning('numbering-gap', `${which} missing before paragraph ${number}.`, block)]
  })
}
