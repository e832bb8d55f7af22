/** The chart on a measure's page: the picture in the width that fits, what its flags stand for, and what to know of its limits. */

import { chartKey, figure } from '../../../../charts/index.ts'
import { longDate } from '../../../../lib/index.ts'
import { bullets, type Html, html, link, paragraph, sectionHeading } from '../../../../web/index.ts'
import type { Measure } from '../measure.ts'
import type { Telling } from '../telling.ts'
import { drawn } from './drawn.ts'
import { sourceLink } from './report-words.ts'

/** Picture, key and warnings; words where there is nothing to draw. */
export function chartPart(measure: Measure, telling: Telling): Html {
  const wide = drawn(measure, telling, 'wide')
  if (wide === undefined) return noChart(measure, telling)
  const said = [...telling.more, ...(telling.chart?.warnings ?? []).map(({ message }) => message)]
  return html`${figure(wide, drawn(measure, telling, 'narrow'))}${chartKey(wide.key)}${
    said.length === 0 ? '' : html`<div class="sm-warnings">${bullets(said)}</div>`
  }${paragraph(link('#table', 'The same as a table'))}`
}

function noChart({ definition, observations }: Measure, { charted, stated }: Telling): Html {
  if (observations.length === 0)
    return stated.length === 0
      ? paragraph('No figure of it is on the record yet.')
      : paragraph('There is no chart of it: only a change is on the record, without the values behind it.')
  if (observations.length === 1)
    return paragraph('There is one figure so far, and a chart needs more than one.')
  if (definition.frequency === 'irregular')
    return paragraph(
      'There is no chart of it: the figures are about spans that overlap or lie apart, and a line between them would show a trend that nobody measured.',
    )
  if (charted.some(({ cell }) => cell.value !== null))
    return paragraph('There is one value so far, and a chart needs more than one.')
  return paragraph(
    charted.length === 0
      ? `There is no chart of it: no figure on the record is about a single ${definition.frequency}.`
      : 'There is no chart of it: none of its values is public.',
  )
}

/** Where the events and breaks that the chart flags are told, each with its day and its source. */
export function eventsPart({ annotations, breaks }: Measure): Html {
  const told = [
    ...annotations.map(({ date, words, source }) => ({ date, words, source })),
    ...breaks.map(({ date, reason, source }) => ({
      date,
      words: `From here on the figures are not comparable with those before: ${reason}`,
      source,
    })),
  ]
  if (told.length === 0) return html``
  return html`${sectionHeading('Events and breaks', 'm', 'events')}${bullets(
    told
      .toSorted((one, other) => (one.date < other.date ? -1 : 1))
      .map(
        ({ date, words, source }) =>
          html`${longDate(date)}: ${words}${source === null ? '' : html` <span class="sm-what">${sourceLink(source)}</span>`}`,
      ),
  )}${paragraph('An event beside a change does not show that it caused the change.')}`
}
