/** One quantity stated twice: "33 arrests …, all 33 arrested", or the same words for the same period in two sentences. */
import { same } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { meet } from './interval.ts'
import { said } from './message.ts'
import { periodKey } from './period.ts'
import type { Sentence } from './sentence.ts'

/** How many letters of a word show its stem: arrests and arrested. */
const STEM = 5
/** How many figures back a quantity is looked for. */
const REACH = 60

function twice(first: Figure, again: Figure, what: string): Finding {
  const agrees = same(first.value, again.value)
  const close = meet(first.loose, again.loose)
  return {
    kind: 'other',
    subkind: 'restatement',
    stated: { role: 'again', figure: again },
    operands: [{ role: 'first', figure: first }],
    verdict: agrees ? 'consistent' : close ? 'consistent-within-rounding' : 'inconsistent',
    severity: agrees || close ? 'none' : 'error',
    formula: 'again = first',
    recomputed: { point: first.value, stands: first.stands },
    discrepancy: null,
    message: agrees
      ? `${said(again)} is stated twice${what}, the same both times.`
      : `${said(first)} and then ${said(again)} are stated${what}${close ? ', the same but for rounding' : ''}.`,
  }
}

/** The words that name what a figure counts: the one or two after it. */
const namesOf = (sentence: Sentence, at: number): string[] =>
  (/^ ([a-z-]{4,})(?: ([a-z-]{4,}))?/.exec(sentence.gaps[at + 1] ?? '') ?? []).slice(1).filter(Boolean)

const stem = (word: string): string => word.slice(0, STEM)

/** The last figure before some place that counts what `noun` names. */
const lastNamed = (sentence: Sentence, to: number, noun: string): Figure | undefined =>
  sentence.figures
    .slice(0, to)
    .findLast(
      (figure, at) => figure.unit === null && namesOf(sentence, at).some((word) => stem(word) === stem(noun)),
    )

/** "all 33 arrested suspects" after "33 arrests". */
export function allOfThem(sentence: Sentence, before: Sentence | undefined): Finding[] {
  return sentence.figures.flatMap((again, at): Finding[] => {
    if (again.unit !== null || !/\ball (?:of (?:the|these) |the |these )?$/.test(sentence.gaps[at] ?? ''))
      return []
    const [noun] = namesOf(sentence, at)
    const named = noun === undefined ? undefined : lastNamed(sentence, at, noun)
    const earlier = noun === undefined || !before ? undefined : lastNamed(before, before.figures.length, noun)
    const equal = sentence.figures
      .slice(0, at)
      .find((figure) => figure.unit === null && same(figure.value, again.value))
    const first = named ?? earlier ?? equal
    return first ? [twice(first, again, '')] : []
  })
}

const IDLE = new Set(
  'the a an of in to for and or at by on with over during there were was is are been have has had that this these those it its from as relation regard terms end period month months year years up which all their our we they also total'.split(
    ' ',
  ),
)

type Named = {
  readonly figure: Figure
  readonly words: string
  readonly period: string
  readonly sentence: Sentence
}

/** What a figure counts and when: the words of its clause, in no order, and its period. Undefined where either is not said. */
function namedBy(sentence: Sentence, at: number): Named | undefined {
  const figure = sentence.figures[at]
  if (!figure || figure.unit !== null || namesOf(sentence, at).length === 0) return undefined
  const lead = (sentence.gaps[at] ?? '').split(/[.;:()]|\band\b/).at(-1) ?? ''
  const tail = (sentence.gaps[at + 1] ?? '').split(/[.;:()]|\band\b|, /)[0] ?? ''
  const clause = `${lead} ${tail}`
  const period = periodKey(clause)
  const words = (clause.match(/[a-z]{3,}/g) ?? []).filter(
    (word) => !IDLE.has(word) && !period.includes(word.slice(0, 3)),
  )
  if (
    period === '' ||
    new Set(words).size < 3 ||
    /\b(?:to date|so far|target|forecast|expected|additional|more|fewer|less)\b/.test(clause)
  )
    return undefined
  return {
    figure,
    words: [...new Set(words)].toSorted((a, b) => a.localeCompare(b)).join(' '),
    period,
    sentence,
  }
}

/** The same words for the same period in two sentences: one figure. */
export function statedAgain(sentences: readonly Sentence[]): Finding[] {
  const seen = new Map<string, Named>()
  return sentences.flatMap((sentence) =>
    sentence.figures.slice(0, REACH).flatMap((_, at): Finding[] => {
      const named = namedBy(sentence, at)
      if (!named) return []
      const key = `${named.words}|${named.period}`
      const first = seen.get(key)
      seen.set(key, named)
      if (!first || first.sentence === sentence) return []
      return [twice(first.figure, named.figure, ' for the same thing and period')]
    }),
  )
}
