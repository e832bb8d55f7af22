/**
 * Keeps papers that a meeting takes without the public off the record, and with them the file that holds them: what was
 * kept is served. Local Government Act 1972, section 100B(2), by which such reports may be left out.
 */
import { type Refusal, refuse, slug } from '../../../lib/index.ts'
import { type Source, workingCopy } from '../../../record/index.ts'
import type { Document } from './import.ts'
import { meetingKey } from './meeting.ts'
import { papersOf } from './paper.ts'
import { meetingKind } from './published.ts'

/** A refusal where a document holds the paper of an item that the agenda lists as private; undefined where it holds none. */
export async function privatePaperIn(
  { act, reading, body, date, file }: Document,
  source: Source,
): Promise<Refusal | undefined> {
  const meeting = await workingCopy(act.tx, act.permit.authority, meetingKind, meetingKey(body.slug, date))
  const items = meeting?.working.agenda?.items ?? []
  const open = new Set((source.corrections.public ?? []).map((number) => slug(number)))
  const found = papersOf(reading, { body, date, file, items }).find(({ item }) => {
    const listed = items.find(({ anchor }) => anchor === item?.anchor)
    return listed !== undefined && listed.exempt !== null && !open.has(slug(listed.number ?? ''))
  })
  if (found === undefined) return undefined
  const number = found.item?.number ?? ''
  return refuse(
    'private-paper',
    `${source.name} holds the paper of item ${number}, which the agenda lists to be taken without the public; take that paper out of the file, or if it is public after all write {"public": ["${number}"]} into ${source.name}.corrections.json, and import it again.`,
  )
}
