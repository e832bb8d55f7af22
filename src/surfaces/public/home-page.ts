/** The home page: the plan at a glance, what was promised and what came of it, the next meetings, the latest entries. */
import { standingWords } from '../../domains/plan/index.ts'
import { longDate } from '../../lib/index.ts'
import type { ListedEntry } from '../../record/index.ts'
import {
  cardGrid,
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
  type Site,
  sectionHeading,
  term,
  twoColumns,
  type View,
} from '../../web/index.ts'
import type { HomeAnswer, PriorityCard } from './reads.ts'

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

const inWords = (count: number): string => NUMBERS[count] ?? String(count)

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function cardBody(card: PriorityCard): string {
  const promises =
    card.promises === 0
      ? 'No promise or request is tied to it yet.'
      : `${counted(card.promises, 'promise or request', 'promises and requests')}, ${card.done} done.`
  return card.last === null ? promises : `${promises} Last on the record on ${longDate(card.last)}.`
}

function group(title: string, cards: readonly PriorityCard[]): Html {
  if (cards.length === 0) return html``
  return html`${sectionHeading(title)}${cardGrid(
    cards.map((card) => ({ number: card.number, title: card.title, href: card.path, body: cardBody(card) })),
  )}`
}

function leadOf({ priorities }: HomeAnswer, { words }: Site): string {
  const forForce = priorities.filter(({ owner }) => owner === 'force').length
  const forBody = priorities.filter(({ owner }) => owner === 'policing-body').length
  const parts = [
    forForce > 0
      ? `${inWords(forForce)} ${forForce === 1 ? 'thing' : 'things'} the ${words.chief} must deliver`
      : null,
    forBody > 0 ? `${inWords(forBody).toLowerCase()} the ${words.policingBody} will do` : null,
  ].filter((part) => part !== null)
  const open = 'Open one to see everything that has been said, promised and done about it.'
  if (parts.length === 0) return `The plan says what policing in ${words.area} should achieve. ${open}`
  const whole = parts.join(' and ')
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}. ${open}`
}

function factsOf(answer: HomeAnswer): Html {
  const { actions, coming, past } = answer
  const [next] = coming
  const [last] = past
  const meeting = next ?? last
  const items: (Fact | null)[] = [
    { term: 'Promises and requests', value: actions.all, note: link('/actions', 'see all of them') },
    { term: 'Done, with evidence', value: actions.done, note: link('/actions?state=done', 'see which') },
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

function top(answer: HomeAnswer, site: Site): Html {
  const { plan } = answer
  if (!plan) {
    return html`${pageTop({ title: site.name, size: 'xl' })}${lead(`What was promised about policing in ${site.words.area}, what was done, and how we know.`)}${paragraph('No plan has been published here yet.')}`
  }
  return html`${pageTop({
    kicker: html`${link(plan.path, 'Police and crime plan')} · ${standingWords(plan.standing)}`,
    title: plan.title,
    size: 'xl',
  })}${lead(leadOf(answer, site))}`
}

/** The home page. */
export function homeView(answer: HomeAnswer, { site }: PageRequest): View {
  const { words } = site
  const { priorities, kindWords } = answer
  return {
    title: answer.plan?.title ?? 'Home',
    description: `What was promised about policing in ${words.area}, what was done, and how we know.`,
    section: null,
    main: html`${top(answer, site)}${factsOf(answer)}${group(
      `For the ${words.chief}`,
      priorities.filter(({ owner }) => owner === 'force'),
    )}${group(
      `For the ${words.policingBody}`,
      priorities.filter(({ owner }) => owner === 'policing-body'),
    )}${group(
      'Priorities of the plan',
      priorities.filter(({ owner }) => owner === null),
    )}${twoColumns(
      list('Latest on the record', answer.latest, kindWords, 'Nothing has been published yet.'),
      html`${list('Next meetings', answer.coming, kindWords, 'No coming meeting has been published.')}${list('Latest meetings', answer.past, kindWords, 'No meeting has been published.')}${paragraph(
        html`${link('/work-programme', 'What meetings plan to deal with next')}`,
      )}`,
    )}${term('New to this?', html`A police and crime plan says what the ${words.policingBody}, elected for ${words.area}, wants ${words.force} to concentrate on. A panel of councillors and others checks in public whether it happens. ${link('/about', 'How to read this site')}.`)}`,
  }
}
