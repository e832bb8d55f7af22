/** The thread of a priority: everything on the public record that serves it, newest first, each with its source. */
import { longDate } from '../../../lib/index.ts'
import type { LinkedEntry } from '../../../record/index.ts'
import {
  facts,
  filterLinks,
  type Html,
  html,
  insetText,
  lead,
  link,
  type PageRequest,
  pageLinks,
  pageTop,
  paragraph,
  sectionHeading,
  source,
  type ThreadEntry,
  term,
  threadKey,
  threadList,
  type View,
} from '../../../web/index.ts'
import { measuresPanel } from '../../performance/index.ts'
import { stateWords } from '../commitment.ts'
import { shortTitle, standingWords, versionsPath } from '../plan.ts'
import { priorityFeed, priorityPath } from '../priority.ts'
import type { ThreadAnswer } from '../reads.ts'
import { termsIn } from '../terms.ts'
import {
  countShown,
  cursorText,
  hasState,
  markOf,
  SHOWS,
  type Show,
  saidOf,
  statesInWords,
} from '../thread.ts'
import { kicker, ownerPhrase, readable } from './plan-words.ts'

/** The page at /plan/:plan/priorities/:priority. */
export function threadPage(answer: ThreadAnswer, request: PageRequest): View {
  const { priority, plan } = answer
  const number = priority.number === null ? [] : [`priority ${priority.number}`]
  return {
    title: `${priority.title}: ${shortTitle(plan.title)}`,
    description: `Everything on the public record about the priority “${priority.title}”.`,
    section: 'plan',
    alternates: [
      {
        href: priorityFeed(priority.plan.slug, priority.slug),
        title: priority.title,
        mediaType: 'application/atom+xml',
      },
    ],
    main: html`${pageTop({
      kicker: kicker(plan, ...number, ownerPhrase(priority.owner, request.site), ...standingPhrase(answer)),
      title: priority.title,
      size: 'xl',
    })}${lead(leadWords(answer))}${notes(answer)}${threadFacts(answer)}${inThePlan(answer)}${answer.further ? '' : measuresPanel(answer.measures, request.today)}${sectionHeading(
      'On the record',
      'l',
      'thread',
    )}${filters(answer)}${threadKey()}${threadList(answer.entries.rows.map(entryOf), nothingHere(answer))}${further(
      answer,
    )}${paragraph(html`Follow ${link(priorityFeed(priority.plan.slug, priority.slug), 'what is new about this priority')}. ${link('/feeds', 'What is a feed?')}`)}`,
  }
}

/** What the priority is about, as this record sums it up or its first term means, and what the page shows. */
function leadWords({ priority }: ThreadAnswer): string {
  const about = priority.summary === '' ? (termsIn(priority.title)[0]?.meaning ?? '') : priority.summary
  return `${about} This page shows everything on the public record about this priority, newest first.`.trim()
}

/** How the plan stands, unless it is in force: "its term ended on 31 March 2021". */
function standingPhrase({ standing }: ThreadAnswer): readonly string[] {
  if (standing.state === 'in-force') return []
  const words = standingWords(standing)
  return [`${words.charAt(0).toLowerCase()}${words.slice(1)}`]
}

/** What a reader must know about the priority itself before its thread. */
function notes({ priority, plan }: ThreadAnswer): Html {
  if (priority.inLatest) return html``
  const last = priority.versions.at(-1)
  const found = plan.versions.find(({ name }) => name === last)
  return insetText({
    html: html`This priority is not in the latest version of the plan. It was last in the version of ${
      found?.date ? longDate(found.date) : (last ?? 'an unknown day')
    }. ${link(versionsPath(plan.slug), 'See what changed')}.`,
  })
}

const [, PROMISES, QUESTIONS, PAPERS] = SHOWS

function threadFacts({ counts, entries, further: later }: ThreadAnswer): Html {
  const fact = (words: string, show: Show) => ({
    term: words,
    value: countShown(counts, show),
    note: show === PAPERS ? null : statesInWords(counts, show),
  })
  const newest = later ? undefined : entries.rows[0]?.date
  return facts([
    fact('Promises and requests', PROMISES),
    fact('Questions', QUESTIONS),
    fact('Papers', PAPERS),
    ...(newest ? [{ term: 'Last on record', value: longDate(newest) }] : []),
  ])
}

/** That the title or the summary is of this record's making, and not words of the plan. */
function noteOf({ summary, described }: ThreadAnswer['priority']): Html {
  if (summary === '' && !described) return html``
  const what = described
    ? `The title${summary === '' ? ' is a note' : ' and the line under it are notes'} of this record: the heading of this priority was lost in the copy of the plan that it holds.`
    : 'The line under the title is a note of this record, not words of the plan.'
  return html`<p class="sm-what">${what}</p>`
}

function inThePlan({ priority, plan }: ThreadAnswer): Html {
  const latest = plan.versions.find(({ name }) => name === priority.versions.at(-1))
  // The first meaning is the lead where no summary is.
  const meanings = termsIn(priority.title)
    .slice(priority.summary === '' ? 1 : 0)
    .map(({ question, meaning }) => term(question, meaning))
  const note = noteOf(priority)
  if (priority.text.length === 0) return readable(html`<div id="in-the-plan">${note}${meanings}</div>`)
  return readable(
    html`${note}${sectionHeading('What the plan says', 'm', 'in-the-plan')}${priority.text.map((text) =>
      paragraph(text),
    )}${
      latest
        ? source(
            link(latest.source.path, latest.source.title),
            latest.date ? longDate(latest.date) : 'no date stated',
          )
        : ''
    }${meanings}`,
  )
}

function filters({ priority, counts, show }: ThreadAnswer): Html {
  const path = priorityPath(priority.plan.slug, priority.slug)
  return filterLinks(
    'Show',
    SHOWS.filter((each) => each === show || countShown(counts, each) > 0).map((each) => ({
      text: each.words,
      href: each.name === 'everything' ? path : `${path}?show=${each.name}`,
      current: each === show,
      count: countShown(counts, each),
    })),
  )
}

function entryOf(entry: LinkedEntry): ThreadEntry {
  const shows = hasState(entry.kind)
  const { what, text } = saidOf(entry.kind, entry.summary)
  return {
    mark: markOf(entry.kind, entry.state),
    date: entry.date,
    what,
    title: entry.title,
    // A section of a paper is part of its page; the words of an action stand on another, which its source leads to.
    href: entry.place?.path.startsWith(`${entry.path}#`) ? entry.place.path : entry.path,
    text,
    quote: entry.place?.text ?? null,
    state: shows
      ? {
          words: stateWords(entry.state),
          tone: markOf(entry.kind, entry.state) === 'done' ? 'done' : 'plain',
        }
      : null,
    source: source(
      entry.place === null
        ? link(entry.path, html`Source<span class="govuk-visually-hidden">: ${entry.title}</span>`)
        : link(entry.place.path, `Source: ${entry.place.label}`),
      `on this thread because ${tidy(entry.why)}`,
    ),
  }
}

/** Why a link is there, as the end of a sentence. */
const tidy = (why: string): string => `${why.charAt(0).toLowerCase()}${why.slice(1)}`.replace(/\.$/, '')

const nothingHere = ({ show }: ThreadAnswer): string =>
  show.name === 'everything'
    ? 'Nothing on the record has been tied to this priority yet. That does not mean that nothing was done.'
    : `No ${show.words} have been tied to this priority yet.`

function further({ priority, show, entries, further: later }: ThreadAnswer): Html {
  const path = priorityPath(priority.plan.slug, priority.slug)
  const narrowed = show.name === 'everything' ? [] : [`show=${show.name}`]
  const at = (query: readonly string[]): string => (query.length === 0 ? path : `${path}?${query.join('&')}`)
  return pageLinks({
    first: later ? at(narrowed) : null,
    next: entries.next === null ? null : at([...narrowed, `after=${cursorText(entries.next)}`]),
    firstText: 'Back to the newest',
    nextText: 'Show earlier entries',
  })
}
