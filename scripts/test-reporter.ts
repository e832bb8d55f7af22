/** A reporter for node:test that writes one JSON line for each test, for `scripts/run-tests.ts` to count and show. */

import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

export type Reported = {
  file: string
  /** The suites it stands in, and its own name. */
  path: string[]
  outcome: 'passed' | 'failed' | 'skipped'
  /** Why it failed, with the stack; why it was skipped. */
  words: string
}

/** What went wrong itself, which node:test wraps in an error of its own. */
function words(error: Error & { cause?: unknown }): string {
  return inspect(error.cause ?? error, { depth: 4, breakLength: 110 })
}

/** Why a suite or test that only stands for those inside it does not count: they were told already. */
const standsForOthers = (error: object): boolean =>
  'failureType' in error && error.failureType === 'subtestsFailed'

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = []
  for await (const event of source) {
    if (event.type === 'test:start') path.splice(event.data.nesting, Infinity, event.data.name)
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { nesting, name, file = '', skip, todo, details } = event.data
    const at = { file, path: [...path.slice(0, nesting), name] }
    if (event.type === 'test:fail') {
      const { error } = event.data.details
      if (!standsForOthers(error)) yield line({ ...at, outcome: 'failed', words: words(error) })
    } else if (skip !== undefined || todo !== undefined) {
      yield line({ ...at, outcome: 'skipped', words: String(skip ?? todo) })
    } else if (details.type !== 'suite') yield line({ ...at, outcome: 'passed', words: '' })
  }
}

const line = (reported: Reported): string => `${JSON.stringify(reported)}\n`

/** Reads such a line again. */
export function reportedIn(value: unknown): Reported {
  if (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    'path' in value &&
    'outcome' in value &&
    'words' in value
  ) {
    const { file, path, outcome, words: why } = value
    const known = outcome === 'passed' || outcome === 'failed' || outcome === 'skipped'
    if (typeof file === 'string' && Array.isArray(path) && known && typeof why === 'string') {
      return { file, path: path.map(String), outcome, words: why }
    }
  }
  throw new Error(`Not a line of the test report: ${JSON.stringify(value)}`)
}
