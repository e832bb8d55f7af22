/** What the tests of a plan's pages show: a plan of two priorities, and things on a thread. */
import { date, newId, now } from '../../../lib/index.ts'
import type { LinkedEntry } from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { aSite } from '../../../web/testing.ts'
import type { Plan } from '../plan.ts'
import type { Priority } from '../priority.ts'

export const request: PageRequest = {
  site: aSite(),
  path: '/plan',
  params: {},
  query: {},
  today: date('2026-11-21'),
  on: null,
}

export const source = {
  title: 'Making Kent Safer Plan',
  path: '/files/x/plan.md',
  date: date('2022-04-01'),
  place: 'the plan',
}
export const version = (name: string) => ({ name, date: date(name), source, priorities: 2, commitments: 1 })
const part = (slug: string, title: string, owner: 'force' | 'policing-body', number: string) => ({
  slug,
  number,
  title,
  owner,
  described: false,
  summary: '',
  text: [],
})

export const plan: Plan = {
  slug: 'making-kent-safer-2022',
  title: 'Making Kent Safer Plan',
  term: { from: date('2022-04-01'), until: date('2025-04-01') },
  draft: false,
  parts: {
    principles: [],
    priorities: [
      part('county-lines', 'Combat organised crime and county lines', 'force', '4'),
      part('support-volunteering', 'Support volunteering', 'policing-body', '5'),
    ],
    commitments: [
      {
        slug: 'visits',
        number: null,
        title: 'Visits',
        group: 'what-i-will-do',
        under: null,
        text: ['Unannounced.'],
      },
    ],
    national: [{ title: 'The Strategic Policing Requirement', ties: [] }],
    funding: null,
    allocations: {
      rows: [
        ['Crime Reduction Grant', '£1,591,756'],
        ['Victim Specialist Services', '£472,090'],
      ],
      total: '£9',
    },
  },
  versions: [version('2022-04-01')],
}

export const ended = { state: 'ended', lastDay: date('2025-03-31') } as const

export const priority: Priority = {
  plan: { slug: plan.slug, title: plan.title, from: date('2022-04-01') },
  slug: 'county-lines',
  number: '4',
  title: 'Combat organised crime and county lines',
  owner: 'force',
  described: false,
  summary: '',
  text: [],
  versions: ['2022-04-01'],
  inLatest: true,
}

export const entry = (change: Partial<LinkedEntry>): LinkedEntry => ({
  id: newId(),
  kind: 'action',
  path: '/actions/a-tiered-response',
  title: 'A tiered response',
  date: date('2022-06-08'),
  body: null,
  summary: 'Promised by the Chief Constable.',
  state: 'open',
  version: 1,
  publishedAt: now(),
  link: 'serves',
  why: 'Both speak of “county lines”',
  place: null,
  ...change,
})
