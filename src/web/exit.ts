/** "Exit this page": the way to leave quickly for who must not be seen reading it (GOV.UK's component, which works as a plain link). */
import { type Html, html } from './html.ts'
import type { Site } from './page.ts'
import { safeHref } from './pieces.ts'

/** A page that anyone might have open, when the authority names no other. */
export const HARMLESS = 'https://www.bbc.co.uk/weather'

/** The button that leads away from this site. It needs no script, and is the first thing after the skip link for who goes by keyboard. */
export const exitThisPage = ({ exit }: Pick<Site, 'exit'>): Html =>
  html`<div class="govuk-exit-this-page sm-exit"><a href="${safeHref(exit ?? HARMLESS)}" draggable="false" class="govuk-button govuk-button--warning govuk-exit-this-page__button" rel="nofollow noreferrer"><span class="govuk-visually-hidden">Emergency: </span>Exit this page</a></div>`
