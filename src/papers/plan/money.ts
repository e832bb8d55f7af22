/** Takes the sums of a plan as printed: where the money comes from, and what it is allocated to. */
import type { Block, PlanReading, Warning } from '../reading.ts'
import { tidy } from './entries.ts'
import type { Section } from './outline.ts'

type Money = Pick<PlanReading, 'funding' | 'allocations' | 'allocationsTotal'> & { warnings: Warning[] }
type Line = { name: string; amount: string; share: string | null; at: number }

const AMOUNT = /£\s?\d[\d,]*(?:\.\d+)?\s?(?:million|billion|thousand|bn|m|k)?(?![\w])/i
const SHARE = /\(?\b\d{1,3}(?:\.\d+)?\s?(?:%|per cent)(?!\w)\)?/i
const TOTAL = /^(?:grand |overall |sub-?)?total\b/i
const OF_ALLOCATION = /alloc|commission|grant|spend|spent|expenditure|service|award/i
const OF_FUNDING = /source|income|comes? from|funding|funded|precept|receive/i

/** All lines with a sum, from tables and short lists, told apart by their part of the plan and their headings. */
export function moneyOf(blocks: readonly Block[], sections: readonly Section[]): Money {
  const money: Money = { funding: [], allocations: [], allocationsTotal: null, warnings: [] }
  blocks.forEach((block, index) => {
    const over = blocks[index - 1]
    const said = over?.type === 'paragraph' || over?.type === 'heading' ? over.text : ''
    const lines = linesOf(block, index, /£|\bpounds\b/i.test(said))
    if (lines.length < 2) return
    const section = sections.findLast((each) => !each.led && each.from <= index && index < each.to)
    const before = blocks[index - 1]
    const words = [
      block.type === 'table' ? `${block.title ?? ''} ${block.columns.join(' ')}` : '',
      before?.type === 'paragraph' ? before.text : '',
      section?.title ?? '',
    ]
    const use = useOf(words, section?.role)
    if (use === undefined) return
    if (use === 'funding') addFunding(money, lines)
    else addAllocations(money, lines, block)
  })
  return money
}

function useOf(
  words: readonly string[],
  role: Section['role'] | undefined,
): 'funding' | 'allocations' | undefined {
  for (const each of words) {
    const allocated = OF_ALLOCATION.test(each)
    if (allocated !== OF_FUNDING.test(each)) return allocated ? 'allocations' : 'funding'
  }
  return role === 'funding' || role === 'allocations' ? role : undefined
}

/** `inPounds` when the words over a table say that its figures are pounds. */
function linesOf(block: Block, at: number, inPounds: boolean): Line[] {
  if (block.type === 'list') {
    const lines = block.items.flatMap((item) => lineIn(item.text, at) ?? [])
    return lines.length >= block.items.length * 0.6 ? lines : []
  }
  if (block.type !== 'table') return []
  return block.rows.flatMap((row): Line[] => {
    const column = row.findIndex(
      (cell, index) => index > 0 && /^\W*£?\s?\d[\d,.]*\s?(?:m|k|bn|million)?\W*$/i.test(cell),
    )
    const name = row[0] ?? ''
    const amount = row[column]
    if (column < 1 || amount === undefined || !/[a-z]/i.test(name)) return []
    const pounds =
      inPounds ||
      amount.includes('£') ||
      /£/.test(block.title ?? '') ||
      /£/.test(block.columns[column] ?? '') ||
      /£/.test(block.columns.join(' '))
    if (!pounds) return []
    const share = row.find((cell, index) => index !== column && /^\d{1,3}(?:\.\d+)?\s?%$/.test(cell)) ?? null
    return [{ name, amount, share, at }]
  })
}

/** "£223m (58%) from council tax", "Council tax: £131m", "Victim services – £472,090": short, and no sentence around it. */
function lineIn(text: string, at: number): Line | undefined {
  const amount = AMOUNT.exec(text)?.[0].trim()
  if (amount === undefined) return undefined
  const share = SHARE.exec(text)?.[0].replace(/[()]/g, '') ?? null
  const leads = text.startsWith('£')
  const name = text
    .replace(amount, ' ')
    .replace(SHARE, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = tidy(name.replace(/^[\s:–—-]+/, ''))
  const ends = /£[\d,.\s]*(?:m|k|bn|million|billion|thousand)?\W*(?:\(?[\d.]+\s?%\)?)?\W*$/i.test(text)
  if (bare === '' || bare.split(/\s+/).length > 14 || !(leads || ends)) return undefined
  return { name: bare.replace(/^(?:is |comes )?(?:from|for|to) (?:the )?/i, ''), amount, share, at }
}

function addFunding(money: Money, lines: readonly Line[]): void {
  for (const { name, amount, share } of lines) {
    if (!TOTAL.test(name)) money.funding.push({ source: name, amount, share })
  }
}

function addAllocations(money: Money, lines: readonly Line[], block: Block): void {
  const total = lines.find((line) => TOTAL.test(line.name))
  const parts = lines.filter((line) => !TOTAL.test(line.name))
  for (const { name, amount } of parts) money.allocations.push({ name, amount })
  money.allocationsTotal ??= total?.amount ?? null
  const sum = parts.reduce((all, line) => all + poundsIn(line.amount), 0)
  if (total === undefined || Number.isNaN(sum) || sum === poundsIn(total.amount)) return
  if (!parts.every((line) => /^£[\d,]+$/.test(line.amount))) return
  const message = `The allocations add up to £${sum.toLocaleString('en-GB')}, but the total is printed as ${total.amount}.`
  money.warnings.push({
    code: 'total-differs',
    message,
    start: block.start,
    end: block.end,
    page: block.page,
  })
}

const poundsIn = (amount: string): number => Number(amount.replace(/[£,\s]/g, ''))
