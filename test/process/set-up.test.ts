import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'

const SCRIPTS = resolve(import.meta.dirname, '../../scripts')

/** A checkout with one wanted and one optional package, and an `npm` on the PATH that does what the test says. */
describe('the set-up of npm start and npm test', () => {
  let checkout: string
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'shiremoot-set-up-'))
    cpSync(join(SCRIPTS, 'set-up.mjs'), join(checkout, 'scripts/set-up.mjs'))
    const wanted = { dependencies: { part: '1.2.3' }, optionalDependencies: { extra: '4.0.0' } }
    writeFileSync(join(checkout, 'package.json'), JSON.stringify(wanted))
    writeFileSync(
      join(checkout, 'try.mjs'),
      `import { setUp } from './scripts/set-up.mjs'\nconsole.log(JSON.stringify(await setUp((sentence) => console.error(sentence))))`,
    )
  })
  afterEach(() => {
    rmSync(checkout, { recursive: true })
  })

  const installed = (name: string, version: string): void => {
    mkdirSync(join(checkout, 'node_modules', name), { recursive: true })
    writeFileSync(join(checkout, 'node_modules', name, 'package.json'), JSON.stringify({ version }))
  }

  function setUp(npm: string): { answer: { node?: string; failed?: string }; said: string } {
    mkdirSync(join(checkout, 'path'), { recursive: true })
    writeFileSync(join(checkout, 'path/npm'), `#!/bin/sh\necho "$@" >> asked\n${npm}\n`)
    chmodSync(join(checkout, 'path/npm'), 0o755)
    const { npm_execpath: _, ...environment } = process.env
    const run = spawnSync(process.execPath, [join(checkout, 'try.mjs')], {
      cwd: checkout,
      encoding: 'utf8',
      env: {
        ...environment,
        PATH: [join(checkout, 'path'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
    })
    assert.equal(run.status, 0, run.stderr)
    return { answer: JSON.parse(run.stdout), said: run.stderr }
  }

  const putPart = `mkdir -p node_modules/part && echo '{"version":"1.2.3"}' > node_modules/part/package.json`
  const putExtra = `mkdir -p node_modules/extra && echo '{"version":"4.0.0"}' > node_modules/extra/package.json`

  it('installs nothing where everything is there', () => {
    installed('part', '1.2.3')
    installed('extra', '4.0.0')
    const { answer, said } = setUp('exit 1')
    assert.equal(typeof answer.node, 'string')
    assert.equal(said, '')
    assert.ok(!existsSync(join(checkout, 'asked')))
  })

  it('installs what is missing or of another version, without running its scripts, and says so', () => {
    installed('part', '1.2.2')
    const { answer, said } = setUp(`${putPart}; ${putExtra}`)
    assert.equal(typeof answer.node, 'string')
    assert.match(said, /^Installing 2 packages/)
    assert.match(readFileSync(join(checkout, 'asked'), 'utf8'), /^install --ignore-scripts /)
  })

  it('goes on without an optional package that cannot be had', () => {
    const { answer } = setUp(putPart)
    assert.equal(typeof answer.node, 'string')
  })

  it('fails with the name of what npm could not install, and npm’s own words', () => {
    const { answer } = setUp(`echo 'registry is asleep' >&2; ${putExtra}; exit 1`)
    assert.match(
      answer.failed ?? '',
      /^npm could not install part@1\.2\.3: run npm install in .*\nregistry is asleep/,
    )
  })
})
