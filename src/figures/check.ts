/** Checks the figures of a paper: scans it, finds the relations that its words state, and judges each. */
import { sharedCauses } from './cause.ts'
import { durations } from './duration.ts'
import { type Figure } from './figure.ts'
import { type Finding, figuresOf, relationOf } from './finding.ts'
import type { Input } from './input.ts'
import type { Check, Coverage, Relation, Verdict } from './relation.ts'
import { inSentences } from './relations.ts'
import { scan } from './scanner.ts'
import { sentencesOf } from './sentence.ts'
import { type Table, tableOfInput } from './table.ts'
import { columnSums } from './table-columns.ts'
import { rowDifferences } from './table-differences.ts'
import { rowSums } from './table-rows.ts'
import { tablesInLines } from './text-tables.ts'
import { twoPointNotes } from './two-point.ts'

const VERDICTS: readonly Verdict[] = [
  'consistent',
  'consistent-within-rounding',
  'inconsistent',
  'undecidable',
]

function tablesOf({ text, tables = [] }: Input): Table[] {
  const given = tables.flatMap((table) => tableOfInput(text, table) ?? [])
  const found = tablesInLines(text, given)
  return [...given, ...found].toSorted((a, b) => a.start - b.start)
}

function coverageOf(seen: readonly Figure[], findings: readonly Finding[]): Coverage {
  const related = new Set(findings.flatMap(figuresOf).map(({ start }) => start))
  const counts = VERDICTS.map(
    (verdict) => [verdict, findings.filter((each) => each.verdict === verdict).length] as const,
  )
  const [consistent, within, inconsistent, undecidable] = counts.map(([, count]) => count)
  return {
    figures: new Set([...seen.map(({ start }) => start), ...related]).size,
    inARelation: related.size,
    relations: {
      consistent: consistent ?? 0,
      'consistent-within-rounding': within ?? 0,
      inconsistent: inconsistent ?? 0,
      undecidable: undecidable ?? 0,
    },
  }
}

const inOrder = (a: Relation, b: Relation): number => a.start - b.start || a.end - b.end

/**
 * Everything that the figures of a paper say about each other, with a verdict and its calculation. Offsets count UTF-16
 * units of `input.text`. Pure; takes time in proportion to the text. Specification: docs/figures.md.
 */
export function checkFigures(input: Input): Check {
  const tables = tablesOf(input)
  const { figures, words } = scan(input.text)
  const sentences = sentencesOf(
    input.text,
    [...figures, ...words].toSorted((a, b) => a.start - b.start),
    tables,
  )
  const findings = [
    ...tables.flatMap((table) => [...rowSums(table), ...columnSums(table), ...rowDifferences(table)]),
    ...inSentences(sentences),
    ...durations(input.text),
  ]
  return {
    relations: sharedCauses(findings).map(relationOf).toSorted(inOrder),
    notes: twoPointNotes(sentences),
    coverage: coverageOf(figures, findings),
  }
}
