/** A measure by parts: the newest span as a map and a table, then every span, newest first. */

import {
  bullets,
  type Column,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import type { Boundaries } from '../../boundaries/boundaries.ts'
import { comparedPath } from '../../comparison/comparison-group.ts'
import { type Breakdown, type BreakdownRow, breakdownPath, measurePath } from '../measure.ts'
import type { Cell } from '../observation.ts'
import type { BreakdownAnswer } from '../reads-pages.ts'
import { spanWords } from '../spans.ts'
import { cellWords } from '../value-words.ts'
import { mapPart, partCharts } from './breakdown-pictures.ts'
import { BELOW } from './downloads-part.ts'
import { MEASURES_PATH } from './measure-top.ts'
import { madeUpNotice, sourceLink } from './report-words.ts'

/** Spans that the page shows; the table for programs has all. */
const ROWS = 36

/** The page at /measures/:measure/by/:dimension. */
export function breakdownPage({ breakdown, boundaries }: BreakdownAnswer, _request: PageRequest): View {
  const { measure, dimension, rows, parts } = breakdown
  const newest = rows.at(-1)
  const made = rows.filter(({ report }) => report.invented).length
  return {
    title: `${measure.title} by ${dimension.one}`,
    description: `${measure.title}, for each ${dimension.one}.`,
    section: 'measures',
    main: html`${pageTop({
      kicker: html`${link(MEASURES_PATH, 'Measures')} · ${link(measurePath(measure.slug), measure.title)}`,
      title: html`${measure.title} by ${dimension.one}`,
    })}
${made === 0 ? '' : madeUpNotice(made === rows.length)}
${lead(leadWords(breakdown))}
${dimension.kind === 'force' ? paragraph(link(comparedPath(measure.slug), 'Beside the most similar forces, with the range of chance')) : ''}
${newest === undefined ? '' : html`${hiddenWords(breakdown)}${newestTable(breakdown, newest, boundaries)}`}
${partCharts(breakdown)}
${everySpan(breakdown)}
${parts.length === 0 ? '' : downloads(breakdown)}`,
  }
}

/** Parts of different sizes. */
const SIZED: ReadonlySet<string> = new Set(['place', 'force', 'division'])

/** What grows with the size of a part; shares, rates and means do not. */
const SUMS: ReadonlySet<string> = new Set(['count', 'money', 'hours'])

function leadWords({ measure, dimension, parts, rows }: Breakdown): string {
  const first = rows[0]
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return `No figure by ${dimension.one} is on the record yet.`
  const many = `${parts.length} ${parts.length === 1 ? dimension.one : dimension.many}`
  const spans =
    rows.length === 1 ? spanWords(last.span) : `${spanWords(first.span)} up to ${spanWords(last.span)}`
  const size =
    SIZED.has(dimension.kind) && SUMS.has(measure.unit.style)
      ? ` A bigger ${dimension.one} has more of nearly everything; these numbers alone say nothing about which is better.`
      : ''
  return `${measure.title} by ${dimension.one}: ${many}, ${spans}.${size}`
}

/** Why some cells have no number. Nothing where none is hidden. */
function hiddenWords({ rows, measure }: Breakdown): Html {
  const hidden = rows.some(({ cells }) => cells.some(({ mark }) => mark === 'suppressed'))
  if (!hidden) return html``
  return paragraph(
    measure.hideBelow === null
      ? 'Hidden: the source does not give a number, because it is small.'
      : `Hidden: numbers below ${measure.hideBelow} are not shown, since they could point to a person. As many others are hidden as it takes that nobody can work them out from totals, so that a hidden number need not be small itself.`,
  )
}

/** A cell in a table: its number, or a word that hiddenWords explains. */
const shortWords = (cell: Cell | undefined, { measure }: Breakdown): string => {
  if (cell === undefined) return ''
  return cell.mark === 'suppressed' ? 'hidden' : cellWords(cell, measure.unit)
}

/** The newest span, a row for each part. */
function newestTable(breakdown: Breakdown, newest: BreakdownRow, boundaries: Boundaries | null): Html {
  const { parts, dimension, measure } = breakdown
  const before = breakdown.rows.at(-2)
  const owned = parts.some(({ owner }) => owner !== null)
  const columns: Column[] = [
    { text: capital(dimension.one) },
    { text: spanWords(newest.span), numeric: true },
    ...(before === undefined ? [] : [{ text: spanWords(before.span), numeric: true }]),
    ...(owned ? [{ text: 'Who answers for it' }] : []),
  ]
  return html`${sectionHeading(capital(spanWords(newest.span)), 'm', 'newest')}${mapPart(breakdown, newest, boundaries)}${scrollTable(
    {
      caption: `${measure.title} by ${dimension.one}, ${spanWords(newest.span)}`,
      anchor: 'newest-table',
      columns,
      rowHeaders: true,
      rows: parts.map((part, index): Piece[] => [
        part.name,
        shortWords(newest.cells[index], breakdown),
        ...(before === undefined ? [] : [shortWords(before.cells[index], breakdown)]),
        ...(owned ? [part.owner ?? ''] : []),
      ]),
    },
  )}<p class="sm-source">${sourceLink(newest.report.source)}</p>`
}

/** Every span, newest first; nothing where the table above has them all. */
function everySpan(breakdown: Breakdown): Html {
  const { rows, parts, measure, dimension } = breakdown
  if (rows.length < 3) return html``
  const shown = rows.toReversed().slice(0, ROWS)
  return html`${sectionHeading('Every span', 'm', 'spans')}${scrollTable({
    caption: `${measure.title} by ${dimension.one}, newest first`,
    anchor: 'table',
    rowHeaders: true,
    columns: [{ text: 'Span' }, ...parts.map(({ name }) => ({ text: name, numeric: true }))],
    rows: shown.map(({ span, cells }) => [
      spanWords(span),
      ...parts.map((_, index) => shortWords(cells[index], breakdown)),
    ]),
  })}${
    rows.length > ROWS
      ? paragraph(`The newest ${ROWS} of ${rows.length} spans; the table for programs has all.`)
      : ''
  }`
}

function downloads({ measure, dimension }: Breakdown): Html {
  const path = breakdownPath(measure.slug, dimension.slug)
  return html`${sectionHeading('Take it away', 'm', 'downloads')}${bullets([
    html`${link(`${path}/${BELOW.table}`, 'The table (CSV)')}, and ${link(`${path}/${BELOW.metadata}`, 'what its columns mean (CSVW)')}`,
    html`${link(measurePath(measure.slug), measure.title)} as a whole`,
  ])}`
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
