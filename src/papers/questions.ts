/** Recognises questions put to the commissioner in minutes: who asked, the points, and which paragraphs answer. */
import { bareName, looksLikeName, memberOf } from './names.ts'
import type { Block, Item, ListItem, Member, Question } from './reading.ts'
import { resolvedIn } from './resolutions.ts'

const START =
  /^(?:(Q(?:uestion)?\s*\d{1,3}[a-z]?)|(Question)(?=\s+(?:from|by|asked)\b))\s*(?:\(([^)]{3,80})\)|[-–—.:)]?\s*(?:from|by|asked by)\s+([^:?]{3,80}?)(?=\s*[:–—]|$))?\s*[:.)–—-]?\s*(.*)$/is
const BY = /\s*[([]((?:(?:asked|question|from|put) (?:by |from )?)?[^()[\]]{3,60})[)\]]\.?\s*$/
const ASKED = /^(?:asked by|from|questioner|question from)\s*:?\s*(.+)$/i

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

type Open = { question: Question; answered: boolean }

const name = (words: string, membership: readonly Member[]): string => {
  const bare = words.replace(/^(?:asked|question|from|put)\s+(?:by\s+|from\s+)?/i, '').trim()
  return memberOf(bare, null, membership).name ?? bareName(withoutPlace(bare))
}

/** The name before ", of Northtown" and "(member of the public)". */
const withoutPlace = (words: string): string => words.replace(/\s*[,(].*$/s, '')

/** Whether words in brackets or after "from" can be those of a questioner. */
const isQuestioner = (words: string): boolean => {
  const bare = words.replace(/^(?:asked|question|from|put)\s+(?:by\s+|from\s+)?/i, '')
  return (
    looksLikeName(withoutPlace(bare)) ||
    /^(?:the )?(?:vice-?)?chair/i.test(bare) ||
    /^(?:a )?member of the public/i.test(bare)
  )
}

function start(
  block: Extract<Block, { text: string }>,
  item: Item,
  index: number,
  membership: readonly Member[],
): Question | undefined {
  const printed =
    block.number !== null && /^Q\d/.test(block.number) ? `${block.number}: ${block.text}` : block.text
  const match = START.exec(printed)
  if (match === null) return undefined
  const [, numbered, , bracketed, from, rest = ''] = match
  const compact =
    numbered
      ?.replace(/^question\s*/i, 'Q')
      .replace(/\s+/g, '')
      .replace(/^q/, 'Q') ?? null
  const asker = [bracketed, from].find((words) => words !== undefined && isQuestioner(words))
  if (compact === null && asker === undefined) return undefined
  const question: Question = {
    number: compact ?? (/^\d{1,3}$/.test(block.number ?? '') ? block.number : null),
    questioner: asker === undefined ? null : name(asker, membership),
    text: rest.trim(),
    bullets: [],
    item: item.number,
    answerParagraphs: [],
    blocks: [index, index + 1],
  }
  takeQuestioner(question, membership)
  takeAsker(question, membership)
  return question
}

const ASKED_FIRST = /^([^:?"“]{3,80}?)\s+asked(?:\s+the\s+[\w ]{3,40})?\s*:\s*(?=\S)/i

/** Takes "Mr D Harker asked:" off the beginning of the question's words. */
function takeAsker(question: Question, membership: readonly Member[]): void {
  const match = ASKED_FIRST.exec(question.text)
  if (match?.[1] === undefined || question.questioner !== null || !isQuestioner(match[1])) return
  question.questioner = name(match[1], membership)
  question.text = question.text.slice(match[0].length).replace(/^["“](.*)["”]$/s, '$1')
}

/** Takes the questioner off the end of the question's words. */
function takeQuestioner(question: Question, membership: readonly Member[]): void {
  const match = BY.exec(question.text)
  if (match?.[1] === undefined || !isQuestioner(match[1])) return
  question.questioner ??= name(match[1], membership)
  question.text = question.text.slice(0, match.index).trim()
}

function goOn(open: Open, block: Block, index: number, membership: readonly Member[]): void {
  const { question } = open
  question.blocks = [question.blocks[0], index + 1]
  if (block.type === 'list') {
    if (!open.answered) question.bullets = question.bullets.concat(flat(block.items))
    return
  }
  if (block.type === 'table') return
  if (block.type === 'paragraph' && block.number !== null) {
    open.answered = true
    question.answerParagraphs.push(Number.parseInt(block.number.split('.').at(-1) ?? block.number, 10))
    return
  }
  const alone = /^[([](.{3,80})[)\]]\.?$/.exec(block.text)?.[1] ?? ASKED.exec(block.text)?.[1]
  if (!open.answered && question.questioner === null && alone !== undefined && isQuestioner(alone)) {
    question.questioner = name(alone, membership)
    return
  }
  const answer =
    /^(?:answer|response|reply|a\d*)\s*[:–-]|^(?:answer|response|reply)(?: (?:by|from|of) .{3,60})?$/i.test(
      block.text,
    ) ||
    /^(?:the )?(?:commissioner|pcc|chief constable)\b.{0,60}\b(?:replied|responded|explained|answered|said|confirmed|advised)\b/i.test(
      block.text,
    )
  if (answer) open.answered = true
  if (open.answered) return
  question.text = question.text === '' ? block.text : `${question.text} ${block.text}`
  takeQuestioner(question, membership)
}

/** The questions minuted under the items, in order; ranges index `blocks`. */
export function readQuestions(
  blocks: readonly Block[],
  items: readonly Item[],
  membership: readonly Member[],
): Question[] {
  const questions: Question[] = []
  for (const item of items) {
    let open: Open | undefined
    for (let index = item.blocks[0] + 1; index < item.blocks[1]; index += 1) {
      const block = blocks[index]
      if (block === undefined) break
      const begun =
        block.type === 'list' || block.type === 'table' ? undefined : start(block, item, index, membership)
      if (begun !== undefined) {
        open = { question: begun, answered: false }
        questions.push(begun)
      } else if (block.type !== 'list' && block.type !== 'table' && resolvedIn(block.text) !== undefined)
        open = undefined
      else if (open !== undefined) goOn(open, block, index, membership)
    }
  }
  return questions
}

/** Questions in a table with columns for the question and for who asked it. */
export function tabledQuestions(blocks: readonly Block[], membership: readonly Member[]): Question[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'table') return []
    const at = (form: RegExp): number => block.columns.findIndex((cell) => form.test(cell))
    const asked = at(/^questions?\b/i)
    const by = at(/^(?:from|asked by|questioner|name|put by|questioner[’']s name)\b/i)
    if (asked < 0 || by < 0) return []
    return block.rows.flatMap((row): Question[] => {
      const text = row[asked] ?? ''
      const asker = row[by] ?? ''
      if (text === '') return []
      return [
        {
          number: /^Q?\d{1,3}(?=[.)]?$)/i.exec(row[0] ?? '')?.[0] ?? null,
          questioner: isQuestioner(asker) ? name(asker, membership) : null,
          text,
          bullets: [],
          item: null,
          answerParagraphs: [],
          blocks: [index, index + 1],
        },
      ]
    })
  })
}
