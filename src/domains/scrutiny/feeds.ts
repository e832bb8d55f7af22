/** The addresses of the feeds and calendars that the pages of scrutiny lead to, and how pages name them. */
import { type Html, html, joined, link, type View } from '../../web/index.ts'

export const CALENDAR = 'text/calendar; charset=utf-8'

export const ALL_MEETINGS = '/feeds/meetings.ics'
export const bodyCalendar = (bodySlug: string): string => `/feeds/bodies/${bodySlug}.ics`
export const bodyFeed = (bodySlug: string): string => `/feeds/bodies/${bodySlug}.atom`
/** Of one kind of thing: 'actions', 'questions', 'papers', 'minutes', 'decisions'. */
export const kindFeed = (name: string): string => `/feeds/${name}.atom`

type Alternate = NonNullable<View['alternates']>[number]

/** A calendar as a page's head names it. */
export const calendarForm = (href: string, title: string): Alternate => ({
  href,
  title,
  mediaType: 'text/calendar',
})

/** A feed as a page's head names it. */
export const feedForm = (href: string, title: string): Alternate => ({
  href,
  title,
  mediaType: 'application/atom+xml',
})

/** "Follow: … · …", with a way to what a feed is. */
export const followed = (ways: readonly { href: string; words: string }[]): Html =>
  html`Follow ${joined(
    ways.map(({ href, words }) => link(href, words)),
    ', or ',
  )}. ${link('/feeds', 'What is a feed or a calendar link?')}`
