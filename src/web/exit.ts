/** "Exit this page": the way to leave quickly for who must not be seen reading it (GOV.UK's component, which works as a plain link). */
import { type Html, html } from './html.ts'
import type { Site, View } from './page.ts'
import { link, safeHref } from './pieces.ts'

/**
 * What a page is about when somebody who was hurt may be reading it. Too many words rather than too few: the way to leave
 * does no harm where it is not needed.
 */
const HURT =
  /victim|survivor|witness|abuse|violence|stalk|rape|sexual|exploitat|coerci|honour[- ]based|forced[- ]marriage|genital|traffick|slavery|hate[- ]crime|harass|safeguard/i

/** The priorities that a page leads to. One that leads to many is a list of them, and about none. */
const PRIORITY = /href="\/plan\/[^"/]+\/priorities\/([^"/?#]+)/g
const MOST_PRIORITIES = 3

/** Whether a page speaks to people who were hurt: as it says itself, or by its title, its sentence, or the priority it serves. */
export function speaksToVictims(view: View): boolean {
  if (view.addressesVictims !== undefined) return view.addressesVictims
  if (HURT.test(view.title) || HURT.test(view.description ?? '')) return true
  const priorities = new Set([...view.main.text.matchAll(PRIORITY)].map(([, slug = '']) => slug))
  return priorities.size <= MOST_PRIORITIES && [...priorities].some((slug) => HURT.test(slug))
}

/** A page that anyone might have open, when the authority names no other. */
export const HARMLESS = 'https://www.bbc.co.uk/weather'

/** The button that leads away from this site. It needs no script, and is the first thing after the skip link for who goes by keyboard. */
export const exitThisPage = ({ exit }: Pick<Site, 'exit'>): Html =>
  html`<aside class="govuk-exit-this-page sm-exit" aria-label="Leave this site quickly"><a href="${safeHref(exit ?? HARMLESS)}" draggable="false" class="govuk-button govuk-button--warning govuk-exit-this-page__button" rel="nofollow noreferrer"><span class="govuk-visually-hidden">Emergency: </span>Exit this page</a></aside>`

/** Where the words stand on what it can do and what not. */
export const aboutExit = (): Html => link('/about#exit', 'What “Exit this page” can and cannot do')
