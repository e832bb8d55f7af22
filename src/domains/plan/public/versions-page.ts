/** The versions of a plan, and what changed between any two of them, in words that need no colour. */

import { changeCounts, longDate, redline } from '../../../lib/index.ts'
import {
  bullets,
  day,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  redlineBody,
  sectionHeading,
  type View,
} from '../../../web/index.ts'
import { shortTitle, versionsPath } from '../plan.ts'
import type { VersionContent } from '../published.ts'
import type { VersionsAnswer } from '../reads.ts'
import { figure, kicker } from './plan-words.ts'

/** The page at /plan/:plan/versions. */
export function versionsPage(answer: VersionsAnswer, _request: PageRequest): View {
  const { plan, from, to } = answer
  const title = 'Versions, and what changed'
  return {
    title: `${title}: ${shortTitle(plan.title)}`,
    section: 'plan',
    main: html`${pageTop({ kicker: kicker(plan), title, size: 'xl' })}${lead(
      'A plan may be varied while it runs. Every version that was published is kept here, and any two can be compared.',
    )}${sectionHeading('Versions', 'm')}<ol class="govuk-list govuk-list--number">${plan.versions.map(
      (version) =>
        html`<li id="version-${version.name}">${version.date === null ? 'No date stated' : day(version.date)}: ${link(
          version.source.path,
          version.source.title,
        )}, with ${figure(version.priorities, 'priority', 'priorities')} and ${figure(version.commitments, 'commitment')}</li>`,
    )}</ol>${pairs(answer)}${from && to ? comparison(from, to) : paragraph(nothingToCompare(answer))}`,
  }
}

const nothingToCompare = ({ plan }: VersionsAnswer): string =>
  plan.versions.length > 1
    ? 'One of these versions is not published, so they cannot be compared.'
    : 'Only one version of this plan is in the record, so there is nothing to compare yet.'

/** Links to compare each version with the one before it, and the first with the last. */
function pairs({ plan, from, to }: VersionsAnswer): Html {
  const names = plan.versions.map(({ name }) => name)
  if (names.length < 3) return html``
  const wanted = names.slice(1).map((name, index): [string, string] => [names[index] ?? name, name])
  const [first, last] = [names[0], names.at(-1)]
  if (first !== undefined && last !== undefined) wanted.push([first, last])
  return html`${paragraph('Compare:')}${bullets(
    wanted.map(([old, now]) => {
      const words = `version ${names.indexOf(old) + 1} with version ${names.indexOf(now) + 1}`
      return old === from?.name && now === to?.name
        ? html`<strong>${words}</strong>`
        : link(`${versionsPath(plan.slug)}?from=${old}&to=${now}`, words)
    }),
  )}`
}

const named = (version: VersionContent): string =>
  version.date === null ? `the version ${version.name}` : `the version of ${longDate(version.date)}`

function comparison(from: VersionContent, to: VersionContent): Html {
  const changes = redline(from.passages, to.passages)
  const counts = changeCounts(changes)
  return html`${sectionHeading(`From ${named(from)} to ${named(to)}`, 'm', 'changes')}${paragraph(
    `${figure(counts.changed, 'passage')} changed, ${counts.added} added, ${counts.removed} removed. Words that were taken out are struck through, words that were put in are underlined; each passage also says which.`,
  )}${redlineBody(changes)}`
}
