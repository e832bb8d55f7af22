/** What a check of a paper's figures found, as the record keeps it with the paper and shows it beside the paper. */
import { stored } from '../../lib/index.ts'
import { type Cell, type Place } from './placing.ts'

/** A place at which a finding shows, with its calculation. */
export type PlaceOfFinding = Place & {
  /** The figure as printed; empty for a list of shares. */
  stated: string
  /** One sentence with the calculation. */
  message: string
}

export type Finding = {
  /**
   * By which a reply names it: what sort of relation, where, and the figure as printed. The same paper brought again
   * gives it the same.
   */
  ref: string
  /** 'truncation': the figure was cut off rather than rounded. */
  severity: 'error' | 'truncation'
  /** The first says it best; the others have the same cause. */
  places: PlaceOfFinding[]
}

/** Two values and a word of change or of cause: no fault. */
export type Remark = Place & { message: string }

/** A quantity that a paper states in so many words: what is measured, for which period, and its value. */
export type Measure = {
  /** What two papers must have in common to speak of the same: label, period and unit. */
  key: string
  label: string
  period: string
  /** As printed. */
  stated: string
  /** The values that it can stand for, as exact decimals: from, and up to. */
  lo: string
  hi: string
  href: string
  place: string
}

export type CheckedFigures = {
  /** Figures seen, dates and numbering not counted. */
  seen: number
  /** Those that were compared with others. */
  compared: number
  consistent: number
  /** Of relations: within the rounding of what is printed. */
  withinRounding: number
  findings: Finding[]
  remarks: Remark[]
  measures: Measure[]
}

const cell: stored.Reader<Cell | null> = stored.orNull(
  stored.fields({ row: stored.number, column: stored.number }),
)
const place = { href: stored.text, label: stored.text, cell }

/** Reads what a check found, as stored. */
export const checkedFiguresStored: stored.Reader<CheckedFigures> = stored.fields({
  seen: stored.number,
  compared: stored.number,
  consistent: stored.number,
  withinRounding: stored.number,
  findings: stored.list(
    stored.fields({
      ref: stored.text,
      severity: stored.oneOf('error', 'truncation'),
      places: stored.list(stored.fields({ ...place, stated: stored.text, message: stored.text })),
    }),
  ),
  remarks: stored.list(stored.fields({ ...place, message: stored.text })),
  measures: stored.list(
    stored.fields({
      key: stored.text,
      label: stored.text,
      period: stored.text,
      stated: stored.text,
      lo: stored.text,
      hi: stored.text,
      href: stored.text,
      place: stored.text,
    }),
  ),
})

/** As it is kept with a paper: absent in what was brought before figures were checked. */
export type WithFigures = { figures?: CheckedFigures }

const optional = stored.fields({
  figures: (value: unknown, at = ''): CheckedFigures | undefined =>
    value === undefined || value === null ? undefined : checkedFiguresStored(value, at),
})

/** What was kept of figures with a paper, read from its stored working copy. */
export function figuresStored(value: unknown, at = ''): WithFigures {
  const { figures } = optional(value, at)
  return figures === undefined ? {} : { figures }
}

/** What was found of figures, as it is kept and published: absent where nothing was checked. */
export const keptFigures = ({ figures }: WithFigures): WithFigures =>
  figures === undefined ? {} : { figures }

/** Where a finding stands first. */
export const firstPlace = ({ places }: Finding): PlaceOfFinding | undefined => places[0]
