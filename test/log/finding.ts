/** What tests of the verifier's words share: copies that go after each test, and what is expected of a report. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach } from 'node:test'
import { type Options, verifyFolder } from '../../src/verifier/index.ts'
import { aCopy, type Copy, sealManifest, someActs } from './a-copy.ts'

const copies: Copy[] = []

/** A copy that is removed after the test. */
export const copyFor = async (acts = someActs()): Promise<Copy> => {
  const copy = await aCopy(acts)
  copies.push(copy)
  return copy
}

/** Removes the copies of each test; called once in a file. */
export const removeAfterEach = (): void =>
  afterEach(() => {
    for (const copy of copies.splice(0)) copy.remove()
  })

const inOrder = (of: readonly { what: string; place: string }[]): string[] =>
  of.map(({ what, place }) => `${what} ${place}`).toSorted((one, other) => (one < other ? -1 : 1))

/** Expects these faults and no others, each as its kind, its place, and words that are in its sentence. */
export async function finds(
  folder: string,
  wanted: readonly [what: string, place: string, words: string][],
  options: Options = {},
): Promise<void> {
  const { faults, ok } = await verifyFolder(folder, options)
  const expected = wanted.map(([what, place]) => ({ what, place }))
  assert.deepEqual(inOrder(faults), inOrder(expected), JSON.stringify(faults, null, 1))
  for (const [what, place, words] of wanted) {
    const fault = faults.find((one) => one.what === what && one.place === place)
    assert.ok(fault)
    assert.ok(fault.words.includes(words), `${what}: ${fault.words} has “${words}”`)
    assert.match(fault.words, /^[^\n]+\.$/, 'one sentence')
  }
  assert.equal(ok, wanted.length === 0)
}

export const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')))

/** Signs the manifest anew over what was altered, as somebody with the key can. */
export const resealed = (copy: Copy): Promise<void> => sealManifest(copy.data, copy.folder)
