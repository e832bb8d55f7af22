/** How a paper becomes scrutiny's part of the record: the body, the people, the meeting, its papers and minutes, and then what was asked, answered and planned. */
import { isRefusal, type LocalDate, localDate, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { type Brought, type ImportAct, type Importer, type Source, workingCopy } from '../../record/index.ts'
import { bringActions } from './actions/import.ts'
import { bodyNamed, bringBodies, bringBody } from './bodies/import.ts'
import { seatsOf } from './bodies/seats.ts'
import { citing } from './citation.ts'
import { type Gathering, gather } from './gathering.ts'
import { bringListing } from './import-listing.ts'
import { mentionsOf } from './meetings/attendance.ts'
import {
  type BroughtMeeting,
  bringMeeting,
  bringMinutes,
  bringPapers,
  type Document,
  holds,
} from './meetings/import.ts'
import { privatePaperIn } from './meetings/import-private.ts'
import { isReplaced, replacedNote } from './meetings/import-replaced.ts'
import { type BodyOf, meetingKey, meetingPath, meetingTitle } from './meetings/meeting.ts'
import { minutesPath } from './meetings/minutes.ts'
import { paperPath, papersOf } from './meetings/paper.ts'
import { meetingKind } from './meetings/published.ts'
import { bringNotices } from './notices/import.ts'
import type { PaperContext, Place } from './paper-context.ts'
import { bringPeople, type PeopleOfPaper } from './people/import.ts'
import { bringQuestions } from './questions/import.ts'
import { nameStrayCorrections, servingOn } from './serving.ts'
import { bringWebcasts } from './webcasts/import.ts'
import { bringWorkProgramme } from './work-programme/import.ts'

const WANTED: readonly Reading['kind'][] = ['agenda', 'minutes', 'agenda+minutes', 'report', 'questions']

/** Kinds that are of no meeting, though they may name a body and a day. */
const OF_NO_MEETING: readonly Reading['kind'][] = ['plan', 'decision']

/** Whether a document is of a meeting: by its kind, or because it names a body and a day. */
const isOfMeeting = (reading: Reading): boolean =>
  reading.listed !== null ||
  WANTED.includes(reading.kind) ||
  (!OF_NO_MEETING.includes(reading.kind) && reading.body !== null && reading.date !== null)

export const importer: Importer<Reading> = {
  name: 'scrutiny',
  wants: isOfMeeting,
  bring: bringFile,
  registers: { bodies: bringBodies, meetings: bringNotices, webcasts: bringWebcasts },
}

/** Brings every document that a file holds, the one that holds the others first. */
async function bringFile(act: ImportAct, reading: Reading, source: Source): Promise<Brought | Refusal> {
  if (reading.listed !== null) return await bringListing(act, reading, source)
  const partial = reading.warnings.find(({ code }) => code === 'one-item-only')
  if (partial !== undefined) return onlyOneItem(source)
  const gathering = gather(act)
  const parts = new Set<string>()
  for (const [index, document] of [reading, ...reading.embedded].entries()) {
    const body = document.body ?? (index > 0 ? reading.body : null)
    const named = namedMeeting({ ...document, body }, source, index)
    if (isRefusal(named)) {
      if (index === 0) return named
      gathering.ask({
        what: named.message,
        place: source.name,
        mend: 'Import the minutes as a file of their own.',
      })
      continue
    }
    const refused = await bringDocument(act, gathering, document, { ...named, source, parts })
    if (refused !== undefined) return refused
  }
  noteLeftOut(reading, source, gathering)
  nameStrayCorrections(source.corrections, { parts, text: printedIn(reading) }, gathering)
  return gathering.brought
}

/** The page of one item says nothing of the others, and would take the place of the whole agenda. */
const onlyOneItem = ({ name }: Source): Refusal =>
  refuse(
    'one-item-only',
    `${name} is the page of one item of a meeting; save the page "Agenda and minutes" of the whole meeting and import that.`,
  )

const counted = (many: number, one: string): string[] =>
  many === 0 ? [] : [`${many} ${one}${many === 1 ? '' : 's'}`]

/** Says which parts of a paper are kept as its text alone. */
function noteLeftOut(
  { recommendations, decisions }: Reading,
  source: Source,
  gathering: Parameters<typeof bringDocument>[1],
): void {
  const parts = [
    ...counted(recommendations.length, 'recommendation or finding'),
    ...counted(decisions.length, 'decision'),
  ]
  if (parts.length === 0) return
  gathering.ask({
    what: `${source.name} holds ${parts.join(' and ')}: their words are kept with the paper, but none became an entry of its own.`,
    place: source.name,
    mend: 'Nothing needs doing; "shiremoot read" lists them.',
  })
}

/** All that a file prints, with the names of those attending as the reader took them out of run-on lists. */
const printedIn = (reading: Reading): string =>
  [
    reading.text,
    ...[reading, ...reading.embedded].flatMap(({ attendance }) =>
      Object.values(attendance ?? {}).flatMap((people) => people.map(({ asPrinted }) => asPrinted)),
    ),
  ].join('\n')

function namedMeeting(
  reading: Reading,
  source: Source,
  index: number,
): { printed: string; date: LocalDate } | Refusal {
  const date = localDate(reading.date ?? '')
  if (reading.body !== null && date !== undefined) return { printed: reading.body, date }
  const missing =
    reading.body === null ? (date === undefined ? 'the body and the date' : 'the body') : 'the date'
  const which = index === 0 ? source.name : `document ${index} inside ${source.name}`
  return refuse(
    'meeting-not-known',
    `${which} does not say ${missing} of its meeting; write {"paper": {"body": "…", "date": "YYYY-MM-DD"}} into ${source.name}.corrections.json and import it again.`,
  )
}

type Named = { printed: string; date: LocalDate; source: Source; parts: Set<string> }

async function bringDocument(
  act: ImportAct,
  gathering: Gathering,
  reading: Reading,
  { printed, date, source, parts: known }: Named,
): Promise<Refusal | undefined> {
  const body = await bodyNamed(act, printed)
  const of = { bodySlug: body.slug, date, sha256: source.sha256, holds: holds(reading) }
  if (await isReplaced(act, of)) {
    const mend = 'Nothing needs doing; to go back to this version, change the newer file and import that.'
    gathering.ask({ what: replacedNote(source.name, date), place: source.name, mend })
    return undefined
  }
  const page = await pageOf(act, reading, { body, date })
  const citation = citing({ path: page, title: titleOf(reading, { body, date }), date }, act)
  const mentions = mentionsOf(reading, { body, meeting: meetingPath(body.slug, date), source: citation })
  const settled = source.corrections.people
  const people = await bringPeople(act, gathering, { body, path: page, mentions, settled })
  const seats = seatsOf(reading.membership, people.personFor)
  const bodyPlace = await bringBody(act, gathering, body, { source: citation, seats })
  const file = { sha256: source.sha256, name: source.name, path: source.path }
  const serves = await servingOn(act, date, source.corrections, gathering, known)
  const { corrections } = source
  const document = {
    act,
    gathering,
    reading,
    body: { slug: body.slug, name: body.name },
    date,
    file,
    serves,
    corrections,
  }
  const meeting = await bringMeeting(document)
  await gathering.join(meeting.place, bodyPlace, 'part-of', 'a meeting of this body')
  const refused = await privatePaperIn(document, source)
  if (refused !== undefined) return refused
  const parts = await bringContents(document, meeting, people)
  const context: PaperContext = {
    act,
    source,
    authority: act.permit.authority,
    reading,
    body: bodyPlace,
    meeting: { ...meeting.place, date },
    page: parts.page,
    agenda: meeting.agenda,
    ...parts.places,
    personFor: people.personFor,
    serves,
  }
  for (const bring of [bringActions, bringQuestions, bringWorkProgramme]) gathering.add(await bring(context))
  return undefined
}

/** The page on which a document's paragraphs are printed. */
async function pageOf(
  act: ImportAct,
  reading: Reading,
  of: { body: BodyOf; date: LocalDate },
): Promise<string> {
  const { body, date } = of
  if (holds(reading).minutes) return minutesPath(body.slug, date)
  if (holds(reading).agenda) return meetingPath(body.slug, date)
  const meeting = await workingCopy(act.tx, act.permit.authority, meetingKind, meetingKey(body.slug, date))
  const [paper] = papersOf(reading, { ...of, file: NO_FILE, items: meeting?.working.agenda?.items ?? [] })
  return paper ? paperPath(paper) : meetingPath(body.slug, date)
}

const NO_FILE = { sha256: '', name: '', path: '' }

function titleOf(reading: Reading, of: { body: BodyOf; date: LocalDate }): string {
  const { agenda, minutes } = holds(reading)
  const what = minutes ? 'Minutes' : agenda ? 'Agenda' : 'Paper'
  return `${what}, ${meetingTitle(of)}`
}

type Contents = { page: string; places: Pick<PaperContext, 'minutes' | 'resolutions' | 'papers'> }

async function bringContents(
  document: Document,
  meeting: BroughtMeeting,
  people: PeopleOfPaper,
): Promise<Contents> {
  const { reading, gathering } = document
  const papers = await bringPapers(document, meeting)
  const none: Contents['places'] = { minutes: new Map(), resolutions: new Map(), papers }
  if (!holds(reading).minutes) {
    const only = papers.size === 1 && !holds(reading).agenda ? [...papers.values()][0] : undefined
    return { page: only?.path ?? meeting.place.path, places: none }
  }
  const brought = await bringMinutes(document, meeting, people.personFor)
  await joinAttendance(gathering, reading, meeting.place, people)
  return {
    page: brought.page.path,
    places: { ...none, minutes: brought.minutes, resolutions: brought.resolutions },
  }
}

/** Everyone whom the minutes place in the room. Apologies are not attendance. */
async function joinAttendance(
  gathering: Gathering,
  reading: Reading,
  meeting: Place,
  people: PeopleOfPaper,
): Promise<void> {
  const { attendance } = reading
  if (attendance === null) return
  const { present, substitutes, alsoPresent, inAttendance, late } = attendance
  for (const { asPrinted } of [...present, ...substitutes, ...late, ...alsoPresent, ...inAttendance]) {
    const person = people.personFor(asPrinted)
    if (person) await gathering.join(person, meeting, 'attended', `printed as “${asPrinted}”`)
  }
}
