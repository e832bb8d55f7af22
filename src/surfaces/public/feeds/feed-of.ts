/** Which feeds there are, and which kinds of entry each tells of. */
import { kindFeed } from '../../../domains/scrutiny/index.ts'

export type KindFeed = {
  /** In its address. */
  name: string
  title: string
  /** What it tells of, for someone who chooses. */
  about: string
  kinds: readonly string[]
  /** The page that shows the same things to people. */
  page: string
}

/** Each kind of thing with a feed of its own. */
export const KIND_FEEDS: readonly KindFeed[] = [
  {
    name: 'actions',
    title: 'Requests and promises',
    about: 'what was asked for or promised at a meeting, and each time something came of it',
    kinds: ['action'],
    page: '/actions',
  },
  {
    name: 'questions',
    title: 'Questions',
    about: 'what was asked in public, and the answers',
    kinds: ['question'],
    page: '/questions',
  },
  {
    name: 'papers',
    title: 'Papers',
    about: 'reports put to a meeting, and work programmes',
    kinds: ['paper', 'work-programme'],
    page: '/meetings',
  },
  {
    name: 'minutes',
    title: 'Minutes',
    about: 'what was said at meetings, when the minutes are published or corrected',
    kinds: ['minutes'],
    page: '/meetings',
  },
  {
    name: 'decisions',
    title: 'Decisions',
    about: 'what meetings resolved and, where they are published, what was decided',
    kinds: ['resolution', 'decision'],
    page: '/meetings',
  },
  {
    name: 'plans',
    title: 'Plans',
    about: 'police and crime plans, their versions, and what is said of their commitments',
    kinds: ['plan', 'plan-version', 'commitment'],
    page: '/plan',
  },
]

/** The feed of everything: what readers look for, without the parts of a page that have no page of their own. */
export const EVERYTHING = [
  'meeting',
  'paper',
  'minutes',
  'action',
  'question',
  'work-programme',
  'decision',
  'plan',
  'plan-version',
  'commitment',
]

export const allFeed = '/feeds/all.atom'

export const feedOfKind = ({ name }: KindFeed): string => kindFeed(name)
