/** Brings the register of meetings: those that a body has announced, and those that it has called off. */
import { isRefusal, type Refusal, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { gather } from '../gathering.ts'
import { entryWrong, meetingNamed, readRegister } from '../import-registers.ts'
import { type Notice, noticeKey } from './notice.ts'
import { noticeKind } from './published.ts'

const register = stored.fields({
  entries: stored.list(
    stored.fields({
      body: stored.text,
      date: stored.day,
      time: stored.orNull(stored.text),
      place: stored.orNull(stored.text),
      cancelled: stored.orNull(stored.text),
    }),
  ),
})

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * Reads `{ "register": "meetings", "entries": [{ "body", "date", "time": "14:00", "place", "cancelled": "why" }] }`. What
 * an agenda says of time and place stays; a notice only adds what is not known, and that a meeting is not held.
 */
export async function bringNotices(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const read = readRegister(register, given, { source, what: 'meetings' })
  if (isRefusal(read)) return read
  const wrong = read.entries.find(({ time }) => time !== null && !TIME.test(time))
  if (wrong !== undefined)
    return entryWrong(source, 'meetings', `"time" of ${wrong.date} is not a time such as 14:00`)
  const gathering = gather(act)
  for (const entry of read.entries) {
    const { body, place } = await meetingNamed(act, gathering, entry, `Announced in ${source.name}`)
    const { date, time, place: where, cancelled } = entry
    const notice: Notice = {
      body,
      date,
      time,
      place: where,
      cancelled,
      source: { path: source.path, title: source.name },
    }
    const at = await gathering.entry(
      noticeKind,
      noticeKey(body.slug, date),
      notice,
      `Announced in ${source.name}`,
    )
    await gathering.join(at, place, 'part-of', 'a notice of this meeting')
  }
  return gathering.brought
}
