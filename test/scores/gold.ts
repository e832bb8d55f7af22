/** Counts how many labelled facts a reading found, and prints them as a table. */
/** One line of the table: how many facts were expected, found as labelled, and read at all. */
export type Score = {
  sample: string
  fact: string
  expected: number
  found: number
  read: number
  /** Whether a miss fails the build. */
  required: boolean
  missed: string[]
  extra: string[]
}

/** Words as compared: quotes, dashes and spaces of one kind, no full stop at the end, small letters. */
export const folded = (words: string): string =>
  words
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:;]$/, '')
    .toLowerCase()

type Facts = {
  sample: string
  fact: string
  required?: boolean
  expected: readonly unknown[]
  read: readonly unknown[]
}

const keyOf = (fact: unknown): string => folded(typeof fact === 'string' ? fact : JSON.stringify(fact))

/** Scores facts that must be the same, each counted once. */
export function compare({ sample, fact, required = true, expected, read }: Facts): Score {
  const left = read.map(keyOf)
  const missed: string[] = []
  for (const wanted of expected) {
    const at = left.indexOf(keyOf(wanted))
    if (at < 0) missed.push(keyOf(wanted))
    else left.splice(at, 1)
  }
  return {
    sample,
    fact,
    expected: expected.length,
    found: expected.length - missed.length,
    read: read.length,
    required,
    missed,
    extra: left,
  }
}

/** The table of scores in words, a line each. */
export function tableOf(scores: readonly Score[]): string[] {
  const lines = scores.map(({ sample, fact, expected, found, read }) => [
    sample,
    fact,
    `${found} of ${expected}`,
    read === 0 ? '–' : (found / read).toFixed(2),
  ])
  const all = [['sample', 'kind of fact', 'found', 'precision'], ...lines]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((line) => (line[column] ?? '').length)))
  return all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
