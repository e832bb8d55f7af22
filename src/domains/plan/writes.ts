/** Acts: brings a plan, its versions, priorities and commitments, and published progress, into the record as drafts. */
import { type EntryId, type LocalDate, longDate } from '../../lib/index.ts'
import {
  type Brought,
  draft,
  type Going,
  type ImportAct,
  type Kind,
  type LinkKind,
  type LinkPlace,
  link,
  unlink,
  type WorkingCopy,
  workingCopies,
  workingCopy,
} from '../../record/index.ts'
import { keptFigures } from '../checked-figures/index.ts'
import { type Commitment, commitmentKey, commitmentPath, type Progress, withProgress } from './commitment.ts'
import { inVersionOrder, type Plan, shortTitle, type Tie } from './plan.ts'
import { type Priority, priorityKey } from './priority.ts'
import { commitmentKind, planKind, priorityKind, versionKind } from './published.ts'
import { type PlanVersion, versionKey } from './version.ts'

type Entry = { id: EntryId; title: string; path: string }

/** The act under way, with what came of it so far, and whether what it keeps goes public with the file. */
export type Bringing = { act: ImportAct; why: string; brought: Brought; goes?: Going }

async function keep<Working, Content>(
  { act, why, brought, goes }: Bringing,
  kind: Kind<Working, Content>,
  key: string,
  working: Working,
): Promise<Entry> {
  const { id, outcome } = await draft(act.tx, act.permit, kind, key, working, why)
  const { title, path } = kind.publish(working)
  brought.entries.push({ id, kind: kind.name, title, path, outcome, goes })
  return { id, title, path }
}

async function join(
  { act, brought }: Bringing,
  from: Entry,
  to: Entry,
  kind: LinkKind,
  why: string,
  place: LinkPlace | null = null,
): Promise<void> {
  const outcome = await link(act.tx, act.permit, { from: from.id, to: to.id, kind, why, place })
  brought.links.push({
    from: from.title,
    to: to.title,
    ends: { from: from.id, to: to.id },
    kind,
    why,
    outcome,
  })
}

/** What one file gives of a plan, before it is put beside the versions that are already there. */
export type PlanBrought = Omit<PlanVersion, 'name'> & { term: Plan['term']; draft: boolean }

/**
 * Keeps a version of a plan and everything the plan is now made of. The same file again is the same version; another
 * file is a further one. The latest by date gives the plan its text, its priorities and its commitments.
 */
export async function keepPlan(
  whole: Bringing,
  given: PlanBrought,
  progressOf: (commitment: { slug: string; title: string }) => Progress[],
  tiesOf: (commitment: { slug: string; title: string; text: string[] }, version: PlanVersion) => Tie[],
): Promise<void> {
  const { versions, drafts } = await keepVersion(whole, given)
  const latest = versions.at(-1)
  if (latest === undefined) throw new Error('A plan that was just kept has no version')
  const bringing = drafts.has(latest) ? waiting(whole, latest) : whole
  const { entry: plan, term } = await keepPlanItself(bringing, given, versions, latest)
  const priorities = await keepPriorities(bringing, { plan: latest.plan, term }, versions, plan)
  for (const [slug, holders] of partsBySlug(versions, ({ parts }) => parts.commitments)) {
    const holder = holders.at(-1)
    const found = holder?.parts.commitments.find((commitment) => commitment.slug === slug)
    const first = holders[0]
    if (!holder || !found || !first) continue
    const key = commitmentKey(given.plan.slug, slug)
    const before = await workingCopy(bringing.act.tx, bringing.act.permit.authority, commitmentKind, key)
    const working: Commitment = {
      plan: latest.plan,
      ...found,
      since: first.date ?? term?.from ?? null,
      source: { ...holder.source, place: found.under ?? holder.source.place },
      versions: holders.map(({ name }) => name),
      inLatest: holder === latest,
      progress: withProgress(before?.working.progress ?? [], progressOf(found), given.source.path),
    }
    const entry = await keep(bringing, commitmentKind, key, working)
    await join(bringing, entry, plan, 'part-of', `A commitment of the plan ${plan.title}`)
    // What another file ties, it ties with the corrections beside it, which are not at hand.
    if (holder.sha256 !== given.sha256) continue
    await keepTies(bringing, entry, priorities, tiesOf(found, holder), placeInPlan(entry, working))
  }
}

/** The plan's words are those of its latest version: while that is a draft of another file, they stay as readers have them. */
function waiting(bringing: Bringing, latest: PlanVersion): Bringing {
  bringing.brought.open.push({
    what: `A later version of “${latest.plan.title}” is a draft, and the plan waits for it.`,
    place: latest.source.title,
    mend: 'Import the file of that version with --publish.',
  })
  return { ...bringing, goes: 'waits' }
}

type KeptVersions = {
  /** The one at hand among them, oldest first. */
  versions: PlanVersion[]
  /** Those of other files that nobody has published. */
  drafts: ReadonlySet<PlanVersion>
}

/** Every version of the plan; each supersedes the one before it. */
async function keepVersion(bringing: Bringing, given: PlanBrought): Promise<KeptVersions> {
  const { tx, permit } = bringing.act
  const there = await workingCopies(tx, permit.authority, versionKind, versionKey(given.plan.slug, ''))
  const others = there.filter(({ working }) => working.sha256 !== given.sha256)
  const before = there.find(({ working }) => working.sha256 === given.sha256)
  const { term: _term, draft: _draft, ...rest } = given
  const mine: PlanVersion = { ...rest, name: versionName(given, others) }
  const entry = await keep(bringing, versionKind, versionKey(given.plan.slug, given.sha256), mine)
  const entries = new Map<PlanVersion, Entry>([[mine, entry]])
  for (const other of others) entries.set(other.working, { id: other.id, ...placeOf(other) })
  const inPlace = [
    ...others.filter(({ id }) => before === undefined || id < before.id).map(({ working }) => working),
    mine,
    ...others.filter(({ id }) => before !== undefined && id > before.id).map(({ working }) => working),
  ]
  const ordered = inVersionOrder(inPlace)
  for (const [index, version] of ordered.entries()) {
    const [from, to] = [entries.get(version), entries.get(ordered[index - 1] ?? version)]
    if (from && to && from !== to)
      await join(bringing, from, to, 'supersedes', 'A later version of the same plan')
  }
  const drafts = others.filter(({ published }) => !published).map(({ working }) => working)
  return { versions: ordered, drafts: new Set(drafts) }
}

function placeOf({ working }: WorkingCopy<PlanVersion>): { title: string; path: string } {
  const { title, path } = versionKind.publish(working)
  return { title, path }
}

function versionName(given: PlanBrought, others: readonly WorkingCopy<PlanVersion>[]): string {
  const short = given.sha256.slice(0, 8)
  if (given.date === null) return short
  const taken = others.some(({ working }) => working.name === given.date)
  return taken ? `${given.date}-${short}` : given.date
}

async function keepPlanItself(
  bringing: Bringing,
  given: PlanBrought,
  versions: readonly PlanVersion[],
  latest: PlanVersion,
): Promise<{ entry: Entry; term: Plan['term'] }> {
  const key = given.plan.slug
  const before = await workingCopy(bringing.act.tx, bringing.act.permit.authority, planKind, key)
  const mine = latest.sha256 === given.sha256
  const working: Plan = {
    slug: key,
    title: latest.plan.title,
    term: mine ? given.term : (before?.working.term ?? given.term),
    draft: mine ? given.draft : (before?.working.draft ?? given.draft),
    parts: latest.parts,
    ...keptFigures(latest),
    versions: versions.map(({ name, date, source, parts }) => ({
      name,
      date,
      source,
      priorities: parts.priorities.length,
      commitments: parts.commitments.length,
    })),
  }
  return { entry: await keep(bringing, planKind, key, working), term: working.term }
}

async function keepPriorities(
  bringing: Bringing,
  of: { plan: PlanVersion['plan']; term: Plan['term'] },
  versions: readonly PlanVersion[],
  plan: Entry,
): Promise<Entry[]> {
  const kept: Entry[] = []
  for (const [slug, holders] of partsBySlug(versions, ({ parts }) => parts.priorities)) {
    const holder = holders.at(-1)
    const found = holder?.parts.priorities.find((priority) => priority.slug === slug)
    if (!found) continue
    const working: Priority = {
      plan: { ...of.plan, from: of.term?.from ?? null },
      ...found,
      versions: holders.map(({ name }) => name),
      inLatest: holder === versions.at(-1),
    }
    const entry = await keep(bringing, priorityKind, priorityKey(of.plan.slug, slug), working)
    await join(bringing, entry, plan, 'part-of', `A priority of the plan ${plan.title}`)
    kept.push(entry)
  }
  return kept
}

/** Each part by its slug, with the versions that have it, in the order of the latest version and then of older ones. */
function partsBySlug(
  versions: readonly PlanVersion[],
  parts: (version: PlanVersion) => readonly { slug: string }[],
): Map<string, PlanVersion[]> {
  const found = new Map<string, PlanVersion[]>()
  for (const version of versions.toReversed())
    for (const { slug } of parts(version)) found.set(slug, [version, ...(found.get(slug) ?? [])])
  return found
}

/** Where a commitment stands in its plan, with the plan's words when they are short enough to stand on a thread. */
function placeInPlan(entry: Entry, { plan, source, under, text }: Commitment): LinkPlace {
  const [words = ''] = text
  return {
    path: `${entry.path}#in-the-plan`,
    label: [
      source.date === null ? shortTitle(plan.title) : `${shortTitle(plan.title)}, ${longDate(source.date)}`,
      ...(under === null ? [] : [`“${under}”`]),
    ].join(', '),
    text: words.length <= LONGEST_QUOTE ? words : '',
  }
}

/** In characters. */
const LONGEST_QUOTE = 240

async function keepTies(
  bringing: Bringing,
  entry: Entry,
  priorities: readonly Entry[],
  ties: readonly Tie[],
  place: LinkPlace,
): Promise<void> {
  const { tx, permit } = bringing.act
  for (const priority of priorities) {
    const tie = ties.find(({ path }) => path === priority.path)
    if (tie) await join(bringing, entry, priority, 'serves', tie.why, place)
    else {
      const why = 'Its words no longer propose it'
      await unlink(tx, permit, { from: entry.id, to: priority.id, kind: 'serves', why })
    }
  }
}

/** A commitment that is in the record. */
export type KeptCommitment = WorkingCopy<Commitment> & { path: string; title: string }

/** The commitments of the plans whose term covers a day, or of all plans when the day is not known. */
export async function commitmentsOn(act: ImportAct, day: LocalDate | undefined): Promise<KeptCommitment[]> {
  const { tx, permit } = act
  const plans = await workingCopies(tx, permit.authority, planKind)
  const covering = plans.filter(({ working: { term } }) => {
    if (day === undefined) return true
    return term !== null && term.from <= day && (term.until === null || day < term.until)
  })
  const kept: KeptCommitment[] = []
  for (const { key } of covering) {
    const found = await workingCopies(tx, permit.authority, commitmentKind, commitmentKey(key, ''))
    kept.push(
      ...found.map((copy) => ({
        ...copy,
        path: commitmentPath(key, copy.working.slug),
        title: copy.working.title,
      })),
    )
  }
  return kept
}

/** Keeps what a file says of a commitment's progress, in place of what it said before. */
export async function keepProgress(
  bringing: Bringing,
  commitment: KeptCommitment,
  steps: readonly Progress[],
  file: string,
): Promise<void> {
  const { working, key } = commitment
  await keep({ ...bringing, goes: 'where-public' }, commitmentKind, key, {
    ...working,
    progress: withProgress(working.progress, steps, file),
  })
}
