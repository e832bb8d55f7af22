/** What a count of data.police.uk files is: by what rows are gathered, what came of it, and what was left out. */

/** The three kinds of file that data.police.uk gives for each force and month. */
export const FORMS = ['street', 'outcomes', 'stop-and-search'] as const
export type Form = (typeof FORMS)[number]

/** By what rows can be gathered. Which column that is stands in columns.ts. */
export const KEYS = [
  'force',
  'month',
  'type',
  'lsoa',
  'district',
  'outcome',
  'object',
  'legislation',
  'reporter',
] as const
export type Key = (typeof KEYS)[number]

/** Rows that have the same values under all keys. A value is null where the file leaves it empty. */
export type Counted = { values: (string | null)[]; count: number }

/** Rows whose place cannot be right. Rows without a place are normal and not among them. */
export type PlaceFaults = {
  /** Latitude and longitude stand in each other's column. */
  swapped: number
  /** At 0, 0. */
  nowhere: number
  /** Neither, and not within the United Kingdom. */
  outside: number
}

/** A word about what was left out or looks odd, for people; no fault of the count. */
export type Note = { code: string; words: string }

export type Counts = {
  by: Key[]
  form: Form
  /** In the order of their values; empty values last. */
  rows: Counted[]
  total: number
  /** Files that were counted: for a zip each of its files. */
  files: { name: string; rows: number }[]
  notes: Note[]
  /** Null where nobody asked for it. */
  places: PlaceFaults | null
}

export type Counting = {
  by: readonly Key[]
  /** Which form to count where files of several are given; otherwise the first of FORMS that is there. */
  form?: Form
  /** How many threads DuckDB may use; as many as the machine has processors otherwise. */
  threads?: number
  /** Whether to look at latitude and longitude as well. */
  places?: boolean
  /** Told before each file that takes part. */
  onFile?: (name: string, at: number, of: number) => void
}

/** DuckDB's own memory is held to this; beyond it, it writes to the temporary folder. */
export const MEMORY_LIMIT = '512MB'
