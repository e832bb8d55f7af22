/** Every figure that a paper on the record quotes and that was revised since: for the owner to mend what is still in use, and for all to see. */
import { html, lead, link, type PageRequest, pageTop, paragraph, type View } from '../../../../web/index.ts'
import type { QuotedFigure } from '../quoted-figure.ts'
import { FROM_MEASURES, READING_PATH } from './measure-top.ts'
import { revisedLine } from './quoted-part.ts'

/** The page at /measures/revised. */
export function revisedPage(figures: readonly QuotedFigure[], _request: PageRequest): View {
  return {
    title: 'Quoted figures that were revised',
    description: 'Figures in papers on this record that were revised after the paper was laid.',
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'Quoted figures that were revised' })}
${lead('Figures in papers on this record that were revised after the paper was laid.')}
${paragraph(html`Statistics are revised because records are corrected and completed. A paper stays as it was laid, and the figure in it carries a mark. ${link(READING_PATH, 'What provisional means')}.`)}
${
  figures.length === 0
    ? paragraph('No figure that a paper on this record quotes has been revised since.')
    : html`<ul class="govuk-list govuk-list--spaced">${figures.map((figure) => html`<li>${revisedLine(figure)}</li>`)}</ul>`
}`,
  }
}
