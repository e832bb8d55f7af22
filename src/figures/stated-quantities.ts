/**
 * Finds quantities that a paper states so plainly that another paper can be held against it: what is measured, for which
 * period, and the value. Few forms of sentence and cells of tables; precision before recall, because two papers that seem
 * to disagree are shown to everyone.
 */
import { written } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Input, InputTable } from './input.ts'
import { scan } from './scanner.ts'
import { type Sentence, sentencesOf } from './sentence.ts'
import { type Table, tableOfInput } from './table.ts'
import { tablesInLines } from './text-tables.ts'
import { PERIOD, periodOf } from './whole-period.ts'

export type Quantity = {
  /** The same for two figures that claim to state the same thing: label, period and unit. */
  readonly key: string
  /** As printed: "recorded burglaries". */
  readonly label: string
  /** One form for each period: "12 months to 2019-06". */
  readonly period: string
  readonly text: string
  readonly start: number
  readonly end: number
  /** The values that it may stand for when zeros at its end are read as rounded; exact decimals, both ends counted in. */
  readonly lo: string
  readonly hi: string
}

/** Words that make a figure one of its moment, of a plan or of a guess. */
const UNSETTLED =
  /\b(?:provisional|to date|so far|estimat|forecast|target|budget|expect|project|predict|anticipat|draft|revis|restat|unaudited|approximat|plan|would|could|may be|should|if|not|average|typical|per|each|every)/
const IN = '(?:in|during|for|over|at|on)'
const SAID = '(?:was|were|is|are|stood at|totalled|came to|numbered|amounted to)'
const RECORDED = '(?:recorded|received|answered|issued|made|closed|investigated|charged|attended)'
const LABEL = "([a-z][a-z&' -]{2,90}?)"
const AFTER = '(?: *[,;(].*)?\\.? *$'

/** Each form with its groups: what is measured, its period, or both in several places. */
const FORMS: readonly { form: RegExp; parts: (match: RegExpExecArray) => [label: string, period: string] }[] =
  [
    {
      form: new RegExp(`^ *${IN} (${PERIOD}),? there (?:was|were) \\{0\\} ${LABEL}${AFTER}`),
      parts: ([, period = '', label = '']) => [label, period],
    },
    {
      form: new RegExp(`^ *there (?:was|were) \\{0\\} ${LABEL} ${IN} (${PERIOD})${AFTER}`),
      parts: ([, label = '', period = '']) => [label, period],
    },
    {
      form: new RegExp(`^ *(?:the )?${LABEL} ${IN} (${PERIOD}) ${SAID} \\{0\\}${AFTER}`),
      parts: ([, label = '', period = '']) => [label, period],
    },
    {
      form: new RegExp(`^ *(?:the )?${LABEL} ${SAID} \\{0\\} ${IN} (${PERIOD})${AFTER}`),
      parts: ([, label = '', period = '']) => [label, period],
    },
    {
      form: new RegExp(`^ *${IN} (${PERIOD}),? (?:the )?${LABEL} ${SAID} \\{0\\}${AFTER}`),
      parts: ([, period = '', label = '']) => [label, period],
    },
    {
      form: new RegExp(`^ *(?:the )?${LABEL} ${RECORDED} \\{0\\} ${LABEL} ${IN} (${PERIOD})${AFTER}`),
      parts: ([, who = '', what = '', period = '']) => [`${who} ${what}`, period],
    },
  ]

/** The number of a paragraph, as it is printed before its first sentence. */
const NUMBERED = /^ *\(?\d{1,3}(?:\.\d{1,2})*[.)]?\\?(?: +|$)/

/** Words that name nothing alone. */
const SMALL = new Set(
  'the of a an and in for to by at on with number total overall all recorded figure figures count force area this year table'.split(
    ' ',
  ),
)
/** A label with one of these hangs on the sentence before it. */
const POINTING =
  /\b(?:this|that|these|those|it|they|which|he|she|we|i|there|others?|same|latter|former|remaining|rest|further|more|fewer|less|additional|increase|decrease|reduction|rise|fall|change|difference)\b/

const tellingWords = (label: string): string[] =>
  label
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => (word.length > 3 ? word.replace(/(?<=[^s])s$/, '').replace(/ie$/, 'y') : word))

function quantity(label: string, period: string | undefined, figure: Figure, least: number): Quantity[] {
  const words = tellingWords(label)
  if (period === undefined || words.length < least || POINTING.test(label.toLowerCase())) return []
  if (figure.approx !== undefined || UNSETTLED.test(label.toLowerCase())) return []
  const { text, start, end, unit, loose } = figure
  const key = [words.join(' '), period, unit ?? 'count'].join(' | ')
  return [
    { key, label: label.trim(), period, text, start, end, lo: written(loose.lo), hi: written(loose.hi) },
  ]
}

/** The words of a sentence with the length of a period ("12 months to") as words, and the first figure that is left. */
function withLengths({ words, figures }: Sentence): { words: string; figure: Figure | undefined } {
  let left: Figure | undefined
  const whole = words.replace(
    /\{(\d+)\}( months (?:to|end))?/g,
    (printed, index: string, months?: string) => {
      const figure = figures[Number(index)]
      if (figure === undefined) return printed
      if (months !== undefined && /^(?:12|3|twelve|three)$/i.test(figure.text))
        return `${figure.text}${months}`
      if (left !== undefined) return '{1}'
      left = figure
      return `{0}${months ?? ''}`
    },
  )
  return { words: whole, figure: left }
}

function inSentence(sentence: Sentence): Quantity[] {
  if (sentence.words.length > 400 || UNSETTLED.test(sentence.words)) return []
  const { words: whole, figure } = withLengths(sentence)
  const words = whole.replace(NUMBERED, '')
  if (figure === undefined) return []
  for (const { form, parts } of FORMS) {
    const match = form.exec(words)
    if (match === null) continue
    const [label, period] = parts(match)
    return quantity(label, periodOf(period), figure, 1)
  }
  return []
}

/** A column for a period and rows of measures. Without a title a label must tell enough by itself. */
function inTable({ columns, rows }: Table, title: string | null): Quantity[] {
  const named = title?.replace(/^table \d+[a-z]?[.:)]?\s*/i, '') ?? ''
  if (UNSETTLED.test(`${named} ${columns.join(' ')}`.toLowerCase())) return []
  return rows.flatMap(({ label, cells }) =>
    cells.flatMap(({ figure }, column) => {
      const period = periodOf(columns[column] ?? '')
      if (figure === null || column === 0 || period === undefined) return []
      return named === ''
        ? quantity(label, period, figure, 2)
        : quantity(`${named}: ${label === '' ? 'total' : label}`, period, figure, 2)
    }),
  )
}

/** Without the entries of lists, which hang on the words before the list. A numbered paragraph looks like one, and stands alone. */
function standingAlone(sentences: readonly Sentence[]): Sentence[] {
  const numbered = new Set<number>()
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph && NUMBERED.test(sentence.words)) numbered.add(sentence.paragraph)
    paragraph = sentence.paragraph
  }
  return sentences.filter((sentence) => !sentence.bullet || numbered.has(sentence.paragraph))
}

/**
 * The quantities of a paper, in the order of its text. One that the paper itself states with two values is left out:
 * which of them it means is not known.
 */
export function statedQuantities(input: Input): Quantity[] {
  const { text, tables = [] } = input
  const read = (table: InputTable): { table: Table; title: string | null }[] => {
    const found = tableOfInput(text, table)
    return found === undefined ? [] : [{ table: found, title: table.title }]
  }
  const given = tables.flatMap(read)
  const apart = [
    ...given.map(({ table }) => table),
    ...tablesInLines(
      text,
      given.map(({ table }) => table),
    ),
  ]
  const { figures } = scan(text)
  const sentences = sentencesOf(
    text,
    figures,
    apart.toSorted((a, b) => a.start - b.start),
  )
  const all = [
    ...given.flatMap(({ table, title }) => inTable(table, title)),
    ...standingAlone(sentences).flatMap(inSentence),
  ].toSorted((a, b) => a.start - b.start)
  const byKey = Map.groupBy(all, ({ key }) => key)
  return [...byKey.values()].flatMap((same) => {
    const [first] = same
    return first !== undefined && same.every((other) => !areApart(first, other)) ? [first] : []
  })
}

/** Whether no value can be what both state. */
export const areApart = (one: Pick<Quantity, 'lo' | 'hi'>, other: Pick<Quantity, 'lo' | 'hi'>): boolean =>
  isBelow(one.hi, other.lo) || isBelow(other.hi, one.lo)

/** Compares two decimals written out. */
function isBelow(one: string, other: string): boolean {
  const places = Math.max(decimalsOf(one), decimalsOf(other))
  return scaled(one, places) < scaled(other, places)
}

const decimalsOf = (decimal: string): number => (decimal.split('.')[1] ?? '').length

const scaled = (decimal: string, places: number): bigint => {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(`${whole}${part.padEnd(places, '0')}`)
}
