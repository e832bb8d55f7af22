/** Values that stand as numbers, such as twelve months at a time, each with its change and the range that chance alone would give. */
import { bullets, type Html, html, paragraph, scrollTable, sectionHeading } from '../../../../web/index.ts'
import type { Measure } from '../measure.ts'
import { spanWords } from '../spans.ts'
import type { Telling, ToldChange, Window } from '../telling.ts'
import { valueWords } from '../value-words.ts'
import { changePicture } from './change-picture.ts'
import { madeUpMark, sourceLink } from './report-words.ts'

/** How many are told in sentences; the rest stands in a table. */
const TOLD = 2
/** As many as the table lists; the table for programs has all that was stated. */
const LISTED = 36

/** The newest windows in sentences, then all of them as a table. Nothing where there are none. */
export function windowsPart(measure: Measure, { windows, stated, chart }: Telling): Html {
  const [newest] = windows
  return html`${windows.slice(0, TOLD).map(
    (window) =>
      // Where there is no chart, the sentence above has said the newest change.
      html`${windowWords(measure, window, window === newest && chart === null)}${window === newest ? changePicture(measure, window) : ''}`,
  )}${
    windows.length > TOLD ? windowsTable(measure, windows) : ''
  }${stated.length === 0 ? '' : statedPart(stated)}`
}

function windowWords(
  { definition: { unit } }: Measure,
  { observation, change, summed }: Window,
  isSaid: boolean,
): Html {
  const { span, cell, report } = observation
  const words = spanWords(span)
  return html`${sectionHeading(`${words.charAt(0).toUpperCase()}${words.slice(1)}`, 'm')}${paragraph(
    html`<strong>${valueWords(cell, unit)}</strong>${change === null || isSaid ? '.' : html`: ${change.words}`}`,
  )}<p class="sm-source">${summed ? 'The sum of twelve months on this record; nobody states it. ' : ''}${sourceLink(report.source)}${report.invented ? html` ${madeUpMark()}` : ''}</p>`
}

const windowsTable = (measure: Measure, windows: readonly Window[]): Html =>
  scrollTable({
    caption: `${measure.title}: spans that stand as numbers`,
    anchor: 'windows',
    rowHeaders: true,
    stacked: true,
    columns: [{ text: 'Span' }, { text: 'Value', numeric: true }, { text: 'Change' }, { text: 'Source' }],
    rows: windows
      .slice(0, LISTED)
      .map(({ observation: { span, cell, report }, change, summed }) => [
        spanWords(span),
        valueWords(cell, measure.definition.unit),
        change?.words ?? '',
        html`${summed ? 'Summed here: ' : ''}${sourceLink(report.source)}${report.invented ? ' (made up)' : ''}`,
      ]),
  })

/** Changes of which a paper gives no two values. */
const statedPart = (stated: readonly ToldChange[]): Html =>
  html`${sectionHeading('Changes stated without their values', 'm', 'stated')}${bullets(
    stated.map(
      ({ words, report }) =>
        html`${words} <span class="sm-what">${sourceLink(report.source)}${report.invented ? ' (made up)' : ''}</span>`,
    ),
  )}`
