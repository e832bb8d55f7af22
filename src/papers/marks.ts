/** Tells what a line of a paper is by how it begins and ends: a number, a bullet, a heading, the rest of a sentence. */
import { monthNumber } from '../lib/index.ts'
import type { Line } from './tree.ts'

/** A bullet or a letter that makes the line an item of a list. */
export type Mark = { marker: string; ordered: boolean; rest: string }

const BULLET = /^([-*–—](?=\s)|[•·▪◦●○‣➢➤§□■\uf0b7\uf0a7]|o(?=\s+[A-Z]))\s*(?=\S)(.*)$/u
const LETTERED =
  /^(\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,3})\)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,3})\)|[a-z]\.|(?:i{1,3}|iv|vi{0,3}|ix|x)\.)\s+(.+)$/

/** Reads the mark of a list item; undefined when the line has none. */
export function listMark(text: string): Mark | undefined {
  const bullet = BULLET.exec(text)
  if (bullet?.[1] !== undefined && bullet[2] !== undefined) {
    return { marker: bullet[1], ordered: false, rest: bullet[2] }
  }
  const lettered = LETTERED.exec(text)
  if (lettered?.[1] === undefined || lettered[2] === undefined) return undefined
  return { marker: lettered[1], ordered: true, rest: lettered[2] }
}

const NUMBERED = /^(\d{1,4}(?:\.\d{1,3}){0,3})(\.?)\s+(\S.*)$/

/** Reads the number of a numbered paragraph or heading ("14.", "3.2", "3.2."); a bare "14" without point is none. */
export function paragraphNumber(text: string): { number: string; rest: string } | undefined {
  const match = NUMBERED.exec(text)
  const [, number, point, rest] = match ?? []
  if (number === undefined || rest === undefined) return undefined
  if (point === '' && !number.includes('.')) return undefined
  if (
    point === '' &&
    /^\d+\.\d{1,2}$/.test(number) &&
    /^(?:%|per|percent|million|billion|am\b|pm\b|m\b|bn\b|hours|[a-z])/i.test(rest) &&
    !/^[A-Z]/.test(rest)
  ) {
    return undefined
  }
  if (point === '' && /^(?:am|pm|AM|PM|hrs|y\.?[bph]|y bore|y prynhawn)\b/.test(rest)) return undefined
  return { number, rest }
}

const HEADING_NUMBER =
  /^((?:\d{1,4}(?:[./]\d{1,4}){0,3}[a-z]?|[A-Z]\d{1,2}[a-z]?|\d{1,2}\([a-z]\)|[A-Z]{2,8}(?:\/\d{1,4}){1,3}[a-z]?|[A-Z]{2,8}\d{1,4}\/\d{1,4}))([.:)]?)\s+(?:[-–—:]\s+)?(\S.*)$/

/** "Item 3: Beach patrols", "Agenda item 3 – …", "Minute No. 401 …". */
const ITEM_NUMBER =
  /^(?:(?:agenda )?item|minute)\s+(?:(?:no\.?|number)\s*)?(\d{1,4}(?:\/\d{1,4})?[a-z]?)\s*[-–—:.]\s*(\p{Lu}.*)$/iu

/** Takes the number off a heading: "325. Membership", "39/20 APOLOGIES", "B1 Update", "9b Budget"; a date keeps its day. */
export function headingNumber(text: string): { number: string | null; rest: string } {
  const worded = ITEM_NUMBER.exec(text)
  if (worded?.[1] !== undefined && worded[2] !== undefined) return { number: worded[1], rest: worded[2] }
  const match = HEADING_NUMBER.exec(text)
  const [, number, point, rest] = match ?? []
  if (number === undefined || rest === undefined) return { number: null, rest: text }
  const firstWord = /^[A-Za-z]+/.exec(rest)?.[0] ?? ''
  if (/^\d{1,2}$/.test(number) && firstWord.length > 2 && monthNumber(firstWord) !== undefined)
    return { number: null, rest: text }
  if (/^(?:19|20)\d\d$/.test(number) && point === '') return { number: null, rest: text }
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(number) || !/\p{L}/u.test(rest)) return { number: null, rest: text }
  if (point === '' && /^[a-z]/.test(rest)) return { number: null, rest: text }
  if (/^\d{1,2}[.:]\d{2}$/.test(number) && /^(?:am|pm|hrs|hours|noon)\b/i.test(rest))
    return { number: null, rest: text }
  return { number, rest }
}

/** "Present:", "Date of issue: …": a line that begins with a label is never the rest of the line before it. */
export const hasLabel = (text: string): boolean =>
  /^[A-Z][A-Za-z’'()/&-]*(?: [A-Za-z’'()/&-]+){0,4}:(?:\s|$)/.test(text)

/** Whether the words end as a sentence, a lead-in or a list item ends. */
export const endsSentence = (text: string): boolean => /[.!?:;]["'”’)\]*]*$|[)”"]$/.test(text.trimEnd())

/** Whether the words stop where no sentence can: at an article, a conjunction, a comma. */
export const stopsMidway = (text: string): boolean =>
  /(?:,|[-–—]|\b(?:a|an|the|and|or|of|to|in|on|at|by|for|with|from|as|that|which|its|their|his|her|this|these|across|between|into|under|per|not|be|is|are|was|were|has|have|had|will|would|also))$/i.test(
    text.trimEnd(),
  )

/** Whether the words stop at an article or a preposition, after which no line of its own begins. */
export const stopsAtSmallWord = (text: string): boolean =>
  /\s(?:a|an|the|and|of|for|with|in|on|from|by)$/.test(text.trimEnd())

const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|should|shall|may|can|could|must|does|did|asked|agreed|noted|advised|confirmed|explained|welcomed|thanked|stated|reported|received|referred|declared|considered|resolved|requested|introduced|presented|said|says|undertook|promised|pledged|offered|gave|heard|discussed|mae|roedd|oedd|bydd|byddai)\b|\p{L}{3}(?:odd|wyd)\b/iu

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|[MF]awrth|Ebrill|[MF]ai|[MF]ehefin|G?orffennaf|Awst|[MF]edi|Hydref|[TD]achwedd|Rh?agfyr'
const MONTH = new RegExp(`^(?:${MONTHS})\\b`, 'i')
const DAY_AND_MONTH = new RegExp(String.raw`\s\d{1,2}(?:st|nd|rd|th)? (?:o |of )?(?:${MONTHS})$`, 'i')

/**
 * Whether a line was broken before a name or a capital: "… with the Chief" over "Constable.", "… on 4" over "December
 * 2018", "Present: Cllr A Hill, Mr B" over "Clark". It is long, a sentence or a list of people, and has no end.
 */
export function wasBroken(line: string, next: string): boolean {
  if (line.length >= 40 && /\s(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cyng)\.?$/.test(line))
    return /^(?:\p{Lu}|\/ )/u.test(next)
  if (line.length >= 40 && (/\s\/$/.test(line) || next.startsWith('/ '))) return true
  if (line.length < 40 || endsSentence(line)) return false
  if (/\b20\d\d (?:am|at)$/.test(line)) return true
  if (/^[^:]{3,40}:\s.*\b(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)\.? (?:\p{Lu} ?)*\p{Lu}$/u.test(line))
    return /^\p{Lu}\p{Ll}/u.test(next)
  if (/\bheld (?:at|in|on)\b[^.]*$/i.test(line) && !/\b20\d\d\b/.test(line) && /\b20\d\d\b/.test(next))
    return true
  // A bracket that the next line closes.
  if (line.lastIndexOf('(') > line.lastIndexOf(')') && /^[^(]{0,80}\)/.test(next)) return true
  if (/\s\d{1,2}(?:st|nd|rd|th)?$/.test(line) && MONTH.test(next)) return true
  if (DAY_AND_MONTH.test(line) && /^20\d\d\b/.test(next)) return true
  if (line.length < 55) return false
  if (/^[^:]{3,40}:\s.*(?:,|\b(?:Mr|Mrs|Ms|Cllr)\b)/.test(line))
    return /[\p{L}]$/u.test(line) && !/[:;]/.test(next)
  return VERB.test(line) && endsSentence(next) && !/^\W*(?:resolved|agreed|decision)\b/i.test(next)
}

/** Whether most words of a title begin with a capital. */
export function titleCase(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^[A-Za-z]{4,}/.test(word))
  if (words.length === 0) return /^[A-Z]/.test(text)
  return words.filter((word) => /^[A-Z]/.test(word)).length >= words.length * 0.6
}

/** Whether a line in capitals is a heading: at least three letters, none of them small, and no sentence. */
export function inCapitals(text: string): boolean {
  if (text.length > 140) return false
  const letters = text.replace(/[^\p{L}]/gu, '')
  return (
    letters.length >= 3 &&
    letters === letters.toUpperCase() &&
    /[AEIOUY]/i.test(letters) &&
    !/[.;,]$/.test(text)
  )
}

/** Whether words after a number read as a heading rather than as a numbered paragraph. */
export function readsAsTitle(text: string): boolean {
  if (text.length > 130 || text.split(/\s+/).length > 20) return false
  if (inCapitals(text)) return true
  if (/[,;?]$/.test(text)) return false
  if (/^(?:none|nil|no|not|there|the (?:panel|board|committee|chair)|that|to)\b/i.test(text)) return false
  const short = text.split(/\s+/).length <= 14
  const words = text.split(/\s+/).length
  if (text.endsWith(':')) return words <= 8 && !VERB.test(text)
  if (text.endsWith('.'))
    return (
      (short &&
        titleCase(text) &&
        !/\d%|£|\b(?:mae|roedd|oedd|bydd|byddai)\b|\p{L}{3}(?:odd|wyd)\b/iu.test(text)) ||
      (words <= 6 && !VERB.test(text) && !/\w{3,}ed\b|[%£]/.test(text))
    )
  return (short && /^["“‘'(]?[A-Z\d]/.test(text) && !(VERB.test(text) && !titleCase(text))) || titleCase(text)
}

/** Whether a plain line without mark or number could head what follows it. */
export function couldHead(line: Line): boolean {
  const { text } = line
  if (text.length > 100 || text.length < 3 || !/^["“‘'(]?(?:[A-Z]|\d{4}\b)/.test(text)) return false
  if (/[.,;!]$/.test(text) || stopsMidway(text) || line.cells !== null || !/\p{L}{3}/u.test(text))
    return false
  if (/^\W*(?:RESOLVED|AGREED)\b/i.test(text) || /^\(.*\)$/.test(text)) return false
  return (
    !(text.endsWith(':') && VERB.test(text)) &&
    !/[?]$/.test(text) &&
    !/[@]|https?:|^\d[\d ]{8,}$/.test(text) &&
    !/:\s+\S/.test(text)
  )
}
