/** A measure and a breakdown as the record keeps them, with the files whose figures nobody has published yet. */
import { stored } from '../../../lib/index.ts'
import type { Breakdown, Measure } from './measure.ts'
import { breakdownFields, measureFields } from './stored-measure.ts'

/** A file that was brought as a draft. */
export type DraftFile = { name: string; sha256: string }

/** `waitsFor`: files that brought something of it and were not published; it goes public when none is left. */
export type Kept = { waitsFor: DraftFile[] }
export type KeptMeasure = Measure & Kept
export type KeptBreakdown = Breakdown & Kept

const waitsFor = stored.list(stored.fields({ name: stored.text, sha256: stored.text }))

export const keptMeasure: stored.Reader<KeptMeasure> = stored.fields({ ...measureFields, waitsFor })
export const keptBreakdown: stored.Reader<KeptBreakdown> = stored.fields({ ...breakdownFields, waitsFor })

/** Whose files a working copy still waits for, once `file` brings something of it: itself where it is a draft. */
export const waitingAfter = (
  before: readonly DraftFile[],
  file: DraftFile,
  asDraft: boolean,
): DraftFile[] => {
  const others = before.filter(({ sha256 }) => sha256 !== file.sha256)
  return asDraft ? [...others, { name: file.name, sha256: file.sha256 }] : others
}
