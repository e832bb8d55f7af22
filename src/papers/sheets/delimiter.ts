/** Finds what divides the cells of a CSV file: the sign that gives the same number of cells in most of its rows. */

const SIGNS = [',', '\t', ';', '|'] as const

/** How much of the file is looked at. */
const SAMPLE = 100_000
const MOST_ROWS = 300

/** The delimiter, the text that it divides, and the line of the file on which that text begins. */
export type Delimited = { delimiter: string; body: string; first: number }

/** Takes decoded text with line feeds alone. Comma when nothing divides it: then it has one column. */
export function delimiterOf(text: string): Delimited {
  // Excel takes a first line "sep=;" for an order, and no row.
  const stated = /^sep=(.)\n/.exec(text)
  if (stated?.[1] !== undefined) return { delimiter: stated[1], body: text.slice(stated[0].length), first: 2 }
  const sample = text.slice(0, SAMPLE)
  let best: { sign: string; score: number } = { sign: ',', score: 0 }
  for (const sign of SIGNS) {
    const score = evenness(cellsOfRows(sample, sign))
    if (score > best.score) best = { sign, score }
  }
  return { delimiter: best.sign, body: text, first: 1 }
}

/** How many cells each of the first rows has, empty rows left out. */
function cellsOfRows(sample: string, sign: string): number[] {
  const counts: number[] = []
  let cells = 1
  let quoted = false
  let start = true
  let empty = true
  for (const character of sample) {
    if (quoted) {
      if (character === '"') quoted = false
    } else if (character === '"' && start) quoted = true
    else if (character === sign) cells += 1
    else if (character === '\n') {
      if (!empty) counts.push(cells)
      if (counts.length >= MOST_ROWS) return counts
      cells = 1
    }
    start = character === sign || character === '\n'
    // A doubled mark opens again what the first closed.
    if (!quoted && character === '"') start = true
    empty = character === '\n' || (empty && character === ' ')
  }
  if (!empty && (counts.length === 0 || sample.length < SAMPLE)) counts.push(cells)
  return counts
}

/** 0 where most rows are not divided, up to 1 for all alike; rows of the usual number of cells count, wide ones a little more. */
function evenness(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 1) times.set(count, (times.get(count) ?? 0) + 1)
  const usual = [...times].toSorted(([, one], [, other]) => other - one)[0]
  if (usual === undefined) return 0
  const [cells, rows] = usual
  const heading = counts[0] === cells ? 0.2 : 0
  return rows / counts.length + heading + Math.min(cells, 20) / 1000
}
