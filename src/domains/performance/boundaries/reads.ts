/** Questions of the published record about boundaries. */
import { entryAt, type PublicRecord, type PublishedEntry } from '../../../record/index.ts'
import { type Boundaries, boundariesPath } from './boundaries.ts'
import { boundariesKind } from './published.ts'

/** The boundaries of a dimension's areas ("district"); undefined where the authority has loaded none. */
export const boundariesAt = (
  ask: PublicRecord,
  dimension: string,
): Promise<PublishedEntry<Boundaries> | undefined> => entryAt(ask, boundariesKind, boundariesPath(dimension))
