import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { complete, groupOf, testFiles } from './test-groups.ts'
import type { Reported } from './test-reporter.ts'

const passed = (file: string, ...path: string[]): Reported => ({ file, path, outcome: 'passed', words: '' })
const well = { status: 0, output: '', seconds: 1 }

describe('npm test', () => {
  const root = mkdtempSync(join(tmpdir(), 'groups-'))
  after(() => {
    rmSync(root, { recursive: true })
  })
  const put = (file: string, text = ''): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  put('src/lib/a.test.ts')
  put('src/database/throwaway.ts')
  put('src/database/testing.ts', `import './throwaway.ts'`)
  put('src/record/testing.ts', `import { onEachServer } from '../database/testing.ts'`)
  put('src/record/b.test.ts', `import '../record/testing.ts'`)
  put('src/record/c.test.ts', `import type { Server } from '../database/testing.ts'`)
  put('src/surfaces/command-line/i.test.ts')
  put('test/browser/deep/d.test.ts')
  put('test/process/e.test.ts')
  put('newly-made/f.test.mjs')
  put('node_modules/x/g.test.ts')
  put('src/node_modules/h.test.ts')

  it('finds every test file, in whatever folder it was put', () => {
    assert.deepEqual(testFiles(root), [
      'newly-made/f.test.mjs',
      'src/lib/a.test.ts',
      'src/record/b.test.ts',
      'src/record/c.test.ts',
      'src/surfaces/command-line/i.test.ts',
      'test/browser/deep/d.test.ts',
      'test/process/e.test.ts',
    ])
  })

  it('runs a file with those that need the same', () => {
    const groups = testFiles(root).map((file) => groupOf(root, file))
    assert.deepEqual(groups, ['unit', 'unit', 'database', 'unit', 'whole', 'browser', 'process'])
  })

  it('fails for a file of which no test was reported', () => {
    const told = complete(
      root,
      'unit',
      ['a.test.ts', 'b.test.ts'],
      [passed(join(root, 'a.test.ts'), 'works')],
      well,
    )
    assert.deepEqual(
      told.map(({ file, outcome }) => [file, outcome]),
      [
        [join(root, 'a.test.ts'), 'passed'],
        ['b.test.ts', 'failed'],
      ],
    )
  })

  it('fails for a file that holds no test, which node reports as one that passed', () => {
    const [only, ...rest] = complete(
      root,
      'unit',
      ['a.test.ts'],
      [passed(join(root, 'a.test.ts'), 'a.test.ts')],
      well,
    )
    assert.deepEqual(rest, [])
    assert.equal(only?.outcome, 'failed')
  })

  it('takes a test that another file defines for it', () => {
    put('x/a.test.ts', `import './everywhere.ts'`)
    put('x/b.test.ts', `import './everywhere.ts'`)
    put('x/everywhere.ts', `import { it } from 'node:test'`)
    const reported = [passed(join(root, 'x/everywhere.ts'), 'works')]
    assert.deepEqual(complete(root, 'unit', ['x/a.test.ts'], reported, well), reported)
    const empty = [...reported, passed(join(root, 'x/b.test.ts'), 'x/b.test.ts')]
    assert.equal(complete(root, 'unit', ['x/b.test.ts'], empty, well).at(-1)?.outcome, 'failed')
    rmSync(join(root, 'x'), { recursive: true })
  })

  it('fails for a process that ended badly although every test of it passed', () => {
    const reported = [passed(join(root, 'a.test.ts'), 'works')]
    const told = complete(root, 'unit', ['a.test.ts'], reported, {
      status: 1,
      output: 'out of memory',
      seconds: 1,
    })
    assert.match(told.at(-1)?.words ?? '', /out of memory/)
    assert.deepEqual(complete(root, 'unit', ['a.test.ts'], reported, well), reported)
  })

  it('says that a process was stopped, and at which test, also when another failed', () => {
    const reported = [{ ...passed(join(root, 'a.test.ts'), 'breaks'), outcome: 'failed' as const }]
    const ended = { status: null, output: 'Stopped after 5 minutes.', seconds: 300 }
    assert.match(
      complete(root, 'unit', ['a.test.ts'], reported, ended).at(-1)?.words ?? '',
      /breaks\.\nStopped after/,
    )
  })
})
