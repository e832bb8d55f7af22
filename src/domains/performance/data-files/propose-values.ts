/** Guesses of which measures the columns of figures are, and which of them sum the others. */
import { slug } from '../../../lib/index.ts'
import type { SheetTable } from '../../../papers/index.ts'
import type { Measure } from '../measures/measure.ts'
import type { ColumnOfFigures, PartFrom } from './mapping.ts'
import { type Guessed, percentIn, sumsOthers } from './propose-columns.ts'

/** Something that only a person can answer, and where in the mapping the answer goes. */
export type Question = { about: string; question: string }

/** What a proposal is made for: the file's name, and the measures of the record. */
export type ProposedFor = {
  name: string
  measures: readonly Pick<Measure, 'slug' | 'title' | 'definition'>[]
}

export type Making = ProposedFor & { alone: boolean }

/** The table as it is being understood. */
export type Work = {
  table: SheetTable
  columns: readonly Guessed[]
  questions: Question[]
  made: Making
}

export type Values = {
  columns: ColumnOfFigures[]
  totals: Guessed[]
  part: PartFrom | null
  unknown: boolean
}

/** One question for all columns that the record has no measure for. */
export function askMeasures({ questions, made }: Work, columns: readonly ColumnOfFigures[]): void {
  const known = new Set(made.measures.map(({ slug: name }) => name))
  const strange = columns.filter(({ measure }) => !known.has(measure))
  if (strange.length === 0) return
  const names = strange
    .slice(0, 6)
    .map(({ column: name, measure }) => `"${measure}"${name === '*' ? '' : ` for “${name}”`}`)
  questions.push({
    about: 'measure',
    question: `The record has no measure ${names.join(', ')}${strange.length > 6 ? ' …' : ''}: write the slug of the one that is meant, take the column out, or import a register of measures that has it.`,
  })
}

/** The columns of figures, the measures that they seem to be of, and the columns that sum others. */
export function valuesOf(
  work: Work,
  figures: readonly Guessed[],
  is: { wide: boolean; byPart: boolean },
): Values {
  const totals = totalsAmong(work, figures, is.wide)
  const own = figures.filter((one) => !totals.includes(one))
  if (is.wide) {
    const measure = measureFor(work, [work.table.title?.text ?? '', work.table.sheet, work.made.name])
    const columns = [
      { ...column('*', measure.slug), percent: own[0] === undefined ? null : percentOf(work, own[0]) },
    ]
    return { columns, totals, part: null, unknown: !measure.known }
  }
  if (totals.length > 0 && !is.byPart) {
    const measure = measureFor(work, [totals[0]?.name ?? '', work.table.title?.text ?? '', work.made.name])
    const columns = own.map((one) => ({ ...column(one.name, measure.slug), part: one.name }))
    const part: PartFrom = { dimension: 'part', column: null, names: 'as-printed', called: {} }
    work.questions.push({
      about: 'part',
      question: 'Of what kind are the parts in the headings: "district", "channel", "outcome"?',
    })
    return { columns, totals, part, unknown: !measure.known }
  }
  const all = totals.length > 0 ? [...own, ...totals] : own
  const measures = all.map((one) => ({
    one,
    measure: measureFor(work, [one.name, work.table.title?.text ?? '']),
  }))
  return {
    columns: measures.map(({ one, measure }) => ({
      ...column(one.name, measure.slug),
      percent: percentOf(work, one),
    })),
    totals: [],
    part: null,
    unknown: measures.every(({ measure }) => !measure.known),
  }
}

/** A last column that sums the others. */
function totalsAmong({ table, columns }: Work, figures: readonly Guessed[], wide: boolean): Guessed[] {
  const candidates = wide
    ? columns.filter((one) => one.holds === 'figures' && !figures.includes(one))
    : figures
  return candidates
    .filter(
      (one) =>
        (wide ? one.headings.some((text) => /^total/i.test(text)) : true) &&
        sumsOthers(
          one,
          figures.filter((other) => other !== one),
          table,
        ),
    )
    .slice(0, 1)
}

const column = (name: string, measure: string): ColumnOfFigures => ({
  column: name,
  measure,
  part: null,
  events: null,
  base: null,
  percent: null,
  times: 1,
  unit: null,
  negative: false,
})

function percentOf({ questions }: Work, one: Guessed): ColumnOfFigures['percent'] {
  const { percent, unsure } = percentIn(one)
  if (unsure !== null) questions.push({ about: one.name, question: unsure })
  return percent
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(
      (word) =>
        word.length > 2 && !['the', 'and', 'for', 'table', 'number', 'csv', 'ods', 'xlsx'].includes(word),
    )
    .map((word) => word.replace(/s$/, ''))

/** The measure of the record whose title has most of its words in what names the column; asked for where none has. */
function measureFor({ questions, made }: Work, named: readonly string[]): { slug: string; known: boolean } {
  for (const text of named) {
    const said = new Set(wordsOf(text))
    const scored = made.measures
      .map(({ slug: name, title }) => {
        const wanted = wordsOf(title)
        const words = wanted.filter((word) => said.has(word)).length
        return { name, words, score: words / Math.max(1, wanted.length) }
      })
      .filter(({ score }) => score > 0.6)
      .toSorted((one, other) => other.score - one.score || other.words - one.words)
    const [best, second] = scored
    if (best === undefined) continue
    if (second !== undefined && second.score === best.score && second.words === best.words)
      questions.push({
        about: 'measure',
        question: `Is “${text}” the measure ${best.name} or ${second.name}?`,
      })
    return { slug: best.name, known: true }
  }
  const text = named.find((one) => one !== '') ?? ''
  return { slug: slug(text) || 'measure', known: false }
}
