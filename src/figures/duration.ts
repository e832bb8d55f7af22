/** How long a period lasts, said beside its first and last month: "April 2022 to March 2025, three years" (figures.md 2.7, class 10). */
import { whole } from './exact.ts'
import { figureOf } from './figure.ts'
import type { Finding } from './finding.ts'
import { numberWord, valueOfWords } from './number-words.ts'
import { periodsIn } from './period.ts'

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const SPAN = new RegExp(
  `\\b(${MONTH} (?:19|20)\\d\\d) ?(?:to|until|-|–) ?(${MONTH} (?:19|20)\\d\\d)(?:, | \\(|, a period of | \\(a period of )(\\d{1,2}|[a-z]{3,9}) (years?|months?)(?=[.,;)]| in (?:all|total)\\b)(?! (?:later|earlier|after|before|ago)\\b)`,
  'gi',
)

/** A number of one or two digits, or a single number word. */
function numberOf(words: string): number | undefined {
  if (/^\d/.test(words)) return Number(words)
  const found = numberWord().exec(words)
  return found?.[0] === words ? valueOfWords(found[1] ?? '', undefined).value : undefined
}

/** The months from the start of one to the end of another, in the order of months that periods have. */
function monthsBetween(first: string, last: string): number | undefined {
  const [from, to] = [first, last].map((words) => periodsIn(words.toLowerCase())[0]?.order)
  return from === undefined || to === undefined || to <= from ? undefined : to - from + 1
}

/** Durations stated beside their ends. The last month may be meant or not; a year's difference is no matter of that. */
export function durations(text: string): Finding[] {
  return [...text.matchAll(SPAN)].flatMap((found): Finding[] => {
    const [all, first = '', last = '', words = '', unit = ''] = found
    const [value, months] = [numberOf(words), monthsBetween(first, last)]
    if (value === undefined || value === 0 || months === undefined) return []
    const length = unit.toLowerCase().startsWith('year') ? 12 : 1
    const off = Math.min(...[months, months - 1].map((each) => Math.abs(value * length - each)))
    if (off > 0 && off < Math.max(length, 2)) return []
    const start = found.index + all.lastIndexOf(words, all.length - unit.length - 1)
    const figure = figureOf({
      start,
      end: start + words.length,
      text: words,
      value: whole(value),
      unit: null,
      last: 0,
      zeros: 0,
      plain: true,
      bracketed: false,
    })
    return [
      {
        kind: 'other',
        subkind: 'duration',
        stated: { role: 'duration', figure },
        operands: [],
        verdict: off === 0 ? 'consistent' : 'inconsistent',
        severity: off === 0 ? 'none' : 'error',
        formula: 'duration = last month − first month',
        message: `${first} to ${last} is ${months} months; the text says ${words} ${unit}${off === 0 ? ', which is the same' : ''}.`,
      },
    ]
  })
}
