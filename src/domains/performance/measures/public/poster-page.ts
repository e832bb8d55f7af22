/** One page of A4 to print and pin up: what a measure shows, its chart, the newest values, how to read it and where it stands. */
import { chartKey, figure } from '../../../../charts/index.ts'
import { type Html, html, lead, link, type PageRequest, pageTop, type View } from '../../../../web/index.ts'
import { type Measure, measurePath } from '../measure.ts'
import { spanWords } from '../spans.ts'
import { type Telling, tell } from '../telling.ts'
import { valueWords } from '../value-words.ts'
import { drawn } from './drawn.ts'
import { measureKicker } from './measure-top.ts'
import { MADE_UP, reportWords, sourceLink } from './report-words.ts'
import { chartTable } from './table-part.ts'
import { assuranceMark, variationMark } from './variation-mark.ts'

/** A year and the month of the year before. */
const NEWEST = 13

/** The page at /measures/:measure/poster. */
export function posterPage({ measure }: { measure: Measure }, request: PageRequest): View {
  const telling = tell(measure, request.today)
  const { definition } = measure
  const wide = drawn(measure, telling, 'wide')
  const narrow = drawn(measure, telling, 'narrow')
  const address = `${request.origin ?? ''}${measurePath(measure.slug)}`
  return {
    title: `Poster: ${measure.title}`,
    description: telling.sentence,
    section: 'measures',
    main: html`<div class="sm-poster">${pageTop({ kicker: measureKicker(measure, definition.owner.name), title: measure.title })}
${telling.invented === 'none' ? '' : html`<p class="govuk-body"><strong class="sm-state sm-made-up">${MADE_UP}</strong></p>`}
${lead(telling.sentence)}
<p class="govuk-body">${telling.variation === null ? '' : html`${variationMark(telling.variation)} `}${assuranceMark(telling.assurance)} ${definition.directionWords}</p>
${wide === undefined ? '' : figure(wide, narrow)}
${chartKey(wide?.key ?? [])}
<div class="sm-poster__columns"><div>${
      telling.charted.length === 0
        ? html`${windows(measure, telling)}${stated(telling)}`
        : chartTable(measure, telling, { caption: 'The newest values', newest: NEWEST, brief: true })
    }</div><div>${telling.charted.length === 0 ? '' : windows(measure, telling)}${reading(telling)}<h2 class="govuk-heading-s">Where it comes from</h2><p>${definition.source}. ${
      telling.newest === null ? '' : reportWords(telling.newest.report, definition.owner)
    }</p><p>The figures, how they are measured and what was revised: ${link(measurePath(measure.slug), address)}</p></div></div></div>`,
  }
}

const reading = ({ chart }: Telling): Html =>
  chart === null
    ? html``
    : html`<h2 class="govuk-heading-s">How to read it</h2><p>The band is the range that the figure usually moves in by chance. A value outside it, or seven in a row on one side of the usual level, is more than chance. The chart does not say why.</p>`

/** The newest change that is stated without its values, and who states it. */
const stated = ({ stated: all }: Telling): Html =>
  html`${all
    .slice(0, 1)
    .map(
      ({ words, report }) =>
        html`<h2 class="govuk-heading-s">What is stated</h2><p>${words}</p><p class="sm-source">${sourceLink(report.source)}</p>`,
    )}`

const windows = (measure: Measure, telling: Telling): Html =>
  html`${telling.windows
    .slice(0, 1)
    .map(
      ({ observation, change }) =>
        html`<h2 class="govuk-heading-s">${spanWords(observation.span)}</h2><p><strong>${valueWords(observation.cell, measure.definition.unit)}</strong>${change === null ? '.' : html`: ${change.words}`}</p>`,
    )}`
