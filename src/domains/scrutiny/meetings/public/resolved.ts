/** A resolution set apart: what the body decided, with its parts as printed and what arose from it. */
import { type Html, html, type Piece } from '../../../../web/index.ts'
import type { ResolutionText } from '../minutes.ts'

/** Begins with "Resolved", in the words of the paper. */
export function resolvedBox({ anchor, text, parts }: ResolutionText, under: Piece): Html {
  const words = text.replace(/^(unanimously\s+)?(that\s)/i, '$1$2')
  return html`<div class="sm-resolved" id="${anchor}"><p><strong>Resolved</strong> ${words}</p>${
    parts.length === 0
      ? ''
      : html`<ul class="govuk-list ${parts.some(({ marker }) => marker !== '') ? 'sm-marked' : 'govuk-list--bullet'}">${parts.map(
          ({ marker, text: part }) => html`<li>${marker === '' ? '' : `${marker} `}${part}</li>`,
        )}</ul>`
  }${under}</div>`
}
