/** Finds what a plan calls itself and the term it is for (a plan runs until the 31 March after the next election: section 5 of the Act of 2011). */
import { dateOf, type LocalDate } from '../../lib/index.ts'
import { datesIn, monthOf } from '../dates.ts'
import type { Block } from '../reading.ts'

type Term = { from: LocalDate | null; to: LocalDate | null }

const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
const MONTHS = new RegExp(
  String.raw`\b${MONTH},?\s+(\d{4})\s*(?:to|until|and|–|—|-|through to)\s*(?:the end of\s+)?${MONTH},?\s+(\d{4})\b`,
  'i',
)
const TAX_YEARS = /\b(20\d\d)\/(\d\d)\s*(?:to|until|–|—|-)\s*(20\d\d)\/(\d\d)\b/
const YEARS = /\b(20\d\d)\s*(?:to|until|–|—|-|\/)\s*(20\d\d|\d\d)\b/
const UNTIL = new RegExp(
  String.raw`\b(?:until|to|by|end(?:s|ing)? (?:in|on)?)\s+(?:the end of\s+)?${MONTH}\s+(\d{4})\b`,
  'i',
)

const ABOUT_PLAN = /\bplan\b|\bterm of office\b|\bpriorit/i

/** The term in months as printed. Of years alone only those that a printed final March shows to be financial years are dated. */
export function termOf(blocks: readonly Block[]): Term {
  const texts = blocks
    .slice(0, 400)
    .flatMap((block) => (block.type === 'heading' || block.type === 'paragraph' ? [block.text] : []))
  const about = texts.filter((text) => text.length < 120 || ABOUT_PLAN.test(text))
  for (const read of [fullDates, months, taxYears]) {
    for (const text of about) {
      const term = read(text)
      if (term !== undefined) return term
    }
  }
  return financialYears(about)
}

function fullDates(text: string): Term | undefined {
  const found = datesIn(text).filter((date) => date.day !== null)
  for (const [index, date] of found.entries()) {
    const next = found[index + 1]
    const between = next === undefined ? '' : text.slice(date.end, next.start)
    if (
      next?.day !== null &&
      next !== undefined &&
      /^\s*(?:to|until|and|–|—|-)\s*$/.test(between) &&
      isTerm(date.day, next.day)
    ) {
      return { from: date.day, to: next.day }
    }
  }
  return undefined
}

function months(text: string): Term | undefined {
  const [, first = '', firstYear, last = '', lastYear] = MONTHS.exec(text) ?? []
  if (firstYear === undefined || lastYear === undefined) return undefined
  const from = dateOf(Number(firstYear), monthOf(first) ?? 0, 1)
  const to = endOfMonth(Number(lastYear), monthOf(last) ?? 0)
  return from !== undefined && to !== undefined && isTerm(from, to) ? { from, to } : undefined
}

function taxYears(text: string): Term | undefined {
  const [, first, , last] = TAX_YEARS.exec(text) ?? []
  if (first === undefined || last === undefined) return undefined
  const from = dateOf(Number(first), 4, 1)
  const to = dateOf(Number(last) + 1, 3, 31)
  return from !== undefined && to !== undefined && isTerm(from, to) ? { from, to } : undefined
}

function financialYears(texts: readonly string[]): Term {
  const none: Term = { from: null, to: null }
  const ends = texts
    .map((text) => UNTIL.exec(text))
    .find((found) => found !== null && monthOf(found[1] ?? '') === 3)
  const end = Number(ends?.[2])
  for (const text of texts) {
    const [, first, printed] = YEARS.exec(text) ?? []
    if (first === undefined || printed === undefined) continue
    const last = Number(printed.length === 2 ? `20${printed}` : printed)
    if (last === end) return { from: dateOf(Number(first), 4, 1) ?? null, to: endOfMonth(end, 3) ?? null }
  }
  return Number.isNaN(end) ? none : { from: null, to: endOfMonth(end, 3) ?? null }
}

/** The last day of a month. */
const endOfMonth = (year: number, month: number): LocalDate | undefined =>
  [31, 30, 29, 28].map((day) => dateOf(year, month, day)).find((day) => day !== undefined)

/** A plan is for more than six months and fewer than eight years. */
const isTerm = (from: LocalDate | null, to: LocalDate | null): boolean => {
  if (from === null || to === null) return false
  const years = (Date.parse(to) - Date.parse(from)) / 31_557_600_000
  return years > 0.5 && years < 8
}

const NAMES_PLAN = /\bplan\b|\bpolice,? (?:fire )?and crime (?:plan|objectives|strategy)\b/i
const NO_NAME =
  /\b(?:update|report|progress|delivery and performance|annual|contents|appendix|consultation on|minutes|agenda|introduction)\b/i

/** What the plan calls itself; null when no line near its head is its name. */
export function titleOf(blocks: readonly Block[], text: string): string | null {
  const near = blocks.slice(0, 12).flatMap((block, index) => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return []
    return [{ words: withoutTerm(block.text), heading: block.type === 'heading', index }]
  })
  const names = near.filter(({ words, heading }) => isName(words, heading))
  const first = names[0]
  if (first === undefined) return null
  const full = names.find(({ words }) => words.includes(':') && sameStart(words, first.words)) ?? first
  return asWritten(text, full.words)
}

function isName(words: string, heading: boolean): boolean {
  if (words.length > 110 || !NAMES_PLAN.test(words) || NO_NAME.test(words) || /[.?!]$/.test(words))
    return false
  return heading || words.includes(':') || words.split(/\s+/).length < 10
}

const sameStart = (one: string, other: string): boolean =>
  one.split(/\s+/).slice(0, 2).join(' ').toLowerCase() ===
  other.split(/\s+/).slice(0, 2).join(' ').toLowerCase()

/** "… Plan – April 2022 to March 2025" without its term. */
const withoutTerm = (words: string): string =>
  words
    .replace(
      new RegExp(
        String.raw`[\s,–—:(-]{0,9}(?:${MONTH}\s+)?20\d\d(?:\/\d\d)?\s*(?:to|–|—|-|\/)\s*(?:${MONTH}\s+)?(?:20)?\d\d(?:\/\d\d)?\)?\s*$`,
        'i',
      ),
      '',
    )
    .trim()

/** Of the same name in other capitals, or with "The" before it, the form that the text uses most. */
function asWritten(text: string, name: string): string {
  const bare = name.replace(/^the\s+/i, '')
  const forms = new Map<string, number>()
  const wanted = new RegExp(
    bare.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`),
    'gi',
  )
  for (const [form] of text.matchAll(wanted)) forms.set(form, (forms.get(form) ?? 0) + 1)
  const quoted = new RegExp(
    String.raw`[‘'“"]${bare.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`,
    'i',
  ).test(text)
  const best = [...forms].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? bare
  const capitals = best === best.toUpperCase() && name === name.toUpperCase()
  return capitals || quoted || !/^the\s/i.test(name) ? best : `${name.slice(0, 3)} ${best}`
}
