/** The commitments of a plan, each with its state and whether any progress has been published. */
import type { LinkedEntry } from '../../../record/index.ts'
import {
  facts,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  stateTag,
  type View,
} from '../../../web/index.ts'
import { commitmentPath, groupWords, NO_PROGRESS, stateWords } from '../commitment.ts'
import { type CommitmentIn, shortTitle } from '../plan.ts'
import type { CommitmentsAnswer } from '../reads.ts'
import { kicker, sentence } from './plan-words.ts'

/** The page at /plan/:plan/commitments. */
export function commitmentsPage(answer: CommitmentsAnswer, { site }: PageRequest): View {
  const { plan, commitments } = answer
  const count = (wanted: (entry: LinkedEntry) => boolean): number => commitments.filter(wanted).length
  return {
    title: `Commitments: ${shortTitle(plan.title)}`,
    section: 'plan',
    main: html`${pageTop({ kicker: kicker(plan), title: 'Commitments in the plan', size: 'xl' })}${lead(
      `What the ${site.words.policingBody} says in the plan will be done, or tried, with the progress that has been published about each.`,
    )}${facts([
      {
        term: 'Commitments',
        value: plan.parts.commitments.length,
        note:
          commitments.length > plan.parts.commitments.length
            ? `${commitments.length - plan.parts.commitments.length} more in an earlier version`
            : null,
      },
      { term: 'With published progress', value: count(({ summary }) => summary !== NO_PROGRESS) },
      { term: 'Done', value: count(({ state }) => state === 'done'), note: 'only where a source says so' },
    ])}${
      commitments.length === 0 ? paragraph('No commitment of this plan has been published here.') : ''
    }${groups(answer)}`,
  }
}

function groups({ plan, commitments }: CommitmentsAnswer): Html {
  const byPath = new Map(commitments.map((entry) => [entry.path, entry]))
  const known = plan.parts.commitments.flatMap((part) => {
    const entry = byPath.get(commitmentPath(plan.slug, part.slug))
    return entry ? [{ part, entry }] : []
  })
  const inLatest = new Set(known.map(({ entry }) => entry))
  const earlier = commitments.filter((entry) => !inLatest.has(entry))
  return html`${(['what-i-will-do', 'opportunity'] as const).map((group) => {
    const theirs = known.filter(({ part }) => part.group === group)
    return theirs.length === 0
      ? ''
      : html`${sectionHeading(groupWords[group], 'l', group)}${byHeading(theirs)}`
  })}${
    earlier.length === 0
      ? ''
      : html`${sectionHeading('Not found in the latest version', 'l', 'earlier')}${paragraph(
          'These stood in an earlier version of the plan. That they are not in the latest does not say whether they were done.',
        )}${list(earlier)}`
  }`
}

type Known = { part: CommitmentIn; entry: LinkedEntry }

function byHeading(known: readonly Known[]): Html {
  const headings = [...new Set(known.map(({ part }) => part.under))]
  return html`${headings.map((under) => {
    const theirs = known.filter(({ part }) => part.under === under).map(({ entry }) => entry)
    return html`${under === null || headings.length === 1 ? '' : html`<h3 class="govuk-heading-m">${sentence(under)}</h3>`}${list(theirs)}`
  })}`
}

const list = (entries: readonly LinkedEntry[]): Html =>
  html`<ul class="govuk-list govuk-list--spaced">${entries.map(
    (entry) =>
      html`<li>${link(entry.path, entry.title)}<br>${stateTag({
        words: stateWords(entry.state),
        tone: entry.state === 'done' ? 'done' : 'plain',
      })} ${entry.summary}</li>`,
  )}</ul>`
