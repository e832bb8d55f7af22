/** What the registers that speak of meetings have in common: how one is read, and the meeting that an entry of it names. */
import { type LocalDate, type Refusal, refuse, type stored } from '../../lib/index.ts'
import { type ImportAct, type Source, workingCopy } from '../../record/index.ts'
import { bodyNamed, bringBody } from './bodies/import.ts'
import type { Gathering } from './gathering.ts'
import { type BodyOf, type Meeting, meetingKey } from './meetings/meeting.ts'
import { meetingKind } from './meetings/published.ts'
import type { Place } from './paper-context.ts'

/** The register as its form reads it, or a refusal that names the file and what is wrong in it. */
export function readRegister<Form>(
  form: stored.Reader<Form>,
  given: unknown,
  { source, what }: { source: Source; what: string },
): Form | Refusal {
  try {
    return form(given)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${source.name} is not a register of ${what} as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

/** The refusal of a register in which one entry cannot stand. */
export const entryWrong = (source: Source, what: string, why: string): Refusal =>
  refuse(
    'register-not-understood',
    `${source.name} is not a register of ${what} as docs/importing.md shows it: ${why}.`,
  )

type Named = { body: string; date: LocalDate; time?: string | null; place?: string | null }

export type NamedMeeting = { body: BodyOf; place: Place; meeting: Meeting }

/** The meeting that a register names by body and day. One that the record does not know yet is begun, without an agenda. */
export async function meetingNamed(
  act: ImportAct,
  gathering: Gathering,
  { body: printed, date, time = null, place = null }: Named,
  why: string,
): Promise<NamedMeeting> {
  const known = await bodyNamed(act, printed)
  const body = { slug: known.slug, name: known.name }
  const bodyPlace = await bringBody(act, gathering, known, null)
  const key = meetingKey(body.slug, date)
  const before = await workingCopy(act.tx, act.permit.authority, meetingKind, key)
  const meeting: Meeting = before?.working ?? { body, date, time, place, agenda: null }
  const at = await gathering.entry(
    meetingKind,
    key,
    meeting,
    why,
    before === undefined ? undefined : 'where-public',
  )
  await gathering.join(at, bodyPlace, 'part-of', 'a meeting of this body')
  return { body, place: at, meeting }
}
