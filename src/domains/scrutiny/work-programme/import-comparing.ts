/**
 * Holds what was asked against the programmes and agendas that followed, whenever any of them is brought: the answer is
 * the same whichever file came first. Stores it as links ('carried-in', 'not-found-in', 'lacks') that say why.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { type Going, type LinkKind, unlink, type WorkingCopy, workingCopies } from '../../../record/index.ts'
import { type Action, actionPath, type Carrying } from '../actions/action.ts'
import { actionKind } from '../actions/published.ts'
import type { Gathering } from '../gathering.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { type Paper } from '../meetings/paper.ts'
import { meetingKind, paperKind } from '../meetings/published.ts'
import type { PaperContext, Place } from '../paper-context.ts'
import { carriedIn, type Line, looksToThePanel } from './carrying.ts'
import { linesOfAgenda, linesOfProgramme } from './lines.ts'
import { type Programme, programmePath, programmeTitle } from './programme.ts'
import { programmeKind } from './published.ts'
import { missingStanding } from './standing.ts'

type Known = {
  programmes: WorkingCopy<Programme>[]
  meetings: WorkingCopy<Meeting>[]
  papers: WorkingCopy<Paper>[]
  /** The words of the body's own name, which tell nothing in its own papers. */
  apart: string[]
}

/** Compares everything the record knows of one body, and changes only what comes out otherwise than it stands. */
export async function compareWithProgrammes(context: PaperContext, gathering: Gathering): Promise<void> {
  const known = await knownOf(context)
  if (known.programmes.length === 0) return
  const { tx } = context.act
  for (const copy of await workingCopies(tx, context.authority, actionKind, `${context.body.slug}/`))
    if (looksToThePanel(copy.working)) await compareAction(context, gathering, copy, known)
  for (const meeting of known.meetings) await compareAgenda(context, gathering, meeting, known)
}

async function knownOf(context: PaperContext): Promise<Known> {
  const { act, authority, body } = context
  const of = `${body.slug}/`
  const programmes = await workingCopies(act.tx, authority, programmeKind, of)
  return {
    programmes: programmes.toSorted((one, other) =>
      one.working.laidBefore.date < other.working.laidBefore.date ? -1 : 1,
    ),
    meetings: await workingCopies(act.tx, authority, meetingKind, of),
    papers: await workingCopies(act.tx, authority, paperKind, of),
    apart: body.name.split(/\s+/),
  }
}

async function compareAction(
  context: PaperContext,
  gathering: Gathering,
  copy: WorkingCopy<Action>,
  known: Known,
): Promise<void> {
  const { working } = copy
  const followed = known.programmes.filter((each) => each.working.laidBefore.date > working.meeting.date)
  const carrying = comparisons(working, followed, known)
  const why =
    carrying.length === 0
      ? 'No later work programme is on the record'
      : `Held against the work programme of ${carrying.map((each) => each.programme.month).join(' and ')}`
  const now = { ...working, carrying }
  // Also when it stands so already: what was found while this paper was a draft goes public with it.
  if (followed.length > 0 || JSON.stringify(carrying) !== JSON.stringify(working.carrying))
    await gathering.entry(
      actionKind,
      copy.key,
      now,
      why,
      goingOf(context, followed, nextMeeting(working, known)),
    )
  const place = { id: copy.id, path: actionPath(working.slug), title: working.what }
  for (const programme of followed) {
    const found = carrying.find((each) => each.programme.month === programme.working.month)
    await joinFound(context, gathering, place, placeOf(programme), found)
  }
}

/** Words of programmes and agendas that nobody has published wait with those; those of this very file go with it. */
function goingOf(
  { source }: PaperContext,
  programmes: readonly WorkingCopy<Programme>[],
  meeting: WorkingCopy<Meeting> | undefined,
): Going {
  const isOpen =
    programmes.every(({ published, working }) => published || working.source.path === source.path) &&
    (meeting === undefined || meeting.published || meeting.working.agenda?.file.sha256 === source.sha256)
  return isOpen ? 'where-public' : 'waits'
}

/** The next programme; and where that does not carry the action, the first later one that does. */
function comparisons(action: Action, followed: readonly WorkingCopy<Programme>[], known: Known): Carrying[] {
  const [next, ...later] = followed.map(({ working }) => working)
  if (next === undefined) return []
  const first = compared(action, next, [...linesOfProgramme(next), ...nextAgenda(action, known)], known.apart)
  if (first.outcome === 'carried') return [first]
  for (const programme of later) {
    const found = compared(action, programme, linesOfProgramme(programme), known.apart)
    if (found.outcome === 'carried') return [first, found]
  }
  return [first]
}

function compared(
  action: Action,
  programme: Programme,
  lines: readonly Line[],
  apart: readonly string[],
): Carrying {
  const { outcome, why } = carriedIn(action, lines, apart)
  const path = programmePath(programme.body.slug, programme.month)
  return { outcome, why, programme: { month: programme.month, path, title: programmeTitle(programme) } }
}

/** The first meeting after the action's of which the agenda is known. */
const nextMeeting = (action: Action, known: Known): WorkingCopy<Meeting> | undefined =>
  known.meetings
    .filter(({ working: { agenda, date } }) => agenda !== null && date > action.meeting.date)
    .toSorted((one, other) => (one.working.date < other.working.date ? -1 : 1))[0]

/** The items of the first agenda after the action's meeting. */
function nextAgenda(action: Action, known: Known): Line[] {
  const next = nextMeeting(action, known)?.working
  if (next === undefined) return []
  const papers = known.papers.map(({ working }) => working).filter((paper) => paper.date === next.date)
  return linesOfAgenda(next, papers)
}

async function joinFound(
  context: PaperContext,
  gathering: Gathering,
  from: Place,
  to: Place,
  found: Carrying | undefined,
): Promise<void> {
  const kind: LinkKind | undefined =
    found === undefined ? undefined : found.outcome === 'carried' ? 'carried-in' : 'not-found-in'
  for (const other of ['carried-in', 'not-found-in'] as const)
    if (other !== kind) await part(context, from, to, other)
  if (found !== undefined && kind !== undefined) await gathering.join(from, to, kind, found.why)
}

async function part(context: PaperContext, from: Place, to: Place, kind: LinkKind): Promise<void> {
  const why = 'Compared again, with another outcome'
  await unlink(context.act.tx, context.act.permit, { from: from.id, to: to.id, kind, why })
}

/** An agenda is held against the latest programme known when it was issued; one in the same pack counts. */
async function compareAgenda(
  context: PaperContext,
  gathering: Gathering,
  copy: WorkingCopy<Meeting>,
  known: Known,
): Promise<void> {
  const { agenda, date } = copy.working
  if (agenda === null || agenda.items.length === 0) return
  const from = placeOfMeeting(copy)
  const programme = latestOn(known.programmes, date)
  for (const other of known.programmes)
    if (other !== programme) await part(context, from, placeOf(other), 'lacks')
  if (programme === undefined) return
  const titles = agenda.items.flatMap(({ title, sectionTitle }) => [title, sectionTitle ?? ''])
  const missing = missingStanding(programme.working, titles, date)
  if (missing.length === 0) return part(context, from, placeOf(programme), 'lacks')
  // One link holds all the items: a line each, as the pages show them.
  await gathering.join(from, placeOf(programme), 'lacks', missing.map(({ words }) => `${words}.`).join('\n'))
}

const latestOn = (
  programmes: readonly WorkingCopy<Programme>[],
  day: LocalDate,
): WorkingCopy<Programme> | undefined =>
  programmes.filter((each) => each.working.laidBefore.date <= day).at(-1)

const placeOf = ({ id, working }: WorkingCopy<Programme>): Place => ({
  id,
  path: programmePath(working.body.slug, working.month),
  title: programmeTitle(working),
})

function placeOfMeeting({ id, working }: WorkingCopy<Meeting>): Place {
  const { path, title } = meetingKind.publish(working)
  return { id, path, title }
}
