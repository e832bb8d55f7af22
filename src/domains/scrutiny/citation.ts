/** Where a statement stands: the published page of the paper that makes it, and the day it speaks of. */
import { type LocalDate, stored } from '../../lib/index.ts'

export type Citation = { path: string; title: string; date: LocalDate }

/** Reads a stored citation. */
export const citation: stored.Reader<Citation> = stored.fields({
  path: stored.text,
  title: stored.text,
  date: stored.day,
})

/** Statements of other papers with this paper's in place of what it said before, oldest first. */
export function restated<Statement extends { source: Citation }>(
  before: readonly Statement[],
  path: string,
  now: readonly Statement[],
): Statement[] {
  return [...before.filter((each) => each.source.path !== path), ...now].toSorted((one, other) =>
    one.source.date === other.source.date
      ? one.source.path < other.source.path
        ? -1
        : Number(one.source.path > other.source.path)
      : one.source.date < other.source.date
        ? -1
        : 1,
  )
}
