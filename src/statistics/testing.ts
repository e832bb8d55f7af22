/** For tests against reference values: compares, counts, and tells how far the two were apart at most. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'

export type Agreement = { family: string; cases: number; values: number; greatest: number }

/** Begins to count the comparisons of a family of reference values. */
export const agreement = (family: string): Agreement => ({ family, cases: 0, values: 0, greatest: 0 })

/** Compares one value with its reference, relative to the reference (or to a millionth where that is nearer to nought). */
export function agrees(
  found: Agreement,
  value: number | null,
  expected: number | null,
  of: string,
  within = 1e-6,
): void {
  found.values += 1
  if (expected === null || value === null) {
    assert.equal(value, expected, of)
    return
  }
  const apart = Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-6)
  found.greatest = Math.max(found.greatest, apart)
  assert.ok(apart <= within, `${of}: ${value} where the reference has ${expected}`)
}

/** Prints what was compared as a diagnostic of the test; fails where nothing was. */
export function tell(test: TestContext, { family, cases, values, greatest }: Agreement): void {
  assert.ok(cases > 0 && values > 0, `${family}: nothing was compared`)
  test.diagnostic(
    `${family}: ${cases} cases, ${values} values, greatest relative difference ${greatest.toExponential(1)}`,
  )
}

/** The rows of a plain CSV file without quoted commas, by the names of its columns. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')))
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}
