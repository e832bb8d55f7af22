/** Figures that papers quote: on the paper itself beside the figure, on the page of the measure, and in a list of those revised since. */
import { longDate } from '../../../../lib/index.ts'
import { finding, type Html, html, joined, link, term } from '../../../../web/index.ts'
import { figurePath, type QuotedFigure, quotedPath, type ValueSaid } from '../quoted-figure.ts'
import { spanWords } from '../spans.ts'
import { cellWords } from '../value-words.ts'

/** "All recorded crime, 12 months to June 2019", with its part where it is of one. */
const whatWords = ({ measure, part, span }: QuotedFigure): string =>
  [measure.title, ...(part === null ? [] : [part.name]), spanWords(span)].join(', ')

/** The address of the place that quotes it. */
const placeHref = ({ paper }: QuotedFigure): string =>
  paper.anchor === '' ? paper.path : `${paper.path}#${paper.anchor}`

const placeLink = (figure: QuotedFigure): Html =>
  link(placeHref(figure), joined([figure.paper.title, figure.paper.place], ', '))

/** "197,400 as at 16 January 2020"; a made-up number beside a real paper says so. */
const saidWords = ({ cell, asAt, invented }: ValueSaid, { measure }: QuotedFigure): string =>
  `${cellWords(cell, measure.unit)}${asAt === null ? '' : ` as at ${longDate(asAt)}`}${invented === true ? ' (a made-up number, to show how this looks)' : ''}`

/** What became of a quoted figure: "printed as 197,356; it is 197,400 as at 16 January 2020". */
const becameWords = (figure: QuotedFigure): string =>
  figure.now === null
    ? `printed as ${figure.printed}; it stands as quoted`
    : `printed as ${figure.printed}; revised since, it is ${saidWords(figure.now, figure)}`

/** A quotation on the page of its measure: which paper, what it printed, what it is now. */
export const quotationLine = (figure: QuotedFigure): Html =>
  html`${placeLink(figure)}: ${spanWords(figure.span)}${figure.part === null ? '' : `, ${figure.part.name}`}, ${becameWords(figure)}`

/** A quotation in a list of many measures. */
export const revisedLine = (figure: QuotedFigure): Html =>
  html`<strong>${link(figurePath(figure), whatWords(figure))}</strong>: ${becameWords(figure)}.<br><span class="sm-source">${placeLink(figure)}</span>`

const fragmentOf = (figure: QuotedFigure): string => quotedPath(figure).split('#')[1] ?? ''

/**
 * On a paper: how many of its figures were revised since it was laid, and which figures are followed at all. Nothing
 * where none is.
 */
export function quotedPanel(figures: readonly QuotedFigure[]): Html {
  if (figures.length === 0) return html``
  const revised = figures.filter(({ now }) => now !== null)
  return html`${revised.length === 0 ? '' : revisedBox(revised)}${term(
    figures.length === 1
      ? 'One figure of this paper is followed here'
      : `${figures.length} figures of this paper are followed here`,
    html`<p>Each is bound to a measure on this record. When the measure is revised, this page says so.</p><ul class="govuk-list govuk-list--bullet">${figures.map(
      (figure) =>
        html`<li id="${fragmentOf(figure)}">${link(figurePath(figure), whatWords(figure))}: ${becameWords(figure)}${figure.paper.anchor === '' ? '' : html` (${link(`#${figure.paper.anchor}`, figure.paper.place === '' ? 'where it stands' : figure.paper.place)})`}</li>`,
    )}</ul>`,
  )}`
}

const revisedBox = (revised: readonly QuotedFigure[]): Html =>
  finding({
    title:
      revised.length === 1
        ? 'One figure of this paper was revised since'
        : `${revised.length} figures of this paper were revised since`,
    body: html`<p>The paper stands as it was laid. Statistics are corrected later, and that is no fault of the paper.</p><ul class="govuk-list govuk-list--bullet">${revised.map(
      (figure) =>
        html`<li>${figure.paper.anchor === '' ? '' : html`${link(`#${figure.paper.anchor}`, figure.paper.place === '' ? 'Where it stands' : figure.paper.place)}: `}${whatWords(figure)}, ${becameWords(figure)}.</li>`,
    )}</ul>`,
  })

/** The mark below a paragraph or table that quotes a figure that was revised since; nothing below all others. */
export function quotedMarks(figures: readonly QuotedFigure[]): (anchor: string) => Html {
  const revised = Map.groupBy(
    figures.filter(({ now, paper }) => now !== null && paper.anchor !== ''),
    ({ paper }) => paper.anchor,
  )
  return (anchor) => {
    const here = revised.get(anchor) ?? []
    return html`${here.map(
      (figure) =>
        html`<p class="sm-note"><strong>Revised since:</strong> ${figure.printed}. ${link(figurePath(figure), whatWords(figure))} is now ${figure.now === null ? '' : saidWords(figure.now, figure)}.</p>`,
    )}`
  }
}
