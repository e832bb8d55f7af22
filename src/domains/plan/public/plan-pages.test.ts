/** What a resident finds on the pages of a plan. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, newId } from '../../../lib/index.ts'
import { leadsTo, seen } from '../../../web/testing.ts'
import type { CommitmentState } from '../commitment.ts'
import type { CommitmentAnswer, PlanAtAGlance } from '../reads.ts'
import type { EndedCommitment } from '../reads-review.ts'
import { commitmentPage } from './commitment-page.ts'
import { commitmentsPage } from './commitments-page.ts'
import { planPage } from './plan-page.ts'
import { plansPage } from './plans-page.ts'
import { ended, entry, plan, request, source, version } from './testing.ts'
import { versionsPage } from './versions-page.ts'
import { whatBecamePage } from './what-became-page.ts'

const glance: PlanAtAGlance = {
  id: newId(),
  plan,
  standing: ended,
  commitments: [{ kind: 'commitment', state: 'open', count: 1 }],
  cards: new Map([
    [
      '/plan/making-kent-safer-2022/priorities/county-lines',
      {
        path: '/plan/making-kent-safer-2022/priorities/county-lines',
        counts: [
          { kind: 'action', state: 'open', count: 2 },
          { kind: 'action', state: 'done', count: 1 },
          { kind: 'question', state: 'answered', count: 1 },
        ],
        last: date('2022-06-08'),
        measures: 3,
      },
    ],
  ]),
}

const figures = { versions: [], replies: [], disagreements: [] }

const history = { reviews: [], minutes: [], previous: null }

test('the list of plans says when none is in force, and what a plan is', () => {
  const page = seen(plansPage([{ plan, standing: ended }], request).main)
  assert.match(page.text, /No plan in this record is in force today/)
  assert.match(page.text, /Its term ended on 31 March 2025/)
  assert.match(page.text, /By law every area has a police and crime plan/)
  assert.equal(leadsTo(page, 'Making Kent Safer'), '/plan/making-kent-safer-2022')
})

test('a plan shows its priorities by owner in the authority’s own words, with honest counts', () => {
  const page = seen(planPage({ ...glance, history, figures }, request).main)
  assert.deepEqual(
    page.headings.filter(({ level }) => level === 1).map(({ text }) => text),
    ['Making Kent Safer'],
  )
  assert.match(
    page.text,
    /One thing the Chief Constable is to deliver and one thing the Commissioner is to do/,
  )
  assert.ok(page.headings.some(({ text }) => text === 'For the Chief Constable'))
  assert.match(
    page.text,
    /3 promises and requests, 1 done; 1 question; 3 measures\. Last on record 8 June 2022\./,
  )
  assert.match(page.text, /Nothing on the record is tied to it yet/)
})

test('a printed total is shown as printed even when the rows add to something else', () => {
  const page = seen(planPage({ ...glance, history, figures }, request).main)
  assert.deepEqual(page.rows.at(-1), ['Total, as printed', '£9'])
  assert.match(page.text, /nothing in this table is recomputed/)
})

const content = (name: string, words: string) => ({
  plan: { slug: plan.slug, title: plan.title },
  name,
  date: date(name),
  source,
  passages: [{ heading: false, text: words }],
})

test('a redline says in words what was put in and taken out', () => {
  const answer = {
    plan: { ...plan, versions: [version('2017-04-01'), version('2020-04-01')] },
    from: content('2017-04-01', 'The plan runs until 2020 and no longer.'),
    to: content('2020-04-01', 'The plan runs until 2021 and no longer.'),
  }
  const main = versionsPage(answer, request).main
  assert.match(main.text, /<del>.*2020 <\/del><ins>.*2021 <\/ins>/)
  assert.match(seen(main).text, /Changed: The plan runs until taken out: 2020 put in: 2021 and no longer\./)
  assert.match(seen(main).text, /1 passage changed, 0 added, 0 removed/)
  const alone = seen(versionsPage({ plan, from: null, to: null }, request).main)
  assert.match(alone.text, /nothing to compare yet/)
})

const commitment: CommitmentAnswer = {
  plan,
  commitment: {
    plan: { slug: plan.slug, title: plan.title },
    slug: 'visits',
    number: null,
    title: 'Visits',
    group: 'what-i-will-do',
    under: null,
    text: ['Unannounced.'],
    since: date('2022-04-01'),
    source,
    versions: ['2022-04-01'],
    inLatest: true,
    progress: [],
  },
  serves: [],
  elsewhere: [],
  papers: new Map(),
}

test('a commitment without progress says that none has been published', () => {
  const page = seen(commitmentPage(commitment, request).main)
  assert.match(page.text, /No progress has been published\./)
  assert.match(page.text, /Open/)
})

test('progress is shown with its day, paragraph numbers and source', () => {
  const step = {
    date: date('2017-11-15'),
    state: null,
    paragraphs: [{ number: '5', text: 'Ministers were met.' }],
    tables: [{ title: null, columns: ['Idea', 'Update'], rows: [['Cadets', '5 units']] }],
    source: {
      title: 'Progress update',
      path: '/files/y/p.md',
      date: date('2017-11-15'),
      place: 'paragraphs 5 to 7',
    },
    broughtBy: '/files/y/p.md',
  }
  const page = seen(
    commitmentPage({ ...commitment, commitment: { ...commitment.commitment, progress: [step] } }, request)
      .main,
  )
  assert.match(page.text, /5\. Ministers were met\./)
  assert.match(page.text, /Progress update · paragraphs 5 to 7 · 15 November 2017/)
  assert.deepEqual(page.rows.at(-1), ['Cadets', '5 units'])
})

const commitmentAddress = (slug: string) => `/plan/${plan.slug}/commitments/${slug}`

test('where the paper is on the record, each paragraph of progress leads to its place in it', () => {
  const path = '/meetings/a-panel/2017-11-15/papers/progress'
  const step = {
    date: date('2017-11-15'),
    state: 'done' as const,
    paragraphs: [{ number: '5', text: 'Ministers were met.' }],
    tables: [],
    source: {
      title: 'Progress update',
      path: '/files/y/p.md',
      date: date('2017-11-15'),
      place: 'paragraph 5',
    },
    broughtBy: '/files/y/p.md',
  }
  const answer = {
    ...commitment,
    commitment: { ...commitment.commitment, progress: [step] },
    papers: new Map([['/files/y/p.md', path]]),
  }
  const page = seen(commitmentPage(answer, request).main)
  assert.equal(leadsTo(page, 'Paragraph 5'), `${path}#p5`)
  assert.equal(leadsTo(page, 'Progress update'), path)
  assert.equal(leadsTo(page, 'the file'), '/files/y/p.md')
})

test('commitments of an earlier version are listed apart, without saying what became of them', () => {
  const commitments = [
    entry({
      kind: 'commitment',
      path: commitmentAddress('visits'),
      title: 'Visits',
      summary: 'No progress has been published.',
    }),
    entry({
      kind: 'commitment',
      path: commitmentAddress('old'),
      title: 'Old one',
      summary: 'Progress last published on 1 May 2018.',
    }),
  ]
  const page = seen(commitmentsPage({ plan, commitments }, request).main)
  assert.ok(page.headings.some(({ text }) => text === 'Not found in the latest version'))
  assert.equal(leadsTo(page, 'Old one'), commitmentAddress('old'))
  assert.match(page.text, /With published progress 1/)
})

test('a plan says how the panel reviewed it, with the day and the source, and that no response is there', () => {
  const review = {
    plan: { slug: plan.slug, title: plan.title },
    date: date('2022-02-02'),
    outcome: 'Supported with minor amendments.',
    source: { path: '/meetings/panel/2022-02-02/minutes', title: 'Minutes' },
    response: null,
    register: { path: '/files/x/plan-reviews.json', title: 'plan-reviews.json' },
  }
  const previous = { title: 'Safer in Kent', path: '/plan/safer-in-kent-2017' }
  const page = seen(
    planPage({ ...glance, figures, history: { reviews: [review], minutes: [], previous } }, request).main,
  )
  assert.match(page.text, /2 February 2022: Supported with minor amendments\./)
  assert.match(page.text, /No response to the panel is on the record/)
  assert.equal(
    leadsTo(page, 'What became of its priorities and commitments'),
    '/plan/making-kent-safer-2022/what-became',
  )
  const without = seen(planPage({ ...glance, history, figures }, request).main)
  assert.match(without.text, /No review of this plan by the panel is on the record/)
})

const endedIn = (slug: string, states: CommitmentState[]) => {
  const progress = states.map((state) => ({
    date: date('2017-11-15'),
    state,
    paragraphs: [],
    tables: [],
    source,
    broughtBy: source.path,
  }))
  return {
    commitment: {
      ...entry({ path: commitmentAddress(slug), title: slug }),
      content: { ...commitment.commitment, slug, progress },
    },
    ending: { carriedOn: [], settledNot: null },
  }
}

const sentenceOf = (commitments: EndedCommitment[]) =>
  seen(whatBecamePage({ plan, previous: plan, priorities: [], commitments }, request).main).text

test('what became of a plan begins with how many of its promises are recorded as done, and how many have no result', () => {
  assert.match(
    sentenceOf([endedIn('a', ['done']), endedIn('b', ['done']), endedIn('c', ['partly']), endedIn('d', [])]),
    /Of 4 things that the last plan promised, 2 are recorded as done, 1 as partly done; 1 has no recorded result\./,
  )
  assert.match(
    sentenceOf([endedIn('a', []), endedIn('b', [])]),
    /Of 2 things that the last plan promised, none is recorded as done; 2 have no recorded result\./,
  )
  assert.match(
    sentenceOf([endedIn('a', ['partly', 'done']), endedIn('b', ['not-doing'])]),
    /promised, 1 is recorded as done, 1 as not to be done\. /,
  )
})
