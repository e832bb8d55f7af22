/** Questions of the published record that feeds ask: what became public last, in all and of one body, priority or kind. */
import {
  planKind,
  kinds as planKinds,
  priorityFeed,
  priorityKind,
  priorityPath,
} from '../../../domains/plan/index.ts'
import { bodyFeed, bodyKind, kinds as scrutinyKinds } from '../../../domains/scrutiny/index.ts'
import { type EntryId, type Instant, now } from '../../../lib/index.ts'
import {
  type AnyKind,
  entriesOf,
  entryAt,
  type LatestFilter,
  type LinkKind,
  type ListedEntry,
  latestPublished,
  type PublicRecord,
} from '../../../record/index.ts'
import type { Feed, FeedEntry, PageRequest } from '../../../web/index.ts'
import { allFeed, EVERYTHING, feedOfKind, type KindFeed } from './feed-of.ts'

/** How many things a feed tells of; a program that asks once a day misses none. */
const MOST = 100

/** More bodies, plans or priorities than any area has. */
const ALL = 500

const kinds: readonly AnyKind[] = [...planKinds, ...scrutinyKinds]
const sortWords = new Map(kinds.map(({ name, words }) => [name, words.one]))

const entryOf = ({ id, kind, title, path, summary, publishedAt }: ListedEntry): FeedEntry => ({
  id,
  title,
  path,
  updated: publishedAt,
  summary,
  sort: sortWords.get(kind) ?? kind,
})

/** What a feed without entries says it was last changed: no moment of this record. */
const NEVER: Instant = now(new Date(0))

type About = Pick<Feed, 'path' | 'page' | 'title' | 'subtitle'>

async function feed(
  ask: PublicRecord,
  { site }: PageRequest,
  about: About,
  filter: Omit<LatestFilter, 'limit'>,
): Promise<Feed> {
  const latest = await latestPublished(ask, { ...filter, limit: MOST })
  return { ...about, author: site.publisher, updated: NEVER, entries: latest.map(entryOf) }
}

/** Everything that readers look for. */
export const everything = (ask: PublicRecord, request: PageRequest): Promise<Feed> =>
  feed(
    ask,
    request,
    {
      path: allFeed,
      page: '/',
      title: request.site.name,
      subtitle: `Everything that is new or has changed on the record of policing in ${request.site.words.area}`,
    },
    { kinds: EVERYTHING },
  )

/** Everything of one kind. */
export const ofKind =
  (kind: KindFeed) =>
  (ask: PublicRecord, request: PageRequest): Promise<Feed> =>
    feed(
      ask,
      request,
      {
        path: feedOfKind(kind),
        page: kind.page,
        title: `${kind.title}: ${request.site.name}`,
        subtitle: `What is new or has changed: ${kind.about}`,
      },
      { kinds: kind.kinds },
    )

/** Everything of one body; undefined when there is no such body. */
export async function ofBody(ask: PublicRecord, request: PageRequest): Promise<Feed | undefined> {
  const slug = request.params['body'] ?? ''
  const body = await entryAt(ask, bodyKind, `/bodies/${slug}`)
  if (body === undefined) return undefined
  const about = {
    path: bodyFeed(slug),
    page: body.path,
    title: `${body.title}: ${request.site.name}`,
    subtitle: `What is new or has changed on the record of the ${body.title}`,
  }
  return feed(ask, request, about, { kinds: EVERYTHING, body: body.path })
}

const SERVES: LinkKind = 'serves'

/** Everything on the thread of a priority; undefined when there is no such priority. */
export async function ofPriority(ask: PublicRecord, request: PageRequest): Promise<Feed | undefined> {
  const { plan = '', priority = '' } = request.params
  const entry = await entryAt(ask, priorityKind, priorityPath(plan, priority))
  if (entry === undefined) return undefined
  const about = {
    path: priorityFeed(plan, priority),
    page: entry.path,
    title: `${entry.title}: ${entry.content.plan.title}`,
    subtitle: `What is new or has changed about the priority “${entry.title}”`,
  }
  return feed(ask, request, about, { kinds: [...ON_THREADS], linked: { to: entry.id, kind: SERVES } })
}

/** Whatever may serve a priority. */
const ON_THREADS = kinds.map(({ name }) => name)

export type FeedsAnswer = {
  bodies: { title: string; slug: string }[]
  priorities: { id: EntryId; title: string; plan: string; planTitle: string; slug: string }[]
}

/** The bodies that have feeds of their own, by name, and the priorities, as their plan puts them. */
export async function feeds(ask: PublicRecord): Promise<FeedsAnswer> {
  const [bodies, priorities, plans] = await Promise.all([
    entriesOf(ask, bodyKind, { limit: ALL }),
    entriesOf(ask, priorityKind, { limit: ALL }),
    entriesOf(ask, planKind, { limit: ALL }),
  ])
  const places = new Map(
    plans.rows.flatMap(({ content }) =>
      content.parts.priorities.map(({ slug }, place) => [`${content.slug} ${slug}`, place] as const),
    ),
  )
  const placeOf = ({ plan, slug }: { plan: string; slug: string }): number =>
    places.get(`${plan} ${slug}`) ?? ALL
  const planTitles = new Map(plans.rows.map(({ content, title }) => [content.slug, title]))
  return {
    bodies: bodies.rows
      .map(({ title, content }) => ({ title, slug: content.slug }))
      .toSorted((one, other) => (one.title < other.title ? -1 : 1)),
    priorities: priorities.rows
      .map(({ id, title, content }) => ({
        id,
        title,
        plan: content.plan.slug,
        planTitle: planTitles.get(content.plan.slug) ?? content.plan.title,
        slug: content.slug,
      }))
      .toSorted((one, other) => placeOf(one) - placeOf(other)),
  }
}

/** The addresses of the feeds of each body. */
export const bodyFeeds = async (ask: PublicRecord): Promise<string[]> =>
  (await feeds(ask)).bodies.map(({ slug }) => bodyFeed(slug))

/** The addresses of the feeds of each priority. */
export const priorityFeeds = async (ask: PublicRecord): Promise<string[]> =>
  (await feeds(ask)).priorities.map(({ plan, slug }) => priorityFeed(plan, slug))
