/** Two versions of a text as one: what went is struck through, what came is underlined, and words say both for those who see neither. */
import type { RedlinePassage, RedlinePiece } from '../lib/index.ts'
import { details } from './components.ts'
import { type Html, html } from './html.ts'

/** The changes in reading order; long runs without a change fold away. */
export const redlineBody = (changes: readonly RedlinePassage[]): Html =>
  html`<div class="sm-redline">${runs(changes).map(runOf)}</div>`

type Run = { change: RedlinePassage['change']; passages: RedlinePassage[] }

function runs(changes: readonly RedlinePassage[]): Run[] {
  const found: Run[] = []
  for (const passage of changes) {
    const last = found.at(-1)
    if (last && last.change === 'same' && passage.change === 'same') last.passages.push(passage)
    else found.push({ change: passage.change, passages: [passage] })
  }
  return found
}

/** How many unchanged passages in a row are shown before they fold away. */
const FOLD = 3

function runOf({ change, passages }: Run): Html {
  const shown = html`${passages.map(passageOf)}`
  if (change !== 'same' || passages.length <= FOLD) return shown
  return details({
    summaryText: `${passages.length.toLocaleString('en-GB')} passages unchanged`,
    html: shown,
  })
}

const CHANGE_WORDS = { changed: 'Changed', added: 'Added', removed: 'Removed' } as const

function passageOf({ change, heading, pieces }: RedlinePassage): Html {
  const label =
    change === 'same'
      ? ''
      : html`<strong class="sm-what">${CHANGE_WORDS[change]}${heading ? ' heading' : ''}:</strong> `
  const text = pieces.map((piece) => pieceOf(piece, change === 'changed'))
  return heading && change === 'same'
    ? html`<h3 class="govuk-heading-s">${text}</h3>`
    : html`<p class="govuk-body">${label}${text}</p>`
}

/** Inside a changed passage each piece says to a screen reader what became of it; a whole one's label says so already. */
function pieceOf({ change, text }: RedlinePiece, inside: boolean): Html {
  const said = (words: string): Html | '' =>
    inside ? html`<span class="govuk-visually-hidden">${words}: </span>` : ''
  if (change === 'added') return html`<ins>${said('put in')}${text}</ins>`
  if (change === 'removed') return html`<del>${said('taken out')}${text}</del>`
  return html`${text}`
}
