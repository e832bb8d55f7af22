import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { test } from 'node:test'

const SOURCE = join(import.meta.dirname, '..')

/** SQL that reaches into the JSON of a working copy. */
const REACHES_IN = /\bworking\s*(->>?|#>>?|@>|@\?|\?[|&]?\s)/

test('nothing reaches into the JSON of working copies, so one value for each is still right (decision 0001)', async () => {
  const names = (await readdir(SOURCE, { recursive: true })).filter((name) => /\.(ts|sql)$/.test(name))
  assert.ok(names.length > 50)
  const reaching: string[] = []
  for (const name of names) {
    const file = join(SOURCE, name)
    if (file === import.meta.filename) continue
    if (REACHES_IN.test(await readFile(file, 'utf8'))) reaching.push(relative(SOURCE, file))
  }
  assert.deepEqual(reaching, [])
  assert.match(`where working ->> 'name' = 'x'`, REACHES_IN)
})
