/**
 * An action is a request or a promise that somebody is to keep, with its exact words. Its state is never typed in: it
 * is what the dated progress on the record adds up to, and only "done", with a source that shows it, counts as done.
 * Police Reform and Social Responsibility Act 2011, sections 1(7) and 28, which make promises and requests public.
 */
import { daysBetween, type LocalDate, longDate, longMonth, slug } from '../../../lib/index.ts'

export type ActionKind = 'commitment' | 'panel-request' | 'panel-action'

/** The end states of an action, and open, which it is until something is on the record. */
export const ACTION_STATES = ['open', 'done', 'partly', 'not-doing', 'superseded', 'disputed'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** A dated statement of what has come of an action. */
export type Progress = {
  date: LocalDate
  state: ActionState
  /** What was done, or why it will not be, or what took its place. */
  text: string
  /** The paper or page that shows it; "done" needs one. */
  source: string | null
  /** The name of the file beside which it was noted; null where that is not known. */
  broughtBy: string | null
}

/** Who is to keep it: an office always if the paper says so, a person only where that is certain. */
export type Owner = { office: string | null; person: { name: string; path: string } | null }

/** What a comparison with a later work programme came to. Never "ignored": it may have been met in another way. */
export type Carrying = {
  outcome: 'carried' | 'maybe' | 'not-found'
  /** The programme it was looked for in. */
  programme: { month: string; path: string; title: string }
  /** In words: which lines tie the two, or what was looked through. */
  why: string
}

export type Action = {
  /** The last part of its address, fixed when it is first brought: 2019-09-24-report-on-support. */
  slug: string
  /** As the reading names it: "328.R1"; a second promise of one paragraph is "328.14-2". */
  ref: string
  kind: ActionKind
  /** False for an intention that promises nothing definite ("happy to talk"). */
  firm: boolean
  /** In short, what was asked or promised. */
  what: string
  /** The exact words of the paper; null when the reader could not tie it to any. */
  quote: string | null
  /** What the part of the paper it comes from is about: the title of its minute. */
  subject: string
  owner: Owner
  due: LocalDate | null
  body: { name: string; path: string }
  meeting: { date: LocalDate; path: string; title: string }
  /** Where the words stand: "Minute 328, resolution" and its permalink. */
  source: { words: string; path: string }
  /** Oldest first. */
  progress: Progress[]
  /** The next programme, and the first one after it that carries the action, if another. */
  carrying: Carrying[]
  /** The priorities linked by the last import, so that one that no longer serves is parted again. */
  serves: string[]
}

export const actionKey = (bodySlug: string, date: LocalDate, ref: string): string =>
  `${bodySlug}/${date}/${ref.toLowerCase()}`

export const actionPath = (part: string): string => `/actions/${part}`

/** The last part of an action's address, different from all `taken`: a second one gets -2. */
export function actionSlug(date: LocalDate, what: string, taken: ReadonlySet<string>): string {
  const first = `${date}-${slug(what, 60) || 'action'}`
  let count = 1
  let found = first
  while (taken.has(found)) {
    count += 1
    found = `${first}-${count}`
  }
  return found
}

/** The state that the progress adds up to: that of the latest statement; open when there is none. */
export const presentState = (progress: readonly Progress[]): ActionState =>
  progress.toSorted(byDate).at(-1)?.state ?? 'open'

/** Oldest first; statements of one day keep their order. */
export const byDate = (one: { date: LocalDate }, other: { date: LocalDate }): number =>
  one.date < other.date ? -1 : Number(one.date > other.date)

/**
 * Progress with what stands beside one file now in place of what stood there before, oldest first. Another file that
 * holds the same minutes, such as the pack of the next meeting, takes none of it away.
 */
export function withProgress(
  before: readonly Progress[],
  now: readonly Progress[],
  file: string,
): Progress[] {
  const isAgain = (step: Progress): boolean =>
    now.some(({ date, state, text }) => date === step.date && state === step.state && text === step.text)
  return [...before.filter((step) => step.broughtBy !== file && !isAgain(step)), ...now].toSorted(byDate)
}

/** Why a statement of progress cannot stand, in words; undefined when it can. */
export function faultOf(progress: {
  state: string
  text: string
  source: string | null
}): string | undefined {
  if (!isActionState(progress.state)) return `“${progress.state}” is not one of ${ACTION_STATES.join(', ')}`
  if (progress.state === 'done' && !progress.source) return 'done needs a source that shows it'
  if (progress.state === 'not-doing' && !progress.text.trim()) return 'not doing needs a reason'
  if (progress.state === 'superseded' && !progress.text.trim()) return 'superseded needs what took its place'
  return undefined
}

export const isActionState = (word: string): word is ActionState =>
  ACTION_STATES.some((state) => state === word)

const ENDED: readonly ActionState[] = ['done', 'not-doing', 'superseded']

/** Whether nothing more is owed, by its own account or by the asker's. */
export const hasEnded = (state: ActionState): boolean => ENDED.includes(state)

/** Whether its date has passed while it is not ended. An action without a date is never late. */
export const isLate = (action: { due: LocalDate | null; state: ActionState }, today: LocalDate): boolean =>
  action.due !== null && action.due < today && !hasEnded(action.state)

/** How it stands against its date, in words; empty when it has ended. */
export function lateness(action: { due: LocalDate | null; state: ActionState }, today: LocalDate): string {
  if (hasEnded(action.state)) return ''
  if (action.due === null) return 'no date was given'
  const days = daysBetween(action.due, today)
  if (days === 0) return 'due today'
  if (days < 0) return `due on ${longDate(action.due)}`
  return `${spanInWords(days)} past its date`
}

/** Days up to a hundred, then whole months, then whole years. */
function spanInWords(days: number): string {
  if (days <= 100) return days === 1 ? '1 day' : `${days} days`
  if (days < 731) return `${Math.floor(days / 30.44)} months`
  return `more than ${Math.floor(days / 365.25)} years`
}

export const STATE_WORDS: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  done: 'Done',
  partly: 'Partly done',
  'not-doing': 'Will not be done',
  superseded: 'Superseded',
  disputed: 'Disputed by the asker',
}

/** How the thing came about, in words: "Asked for by the Panel", "Promise by the Commissioner". */
export function kindInWords(action: Pick<Action, 'kind' | 'firm' | 'owner'>): string {
  if (action.kind === 'panel-request') return 'Asked for by the Panel'
  if (action.kind === 'panel-action') return 'Taken on by the Panel'
  const office = action.owner.office ?? action.owner.person?.name
  const by = office === undefined ? '' : ` by ${withThe(office)}`
  return action.firm ? `Promise${by}` : `Intention stated${by}`
}

/** "the Commissioner", "Matthew Scott": offices take the article, names do not. */
export const withThe = (office: string): string =>
  /^(the|a|an)\s/i.test(office) ||
  !/(commissioner|panel|constable|board|chair|officer|executive|force|committee)/i.test(office)
    ? office
    : `the ${office}`

/** The comparison that stands for the action: one that carries it, else one that may, else the next programme. */
export const presentCarrying = (carrying: readonly Carrying[]): Carrying | undefined =>
  carrying.find((each) => each.outcome === 'carried') ??
  carrying.find((each) => each.outcome === 'maybe') ??
  carrying[0]

/** The finding in words: "Not found in the next work programme (November 2019)". */
export function carryingInWords(carrying: Carrying): string {
  const month = longMonth(carrying.programme.month)
  if (carrying.outcome === 'carried') return `Carried in the work programme (${month})`
  const notFound = `Not found in the next work programme (${month})`
  return carrying.outcome === 'maybe' ? `${notFound}; it may be covered in part` : notFound
}
