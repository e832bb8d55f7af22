/** All feeds and calendars, and in plain words what they are for. */
import { priorityFeed } from '../../../domains/plan/index.ts'
import { ALL_MEETINGS, bodyCalendar, bodyFeed } from '../../../domains/scrutiny/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  type View,
} from '../../../web/index.ts'
import { allFeed, feedOfKind, KIND_FEEDS } from './feed-of.ts'
import type { FeedsAnswer } from './reads.ts'

/** The page at /feeds. */
export function feedsPage({ bodies, priorities }: FeedsAnswer, { site }: PageRequest): View {
  return {
    title: 'Feeds and calendar links',
    description: 'How to be told when something new is published here, without giving a name or an address.',
    section: null,
    alternates: [{ href: allFeed, title: site.name, mediaType: 'application/atom+xml' }],
    main: html`${pageTop({ title: 'Feeds and calendar links' })}
${lead('How to be told when something new is published here. You give no name, no email address and no account.')}
${whatTheyAre()}
${sectionHeading('Meetings in your own calendar', 'm', 'calendars')}
${bullets([
  link(ALL_MEETINGS, 'All meetings'),
  ...bodies.map(({ title, slug }) => link(bodyCalendar(slug), `Meetings of the ${title}`)),
])}
${sectionHeading('Feeds by kind', 'm', 'kinds')}
${bullets([
  html`${link(allFeed, 'Everything')}: all that is new or has changed`,
  ...KIND_FEEDS.map((kind) => html`${link(feedOfKind(kind), kind.title)}: ${kind.about}`),
])}
${sectionHeading('Feeds by body', 'm', 'bodies')}
${bodies.length === 0 ? paragraph('No body is on the record yet.') : bullets(bodies.map(({ title, slug }) => link(bodyFeed(slug), title)))}
${sectionHeading('Feeds by priority of the plan', 'm', 'priorities')}
${byPlan(priorities)}`,
  }
}

const whatTheyAre = (): Html => html`${sectionHeading('What is a feed?', 'm', 'what')}
${paragraph('A feed is an address that a program reads for you. Copy the address of a link below into a feed reader, which may be an app or a part of your browser or mail program. It then shows you what is new here, and you need not come back to look.')}
${sectionHeading('What is a calendar link?', 'm', 'what-calendar')}
${paragraph('A calendar link puts the meetings into the calendar on your phone or computer. Look there for “subscribe to a calendar” or “add by address”, and paste the address of a link below. When a meeting changes or is cancelled, your calendar changes too.')}
${paragraph('Opening a link without such a program shows, or saves, a file that is meant for programs. That does no harm.')}`

function byPlan(priorities: FeedsAnswer['priorities']): Html {
  if (priorities.length === 0) return paragraph('No priority of a plan is on the record yet.')
  const plans = [...new Set(priorities.map(({ plan }) => plan))]
  return html`${plans.map((plan) => {
    const theirs = priorities.filter((each) => each.plan === plan)
    return html`<h3 class="govuk-heading-s">${theirs[0]?.planTitle}</h3>${bullets(
      theirs.map(({ title, slug }) => link(priorityFeed(plan, slug), title)),
    )}`
  })}`
}
