/** Where a statement stands: the published page of the paper that makes it, and the day it speaks of. */
import { type LocalDate, stored } from '../../lib/index.ts'

export type Citation = {
  path: string
  title: string
  date: LocalDate
  /** The paper was brought as a draft: what it says is kept, and readers do not get it. Absent once it is published. */
  draft?: true
}

const fields = stored.fields({
  path: stored.text,
  title: stored.text,
  date: stored.day,
  draft: (value: unknown): boolean => value === true,
})

/** Reads a stored citation. */
export const citation: stored.Reader<Citation> = (value, at) => {
  const { draft, ...read } = fields(value, at)
  return draft ? { ...read, draft } : read
}

type Said = { source: Citation }

/** A citation by a file that is brought as `asDraft` says. */
export const citing = (of: Omit<Citation, 'draft'>, { asDraft = false }: { asDraft?: boolean }): Citation =>
  asDraft ? { ...of, draft: true } : of

/** Of several statements those that readers may have. */
export const publicOf = <Statement extends Said>(statements: readonly Statement[]): Statement[] =>
  statements.filter(({ source }) => source.draft !== true)

/** Whether two statements say the same, be they drafts or not. */
function same(one: Said, other: Said): boolean {
  const plain = ({ source: { path, title, date }, ...said }: Said): string =>
    JSON.stringify([said, path, title, date])
  return plain(one) === plain(other)
}

/**
 * Statements of other papers with this paper's in place of what it said before, oldest first. A draft takes the place of
 * drafts alone: what readers have of the paper stays until it is published again.
 */
export function restated<Statement extends Said>(
  before: readonly Statement[],
  { path, asDraft }: { path: string; asDraft: boolean },
  now: readonly Statement[],
): Statement[] {
  const kept = before.filter(({ source }) => source.path !== path || (asDraft && source.draft !== true))
  const said = now.filter((each) => !asDraft || !kept.some((other) => same(each, other)))
  return [...kept, ...said].toSorted((one, other) =>
    one.source.date === other.source.date
      ? one.source.path < other.source.path
        ? -1
        : Number(one.source.path > other.source.path)
      : one.source.date < other.source.date
        ? -1
        : 1,
  )
}
