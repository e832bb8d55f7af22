/** A data folder for each test, and leaves to put into its log. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'node:test'
import { isRefusal, type Refusal } from '../lib/index.ts'
import { keyFolder, type Log, leafHash, logFolder, openLogOf, rootOf } from './index.ts'

export const leaf = (number: number): Buffer => Buffer.from(`{"act":"publish","number":${number}}`)

/** The leaves from number `from` up to, and without, `to`. */
export const leaves = (from: number, to: number): Buffer[] =>
  Array.from({ length: to - from }, (_, at) => leaf(from + at))

/** The root of the first leaves, in hexadecimal. */
export const rootOfFirst = (size: number): string => rootOf(leaves(0, size).map(leafHash)).toString('hex')

/** Expects a refusal with this code, in words that end with a full stop. */
export function refused(outcome: unknown, code: string): asserts outcome is Refusal {
  assert.ok(isRefusal(outcome), `${code}: ${JSON.stringify(outcome)}`)
  assert.equal(outcome.code, code)
  assert.match(outcome.message, /^\S[^\n]+\.$/)
}

/** Lets a log grow with `leaves` to a size, and holds it to the root that it has to have. */
export async function appended(log: Log, to: number): Promise<void> {
  const outcome = await log.append(leaves(log.size, to))
  if (isRefusal(outcome)) assert.fail(outcome.message)
  assert.equal(outcome.size, to)
  assert.equal(outcome.root.toString('hex'), rootOfFirst(to))
}

/** A data folder that is made anew for each test of the file: where it is, and the log of Kent in it. */
export function aDataFolder(): {
  data: () => string
  folder: () => string
  keys: () => string
  open: () => Promise<Log>
} {
  let data = ''
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'shiremoot-log-'))
  })
  afterEach(() => rmSync(data, { recursive: true, force: true }))
  return {
    data: () => data,
    folder: () => logFolder(data, 'kent'),
    keys: () => keyFolder(data, 'kent'),
    open: async () => {
      const log = await openLogOf(data, 'kent')
      if (isRefusal(log)) assert.fail(log.message)
      return log
    },
  }
}
