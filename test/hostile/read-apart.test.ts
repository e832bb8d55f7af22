import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal } from '../../src/lib/index.ts'
import { readApart, readPaper } from '../../src/papers/index.ts'
import { aHallOfMirrors } from '../pdf/raw-pdf.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const aPaper = { name: 'note.md', bytes: bytes('# Agenda\n\n1. Apologies\n2. Minutes of the last meeting\n') }

/** A surname of its own for each number below 17,576. */
const surname = (at: number): string =>
  `B${[at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676) % 26].map((each) => String.fromCharCode(97 + each)).join('')}er`

const childrenOf = (pid: number | undefined): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number)

/** A process that has ended and was not yet asked about is listed as Z. */
const isRunning = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim())

describe('reading in a process of its own', () => {
  it('finds the same as reading at hand', async () => {
    assert.deepEqual(await readApart(aPaper), await readPaper(aPaper))
  })

  it('says the same refusals', async () => {
    const nothing = { name: 'nothing.txt', bytes: bytes('') }
    assert.deepEqual(await readApart(nothing), await readPaper(nothing))
  })

  it('ends a file that needs more memory than is allowed, in one sentence, and reads the next as if nothing had been', async () => {
    const bullets = { name: 'bullets.txt', bytes: bytes('- a\n  - b\n'.repeat(1_500_000)) }
    const [greedy, next] = await Promise.all([readApart(bullets), readApart(aPaper)])
    assert.ok(isRefusal(greedy))
    assert.equal(greedy.code, 'reading-too-much-memory')
    assert.match(greedy.message, /^bullets\.txt: reading it takes more memory than is allowed; /)
    assert.ok(!isRefusal(next))
    assert.equal(next.kind, 'agenda')
  })

  it('ends a file that is read without end, and says so', async () => {
    const read = await readApart({ name: 'mirrors.pdf', bytes: aHallOfMirrors(12) })
    assert.ok(isRefusal(read))
    assert.equal(read.code, 'reading-stuck')
    assert.match(read.message, /^mirrors\.pdf: reading it came to no end and was stopped; /)
  })

  it('takes lists nested ever deeper, or words on one line without end, as they are', async () => {
    const deep = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}- item ${depth}`).join('\n')
    for (const text of [deep, 'x'.repeat(5_000_000), '1234567890'.repeat(500_000)]) {
      const read = await readApart({ name: 'long.txt', bytes: bytes(text) })
      assert.ok(!isRefusal(read), isRefusal(read) ? read.message : '')
      assert.equal(read.text.length, text.length)
    }
  })

  it('reads a million characters of any one thing without trying each against every other', async () => {
    const head = 'Fenny Police and Crime Panel\nMinutes of the meeting held on 3 May 2024\nPresent: '
    const many = Array.from({ length: 17_000 }, (_, at) => `Cllr A ${surname(at)}`).join(', ')
    const promises = Array.from(
      { length: 5000 },
      (_, at) => `Cllr ${surname(at)} undertook to write to the Chair.`,
    )
    const rows = Array.from({ length: 30_000 }, (_, at) => `| PCC-${at} | T | 4 May 2024 | ok |`)
    for (const text of [
      `${head}${many}\n\n1. Items\n\n${promises.join(' ')}`,
      `${head}Cllr A Hill\n\n1. Items\n\n${'RESOLVED '.repeat(110_000)}`,
      `# Log of decisions\n\n| Decision No. | Title | Date | Decision |\n|---|---|---|---|\n${rows.join('\n')}`,
    ]) {
      const read = await readApart({ name: 'many.md', bytes: bytes(text) })
      assert.ok(!isRefusal(read), isRefusal(read) ? read.message : '')
    }
  })

  it('leaves no process behind when whoever asked is killed while a file is being read', async () => {
    const script = `import { readFileSync } from 'node:fs'
      import { readApart } from ${JSON.stringify(new URL('../../src/papers/index.ts', import.meta.url).href)}
      void readApart({ name: 'mirrors.pdf', bytes: new Uint8Array(readFileSync(0)) })
      console.log('reading')`
    const asking = spawn(process.execPath, ['--input-type=module', '-e', script])
    asking.stdin.end(aHallOfMirrors(12))
    await once(asking.stdout, 'data')
    const reader = childrenOf(asking.pid).at(0)
    assert.ok(reader !== undefined && isRunning(reader))
    // So that it is in the middle of the file.
    await pause(1500)
    asking.kill('SIGKILL')
    await once(asking, 'exit')
    for (let tries = 0; tries < 100 && isRunning(reader); tries += 1) await pause(100)
    assert.equal(isRunning(reader), false)
  })
})
