/** The kinds of entry that a plan is made of, and what of each the public gets, field by field. */
import { longDate, type Passage } from '../../lib/index.ts'
import type { AnyKind, Kind, Paragraph } from '../../record/index.ts'
import { keptFigures, type WithFigures } from '../checked-figures/index.ts'
import { type Settled, settledPath, settledStored } from './carried-on.ts'
import {
  type Commitment,
  commitmentPath,
  commitmentState,
  commitmentStored,
  progressWords,
} from './commitment.ts'
import { type Plan, planPath, planStored, type Source, shortTitle, termWords, versionPath } from './plan.ts'
import { type Priority, priorityPath, priorityStored } from './priority.ts'
import { type PlanReview, reviewPath, reviewStored } from './review.ts'
import { type PlanVersion, versionStored } from './version.ts'

/** The kept files that sources lead to: /files/<sha256>/<name>. */
const filesOf = (sources: readonly Source[]): { sha256: string; name: string }[] =>
  filesAt(sources.map(({ path }) => path))

function filesAt(paths: readonly string[]): { sha256: string; name: string }[] {
  return [...new Set(paths)].flatMap((path) => {
    const match = /^\/files\/([0-9a-f]{64})\/([^/]+)$/.exec(path)
    const [, sha256, name] = match ?? []
    return sha256 === undefined || name === undefined ? [] : [{ sha256, name: decodeURIComponent(name) }]
  })
}

const unnumbered = (text: string, anchor = ''): Paragraph => ({ anchor, number: null, text })

export const planKind: Kind<Plan, Plan> = {
  name: 'plan',
  words: { one: 'Plan', many: 'Plans' },
  searchable: true,
  parse: planStored,
  publish: (plan) => ({
    title: shortTitle(plan.title),
    path: planPath(plan.slug),
    date: plan.term?.from ?? plan.versions[0]?.date ?? null,
    body: null,
    summary: `Police and crime plan, ${termWords(plan.term)}.`,
    state: plan.draft ? 'draft' : 'issued',
    content: {
      slug: plan.slug,
      title: plan.title,
      term: plan.term,
      draft: plan.draft,
      parts: plan.parts,
      versions: plan.versions,
      ...keptFigures(plan),
    },
    outline: keptFigures(plan),
    paragraphs: [
      ...plan.parts.principles.flatMap((principle, index) =>
        [principle.title, ...principle.text].map((text) => unnumbered(text, `principle-${index + 1}`)),
      ),
      ...plan.parts.national.map((requirement) => unnumbered(requirement.title, 'national')),
      ...(plan.parts.allocations?.rows ?? []).map(([name, amount]) =>
        unnumbered(`${name}: ${amount}`, 'allocations'),
      ),
    ],
  }),
}

export type VersionContent = WithFigures & {
  plan: { slug: string; title: string }
  name: string
  date: PlanVersion['date']
  source: Source
  passages: Passage[]
}

export const versionKind: Kind<PlanVersion, VersionContent> = {
  name: 'plan-version',
  words: { one: 'Version of a plan', many: 'Versions of plans' },
  searchable: false,
  parse: versionStored,
  publish: (version) => ({
    title: `${shortTitle(version.plan.title)}, version of ${version.date === null ? version.name : longDate(version.date)}`,
    path: versionPath(version.plan.slug, version.name),
    date: version.date,
    body: null,
    summary: '',
    state: null,
    content: {
      plan: { slug: version.plan.slug, title: version.plan.title },
      name: version.name,
      date: version.date,
      source: version.source,
      passages: version.passages,
      ...keptFigures(version),
    },
    outline: keptFigures(version),
    paragraphs: [],
    files: filesOf([version.source]),
  }),
}

export const priorityKind: Kind<Priority, Priority> = {
  name: 'priority',
  words: { one: 'Priority', many: 'Priorities' },
  searchable: true,
  parse: priorityStored,
  publish: (priority) => ({
    title: priority.title,
    path: priorityPath(priority.plan.slug, priority.slug),
    date: priority.plan.from,
    body: null,
    summary: priority.summary || `A priority of the plan ${shortTitle(priority.plan.title)}.`,
    state: priority.owner,
    content: {
      plan: priority.plan,
      slug: priority.slug,
      number: priority.number,
      title: priority.title,
      owner: priority.owner,
      described: priority.described,
      summary: priority.summary,
      text: priority.text,
      versions: priority.versions,
      inLatest: priority.inLatest,
    },
    paragraphs: [priority.summary, ...priority.text]
      .filter((text) => text !== '')
      .map((text) => unnumbered(text, 'in-the-plan')),
  }),
}

export const commitmentKind: Kind<Commitment, Commitment> = {
  name: 'commitment',
  words: { one: 'Commitment in the plan', many: 'Commitments in the plan' },
  searchable: true,
  parse: commitmentStored,
  publish: (commitment) => ({
    title: commitment.title,
    path: commitmentPath(commitment.plan.slug, commitment.slug),
    date: commitment.since,
    body: null,
    summary: progressWords(commitment),
    state: commitmentState(commitment),
    content: {
      plan: commitment.plan,
      slug: commitment.slug,
      number: commitment.number,
      title: commitment.title,
      group: commitment.group,
      under: commitment.under,
      text: commitment.text,
      since: commitment.since,
      source: commitment.source,
      versions: commitment.versions,
      inLatest: commitment.inLatest,
      progress: commitment.progress,
    },
    paragraphs: [
      ...commitment.text.map((text) => unnumbered(text)),
      ...commitment.progress.flatMap((step, index) =>
        step.paragraphs.map(({ number, text }) => ({ anchor: `progress-${index + 1}`, number, text })),
      ),
    ],
    files: filesOf([commitment.source, ...commitment.progress.map(({ source }) => source)]),
  }),
}

export const reviewKind: Kind<PlanReview, PlanReview> = {
  name: 'plan-review',
  words: { one: 'Review of a plan', many: 'Reviews of plans' },
  searchable: false,
  parse: reviewStored,
  publish: (review) => ({
    title: `Review of ${shortTitle(review.plan.title)}, ${longDate(review.date)}`,
    path: reviewPath(review),
    date: review.date,
    body: null,
    summary: review.outcome,
    state: review.response === null ? 'no-response' : 'answered',
    content: {
      plan: review.plan,
      date: review.date,
      outcome: review.outcome,
      source: review.source,
      response: review.response,
      register: review.register,
    },
    paragraphs: [],
    files: filesAt([review.register.path, review.source.path, review.response?.source.path ?? '']),
  }),
}

/** What a person has settled about what a later plan carries on. */
export const settledKind: Kind<Settled, Settled> = {
  name: 'carried-on',
  words: { one: 'What a later plan carries on', many: 'What later plans carry on' },
  searchable: false,
  parse: settledStored,
  publish: ({ from, to, why, source }) => ({
    title: to === null ? 'Not carried on in a later plan' : 'Carried on in a later plan',
    path: settledPath(from, to),
    date: null,
    body: null,
    summary: why,
    state: to === null ? 'not-carried-on' : 'carried-on',
    content: { from, to, why, source },
    paragraphs: [],
    files: filesAt([source.path]),
  }),
}

export const kinds: readonly AnyKind[] = [
  planKind,
  versionKind,
  priorityKind,
  commitmentKind,
  reviewKind,
  settledKind,
]
