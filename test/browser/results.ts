/** What the tests in a browser found, beside what the accessibility statement says that they found. */
import { writeFileSync } from 'node:fs'
import { londonDate } from '../../src/lib/index.ts'
import { RESULTS, TESTED, type Tested } from '../../src/surfaces/public/index.ts'

/** Against what, as people know it, and in which ways besides with a mouse; each has its test in this folder. */
const AGAINST = [
  'the rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA that a program can check',
  'what axe recommends beyond them',
]
const WAYS = ['without JavaScript', 'with the keyboard alone', 'in forced colours', 'in print']

const told = ({ templates, failures, widths, against, ways }: Tested): string =>
  JSON.stringify({ templates, failures, widths, against, ways })

/**
 * Undefined when the statement says what was found; else why not. With SHIREMOOT_WRITE_RESULTS=1 the file that the statement
 * is made of is written instead. Which browser it was, and on which day, may differ from run to run.
 */
export function compareOrWrite(found: Omit<Tested, 'on' | 'against' | 'ways'>): string | undefined {
  const results: Tested = { on: londonDate(), ...found, against: AGAINST, ways: WAYS }
  if (process.env['SHIREMOOT_WRITE_RESULTS'] === '1') {
    writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
    return undefined
  }
  return told(results) === told(TESTED)
    ? undefined
    : 'The accessibility statement speaks of other tests: run SHIREMOOT_WRITE_RESULTS=1 node --test test/browser/every-page.test.ts, then biome check --write src/surfaces/public/tested.json'
}
