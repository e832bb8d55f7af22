/** A measure and a breakdown as the record keeps them, with the files whose figures nobody has published yet. */
import { isDeepStrictEqual } from 'node:util'
import { stored } from '../../../lib/index.ts'
import type { Breakdown, Measure } from './measure.ts'
import { breakdownFields, breakdownStored, measureFields, measureStored } from './stored-measure.ts'

/** A file that was brought as a draft. */
export type DraftFile = { name: string; sha256: string }

/** `waitsFor`: files that brought something of it and were not published; it goes public when none is left. */
export type Kept = { waitsFor: DraftFile[] }
/**
 * The draft that alone it waits for, and what stood before it (nothing where it began with that draft), so that a corrected
 * file of the same name takes the draft's place. Null where other files have brought something of it since.
 */
export type Undoable<Thing> = { undo: { file: DraftFile; before: Thing | null } | null }
export type KeptMeasure = Measure & Kept & Undoable<Measure>
export type KeptBreakdown = Breakdown & Kept & Undoable<Breakdown>

const draftFile = stored.fields({ name: stored.text, sha256: stored.text })
const waitsFor = stored.list(draftFile)
const undoOf = <Thing>(before: stored.Reader<Thing>) =>
  stored.orNull(stored.fields({ file: draftFile, before: stored.orNull(before) }))

export const keptMeasure: stored.Reader<KeptMeasure> = stored.fields({
  ...measureFields,
  waitsFor,
  undo: undoOf(measureStored),
})
export const keptBreakdown: stored.Reader<KeptBreakdown> = stored.fields({
  ...breakdownFields,
  waitsFor,
  undo: undoOf(breakdownStored),
})

type KeptThing = Kept & Undoable<object>

/** A working copy as a file finds it: as it stood before a draft of the same name that it takes the place of. */
export function asFound<Thing extends KeptThing>(kept: Thing, file: DraftFile): Thing | undefined {
  const { undo } = kept
  if (undo === null || undo.file.name !== file.name || undo.file.sha256 === file.sha256) return kept
  return undo.before === null ? undefined : { ...kept, ...undo.before, waitsFor: [], undo: null }
}

/** The working copy as a draft leaves it, by what stood there: with its file, and the way back where it is the only draft. */
export function drafted<Thing extends KeptThing>(
  next: Thing,
  stood: Thing | undefined,
  { name, sha256 }: DraftFile,
): Thing {
  const file = { name, sha256 }
  const kept = { ...next, waitsFor: waitingAfter(next.waitsFor, file, true) }
  const before = stood && asFound(stood, file)
  if (before === undefined) return { ...kept, undo: { file, before: null } }
  const { waitsFor: waiting, undo, ...bare } = before
  if (waiting.length === 0) return { ...kept, undo: { file, before: bare } }
  return { ...kept, undo: undo?.file.sha256 === sha256 ? undo : null }
}

/** The working copy as a published file leaves it. */
export const settled = <Thing extends KeptThing>(next: Thing, file: DraftFile): Thing => ({
  ...next,
  waitsFor: waitingAfter(next.waitsFor, file, false),
  undo: null,
})

/** Whether two working copies say the same, whatever they wait for. */
export const saysTheSame = <Thing extends KeptThing>(one: Thing, other: Thing): boolean =>
  isDeepStrictEqual({ ...one, waitsFor: [], undo: null }, { ...other, waitsFor: [], undo: null })

/** Whose files a working copy still waits for, once `file` brings something of it: itself where it is a draft. */
export const waitingAfter = (
  before: readonly DraftFile[],
  file: DraftFile,
  asDraft: boolean,
): DraftFile[] => {
  const others = before.filter(({ sha256 }) => sha256 !== file.sha256)
  return asDraft ? [...others, { name: file.name, sha256: file.sha256 }] : others
}
