/** One plan at a glance: what it sets, for whom, with what money, and where each part of it stands today. */

import { longDate } from '../../../lib/index.ts'
import {
  bullets,
  cardGrid,
  day,
  facts,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  source,
  stateTag,
  term,
  type View,
} from '../../../web/index.ts'
import { type FiguresAround, figureMarks, figuresPanel } from '../../checked-figures/index.ts'
import { commitmentsPath } from '../commitment.ts'
import {
  type Owner,
  type Plan,
  type PriorityIn,
  planPath,
  shortTitle,
  standingWords,
  termWords,
  versionsPath,
} from '../plan.ts'
import { priorityPath } from '../priority.ts'
import type { PlanAtAGlance } from '../reads.ts'
import type { PlanHistory } from '../reads-review.ts'
import { WHAT_A_PLAN_IS } from '../terms.ts'
import { countShown, SHOWS, type Show } from '../thread.ts'
import {
  counted,
  explained,
  figure,
  ownerWords,
  readable,
  sentence,
  standingTone,
  tiesLine,
} from './plan-words.ts'
import { previousPart, reviewPart } from './review-part.ts'

/** The page at /plan/:plan. */
export function planPage(
  answer: PlanAtAGlance & { history: PlanHistory; figures: FiguresAround },
  request: PageRequest,
): View {
  const { plan, standing, history } = answer
  const title = shortTitle(plan.title)
  return {
    title,
    description: `${title}: the police and crime plan of ${request.site.words.area}, ${termWords(plan.term)}.`,
    section: 'plan',
    main: html`${pageTop({ kicker: `Police and crime plan, ${termWords(plan.term)}`, title, size: 'xl' })}${lead(
      planSentence(plan, request),
    )}<p class="govuk-body">${stateTag({ words: standingWords(standing), tone: standingTone(standing) })}${
      standing.state === 'superseded' ? html` ${link(standing.by.path, 'See the plan that replaced it')}` : ''
    }</p>${planFacts(answer)}${term('What is a police and crime plan?', WHAT_A_PLAN_IS)}${priorityCards(
      answer,
      request,
    )}${principles(plan)}${national(plan)}${commitments(plan)}${figuresPart(answer)}${money(plan)}${reviewPart(history)}${previousPart(plan.slug, history)}${versions(plan)}`,
  }
}

/** One plain sentence: how many things are set, and for whom. */
export function planSentence(
  { parts: { priorities } }: Plan,
  { site: { words } }: Pick<PageRequest, 'site'>,
): string {
  const count = (owner: Owner | null): number =>
    priorities.filter((priority) => priority.owner === owner).length
  const said = [
    count('force') > 0 ? `${counted(count('force'), 'thing')} the ${words.chief} is to deliver` : '',
    count('policing-body') > 0
      ? `${counted(count('policing-body'), 'thing')} the ${words.policingBody} is to do`
      : '',
    count(null) > 0
      ? `${counted(count(null), 'priority', 'priorities')} of which the paper does not say whose they are`
      : '',
  ].filter((part) => part !== '')
  const subject = said.length === 0 ? 'No priority of this plan has been published yet' : said.join(' and ')
  return `${sentence(subject)}. Open one to see everything that has been said, promised and asked about it.`
}

function planFacts({ plan, commitments: counts }: PlanAtAGlance): Html {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const current = plan.parts.commitments.length
  const earlier = total > current ? `${total - current} more in an earlier version · ` : ''
  const done = counts.filter(({ state }) => state === 'done').reduce((sum, { count }) => sum + count, 0)
  const latest = plan.versions.at(-1)
  return facts([
    { term: 'Priorities', value: plan.parts.priorities.length },
    {
      term: 'Commitments',
      value: current,
      note:
        total === 0
          ? 'none named in the text at hand'
          : html`${earlier}${done} shown to be done · ${link(commitmentsPath(plan.slug), 'see them all')}`,
    },
    {
      term: 'Latest version',
      value: latest?.date ? longDate(latest.date) : 'No date stated',
      note: latest ? link(latest.source.path, 'The plan as published') : null,
    },
    {
      term: 'Versions here',
      value: plan.versions.length,
      note: plan.versions.length > 1 ? link(versionsPath(plan.slug), 'what changed between them') : null,
    },
  ])
}

const [, PROMISES, QUESTIONS, PAPERS] = SHOWS

/** What hangs on a priority, counted honestly: "12 promises and requests, 7 done. Last on record 8 June 2022." */
function cardBody(answer: PlanAtAGlance, priority: PriorityIn): string {
  const card = answer.cards.get(priorityPath(answer.plan.slug, priority.slug))
  const shown = (show: Show): number => countShown(card?.counts ?? [], show)
  if (!card || (card.counts.length === 0 && card.measures === 0))
    return 'Nothing on the record is tied to it yet.'
  const done = card.counts
    .filter(({ kind, state }) => PROMISES.kinds.some((known) => known === kind) && state === 'done')
    .reduce((sum, { count }) => sum + count, 0)
  const promises = shown(PROMISES)
  const parts = [
    promises > 0 ? `${figure(promises, 'promise or request', 'promises and requests')}, ${done} done` : '',
    shown(QUESTIONS) > 0 ? figure(shown(QUESTIONS), 'question') : '',
    shown(PAPERS) > 0 ? figure(shown(PAPERS), 'paper') : '',
    card.measures > 0 ? figure(card.measures, 'measure') : '',
  ].filter((part) => part !== '')
  const last = card.last === null ? '' : ` Last on record ${longDate(card.last)}.`
  return `${parts.length === 0 ? 'On the record' : parts.join('; ')}.${last}`
}

/** The priorities as cards, under whose they are, each with what hangs on it. */
export function priorityCards(answer: PlanAtAGlance, { site }: PageRequest): Html {
  const owners: readonly (Owner | null)[] = ['force', 'policing-body', null]
  return html`${owners.map((owner) => {
    const theirs = answer.plan.parts.priorities.filter((priority) => priority.owner === owner)
    if (theirs.length === 0) return ''
    return html`${sectionHeading(ownerWords(owner, site))}${cardGrid(
      theirs.map((priority) => ({
        number: priority.number,
        title: priority.title,
        href: priorityPath(answer.plan.slug, priority.slug),
        body: cardBody(answer, priority),
      })),
    )}`
  })}`
}

function principles(plan: Plan): Html {
  const { parts } = plan
  if (parts.principles.length === 0) return html``
  return readable(
    html`${sectionHeading('What guides the plan', 'l', 'principles')}${paragraph(
      'Principles that the plan sets above its priorities, for everyone who acts on it.',
    )}${parts.principles.map(
      ({ title, text, ties }, index) =>
        html`<section id="principle-${index + 1}"><h3 class="govuk-heading-m">${title}</h3>${text.map(
          (line) => paragraph(line),
        )}${tiesLine(ties)}</section>`,
    )}${planSource(plan)}`,
  )
}

function national(plan: Plan): Html {
  const { parts } = plan
  if (parts.national.length === 0) return html``
  return readable(
    html`${sectionHeading('What the country asks', 'l', 'national')}${paragraph(
      'National requirements within which the plan’s priorities are to be delivered.',
    )}${bullets(parts.national.map(({ title, ties }) => html`${title}${tiesLine(ties)}`))}${explained(
      parts.national.map(({ title }) => title).join('. '),
    )}${planSource(plan)}`,
  )
}

function commitments(plan: Plan): Html {
  const { commitments: all } = plan.parts
  if (all.length === 0) return html``
  const will = all.filter(({ group }) => group === 'what-i-will-do').length
  const opportunities = all.length - will
  const said = [
    will > 0 ? `${figure(will, 'thing')} under “What I will do”` : '',
    opportunities > 0 ? `${figure(opportunities, 'opportunity', 'opportunities')} for the future` : '',
  ].filter((part) => part !== '')
  return readable(
    html`${sectionHeading('Commitments', 'l', 'commitments')}${paragraph(
      html`The plan names ${said.join(' and ')}. ${link(
        commitmentsPath(plan.slug),
        'See each with the progress that has been published',
      )}.`,
    )}`,
  )
}

/** Where the plan's own words stand. */
function planSource({ versions: all }: Plan): Html {
  const latest = all.at(-1)
  if (latest === undefined) return html``
  return source(
    link(latest.source.path, latest.source.title),
    latest.date ? day(latest.date) : 'no date stated',
  )
}

function figuresPart({ plan, figures: around }: PlanAtAGlance & { figures: FiguresAround }): Html {
  const panel = {
    figures: plan.figures,
    around,
    path: planPath(plan.slug),
    what: 'plan',
    old: false,
  } as const
  return readable(figuresPanel(panel))
}

function money(plan: Plan): Html {
  const { funding, allocations } = plan.parts
  const from = planSource(plan)
  const { under } = figureMarks(plan.figures)
  return html`${
    funding === null
      ? ''
      : html`${sectionHeading('Where the money comes from', 'l', 'resources')}${scrollTable({
          caption: funding.title ?? 'Resources, as printed in the plan',
          columns: funding.columns.map((text, index) => ({ text, numeric: index > 0 })),
          rows: funding.rows.map((row) => row.map((cell) => cell || 'not stated')),
          rowHeaders: true,
        })}${under('resources')}${from}`
  }${
    allocations === null
      ? ''
      : html`${sectionHeading('Where grants and services go', 'l', 'allocations')}${scrollTable({
          caption: 'Allocations, as printed in the plan',
          columns: [{ text: 'For' }, { text: 'Amount', numeric: true }],
          rows: [
            ...allocations.rows,
            ...(allocations.total === null
              ? []
              : [[html`<strong>Total, as printed</strong>`, html`<strong>${allocations.total}</strong>`]]),
          ],
          rowHeaders: true,
        })}${under('allocations')}${paragraph('Amounts and the total are shown as the plan prints them; nothing in this table is recomputed.')}${from}`
  }`
}

function versions(plan: Plan): Html {
  return html`${sectionHeading('Versions', 'l', 'versions')}${bullets(
    plan.versions.map(
      ({ date, source: { path, title } }, index) =>
        html`Version ${index + 1}, ${date === null ? 'no date stated' : day(date)}: ${link(path, title)}`,
    ),
  )}${
    plan.versions.length > 1
      ? paragraph(link(versionsPath(plan.slug), 'See what changed, word by word'))
      : paragraph('Only one version of this plan is in the record.')
  }`
}
