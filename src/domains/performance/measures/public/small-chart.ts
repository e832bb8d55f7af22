/** The chart of a measure in the size of a postage stamp, for lists and threads. */
import { axisWords, figure, smallMultiple } from '../../../../charts/index.ts'
import { type Html, html } from '../../../../web/index.ts'
import type { Telling } from '../telling.ts'
import { possibleOf } from '../value-words.ts'
import { type Charted, descriptionOf } from './drawn.ts'

/** Nothing where there is no chart. Its description has what the words beside it leave out. */
export function smallChart(measure: Charted, telling: Telling): Html {
  const { chart } = telling
  if (chart === null || chart.points.length < 2) return html``
  const { unit } = measure.definition
  return figure(
    smallMultiple({
      id: `chart-${measure.slug}`,
      title: measure.title,
      description: descriptionOf(measure, telling),
      chart,
      number: axisWords(unit),
      possible: possibleOf(unit),
    }),
  )
}
