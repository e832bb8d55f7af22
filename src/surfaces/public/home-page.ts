/** The home page: the plan at a glance, what was promised and what came of it, the next meetings, the latest entries. */
import { planPath, planSentence, priorityCards, shortTitle, standingWords } from '../../domains/plan/index.ts'
import { longDate } from '../../lib/index.ts'
import type { ListedEntry } from '../../record/index.ts'
import {
  day,
  type Fact,
  facts,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  term,
  twoColumns,
  type View,
} from '../../web/index.ts'
import { allFeed } from './feeds/feed-of.ts'
import type { HomeAnswer } from './reads.ts'

function factsOf(answer: HomeAnswer): Html {
  const { actions, coming, past } = answer
  const [next] = coming
  const [last] = past
  const meeting = next ?? last
  const items: (Fact | null)[] = [
    {
      term: 'Asked for or promised at meetings',
      value: actions.all,
      note: html`${
        actions.done === 0
          ? 'nothing on the record shows one done yet'
          : link('/actions?state=done', `${actions.done} done, with evidence`)
      } · ${link('/actions', 'see all of them')}`,
    },
    {
      term: 'Past their date',
      value: actions.late,
      note: actions.late === 0 ? 'none of those that have a date' : link('/actions?show=late', 'see which'),
    },
    {
      term: 'Not found in the next work programme',
      value: actions.notFound,
      note: actions.notFound === 0 ? 'all were found' : link('/actions?show=not-found', 'see which'),
    },
    meeting?.date
      ? {
          term: next ? 'Next public meeting' : 'Latest meeting on record',
          value: longDate(meeting.date),
          note: link(meeting.path, meeting.title),
        }
      : null,
  ]
  return facts(items.filter((item) => item !== null))
}

const listed = (entry: ListedEntry, words: ReadonlyMap<string, string>): Html =>
  html`<li>${link(entry.path, entry.title)}<br><span class="sm-what">${joined([words.get(entry.kind), entry.date === null ? null : day(entry.date)], ' · ')}</span></li>`

function list(
  title: string,
  entries: readonly ListedEntry[],
  words: ReadonlyMap<string, string>,
  nothing: string,
): Html {
  return html`${sectionHeading(title, 'm')}${
    entries.length === 0
      ? paragraph(nothing)
      : html`<ul class="govuk-list govuk-list--spaced">${entries.map((entry) => listed(entry, words))}</ul>`
  }`
}

function top({ plan }: HomeAnswer, request: PageRequest): Html {
  const { site } = request
  if (plan === undefined) {
    return html`${pageTop({ title: site.name, size: 'xl' })}${lead(
      `What was promised about policing in ${site.words.area}, what was done, and how we know.`,
    )}${paragraph('No plan has been published here yet.')}`
  }
  return html`${pageTop({
    kicker: html`${link(planPath(plan.plan.slug), 'Police and crime plan')} · ${standingWords(plan.standing)}`,
    title: shortTitle(plan.plan.title),
    size: 'xl',
  })}${lead(planSentence(plan.plan, request))}`
}

/** The home page. */
export function homeView(answer: HomeAnswer, request: PageRequest): View {
  const { words } = request.site
  const { plan, latest, coming, past, measures, kindWords } = answer
  return {
    title: 'What was promised, and what came of it',
    description: `What was promised about policing in ${words.area}, what was done, and how we know.`,
    section: null,
    alternates: [{ href: allFeed, title: request.site.name, mediaType: 'application/atom+xml' }],
    main: html`${top(answer, request)}${factsOf(answer)}${term(
      'New to this?',
      html`A police and crime plan says what the ${words.policingBody}, elected for ${words.area}, wants ${words.force} to concentrate on. A panel of councillors and others checks in public whether it happens. ${link('/about', 'How to read this site')}.`,
    )}${plan === undefined ? '' : priorityCards(plan, request)}${twoColumns(
      list('Latest on the record', latest, kindWords, 'Nothing has been published yet.'),
      html`${list('Next meetings', coming, kindWords, 'No coming meeting has been published.')}${list(
        'Latest meetings',
        past,
        kindWords,
        'No meeting has been published.',
      )}${measures === 0 ? '' : paragraph(link('/measures', measures === 1 ? 'One measure of policing, with its source' : `${measures} measures of policing: which changes are more than chance`))}${paragraph(link('/work-programme', 'What meetings plan to deal with next'))}${paragraph(link('/calendar', 'The calendar of meetings'))}${paragraph(link('/feeds', 'Be told of what is new, by feed or in your own calendar'))}`,
    )}`,
  }
}
