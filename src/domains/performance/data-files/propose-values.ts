/** Guesses of which measures the columns of figures are, and which of them sum the others. */
import { slug } from '../../../lib/index.ts'
import type { SheetTable } from '../../../papers/index.ts'
import type { Measure } from '../measures/measure.ts'
import { forceNamed } from './forces.ts'
import type { ColumnOfFigures, PartFrom } from './mapping.ts'
import { dimensionIn, type Guessed, percentIn, sumsOthers, unitOf } from './propose-columns.ts'
import { formsOf } from './span-in-cell.ts'
import { partOfYear } from './year-apart.ts'

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
  is: { wide: boolean; parts: { part: PartFrom | null } },
): Values {
  const totals = totalsAmong(work, figures, is.wide)
  const own = figures.filter((one) => !totals.includes(one))
  const byPart = is.parts.part !== null
  if (is.wide) return { ...wideValues(work, own), totals }
  if (totals.length > 0 && !byPart) return partsAcross(work, own, totals)
  const all = totals.length > 0 ? [...own, ...totals] : own
  const named = all.map((one) => ({ one, measure: measureNamed(work, one.name) }))
  // Columns that only the title gives a measure are parts of it.
  if (!byPart && all.length > 1 && named.every(({ measure }) => measure === undefined)) {
    const title = measureNamed(work, work.table.title?.text ?? '')
    if (title !== undefined || all.every(({ name }) => forceNamed(name) !== undefined))
      return partsAcross(work, own, totals)
  }
  const measures = all.map((one) => ({
    one,
    measure: measureFor(work, [one.name, all.length > 1 ? '' : (work.table.title?.text ?? '')]),
  }))
  return {
    columns: measures.map(({ one, measure }) => columnOf(work, one, one.name, measure.slug)),
    totals: [],
    part: null,
    unknown: measures.every(({ measure }) => !measure.known),
  }
}

/** Whether a heading stands below a time: "Robbery" below "2018/19". */
const isBelow = ({ headingCells }: Guessed): boolean => {
  const lowest = headingCells.at(-1)
  return (
    headingCells.length > 1 &&
    lowest !== undefined &&
    formsOf(lowest).length === 0 &&
    partOfYear(lowest.text) === undefined
  )
}

/** One measure under all the times, or one for each heading that stands below every time. */
function wideValues(work: Work, own: readonly Guessed[]): Omit<Values, 'totals'> {
  const titles = [work.table.title?.text ?? '', work.table.sheet, work.made.name]
  const [first] = own
  const below =
    own.length > 0 && own.every(isBelow) ? [...new Map(own.map((one) => [one.name, one])).values()] : []
  if (below.length > 1) {
    const measures = below.map((one) => ({ one, measure: measureFor(work, [one.name]) }))
    return {
      columns: measures.map(({ one, measure }) => columnOf(work, one, one.name, measure.slug)),
      part: null,
      unknown: measures.some(({ measure }) => !measure.known),
    }
  }
  const measure = measureFor(work, titles)
  const columns = [first === undefined ? column('*', measure.slug) : columnOf(work, first, '*', measure.slug)]
  return { columns, part: null, unknown: !measure.known }
}

/** Columns that are the parts of one measure. */
function partsAcross(work: Work, own: readonly Guessed[], totals: Guessed[]): Values {
  const measure = measureFor(work, [totals[0]?.name ?? '', work.table.title?.text ?? '', work.made.name])
  const forces = own.every(({ name }) => forceNamed(name) !== undefined)
  if (!forces)
    work.questions.push({
      about: 'part',
      question: 'Of what kind are the parts in the headings: "district", "channel", "outcome"?',
    })
  const dimension = forces ? 'force' : (dimensionIn(work.table.title?.text ?? '') ?? 'part')
  return {
    columns: own.map((one) => ({
      ...columnOf(work, one, one.name, measure.slug),
      part: forceNamed(one.name) ?? one.name,
    })),
    totals,
    part: { dimension, column: null, names: 'as-printed', called: {} },
    unknown: !measure.known,
  }
}

/** How the figures of a column stand there, by what stands in its cells. */
export function columnOf(work: Work, one: Guessed, name: string, measure: string): ColumnOfFigures {
  const behind = unitOf(one.cells)
  const money = work.made.measures.some(
    ({ slug: own, definition }) => own === measure && definition.unit.style === 'money',
  )
  const pounds = money && isInPounds(one)
  if (pounds)
    work.questions.push({
      about: 'times',
      question: `The figures of “${one.name}” are taken to be pounds, and kept as pence ("times": 100). Is that so?`,
    })
  return {
    ...column(name, measure),
    percent: percentOf(work, one),
    times: (behind?.times ?? 1) * (pounds ? 100 : 1),
    unit: behind?.unit ?? null,
  }
}

const isInPounds = ({ headings, cells }: Guessed): boolean =>
  headings.some((text) => text.includes('£')) ||
  cells.some(({ text }) => text.includes('£') || /\.\d\d?\b/.test(text))

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
    .split(/[^a-z0-9]+/)
    .filter(
      (word) =>
        (word.length > 2 || /\d/.test(word)) &&
        !['the', 'and', 'for', 'table', 'number', 'csv', 'ods', 'xlsx'].includes(word),
    )
    .map((word) => word.replace(/s$/, ''))

/** The measure of the record whose title has most of its words in a text; asked for where two have as many. */
export function measureNamed({ questions, made }: Work, text: string): string | undefined {
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
  if (best !== undefined && second?.score === best.score && second.words === best.words) {
    const question = `Is “${text}” the measure ${best.name} or ${second.name}?`
    if (!questions.some((one) => one.question === question)) questions.push({ about: 'measure', question })
  }
  return best?.name
}

/** The measure whose title says the same as a text, word for word. */
export function measureCalled({ made }: Work, text: string): string | undefined {
  const said = wordsOf(text).toSorted().join(' ')
  return said === ''
    ? undefined
    : made.measures.find(({ title }) => wordsOf(title).toSorted().join(' ') === said)?.slug
}

/** The measure that the first of several texts names; a slug that the record does not have where none does. */
function measureFor(work: Work, named: readonly string[]): { slug: string; known: boolean } {
  for (const text of named) {
    const found = measureNamed(work, text)
    if (found !== undefined) return { slug: found, known: true }
  }
  const text = named.find((one) => one !== '') ?? ''
  return { slug: slug(text) || 'measure', known: false }
}

/** Columns of figures that bring nothing are said, unless they are computed from the others. */
export function askUnused({ columns, questions }: Work, used: ReadonlySet<Guessed | null | undefined>): void {
  const unused = columns.filter(
    (one) =>
      !used.has(one) &&
      one.holds === 'figures' &&
      !/change|differ|increase|decrease|rank|total|%/i.test(one.name),
  )
  if (unused.length === 0) return
  questions.push({
    about: 'columns',
    question: `${unused.map(({ name }) => `“${name}”`).join(', ')} would bring nothing: no time or no measure is known for ${unused.length === 1 ? 'it' : 'them'}. Is that right?`,
  })
}
