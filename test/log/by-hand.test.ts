/** The lines that docs/verifying.md gives for checking a copy without Shiremoot do what it says, and notice an alteration. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aCopy, type Copy, someActs } from './a-copy.ts'

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/verifying.md'), 'utf8')
const TOOLS = ['openssl', 'sha256sum', 'xxd', 'base64', 'jq']
const without = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)

let copy: Copy

/** Runs the block of the document that is called so, in the copy; answers the lines that it prints. */
function byHand(name: string): string[] {
  const block = DOCUMENT.split('```sh\n').find((one) => one.startsWith(`# by hand: ${name}\n`))
  assert.ok(block, `docs/verifying.md has a block “${name}”`)
  const script = block.slice(0, block.indexOf('```')).replaceAll('/tmp/', `${copy.data}/`)
  const run = spawnSync('bash', ['-c', script], { cwd: copy.folder, encoding: 'utf8' })
  return `${run.stdout}${run.stderr}`.trim().split('\n')
}

describe('checking a copy by hand', {
  skip: without.length > 0 && `this machine has no ${without.join(', ')}`,
}, () => {
  before(async () => {
    // A short log: the shell starts a program for each of its hashes.
    copy = await aCopy(someActs().slice(0, 13))
  })
  after(() => copy.remove())

  it('the signature of the checkpoint', () => {
    assert.deepEqual(byHand('signature'), ['Signature Verified Successfully'])
    const path = join(copy.folder, 'log/checkpoint')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('\n13\n', '\n14\n'))
    assert.match(byHand('signature').join('\n'), /Verification Failure/)
    writeFileSync(path, text)
  })

  for (const name of ['commitment', 'root']) {
    it(`the ${name}: two lines that are the same`, () => {
      const lines = byHand(name)
      assert.equal(lines.length, 2, lines.join('\n'))
      assert.match(lines[0] ?? '', /^[0-9a-f]{64}$/)
      assert.equal(lines[0], lines[1])
      const path = join(copy.folder, 'log/tile/entries/000.p/13')
      const bundle = readFileSync(path)
      // Two hexadecimal digits of each commitment change places with others.
      writeFileSync(
        path,
        bundle
          .toString('latin1')
          .replaceAll('"commitment":"', '"commitment":"0')
          .replaceAll(/.","entry/g, '","entry'),
        'latin1',
      )
      const altered = byHand(name)
      assert.notEqual(altered[0], altered[1])
      writeFileSync(path, bundle)
    })
  }

  it('a file by the manifest', () => {
    assert.deepEqual(byHand('file'), ['index.html: OK'])
  })
})
