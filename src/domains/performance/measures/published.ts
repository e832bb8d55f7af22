/** What the public gets of measures and breakdowns. Small numbers are hidden here, so that nothing public ever held them. */
import type { AnyKind, Kind, Paragraph } from '../../../record/index.ts'
import { hideSmallNumbers } from './hidden-cells.ts'
import { type KeptBreakdown, type KeptMeasure, keptBreakdown, keptMeasure } from './kept.ts'
import { type Breakdown, breakdownPath, type Definition, type Measure, measurePath } from './measure.ts'
import type { Observation } from './observation.ts'
import {
  type KeptQuotedFigure,
  keptQuotedFigure,
  type QuotedFigure,
  quotedPath,
  revisedWords,
  stateOf,
  withoutHidden,
} from './quoted-figure.ts'
import { isOfFrequency, lastDay, spanWords } from './spans.ts'
import { valueWords } from './value-words.ts'

/** What lists and small multiples show of a measure. */
export type MeasureOutline = Pick<
  Measure,
  'slug' | 'title' | 'family' | 'chart' | 'annotations' | 'breaks' | 'rebaselines' | 'serves' | 'changes'
> & {
  definition: Pick<
    Definition,
    'unit' | 'owner' | 'improvement' | 'directionWords' | 'frequency' | 'dueAfter' | 'target'
  >
  /** The last of the chart, and the last of other spans. */
  observations: Observation[]
}

/** Three years of months, which is what a small chart shows. */
const CHARTED = 36
const OTHERS = 4

export function outlineOf(measure: Measure): MeasureOutline {
  const { unit, owner, improvement, directionWords, frequency, dueAfter, target } = measure.definition
  const charted = measure.observations.filter(({ span }) => isOfFrequency(span, frequency))
  const others = measure.observations.filter(({ span }) => !isOfFrequency(span, frequency))
  const kept = new Set([...charted.slice(-CHARTED), ...others.slice(-OTHERS)])
  return {
    slug: measure.slug,
    title: measure.title,
    family: measure.family,
    serves: measure.serves,
    chart: measure.chart,
    annotations: measure.annotations,
    breaks: measure.breaks,
    rebaselines: measure.rebaselines,
    changes: measure.changes.slice(-OTHERS),
    definition: { unit, owner, improvement, directionWords, frequency, dueAfter, target },
    observations: measure.observations.filter((each) => kept.has(each)),
  }
}

const said = (anchor: string, text: string): Paragraph => ({ anchor, number: null, text })

/** Its own fields alone: what a working copy keeps beside them is not for the public. */
const measureOf = (kept: KeptMeasure): Measure => ({
  slug: kept.slug,
  title: kept.title,
  family: kept.family,
  definition: kept.definition,
  definitions: kept.definitions,
  serves: kept.serves,
  observations: kept.observations,
  changes: kept.changes,
  annotations: kept.annotations,
  breaks: kept.breaks,
  rebaselines: kept.rebaselines,
  commentary: kept.commentary,
  chart: kept.chart,
})

export const measureKind: Kind<KeptMeasure, Measure> = {
  name: 'measure',
  words: { one: 'Measure', many: 'Measures' },
  searchable: true,
  parse: (value) => keptMeasure(value),
  publish: (kept) => {
    const measure = measureOf(kept)
    const last = measure.observations.at(-1)
    return {
      title: measure.title,
      path: measurePath(measure.slug),
      date: last === undefined ? null : lastDay(last.span),
      body: null,
      summary: lastWords(measure),
      state: measure.family,
      content: measure,
      outline: outlineOf(measure),
      paragraphs: [
        said('definition', measure.definition.words),
        ...measure.definition.caveats.map((words) => said('definition', words)),
        ...measure.annotations.map(({ words }) => said('events', words)),
        ...measure.commentary.map(({ words }) => said('commentary', words)),
      ],
    }
  },
}

/** "196,100 crimes in the 12 months to June 2019." */
function lastWords({ definition, observations }: Measure): string {
  const last = observations.at(-1)
  if (last === undefined) return 'No figures yet.'
  return `${valueWords(last.cell, definition.unit)}, ${spanWords(last.span)}.`
}

/** What lists show of a breakdown. */
export type BreakdownOutline = Pick<Breakdown, 'measure' | 'dimension' | 'parts'>

export const breakdownKind: Kind<KeptBreakdown, Breakdown> = {
  name: 'breakdown',
  words: { one: 'Measure by parts', many: 'Measures by parts' },
  searchable: true,
  parse: (value) => keptBreakdown(value),
  publish: (kept) => {
    const shown = hideSmallNumbers(kept)
    const last = shown.rows.at(-1)
    return {
      title: `${shown.measure.title} by ${shown.dimension.one}`,
      path: breakdownPath(shown.measure.slug, shown.dimension.slug),
      date: last === undefined ? null : lastDay(last.span),
      body: null,
      summary: `${partsInWords(shown)}${last === undefined ? '' : `, to ${spanWords(last.span)}`}.`,
      state: shown.dimension.kind,
      content: shown,
      outline: {
        measure: shown.measure,
        dimension: shown.dimension,
        parts: shown.parts,
      } satisfies BreakdownOutline,
      paragraphs: [said('', shown.parts.map(({ name }) => name).join(', '))],
    }
  },
}

const partsInWords = ({ parts, dimension }: Breakdown): string =>
  `${parts.length} ${parts.length === 1 ? dimension.one : dimension.many}`

export const quotedFigureKind: Kind<KeptQuotedFigure, QuotedFigure> = {
  name: 'quoted-figure',
  words: { one: 'Quoted figure', many: 'Quoted figures' },
  searchable: false,
  parse: (value) => keptQuotedFigure(value),
  publish: ({ paper, printed, measure, part, span, quoted, now }) => {
    const content = withoutHidden({ paper, printed, measure, part, span, quoted, now })
    const of = part === null ? measure.title : `${measure.title}, ${part.name}`
    return {
      title: `${of}, ${spanWords(span)}, in ${paper.title}`,
      path: quotedPath(content),
      date: now?.asAt ?? quoted.asAt,
      body: null,
      summary: `${revisedWords(content)}.`,
      state: stateOf(content),
      content,
      paragraphs: [],
    }
  },
}

export const kinds: readonly AnyKind[] = [measureKind, breakdownKind, quotedFigureKind]
