/** Guesses which column tells the parts of a breakdown apart, and what of its names are no parts. */
import { forceNamed, regionNamed } from './forces.ts'
import type { PartFrom, StatedTotal } from './mapping.ts'
import { dimensionIn, type Guessed, isTotal, partsIn, totalsIn } from './propose-columns.ts'
import type { Work } from './propose-values.ts'

export type Parts = {
  part: PartFrom | null
  column: Guessed | undefined
  filters: { column: Guessed; is: string }[]
}

/** Which column of words tells the parts apart, and what the others must say so that one figure is left for each. */
export function partOf(work: Work, words: readonly Guessed[]): Parts {
  const { questions } = work
  const telling = words.filter(({ cells }) => new Set(cells.map(({ text }) => text)).size > 1)
  const forces = telling
    .filter((one) => partsIn(one).names === 'forces' && !isRegions(one))
    .toSorted((one, other) => Number(isCodes(one)) - Number(isCodes(other)))[0]
  const column =
    forces ??
    telling.toSorted(
      (one, other) => Number(isCodes(one)) - Number(isCodes(other)) || differentIn(other) - differentIn(one),
    )[0]
  if (column === undefined) {
    askOnlyForce(work, words)
    return { part: null, column: undefined, filters: [] }
  }
  const { dimension: own, names } = partsIn(column)
  const dimension = dimensionOf(work, column, own)
  const others = telling.filter((one) => one !== column && !isGroupOf(one, column))
  const filters = others.flatMap((one) => {
    const values = [...new Set(one.cells.map(({ text }) => text))]
    const is = values.find((text) => /total/i.test(text)) ?? values[0]
    return is === undefined ? [] : [{ column: one, is }]
  })
  if (filters.length > 0)
    questions.push({
      about: 'rows',
      question: `The rows are told apart by “${column.name}” and by ${others.map(({ name }) => `“${name}”`).join(', ')}, and a measure has one kind of part: only rows with ${filters.map(({ column: { name }, is }) => `“${is}” in “${name}”`).join(' and ')} would be read. Is that what you want?`,
    })
  if (names === 'forces')
    questions.push({
      about: 'part',
      question: `All forces would be parts of the measure. If only your own force’s row is wanted as the figure of the whole area, write "part": null and "rows": [{ "column": "${column.name}", "is": ["Kent"] }].`,
    })
  return { part: { dimension, column: column.name, names, called: {} }, column, filters }
}

/** Another force's figures must not become those of the whole area unasked. */
function askOnlyForce({ questions }: Work, words: readonly Guessed[]): void {
  const [force] = words
    .flatMap(({ cells }) => cells.slice(0, 1))
    .filter(({ text }) => forceNamed(text) !== undefined)
  if (force === undefined) return
  questions.push({
    about: 'part',
    question: `All figures are of “${force.text}”, and are taken as those of the whole area. Is that your own force?`,
  })
}

/** Codes of local authorities beside the names, or the title, say what a column such as "Area name" is of. */
function dimensionOf({ table, columns }: Work, column: Guessed, own: string): string {
  if (dimensionIn(column.name) !== undefined || !/^(?:area|name|place|geography|part)/i.test(own)) return own
  const areas = columns.some(
    ({ cells }) =>
      cells.length > 0 &&
      cells.filter(({ text }) => /^(?:E0[6-9]|W06)\d{6}$/.test(text)).length > cells.length / 2,
  )
  return areas ? 'district' : (dimensionIn(table.title?.text ?? '') ?? own)
}

/** A column of codes says the same as the one of names beside it. */
const isCodes = ({ cells }: Guessed): boolean => cells.every(({ text }) => /^[A-Z]\d{8}$/.test(text))

const differentIn = ({ cells }: Guessed): number => new Set(cells.map(({ text }) => text)).size

/** A column of the regions of forces, of which some are called like a force of theirs. */
const isRegions = ({ cells }: Guessed): boolean => {
  const names = [...new Set(cells.map(({ text }) => text))]
  return names.filter((name) => regionNamed(name) !== undefined).length > names.length / 2
}

/** A column such as the region of each force says nothing that the other does not. */
export function isGroupOf(group: Guessed, column: Guessed): boolean {
  if (group.cells.length !== column.cells.length) return false
  const groupOf = new Map<string, string>()
  return column.cells.every(({ text }, at) => {
    const own = group.cells[at]?.text ?? ''
    const before = groupOf.get(text)
    groupOf.set(text, own)
    return before === undefined || before === own
  })
}

/** Names in the column of parts that are sums, and those that are left out: headings of groups, and sums of nobody knows what. */
export function notParts(
  { table, questions }: Work,
  { column, part, time }: { column: Guessed; part: PartFrom; time: Guessed | undefined },
): { totals: StatedTotal[]; called: Record<string, null> } {
  const totals = totalsIn(column, part.names)
  const texts = column.cells.map(({ text }) => text)
  // A total that stands again for the same time sums what stands above it.
  const again = (name: string): boolean =>
    time === undefined && texts.filter((text) => text === name).length > 1
  const ofGroups =
    part.names === 'as-printed' ? totals.filter(({ name }) => again(name)).map(({ name }) => name) : []
  const sums =
    part.names === 'as-printed' && totals.length === 0
      ? [...new Set(texts.filter((text) => isTotal(text) && /total/i.test(text)))]
      : ofGroups
  const headings = table.rows.flatMap(({ cells }) => {
    const filled = cells.filter(({ text }) => text !== '')
    const name = cells[column.at]?.text ?? ''
    return filled.length === 1 && name !== '' && !texts.includes(name) ? [name] : []
  })
  if (sums.length > 0)
    questions.push({
      about: 'part',
      question: `${sums.map((name) => `“${name}”`).join(', ')} in “${column.name}” would be left out as sums of the rows above. If one is a part, take it out of "called".`,
    })
  if (headings.length > 0)
    questions.push({
      about: 'part',
      question: `Nothing stands beside ${headings
        .slice(0, 6)
        .map((name) => `“${name}”`)
        .join(
          ', ',
        )}${headings.length > 6 ? ' …' : ''} in “${column.name}”: left out as headings of groups. If figures are missing there, take the name out of "called", and write them.`,
    })
  return {
    totals: totals.filter(({ name }) => !ofGroups.includes(name)),
    called: Object.fromEntries([...sums, ...headings].map((name) => [name, null])),
  }
}
