/** What became of the plan before: each priority and commitment with how it ended, the evidence, and where it goes on. */
import {
  day,
  type Html,
  html,
  insetText,
  joined,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  stateTag,
  type View,
} from '../../../web/index.ts'
import type { Ending } from '../carried-on.ts'
import { type CommitmentState, commitmentState, stateWords } from '../commitment.ts'
import { planPath, shortTitle, termWords } from '../plan.ts'
import type { EndedCommitment, EndedPriority, WhatBecame } from '../reads-review.ts'
import { countShown, SHOWS, statesInWords } from '../thread.ts'
import { figure, kicker } from './plan-words.ts'

/** The page at /plan/:plan/what-became. */
export function whatBecamePage(answer: WhatBecame, _request: PageRequest): View {
  const { plan, previous, priorities, commitments } = answer
  const title = 'What became of the plan before'
  return {
    title: `${title}: ${shortTitle(plan.title)}`,
    description: `What became of the priorities and commitments of the plan before ${shortTitle(plan.title)}.`,
    section: 'plan',
    main: html`${pageTop({ kicker: kicker(plan), title, size: 'xl' })}${
      previous === null
        ? paragraph('No earlier plan is on the record, so there is nothing to look back on.')
        : html`${lead(
            html`${totals(commitments)}${link(planPath(previous.slug), shortTitle(previous.title))}, ${termWords(previous.term)}, was followed by ${shortTitle(plan.title)}. This page says what the record shows of each thing it set.`,
          )}${insetText({
            text: 'A thing is shown as carried on where the new plan speaks of it in the same telling words, or where a person has said so. “Not found in the new plan” does not say that it was given up: the new plan may speak of it in other words. “Open” means that nothing on the record ends it.',
          })}${sectionHeading('Priorities', 'm', 'priorities')}${prioritiesTable(priorities)}${sectionHeading(
            'Commitments',
            'm',
            'commitments',
          )}${commitmentsTable(commitments)}`
    }`,
  }
}

/** How each end of a promise stands in the sentence of totals; one that nothing ends is counted apart. */
const RECORDED_AS: readonly [CommitmentState, string][] = [
  ['partly', 'partly done'],
  ['not-doing', 'not to be done'],
  ['superseded', 'replaced by another'],
  ['disputed', 'disputed'],
]

/** "Of 31 things that the last plan promised, 2 are recorded as done, 1 as partly done; 28 have no recorded result." */
function totals(rows: readonly EndedCommitment[]): string {
  if (rows.length === 0) return ''
  const states = rows.map(({ commitment }) => commitmentState(commitment.content))
  const count = (state: CommitmentState): number => states.filter((each) => each === state).length
  const [done, open] = [count('done'), count('open')]
  const ended = [
    `${done === 0 ? 'none is' : `${done} ${done === 1 ? 'is' : 'are'}`} recorded as done`,
    ...RECORDED_AS.flatMap(([state, words]) => (count(state) === 0 ? [] : [`${count(state)} as ${words}`])),
  ].join(', ')
  const rest = open === 0 ? '' : `; ${open} ${open === 1 ? 'has' : 'have'} no recorded result`
  return `Of ${figure(rows.length, 'thing')} that the last plan promised, ${ended}${rest}. `
}

const [, PROMISES] = SHOWS

function prioritiesTable(rows: readonly EndedPriority[]): Html {
  if (rows.length === 0) return paragraph('None is on the record.')
  return scrollTable({
    caption: 'What became of each priority',
    columns: [{ text: 'Priority' }, { text: 'What the record shows' }, { text: 'In the new plan' }],
    rows: rows.map(({ priority, counts, ending }): Piece[] => {
      const promises = countShown(counts, PROMISES)
      const all = counts.reduce((sum, { count }) => sum + count, 0)
      const shown =
        all === 0
          ? 'Nothing on the record is tied to it'
          : joined(
              [
                `${figure(all, 'thing')} on its thread`,
                promises === 0
                  ? null
                  : `${figure(promises, 'promise or request', 'promises and requests')}: ${statesInWords(counts, PROMISES)}`,
              ],
              '; ',
            )
      return [link(priority.path, priority.title), shown, endingWords(ending)]
    }),
    rowHeaders: true,
    stacked: true,
  })
}

function commitmentsTable(rows: readonly EndedCommitment[]): Html {
  if (rows.length === 0) return paragraph('None is on the record.')
  return scrollTable({
    caption: 'What became of each commitment',
    columns: [{ text: 'Commitment' }, { text: 'State' }, { text: 'Evidence' }, { text: 'In the new plan' }],
    rows: rows.map(({ commitment, ending }): Piece[] => {
      const state = commitmentState(commitment.content)
      return [
        link(commitment.path, commitment.title),
        stateTag({ words: stateWords(state), tone: state === 'done' ? 'done' : 'plain' }),
        evidence(commitment.content),
        endingWords(ending),
      ]
    }),
    rowHeaders: true,
    stacked: true,
  })
}

function evidence({ progress }: EndedCommitment['commitment']['content']): Piece {
  const last = progress.at(-1)
  if (last === undefined) return 'No progress has been published'
  return html`Last reported on ${day(last.date)}: ${link(last.source.path, last.source.title)}`
}

function endingWords({ carriedOn, settledNot }: Ending): Piece {
  if (carriedOn.length > 0) {
    return joined(
      carriedOn.map(
        ({ path, title, why, isSettled }) =>
          html`Carried on in ${link(path, title)} (${isSettled ? why : `${why.charAt(0).toLowerCase()}${why.slice(1)}`})`,
      ),
      '; ',
    )
  }
  if (settledNot === null) return 'Not found in the new plan'
  return html`Not carried on: ${settledNot.why} (${link(settledNot.source.path, 'as this register says')})`
}
