/**
 * A figure that a paper on the record quotes, bound to the observation that it is of. When the observation is revised,
 * the paper that quoted it says so beside the figure: the paper itself stays as it was laid.
 */
import { type LocalDate, slug, stored } from '../../../lib/index.ts'
import type { Kept } from './kept.ts'
import { breakdownPath, measurePath, partSlug, type Unit } from './measure.ts'
import type { Cell, Earlier, Observation, Report, Span } from './observation.ts'
import { sameCell } from './revising.ts'
import { spanKey } from './spans.ts'
import { cellStored, spanStored, unitStored } from './stored-measure.ts'
import { cellWords } from './value-words.ts'

/** A value with the release that had it. */
export type ValueSaid = {
  cell: Cell
  release: string | null
  asAt: LocalDate | null
  /** Whether it was made up for a demonstration, and says nothing about policing; null where nobody noted it. */
  invented: boolean | null
}

export type QuotedFigure = {
  /** The page that quotes it: its address without a fragment, and where on it. */
  paper: { path: string; title: string; anchor: string; place: string }
  /** As the paper prints it: "197,356", "about 350". */
  printed: string
  measure: { slug: string; title: string; unit: Unit }
  /** Null where it is of the whole area. */
  part: { dimension: string; name: string } | null
  span: Span
  /** What the observation was when it was quoted. */
  quoted: ValueSaid
  /** What the observation is now; null while it is what was quoted. */
  now: ValueSaid | null
}

export type KeptQuotedFigure = QuotedFigure & Kept

/** `hidden`: the number is hidden now, and nothing says any more that the paper has it. */
export type QuotedState = 'as-quoted' | 'revised' | 'hidden'

export const stateOf = ({ now }: Pick<QuotedFigure, 'now'>): QuotedState => {
  if (now === null) return 'as-quoted'
  return now.cell.mark === 'suppressed' ? 'hidden' : 'revised'
}

/** A quotation as the public gets it: of one that is hidden now, neither what was printed nor what was quoted. */
export const withoutHidden = (figure: QuotedFigure): QuotedFigure =>
  figure.now === null || stateOf(figure) !== 'hidden'
    ? figure
    : { ...figure, printed: '', quoted: figure.now }

/** The figures of one measure stand together. */
export const quotedKeys = (measure: string): string => `${measure}/`

const partKey = (part: QuotedFigure['part']): string =>
  part === null ? '-' : `${slug(part.dimension)}/${partSlug(part.name)}`

type Where = Pick<QuotedFigure, 'measure' | 'part' | 'span' | 'paper'>

export const quotedKey = ({ measure, part, span, paper }: Where): string =>
  `${quotedKeys(measure.slug)}${partKey(part)}/${spanKey(span)} ${paper.path}#${paper.anchor}`

/** Where it stands: on the page of the paper. */
export const quotedPath = ({ measure, part, span, paper }: Where): string => {
  const where = [
    measure.slug,
    ...(part === null ? [] : [partKey(part).replace('/', '-')]),
    span.from,
    span.until,
  ]
  return `${paper.path}#quoted-${where.join('-')}${paper.anchor === '' ? '' : `-${paper.anchor}`}`
}

/** Where the figure that it quotes stands. */
export const figurePath = ({ measure, part }: Pick<QuotedFigure, 'measure' | 'part'>): string =>
  part === null ? measurePath(measure.slug) : breakdownPath(measure.slug, slug(part.dimension))

const saidStored = stored.fields({
  cell: cellStored,
  release: stored.orNull(stored.text),
  asAt: stored.orNull(stored.day),
  invented: stored.orNull(stored.flag),
})

export const keptQuotedFigure: stored.Reader<KeptQuotedFigure> = stored.fields({
  paper: stored.fields({ path: stored.text, title: stored.text, anchor: stored.text, place: stored.text }),
  printed: stored.text,
  measure: stored.fields({ slug: stored.text, title: stored.text, unit: unitStored }),
  part: stored.orNull(stored.fields({ dimension: stored.text, name: stored.text })),
  span: spanStored,
  quoted: saidStored,
  now: stored.orNull(saidStored),
  waitsFor: stored.list(stored.fields({ name: stored.text, sha256: stored.text })),
})

export const valueSaid = ({ cell, report }: { cell: Cell; report: Report }): ValueSaid => ({
  cell,
  release: report.release,
  asAt: report.asAt,
  invented: report.invented,
})

/** An observation as the public gets it, of the whole area or of a part. */
export type Bound = Pick<Observation, 'cell' | 'report'> & { earlier: readonly Earlier[] }

/** What is quoted, and what it is now; undefined where the observation neither has nor had such a value. */
export function binding(
  says: (cell: Cell) => boolean,
  { cell, report, earlier }: Bound,
): Pick<QuotedFigure, 'quoted' | 'now'> | undefined {
  if (says(cell)) return { quoted: valueSaid({ cell, report }), now: null }
  const before = earlier.findLast((one) => says(one.cell))
  return before && { quoted: valueSaid(before), now: valueSaid({ cell, report }) }
}

/** The quotation after the observation may have changed. A new release that says the same revises nothing. */
export function followed(figure: KeptQuotedFigure, bound: Bound | undefined): KeptQuotedFigure {
  if (bound === undefined) return figure
  const same = sameCell(figure.quoted.cell, bound.cell)
  return { ...figure, now: same ? null : valueSaid(bound) }
}

/** "197,356, revised since to 197,400". */
export const revisedWords = ({ quoted, now, measure }: QuotedFigure): string =>
  now === null
    ? cellWords(quoted.cell, measure.unit)
    : `${cellWords(quoted.cell, measure.unit)}, revised since to ${cellWords(now.cell, measure.unit)}`
