/** What an earlier version of a paper had that did not add up, and the present one has no more. Pure. */
import type { LocalDate } from '../../lib/index.ts'
import type { CheckedFigures, Finding } from './finding.ts'

/** A version of a document, with what was found in it. */
export type VersionFigures = {
  /** Where it is read: the document's own address for the present one. */
  path: string
  /** Counted from 1 in order; a later version has the greater. */
  order: number
  /** "version 1", or the day of a plan's version. */
  name: string
  /** Since when it is on this record, or the day that it bears. */
  since: LocalDate | null
  figures: CheckedFigures
}

export type Correction = {
  finding: Finding
  /** The last version that had it. */
  had: VersionFigures
  /** The first after that: it has it no more. */
  rid: VersionFigures
}

const has = ({ figures }: VersionFigures, ref: string): boolean =>
  figures.findings.some((finding) => finding.ref === ref)

/** The findings of earlier versions that the present one does not have, each once, in order of the versions. */
export function correctionsIn(versions: readonly VersionFigures[]): Correction[] {
  const inOrder = versions.toSorted((one, other) => one.order - other.order)
  const present = inOrder.at(-1)
  if (present === undefined) return []
  return inOrder.slice(0, -1).flatMap((had, index) =>
    had.figures.findings.flatMap((finding): Correction[] => {
      const after = inOrder.slice(index + 1)
      const [rid] = after
      // Where a later version has it again, that one tells.
      return rid === undefined || after.some((version) => has(version, finding.ref))
        ? []
        : [{ finding, had, rid }]
    }),
  )
}
