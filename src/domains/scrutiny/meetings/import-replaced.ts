/** Tells a file whose document has a newer version on the record, so that bringing it again does not undo what came after. */
import { type LocalDate, longDate } from '../../../lib/index.ts'
import { type ImportAct, workingCopies, workingCopy } from '../../../record/index.ts'
import { meetingKey } from './meeting.ts'
import { minutesKey } from './minutes.ts'
import { meetingKind, minutesKind, paperKind } from './published.ts'

type Of = { bodySlug: string; date: LocalDate; sha256: string; holds: { agenda: boolean; minutes: boolean } }

/** Whether this file's agenda, minutes or paper of that meeting was replaced by a newer one. */
export async function isReplaced(act: ImportAct, { bodySlug, date, sha256, holds }: Of): Promise<boolean> {
  const { tx, permit } = act
  const isThis = (file: { sha256: string }): boolean => file.sha256 === sha256
  if (holds.minutes) {
    const minutes = await workingCopy(tx, permit.authority, minutesKind, minutesKey(bodySlug, date))
    return minutes?.working.earlier.some(({ file }) => isThis(file)) ?? false
  }
  const key = meetingKey(bodySlug, date)
  if (holds.agenda) {
    const meeting = await workingCopy(tx, permit.authority, meetingKind, key)
    return meeting?.working.agenda?.earlier.some(isThis) ?? false
  }
  const papers = await workingCopies(tx, permit.authority, paperKind, `${key}/`)
  return papers.some(({ working }) => working.earlier.some(({ file }) => isThis(file)))
}

/** What is said of such a file. */
export const replacedNote = (name: string, date: LocalDate): string =>
  `${name} holds an earlier version of what is on the record for ${longDate(date)}; the newer one stays as it is.`
