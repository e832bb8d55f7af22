/**
 * Small papers in the forms of many offices (design of papers, "general forms"), each held to what a good reader finds
 * in it: no line missed, none read that is not there.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { readPaper } from '../../src/papers/index.ts'
import { AGENDAS } from './agendas.ts'
import { type Document, hold } from './documents.ts'
import { MINUTES } from './minutes.ts'
import { PAGES } from './pages.ts'
import { PEOPLE } from './people.ts'
import { PROMISES } from './promises.ts'
import { REPORTS } from './reports.ts'
import { RESOLUTIONS } from './resolutions.ts'
import { WELSH } from './welsh.ts'

const FAMILIES: readonly [string, readonly Document[]][] = [
  ['minutes', MINUTES],
  ['resolutions', RESOLUTIONS],
  ['people', PEOPLE],
  ['agendas', AGENDAS],
  ['pages of a committee', PAGES],
  ['promises', PROMISES],
  ['Welsh', WELSH],
  ['reports, decisions and tables', REPORTS],
]

for (const [family, documents] of FAMILIES) {
  describe(`papers in many forms: ${family}`, () => {
    for (const document of documents) {
      it(document.name, async () => {
        const name = document.file ?? 'paper.txt'
        const reading = await readPaper({ name, bytes: new TextEncoder().encode(document.words) })
        assert.ok(!isRefusal(reading))
        assert.deepEqual(hold(document, reading).faults, [])
      })
    }
  })
}
