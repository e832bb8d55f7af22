/** Finds the numbers of a text with the precision they are stated in. One pass; no digit is looked at more than a few times. */
import { type Exact, exactOf, negated, tenTo, times, whole } from './exact.ts'
import { excluded, excludedWord } from './exclusions.ts'
import { type Around, type Bare, type Figure, figureOf, type Unit } from './figure.ts'
import { numberWord, valueOfWords } from './number-words.ts'

/** A run of more digits than this numbers something and counts nothing. */
const LONGEST = 15
/** How far to either side of a number its wording is read. */
const WINDOW = 48

const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** Comma, no-break space, thin space and narrow no-break space stand between thousands. */
const SEPARATORS = new Set([0x2c, 0xa0, 0x2009, 0x202f])

/** A number's own digits, from its first to after its last, without what stands between thousands. */
type Digits = { start: number; end: number; digits: string }

function endOfRun(text: string, from: number): number {
  let at = from
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1
  return at
}

/** Reads the digits at `start`; thousands follow in groups of three, decimals after one point. */
function digitsAt(text: string, start: number): Digits {
  let end = endOfRun(text, start)
  if (end - start > LONGEST) return { start, end, digits: '' }
  const parts = [text.slice(start, end)]
  while (end - start <= 3 * LONGEST && parts.length < 5 && SEPARATORS.has(text.charCodeAt(end))) {
    const next = endOfRun(text, end + 1)
    if (next - end !== 4 || (parts[0]?.length ?? 0) > 3) break
    parts.push(text.slice(end + 1, next))
    end = next
  }
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    const next = endOfRun(text, end + 1)
    if (next - end > LONGEST) return { start, end: next, digits: '' }
    parts.push(text.slice(end, next))
    end = next
  }
  return { start, end, digits: parts.join('') }
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:[ \u00a0]?(?:million|mn?)\b)/i, 6],
  [/^(?:[ \u00a0]?(?:billion|bn)\b)/i, 9],
  [/^(?:[ \u00a0]?thousand\b|k\b)/i, 3],
]
const PERCENT = /^(?:[ \u00a0]?%|[ \u00a0\n]?per[ \u00a0\n]?cent\b|[ \u00a0]percent\b)/i
const POINTS =
  /^[ \u00a0]?(?:%|per[ \u00a0]?cent(?:age)?|percentage|pp\b|ppts?\b)[- \u00a0]?points?\b|^[ \u00a0]?pp\b/i
const PENCE = /^(?:p\b|[ \u00a0]pence\b)/i

/** What follows a number and belongs to it: its scale and its unit. */
function tailOf(
  after: string,
  pounds: boolean,
): { length: number; power: number; unit: Unit; pence: boolean } {
  const points = POINTS.exec(after)
  if (points) return { length: points[0].length, power: 0, unit: 'points', pence: false }
  const percent = PERCENT.exec(after)
  if (percent) return { length: percent[0].length, power: 0, unit: '%', pence: false }
  const unit: Unit = pounds ? 'GBP' : null
  for (const [scale, power] of SCALES) {
    const found = scale.exec(after)
    if (found) return { length: found[0].length, power, unit, pence: false }
  }
  const pence = pounds ? null : PENCE.exec(after)
  if (pence) return { length: pence[0].length, power: -2, unit: 'GBP', pence: true }
  return { length: 0, power: 0, unit, pence: false }
}

const SIGN = /(?:^|[\s(|])[-−–](?:£)?$/
const OPENED = /\((?:£)?$/

/** The number at some digits, with the sign, pounds, scale and unit around them. */
function bareAt(text: string, { start, end, digits }: Digits): Bare {
  const before = text.slice(Math.max(0, start - 3), start)
  const pounds = before.endsWith('£')
  const tail = tailOf(text.slice(end, end + 20), pounds)
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  const opened = OPENED.test(before) && text[end + tail.length] === ')'
  const minus = SIGN.test(start <= 2 ? ` ${before}` : before)
  const value: Exact = times(exactOf(digits), tenTo(tail.power))
  const from = start - (pounds ? 1 : 0) - (minus ? 1 : 0)
  return {
    start: from,
    end: end + tail.length,
    text: text.slice(from, end + tail.length),
    value: minus ? negated(value) : value,
    unit: tail.unit,
    last: tail.power - decimals,
    zeros: decimals > 0 ? 0 : zerosAtEnd(digits),
    plain: tail.power === 0 || tail.pence,
    bracketed: opened,
  }
}

const zerosAtEnd = (digits: string): number => {
  const zeros = digits.length - digits.replace(/0+$/, '').length
  return zeros === digits.length ? 0 : zeros
}

const ABOUT =
  /\b(around|circa|c\.?|about|approximately|approx\.?|some|roughly|in the region of|estimated(?: at)?)\s*$/i
const OVER =
  /\b(over|more than|in excess of|at least|upwards of|just above|just over|well over|exceeding)\s*$/i
const UNDER = /\b(nearly|almost|just under|up to|under|less than|fewer than|just below|close to)\s*$/i

/** The number whose digits begin at `start`, whatever stands around it; undefined where it is no number but a long code. */
export function numberAt(text: string, start: number): Bare | undefined {
  const digits = digitsAt(text, start)
  return digits.digits === '' ? undefined : bareAt(text, digits)
}

/** The approximating word just before a number, if any. */
function approxOf(before: string): { word: string; around: Around } | undefined {
  const plain = before.replace(/[~≈]\s*$/, ' about ').replace(/\b(?:a|an|the|total of)\s*$/, '')
  const kinds: readonly (readonly [RegExp, Around])[] = [
    [ABOUT, 'about'],
    [OVER, 'over'],
    [UNDER, 'under'],
  ]
  for (const [words, around] of kinds) {
    const word = words.exec(plain)?.[1]
    if (word !== undefined) return { word: word.toLowerCase(), around }
  }
  return undefined
}

const MEASURE =
  /^[- ](?:working |calendar )?(second|minute|hour|day|night|week|month|year|mile|kilometre|metre)s?\b/i

function figureFrom(text: string, bare: Bare): Figure {
  const { before, after } = windowOf(text, bare)
  const figure = figureOf(bare, approxOf(before))
  const measure = bare.unit === null ? MEASURE.exec(after)?.[1] : undefined
  return measure === undefined ? figure : { ...figure, measure: measure.toLowerCase() }
}

const windowOf = (text: string, { start, end }: Bare): { before: string; after: string } => ({
  before: text.slice(Math.max(0, start - WINDOW), start),
  after: text.slice(end, end + WINDOW),
})

/** Numbers written in digits, those that count nothing left out. */
function* inDigits(text: string): Generator<Bare> {
  let at = 0
  const digit = /\d/g
  for (;;) {
    digit.lastIndex = at
    const found = digit.exec(text)
    if (!found) return
    const digits = digitsAt(text, found.index)
    at = digits.end
    if (digits.digits === '') continue
    const bare = bareAt(text, digits)
    if (excluded(bare, windowOf(text, bare))) continue
    at = Math.max(at, bare.end)
    yield bare
  }
}

function* inWords(text: string): Generator<Bare> {
  const words = numberWord()
  for (const found of text.matchAll(words)) {
    const { value, both } = valueOfWords(found[1] ?? '', found[2])
    const stated = both || found[2] === undefined ? found[0] : found[0].slice(0, -found[2].length - 1)
    const end = found.index + stated.length
    const percent = PERCENT.exec(text.slice(end, end + 12))
    const last = percent ? end + percent[0].length : end
    const bare: Bare = {
      start: found.index,
      end: last,
      text: text.slice(found.index, last),
      value: whole(value),
      unit: percent ? '%' : null,
      last: 0,
      zeros: 0,
      plain: true,
      bracketed: false,
    }
    if (!excludedWord(bare, windowOf(text, bare))) yield bare
  }
}

/** All figures of a text, in order; numbers in words are kept apart, since most of them count nothing. */
export function scan(text: string): { figures: Figure[]; words: Figure[] } {
  return {
    figures: [...inDigits(text)].map((bare) => figureFrom(text, bare)),
    words: [...inWords(text)].map((bare) => figureFrom(text, bare)),
  }
}
