/** The page that says how to check the record, with a signed statement at hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyPage } from './verify-page.ts'

test('each part of the check page that scrolls has a label of its own, for who goes from part to part', () => {
  const { main } = verifyPage({
    size: 3,
    last: undefined,
    checkpoint: { text: 'shiremoot/kent\n3\nroot', size: 3 },
    key: 'kent+1+key',
    witnesses: [],
    cosignatures: 0,
  })
  const labels = [...main.text.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, label]) => label)
  assert.equal(labels.length, 2)
  assert.equal(new Set(labels).size, 2)
})
