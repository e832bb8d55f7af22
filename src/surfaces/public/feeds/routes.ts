/** The feeds, and the page that lists them. */
import type { PublicRecord } from '../../../record/index.ts'
import { atomText, type Feed, type Page, type PageRequest, page, Text } from '../../../web/index.ts'
import { allFeed, feedOfKind, KIND_FEEDS } from './feed-of.ts'
import { feedsPage } from './feeds-page.ts'
import { bodyFeeds, everything, feeds, ofBody, ofKind, ofPriority, priorityFeeds } from './reads.ts'

const ATOM = 'application/atom+xml; charset=utf-8'

const asText = (feed: Feed, { origin = '', site }: PageRequest): Text =>
  new Text(ATOM, atomText(feed, { origin, authority: site.authority }))

export const feedPages: readonly Page<PublicRecord>[] = [
  page('/feeds', { read: feeds, view: feedsPage }),
  page(allFeed, { days: 'none', read: everything, view: asText }),
  ...KIND_FEEDS.map((kind) => page(feedOfKind(kind), { days: 'none', read: ofKind(kind), view: asText })),
  page('/feeds/bodies/:body.atom', { days: 'none', addresses: bodyFeeds, read: ofBody, view: asText }),
  page('/feeds/plan/:plan/:priority.atom', {
    days: 'none',
    addresses: priorityFeeds,
    read: ofPriority,
    view: asText,
  }),
]
