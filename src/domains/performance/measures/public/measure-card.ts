/** A measure as lists show it: its name, its newest figure, a small chart, and what the newest value says. */

import type { LocalDate } from '../../../../lib/index.ts'
import { type Html, html, link, type Piece } from '../../../../web/index.ts'
import { signed } from '../change.ts'
import { measurePath } from '../measure.ts'
import type { MeasureOutline } from '../published.ts'
import { inSpan, spanWords } from '../spans.ts'
import { type Telling, tell } from '../telling.ts'
import { valueWords } from '../value-words.ts'
import { chanceOf } from './change-picture.ts'
import { freshnessMark } from './freshness-mark.ts'
import { madeUpMark } from './report-words.ts'
import { smallChart } from './small-chart.ts'
import { variationMark } from './variation-mark.ts'

export type CardChoice = {
  today: LocalDate
  level: 3 | 4
  /** Whether the small chart is drawn; long lists go without. */
  withChart: boolean
}

/** One measure of a list. */
export function measureCard(outline: MeasureOutline, { today, level, withChart }: CardChoice): Html {
  const telling = tell(outline, today)
  const { newest } = telling
  const name = link(measurePath(outline.slug), outline.title)
  return html`<li class="sm-measure">${level === 3 ? html`<h3>${name}</h3>` : html`<h4>${name}</h4>`}<p>${
    newest === null
      ? (telling.stated[0]?.short ?? 'No figure of it is on the record yet.')
      : html`<strong>${valueWords(newest.cell, outline.definition.unit)}</strong>, ${spanWords(newest.span)}${newest.report.status === 'provisional' ? ' (provisional)' : ''}${changeShort(telling)}`
  }</p>${withChart ? smallChart(outline, telling) : ''}<p class="sm-measure__marks">${telling.variation === null ? '' : variationMark(telling.variation)} ${freshnessMark(outline, today)} ${telling.invented === 'none' ? '' : madeUpMark('short')}</p></li>`
}

/** Measures side by side, one under the other when narrow. */
export const measureCards = (cards: readonly Piece[]): Html => html`<ul class="sm-measures">${cards}</ul>`

/** Where there is no chart: the change on the span before, with the range that chance alone could bring. */
function changeShort({ chart, windows, newest }: Telling): string {
  const change = windows.find(({ observation }) => observation.span.until === newest?.span.until)?.change
  if (chart !== null || change === null || change === undefined) return ''
  const chance = chanceOf(change)
  const size = change.percent ?? change.points
  if (chance === null || size === null) return ''
  const end = change.percent === null ? ' points' : '%'
  return `: ${signed(size, end)} against ${inSpan(change.against)}; chance alone could bring ${signed(chance.low, end)} to ${signed(chance.high, end)}`
}
