/** Questions of the published record about work programmes: exactly what their pages show. */
import {
  entriesOf,
  entryAt,
  type LinkedEntry,
  linkedTo,
  type PublicRecord,
  type PublishedEntry,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { wholeOf } from '../register.ts'
import { programmePath } from './programme.ts'
import { type PublishedProgramme, programmeKind } from './published.ts'

export type ProgrammeRow = PublishedEntry<PublishedProgramme>

export type ProgrammeAnswer = {
  programme: ProgrammeRow
  carried: readonly LinkedEntry[]
  notFound: readonly LinkedEntry[]
  /** Meetings whose agenda lacks something that stands at each meeting. */
  lacking: readonly LinkedEntry[]
  /** The latest programme of the same body, where this is not it. */
  latest: { path: string; title: string } | null
}

/** One programme, with the asks that it carries and those that were not found in it. */
export async function programmeAt(
  ask: PublicRecord,
  request: PageRequest,
): Promise<ProgrammeAnswer | undefined> {
  const { body = '', month = '' } = request.params
  const programme = await entryAt(ask, programmeKind, programmePath(body, month))
  if (programme === undefined) return undefined
  const latest = await entriesOf(ask, programmeKind, { body: programme.content.body.path, limit: 1 })
  const last = latest.rows[0]
  return {
    programme,
    carried: (await linkedTo(ask, programme.id, { link: 'carried-in', limit: 200 })).rows,
    notFound: (await linkedTo(ask, programme.id, { link: 'not-found-in', limit: 200 })).rows,
    lacking: (await linkedTo(ask, programme.id, { link: 'lacks', limit: 200 })).rows,
    latest: last === undefined || last.id === programme.id ? null : { path: last.path, title: last.title },
  }
}

/** Every programme on the record, newest first. */
export async function allProgrammes(ask: PublicRecord): Promise<ProgrammeRow[]> {
  return wholeOf(ask, programmeKind)
}
