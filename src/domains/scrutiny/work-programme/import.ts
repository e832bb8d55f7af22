/** How the forward work programme in a document becomes an entry, and how asks and agendas are then held against it. */
import { longDate, longMonth } from '../../../lib/index.ts'
import { workingCopy } from '../../../record/index.ts'
import { type Gathering, gather } from '../gathering.ts'
import type { BringPart, PaperContext } from '../paper-context.ts'
import { compareWithProgrammes } from './import-comparing.ts'
import { monthOf, type Programme, plannedMeeting, programmeKey } from './programme.ts'
import { programmeKind } from './published.ts'

/**
 * Brings the programme of one document, if it has one, then compares all that the record knows of its body. Called last
 * of the parts for each document, so that agendas and asks that came with it or before it are compared as well.
 */
export const bringWorkProgramme: BringPart = async (context) => {
  const gathering = gather(context.act)
  const read = context.reading.forwardProgramme
  if (read !== null) {
    const { body, meeting, source } = context
    const programme: Programme = {
      month: monthOf(read.asAt, meeting.date),
      body: { name: body.name, slug: body.slug, path: body.path },
      laidBefore: { date: meeting.date, path: meeting.path, title: meeting.title },
      meetings: read.meetings.map(({ date, items }) => plannedMeeting(date, items)),
      standing: [...read.standing],
      toNote: [...read.toNote],
      source: { name: source.name, path: source.path },
    }
    const key = programmeKey(body.slug, programme.month)
    if (!(await isReplaced(context, gathering, key, programme))) {
      const place = await gathering.entry(programmeKind, key, programme, `Found in ${source.name}`)
      await gathering.join(place, meeting, 'part-of', 'laid before this meeting')
    }
  }
  await compareWithProgrammes(context, gathering)
  return gathering.brought
}

/** A month has one programme: that laid before its latest meeting, whichever paper is brought last. */
async function isReplaced(
  { act, authority, source }: PaperContext,
  gathering: Gathering,
  key: string,
  { month, laidBefore }: Programme,
): Promise<boolean> {
  const known = (await workingCopy(act.tx, authority, programmeKind, key))?.working.laidBefore.date
  if (known === undefined || known <= laidBefore.date) return false
  gathering.ask({
    what: `The work programme of ${longMonth(month)} on the record was laid before the later meeting of ${longDate(known)}; it stays as it is.`,
    place: source.name,
    mend: 'Nothing needs doing: this earlier one can be read in its paper.',
  })
  return true
}
