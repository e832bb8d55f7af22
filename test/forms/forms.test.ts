/**
 * Small papers in the forms of many offices (design of papers, "general forms"), each held to what a good reader finds
 * in it: no line missed, none read that is not there.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { readPaper } from '../../src/papers/index.ts'
import { FAMILIES } from './all-documents.ts'
import { hold } from './documents.ts'

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
