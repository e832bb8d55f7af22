/** What the tests in a browser found of every page, as they wrote it down: the accessibility statement is made of it (V7). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDate, stored } from '../../lib/index.ts'

export type Tested = {
  /** The day of the tests. */
  on: LocalDate
  /** "axe-core 4.11.0 in Chromium 142". */
  with: string
  /** "WCAG 2.2 level A" …: what axe was asked for. */
  against: string[]
  /** In pixels. */
  widths: number[]
  /** "with the keyboard alone" …: in which ways pages were used. */
  ways: string[]
  /** The kinds of page, as their addresses have them. */
  templates: string[]
  /** How many pages were looked at. */
  pages: number
  /** What was found and not mended, in words. */
  failures: string[]
}

/** The file that the tests compare with what they find, and write when told to. */
export const RESULTS = join(import.meta.dirname, 'tested.json')

const reader = stored.fields({
  on: stored.day,
  with: stored.text,
  against: stored.list(stored.text),
  widths: stored.list(stored.number),
  ways: stored.list(stored.text),
  templates: stored.list(stored.text),
  pages: stored.number,
  failures: stored.list(stored.text),
})

export const TESTED: Tested = reader(JSON.parse(readFileSync(RESULTS, 'utf8')))
