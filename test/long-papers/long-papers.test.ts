/** Papers longer than any office writes: slow to make, so apart from the unit tests. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'

async function readWords(text: string): Promise<Reading> {
  const reading = await readPaper({ name: 'long.txt', bytes: new TextEncoder().encode(text) })
  assert.ok(!isRefusal(reading), 'it should be read')
  return reading
}

describe('very long papers', () => {
  it('are read to the end, however many rows or items they have', async () => {
    const rows = await readWords('a\tb\n'.repeat(130_000))
    assert.equal(rows.tables[0]?.rows.length, 130_000)
    const many = await readWords(
      `Minutes of the Northvale Police and Crime Panel held on 4 March 2025\n\nPresent: Cllr A Hill\n\n1. Crime\n\nRESOLVED that:\n${'- x\n'.repeat(130_000)}`,
    )
    assert.equal(many.items[0]?.resolutions[0]?.parts.length, 130_000)
  })
})
