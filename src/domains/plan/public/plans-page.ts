/** All plans of the area: the one in force first, with what a police and crime plan is. */

import type { PageRequest } from '../../../web/index.ts'
import { html, lead, link, pageTop, paragraph, stateTag, term, type View } from '../../../web/index.ts'
import { planPath, shortTitle, standingWords, termWords } from '../plan.ts'
import type { PlanStanding } from '../reads.ts'
import { WHAT_A_PLAN_IS } from '../terms.ts'
import { figure, standingTone } from './plan-words.ts'

/** The page at /plan. */
export function plansPage(plans: readonly PlanStanding[], { site }: PageRequest): View {
  const inForce = plans.find(({ standing }) => standing.state === 'in-force')
  return {
    title: 'The plan',
    description: `The police and crime plans of ${site.words.area}: what they set, and what has come of it.`,
    section: 'plan',
    main: html`${pageTop({ kicker: site.words.area, title: 'The police and crime plan', size: 'xl' })}${lead(
      'The plan says what the police and those who oversee them are to do. Open one to see what has been said, promised and done about each part of it.',
    )}${term('What is a police and crime plan?', WHAT_A_PLAN_IS)}${
      plans.length === 0
        ? paragraph('No plan has been published here yet.')
        : inForce
          ? ''
          : paragraph(
              'No plan in this record is in force today. The terms below are as the plans themselves state them.',
            )
    }<ul class="govuk-list">${plans.map(planItem)}</ul>`,
  }
}

const planItem = ({ plan, standing }: PlanStanding) =>
  html`<li class="sm-card"><h2 class="govuk-heading-m">${link(planPath(plan.slug), shortTitle(plan.title))}</h2><p>${stateTag(
    { words: standingWords(standing), tone: standingTone(standing) },
  )}</p><p>${termWords(plan.term)}. ${figure(plan.parts.priorities.length, 'priority', 'priorities')}, ${figure(
    plan.parts.commitments.length,
    'commitment',
  )}, ${figure(plan.versions.length, 'version')}.</p></li>`
