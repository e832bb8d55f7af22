/** Holds what the checker says of passages to what was expected of it. */
import { type Check, checkFigures } from '../../src/figures/index.ts'
import type { Expected, Passage } from './passages.ts'

const SIGN = {
  consistent: '=',
  'consistent-within-rounding': '=',
  inconsistent: '!',
  undecidable: '?',
} as const

/** What was found, in the form of what was expected. */
export const foundIn = (check: Check): Expected[] =>
  check.relations.map(({ kind, stated, verdict }) => [kind, stated?.text ?? '', SIGN[verdict]])

const same = (one: Expected, other: Expected): boolean => one.every((part, index) => part === other[index])

/** What of a passage was expected and not found, and which alarms were raised that were not expected. */
export function missedIn({ text, expected }: Passage): { missed: Expected[]; alarms: Expected[] } {
  const found = foundIn(checkFigures({ text }))
  return {
    missed: expected.filter((wanted) => !found.some((each) => same(wanted, each))),
    alarms: found.filter((each) => each[2] === '!' && !expected.some((wanted) => same(wanted, each))),
  }
}
