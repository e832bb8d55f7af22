/** One line of a table for one measure: its newest figure, the span, and who says so. */
import type { LocalDate } from '../../../../lib/index.ts'
import { type Html, html, link, type Piece } from '../../../../web/index.ts'
import { type Measure, measurePath } from '../../measures/measure.ts'
import type { Observation } from '../../measures/observation.ts'
import { MADE_UP, sourceLink } from '../../measures/public/report-words.ts'
import { spanWords } from '../../measures/spans.ts'
import { valueWords } from '../../measures/value-words.ts'
import { latestOf } from '../latest.ts'

/** What stands for a measure: its name as a link to its page. */
export const measureLink = ({ slug, title }: Pick<Measure, 'slug' | 'title'>): Html =>
  link(measurePath(slug), title)

/** "about 350 cadets", with the mark of numbers that were made up; or that there is none. */
export const figurePiece = (measure: Measure, observation: Observation | undefined): Html =>
  observation === undefined
    ? html`no figure on this record`
    : html`${valueWords(observation.cell, measure.definition.unit)}${madeUp(observation)}`

export const madeUp = ({ report }: Pick<Observation, 'report'>): Html =>
  report.invented ? html` <strong>(${MADE_UP})</strong>` : html``

/** The cells of a row: measure, figure, span, source. */
export function figureRow(measure: Measure, today: LocalDate): Piece[] {
  const newest = latestOf(measure.observations, today)
  return [
    measureLink(measure),
    figurePiece(measure, newest),
    newest === undefined ? '' : spanWords(newest.span),
    newest === undefined ? '' : sourceLink(newest.report.source),
  ]
}

/** The columns of `figureRow`. */
export const FIGURE_COLUMNS = [
  { text: 'What is counted' },
  { text: 'Newest figure' },
  { text: 'When' },
  { text: 'Who says so' },
] as const
