/** A version of a plan: one printed text of it, kept whole so that any two can be compared. */
import { type LocalDate, type Passage, stored } from '../../lib/index.ts'
import { figuresStored, type WithFigures } from '../checked-figures/index.ts'
import { type PlanParts, partsStored, type Source, sourceStored } from './plan.ts'

export type PlanVersion = WithFigures & {
  plan: { slug: string; title: string }
  /** In its address: its date, 2017-04-01, or a part of the file's SHA-256 when it is not dated. */
  name: string
  date: LocalDate | null
  sha256: string
  source: Source
  parts: PlanParts
  passages: Passage[]
}

export const versionKey = (plan: string, sha256: string): string => `${plan}/${sha256}`

const versionFields = stored.fields({
  plan: stored.fields({ slug: stored.text, title: stored.text }),
  name: stored.text,
  date: stored.orNull(stored.day),
  sha256: stored.text,
  source: sourceStored,
  parts: partsStored,
  passages: stored.list(stored.fields({ heading: stored.flag, text: stored.text })),
})

/** Reads a version as stored. */
export const versionStored: stored.Reader<PlanVersion> = (value, at) => ({
  ...versionFields(value, at),
  ...figuresStored(value, at),
})
