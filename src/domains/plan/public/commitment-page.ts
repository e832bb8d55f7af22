/** One commitment: what the plan says, what has been published about its progress, and what it serves. */
import { longDate } from '../../../lib/index.ts'
import type { LinkedEntry } from '../../../record/index.ts'
import {
  day,
  facts,
  type Html,
  html,
  insetText,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  source,
  stateTag,
  type View,
} from '../../../web/index.ts'
import {
  type Commitment,
  commitmentState,
  commitmentsPath,
  groupWords,
  NO_PROGRESS,
  type Progress,
  stateWords,
} from '../commitment.ts'
import { shortTitle, versionsPath } from '../plan.ts'
import type { CommitmentAnswer } from '../reads.ts'
import { kindWords } from '../thread.ts'
import { explained, kicker, readable } from './plan-words.ts'

/** The page at /plan/:plan/commitments/:commitment. */
export function commitmentPage(answer: CommitmentAnswer, { site }: PageRequest): View {
  const { commitment, plan } = answer
  const state = commitmentState(commitment)
  const last = commitment.progress.at(-1)
  const kind =
    commitment.group === 'opportunity'
      ? `An opportunity that the ${site.words.policingBody} says in the plan will be pursued.`
      : `Something the ${site.words.policingBody} says in the plan will be done.`
  return {
    title: `${commitment.title}: ${shortTitle(plan.title)}`,
    section: 'plan',
    main: html`${pageTop({
      kicker: kicker(plan, link(commitmentsPath(plan.slug), 'Commitments'), groupWords[commitment.group]),
      title: commitment.title,
    })}${lead(kind)}<p class="govuk-body">${stateTag({
      words: stateWords(state),
      tone: state === 'done' ? 'done' : 'plain',
    })}</p>${facts([
      {
        term: 'In the plan since',
        value: commitment.since === null ? 'no date stated' : longDate(commitment.since),
      },
      {
        term: 'Progress published',
        value: commitment.progress.length,
        note: last
          ? `${commitment.progress.length === 1 ? 'paper, of' : 'papers, last on'} ${longDate(last.date)}`
          : null,
      },
    ])}${dropped(answer)}${readable(inThePlan(commitment))}${progress(answer)}${serves(answer.serves)}${elsewhere(
      answer.elsewhere,
    )}${explained([commitment.title, ...commitment.text].join('. '))}`,
  }
}

function dropped({ commitment, plan }: CommitmentAnswer): Html {
  if (commitment.inLatest) return html``
  const last = plan.versions.at(-1)
  return insetText({
    html: html`Not found in the latest version of the plan${last?.date ? `, of ${longDate(last.date)}` : ''}. That does not say whether it was done. ${link(
      versionsPath(plan.slug),
      'See what changed',
    )}.`,
  })
}

function inThePlan(commitment: Commitment): Html {
  const { source: from } = commitment
  return html`${sectionHeading('What the plan says', 'm', 'in-the-plan')}${
    commitment.text.length === 0
      ? paragraph('The plan says no more about it than its title.')
      : commitment.text.map((text) => paragraph(text))
  }${source(link(from.path, from.title), from.place, from.date === null ? 'no date stated' : day(from.date))}`
}

function progress({ commitment, papers }: CommitmentAnswer): Html {
  const steps = commitment.progress
    .map((step, index) => ({ step, anchor: `progress-${index + 1}` }))
    .toReversed()
  return html`${sectionHeading('Progress', 'l', 'progress')}${
    steps.length === 0
      ? paragraph(NO_PROGRESS)
      : steps.map(({ step, anchor }) => progressStep(step, anchor, papers.get(step.source.path)))
  }`
}

/** What one paper reported. Where the paper is on the record, each paragraph leads to its place in it. */
function progressStep(step: Progress, anchor: string, paper: string | undefined): Html {
  const { source: from } = step
  return html`<section id="${anchor}"><h3 class="govuk-heading-m">${longDate(step.date)}</h3>${
    step.state === null
      ? ''
      : html`<p class="govuk-body">${stateTag({ words: stateWords(step.state), tone: step.state === 'done' ? 'done' : 'plain' })}</p>`
  }${step.paragraphs.map(({ number, text }) => reported(number, text, paper))}${step.tables.map(
    (table, index) =>
      scrollTable({
        caption: table.title ?? `Table ${index + 1} under this heading, as printed`,
        columns: table.columns.map((text) => ({ text })),
        rows: table.rows,
        rowHeaders: true,
      }),
  )}${source(
    link(paper ?? from.path, from.title),
    from.place,
    from.date === null ? null : day(from.date),
    paper === undefined ? null : link(from.path, 'the file'),
  )}</section>`
}

function reported(number: string | null, text: string, paper: string | undefined): Html {
  if (number === null) return paragraph(text)
  if (paper === undefined) return paragraph(html`<span class="sm-what">${number}.</span> ${text}`)
  const words = html`<span class="govuk-visually-hidden">Paragraph </span>${number}`
  return paragraph(html`${link(`${paper}#p${number}`, words)}. ${text}`)
}

function serves(entries: readonly LinkedEntry[]): Html {
  if (entries.length === 0) return html``
  return html`${sectionHeading('What it serves', 'm', 'serves')}<ul class="govuk-list">${entries.map(
    (entry) => html`<li>${link(entry.path, entry.title)}. <span class="sm-what">${entry.why}.</span></li>`,
  )}</ul>`
}

function elsewhere(entries: readonly LinkedEntry[]): Html {
  if (entries.length === 0) return html``
  return html`${sectionHeading('Elsewhere on the record', 'm', 'elsewhere')}<ul class="govuk-list">${entries.map(
    (entry) =>
      html`<li>${entry.date === null ? '' : html`${day(entry.date)} · `}${kindWords(entry.kind)}: ${link(entry.path, entry.title)}</li>`,
  )}</ul>`
}
