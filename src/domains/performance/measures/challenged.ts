/** Commentary beside what the figures bear out: each sentence through the writing guard. */
import { changeBetweenCounts } from '../../../statistics/index.ts'
import type { Commentary, Measure } from './measure.ts'
import { spanKey } from './spans.ts'
import { chartWords, type Tellable, tell } from './telling.ts'
import { amountWords } from './value-words.ts'
import { type Challenge, type Guarded, guard } from './writing-guard.ts'

/** What is said, and what of it the figures do not bear out. */
export type Challenged = { commentary: Commentary; challenges: Challenge[] }

/** All commentary of a measure, oldest first, as the figures to the end of its span bear it out or do not. */
export const challenged = (measure: Tellable & Pick<Measure, 'commentary'>): Challenged[] =>
  measure.commentary.map((commentary) => {
    const about = aboutOf(measure, commentary)
    const challenges = about === null ? [] : sentencesIn(commentary.words).flatMap((one) => guard(one, about))
    return { commentary, challenges }
  })

const sentencesIn = (words: string): string[] =>
  words.match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?](?=\S)[^.!?]*)*/g) ?? []

/** The figures that a comment is about: the two of its span where these are numbers, else the series to its end. */
function aboutOf(measure: Tellable, { span, date }: Commentary): Guarded | null {
  const { unit, improvement } = measure.definition
  const known = measure.observations.filter((one) => one.span.from < span.until)
  const telling = tell({ ...measure, observations: known }, date)
  const window = telling.windows.find(({ observation }) => spanKey(observation.span) === spanKey(span))
  const [before, after] = [window?.before?.cell.value, window?.observation.cell.value]
  if (unit.style === 'count' && isWhole(before) && isWhole(after) && window?.change?.clear !== null)
    return {
      of: 'two-counts',
      change: changeBetweenCounts(before, after),
      improvement,
      words: { name: measure.title, format: (value) => amountWords(value, unit) },
    }
  const { chart, charted } = telling
  return chart === null ? null : { of: 'series', chart, words: chartWords(measure, charted) }
}

const isWhole = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isInteger(value) && value >= 0
