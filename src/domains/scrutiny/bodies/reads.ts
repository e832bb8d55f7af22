/** Questions of the published record about bodies: exactly what their list and a body's page show. */
import { entriesOf, entryAt, type PublicRecord, type PublishedEntry } from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { meetingKind, type PublishedMeeting } from '../meetings/published.ts'
import { wholeOf } from '../register.ts'
import { bodyKind, type PublishedBody } from './published.ts'

export type BodyRow = PublishedEntry<PublishedBody>

/** Every body, by name. */
export async function bodyList(ask: PublicRecord): Promise<BodyRow[]> {
  const rows = await wholeOf(ask, bodyKind)
  return rows.toSorted((one, other) => (one.title < other.title ? -1 : 1))
}

export type BodyAnswer = { body: BodyRow; meetings: PublishedEntry<PublishedMeeting>[] }

/** A body with its latest meetings. */
export async function bodyAt(ask: PublicRecord, request: PageRequest): Promise<BodyAnswer | undefined> {
  const body = await entryAt(ask, bodyKind, request.path)
  if (body === undefined) return undefined
  const meetings = await entriesOf(ask, meetingKind, { body: body.path, limit: 6 })
  return { body, meetings: meetings.rows }
}
