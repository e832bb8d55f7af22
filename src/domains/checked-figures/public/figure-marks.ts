/** Quiet marks at the places of a paper that do not add up, leading to the calculation at the head of the page. */
import { type Html, html, link, type Piece } from '../../../web/index.ts'
import type { CheckedFigures, Finding, PlaceOfFinding } from '../finding.ts'
import { findingAnchor, placeHref } from './figures-panel.ts'

export type FigureMarks = {
  /** What stands under a block: by its fragment, without "#". */
  under: (anchor: string) => Piece
  /** A cell of a table with its mark; the words alone where nothing is wrong there. Row and column count from 0. */
  cell: (table: string, at: { row: number; column: number }, words: string) => Piece
}

type Marked = { finding: Finding; place: PlaceOfFinding }

/** The marks of a paper's findings. Figures that were only cut off are not marked. */
export function figureMarks(figures: CheckedFigures | undefined): FigureMarks {
  const marked = (figures?.findings ?? [])
    .filter(({ severity }) => severity === 'error')
    .flatMap((finding) => finding.places.map((place): Marked => ({ finding, place })))
  const byBlock = Map.groupBy(
    marked.filter(({ place }) => place.cell === null),
    ({ place }) => place.href,
  )
  const byCell = new Map(
    marked.flatMap((each) => (each.place.cell === null ? [] : [[placeHref(each.place), each] as const])),
  )
  return {
    under: (anchor) => (byBlock.get(`#${anchor}`) ?? []).map(underBlock),
    cell: (table, { row, column }, words) => {
      const found = byCell.get(placeHref({ href: `#${table}`, cell: { row, column } }))
      return found === undefined ? words : inCell(found, words)
    },
  }
}

const underBlock = ({ finding: { ref }, place: { stated } }: Marked): Html =>
  html`<p class="sm-arose">${stated === '' ? 'These figures do' : `“${stated}” does`} not add up with others here: ${link(`#${findingAnchor(ref)}`, 'see the calculation')}</p>`

/** The mark stands before the words, so that figures below each other stay in line. */
const inCell = ({ finding: { ref }, place }: Marked, words: string): Html =>
  html`<span class="sm-figure" id="${placeHref(place).slice(1)}"><a class="govuk-link sm-figure__mark" href="#${findingAnchor(ref)}"><span aria-hidden="true">†</span><span class="govuk-visually-hidden">Does not add up, see the calculation:</span></a>${words}</span>`
