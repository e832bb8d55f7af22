/** The plain line on a page that is served from the kept copy: what it is, of when, and what is away meanwhile. */
import { londonDate, longDate } from '../lib/index.ts'
import { type Html, html } from './html.ts'

const LONDON_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
})

/** The line. `made` is the moment the copy was made, in ISO 8601, where that is known. */
export function keptCopyNotice(made: string | undefined): Html {
  const at = made === undefined ? undefined : new Date(made)
  const when =
    at === undefined
      ? ''
      : html` of <time datetime="${made}">${longDate(londonDate(at))}, ${LONDON_TIME.format(at)}</time>`
  return html`<p class="govuk-inset-text">This is our kept copy${when}. Search and other days are away for the moment.</p>\n`
}
