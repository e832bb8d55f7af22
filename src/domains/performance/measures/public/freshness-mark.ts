/** Whether the newest figure is there in time, in words. */
import { type LocalDate, longDate } from '../../../../lib/index.ts'
import { type Html, html, paragraph, scrollTable, sectionHeading, stateTag } from '../../../../web/index.ts'
import { freshnessOf, latenessOf, lateWords } from '../freshness.ts'
import type { Measure } from '../measure.ts'
import { spanWords } from '../spans.ts'
import type { Charted } from './drawn.ts'

/** A word in a border: late, or up to date; in plain ink, for a colour would judge. Nothing where nobody promised a day. */
export function freshnessMark(measure: Charted, today: LocalDate): Html {
  const { due } = freshnessOf(measure, today)
  if (due === null) return html``
  return stateTag(
    due.late === 0
      ? { words: 'Up to date', tone: 'plain' }
      : { words: `New figures ${lateWords(due.late)} late`, tone: 'plain' },
  )
}

/** The same as a sentence: to when the figures are, and when the next are due. */
export const freshnessLine = (measure: Measure, today: LocalDate): Html => {
  const { newest, words } = freshnessOf(measure, today)
  return newest === null ? html`` : html`<p>${freshnessMark(measure, today)} ${words}</p>`
}

/** As many of the newest spans as the list of late figures shows. */
const LISTED = 24

/** When the figures of each span were due and when they came. Nothing where nobody promised a day. */
export function latenessPart(measure: Measure): Html {
  const all = latenessOf(measure).toReversed()
  if (all.length === 0) return html``
  const late = all.filter((one) => one.late > 0).length
  return html`${sectionHeading('When its figures came', 'm', 'lateness')}${paragraph(
    late === 0 ? 'None came late.' : `${late} of ${all.length} came late.`,
  )}${scrollTable({
    caption: `When figures came: ${measure.title}`,
    rowHeaders: true,
    stacked: true,
    columns: [{ text: 'Span' }, { text: 'Due' }, { text: 'Stood' }, { text: 'Late' }],
    rows: all
      .slice(0, LISTED)
      .map((one) => [
        spanWords(one.span),
        longDate(one.due),
        longDate(one.came),
        one.late > 0 ? lateWords(one.late) : 'in time',
      ]),
  })}`
}
