/** Witnesses over HTTP and on a memory stick: what is right goes under the checkpoint; what is not can stop nothing. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { type Asked, addCosignatures, askWitnesses, keyFolder, logFolder } from '../../src/log/index.ts'
import { verifyFolder } from '../../src/verifier/index.ts'
import { aCopy, append, type Copy, entryId, logOf, said, someActs } from './a-copy.ts'
import { type AWitness, aWitness } from './a-witness.ts'

let copy: Copy
let witness: AWitness
let other: AWitness
const folder = (): string => logFolder(copy.data, 'northshire')
const read = (name: string): string => readFileSync(join(folder(), name), 'utf8')
const more = (number: number) => said('publish', entryId(900 + number), 1, '{}')

function named(...witnesses: { name: string; vkey: string; url: string | null }[]): void {
  const list = witnesses.map(({ name, vkey, url }) => ({ name, vkey, url }))
  writeFileSync(join(folder(), 'witnesses.json'), JSON.stringify(list))
}

async function ask(): Promise<Asked[]> {
  const asked = await askWitnesses(folder(), { timeout: 1_000 })
  if ('refused' in asked) assert.fail(asked.message)
  return asked
}

beforeEach(async () => {
  copy = await aCopy(someActs().slice(0, 20))
  const key = read('key.pub').trim()
  witness = await aWitness('panel.example/witness', key)
  other = await aWitness('university.example/witness', key)
})
afterEach(async () => {
  await Promise.all([witness.close(), other.close()])
  copy.remove()
})

describe('witnesses over HTTP', () => {
  it('their cosignatures go under the checkpoint, are verified, and are in the copy', async () => {
    named(witness, other)
    assert.deepEqual(
      (await ask()).map(({ outcome }) => outcome),
      ['cosigned', 'cosigned'],
    )
    assert.equal(read('checkpoint').trim().split('\n').length, 7)
    await copy.seal()
    const report = await verifyFolder(copy.folder)
    assert.deepEqual([report.faults, report.checked.cosignatures, report.remarks.length], [[], 4, 1])
  })

  it('each next checkpoint is sent with the proof from what the witness has seen, in one request', async () => {
    named(witness)
    await ask()
    for (const number of [1, 2, 3]) {
      await append(copy.log, [more(number)])
      const sent = witness.requests.length
      assert.deepEqual(
        (await ask()).map(({ outcome }) => outcome),
        ['cosigned'],
      )
      assert.equal(witness.requests.length, sent + 1)
    }
    assert.equal(witness.seen.size, copy.log.size)
    assert.match(
      witness.requests.at(-1) ?? '',
      /^POST \/w\/add-checkpoint\nold \d+\n([A-Za-z0-9+/=]{44}\n)+\nshiremoot\/northshire\n/,
    )
  })

  it('a witness that has seen another size says so (409), and is asked again with the right proof', async () => {
    named(witness)
    await ask()
    await append(copy.log, [more(1)])
    rmSync(join(folder(), 'checkpoint-witnessed'))
    assert.deepEqual(
      (await ask()).map(({ outcome }) => outcome),
      ['cosigned'],
    )
    assert.match(witness.requests.at(-2) ?? '', /\nold 0\n/)
    assert.match(witness.requests.at(-1) ?? '', /\nold 20\n/)
  })

  it('the last checkpoint that a witness signed stays beside a log that has grown', async () => {
    named(witness)
    await ask()
    await append(copy.log, [more(1)])
    assert.doesNotMatch(read('checkpoint'), /panel\.example/)
    assert.match(read('checkpoint-witnessed'), /panel\.example/)
    await copy.seal()
    const report = await verifyFolder(copy.folder)
    assert.deepEqual([report.faults, report.checked.cosignatures], [[], 1])
  })

  it('one that is away, slow, endless, elsewhere or refuses is told of, and the log goes on', async () => {
    named(witness)
    const elsewhere: string[] = []
    const server = createServer((request, response) => {
      elsewhere.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    const place = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
    const cases: [AWitness['misbehave'], string, RegExp][] = [
      [() => undefined, 'away', /did not answer in time/],
      [(_, response) => response.end('— x AAAA\n'.repeat(20_000)), 'away', /longer than 65536 bytes/],
      [(_, response) => response.writeHead(302, { location: place }).end(), 'refused', /HTTP 302/],
      [(_, response) => response.writeHead(403).end(), 'refused', /HTTP 403/],
      [(_, response) => response.end('thank you\n'), 'refused', /without a signature of its own/],
      [
        (_, response) => response.end(witness.line('another text\n')),
        'refused',
        /without a signature of its own/,
      ],
      [
        (_, response) => response.end(other.line(read('checkpoint').split('\n\n')[0] ?? '')),
        'refused',
        /of its own/,
      ],
      [(request) => request.socket.destroy(), 'away', /could not be asked/],
    ]
    for (const [number, [misbehave, outcome, words]] of cases.entries()) {
      witness.misbehave = misbehave
      const [asked] = await ask()
      assert.equal(asked?.outcome, outcome, asked?.words)
      assert.match(asked.words, words)
      await append(copy.log, [more(number)])
    }
    assert.deepEqual(elsewhere, [], 'nobody else was asked')
    assert.deepEqual((await verifyFolder(folder())).faults, [])
    await witness.close()
    assert.equal((await ask())[0]?.outcome, 'away')
    await new Promise((resolve) => server.close(resolve))
  })

  it('one that has seen another history is an alarm', async () => {
    named(witness)
    await ask()
    rmSync(folder(), { recursive: true })
    rmSync(join(keyFolder(copy.data, 'northshire'), 'last-signed'))
    const log = await logOf(copy.data)
    await append(log, [more(1), ...someActs().slice(0, 30)])
    named(witness)
    const [asked] = await ask()
    assert.equal(asked?.outcome, 'forked')
    assert.match(asked.words, /does not continue what it has seen/)
  })

  it('one that has seen more than there is, is an alarm too', async () => {
    named(witness)
    witness.seen = { size: 5_000, root: Buffer.alloc(32) }
    const [asked] = await ask()
    assert.equal(asked?.outcome, 'forked')
    assert.match(asked.words, /has seen 5000 leaves/)
  })

  it('a list of witnesses that cannot be used is refused in words', async () => {
    for (const [text, words] of [
      ['{', /JSON/],
      ['{}', /not a list/],
      ['[{"name":"a","vkey":"a+b+c","url":null}]', /the key of a is no key of a witness/],
      [
        JSON.stringify([{ name: 'a', vkey: witness.vkey, url: 'file:///etc/passwd' }]),
        /not one of http or https/,
      ],
      [
        JSON.stringify([{ name: 'a', vkey: witness.vkey, url: 'http://me:secret@x/' }]),
        /not one of http or https/,
      ],
    ] as const) {
      writeFileSync(join(folder(), 'witnesses.json'), text)
      const asked = await askWitnesses(folder())
      assert.ok('refused' in asked)
      assert.equal(asked.code, 'witnesses-unusable')
      assert.match(asked.message, words)
    }
  })
})

/** The text of the checkpoint, which witnesses sign. */
const text = (): string => read('checkpoint').slice(0, read('checkpoint').indexOf('\n\n') + 1)

async function refusedAs(brought: string, code: string): Promise<void> {
  const outcome = await addCosignatures(folder(), brought)
  assert.ok('refused' in outcome, JSON.stringify(outcome))
  assert.equal(outcome.code, code)
}

describe('a witness with a memory stick', () => {
  it('brings the checkpoint with its line, or the line alone', async () => {
    named({ ...witness, url: null }, { ...other, url: null })
    assert.deepEqual(await ask(), [])
    const whole = await addCosignatures(folder(), read('checkpoint') + witness.line(text()))
    assert.deepEqual(whole, { size: copy.log.size, witnesses: [witness.name] })
    const line = await addCosignatures(folder(), other.line(text()))
    assert.deepEqual(line, { size: copy.log.size, witnesses: [other.name] })
    const { checked, faults } = await verifyFolder(folder())
    assert.deepEqual([checked.cosignatures, faults], [4, []])
  })

  it('may bring an earlier checkpoint: it is kept as the one that was witnessed', async () => {
    named({ ...witness, url: null })
    const signed = read('checkpoint') + witness.line(text())
    await append(copy.log, [more(1)])
    const added = await addCosignatures(folder(), signed)
    assert.deepEqual(added, { size: copy.log.size - 1, witnesses: [witness.name] })
    assert.equal(read('checkpoint-witnessed'), signed)
    assert.doesNotMatch(read('checkpoint'), /panel/)
  })

  it('signs again later, and only the newer signature stands', async () => {
    named({ ...witness, url: null })
    await addCosignatures(folder(), witness.line(text(), 1_790_000_000))
    await addCosignatures(folder(), witness.line(text(), 1_790_000_777))
    assert.equal(read('checkpoint').split('panel.example').length, 2)
  })

  it('is refused when it is nobody, wrong, or about another log', async () => {
    named({ ...witness, url: null })
    const before = read('checkpoint')
    await refusedAs(other.line(text()), 'cosignature-of-nobody')
    await refusedAs('nothing at all', 'cosignature-of-nobody')
    await refusedAs(witness.line(`${text()}more\n`), 'cosignature-wrong')
    await refusedAs(
      read('checkpoint').replace(/^\S+\n\d+/, 'shiremoot/northshire\n3') + witness.line(text()),
      'cosignature-of-another-log',
    )
    assert.equal(read('checkpoint'), before)
    writeFileSync(join(folder(), 'checkpoint'), 'nonsense')
    await refusedAs(witness.line('x\n'), 'log-damaged')
    rmSync(join(folder(), 'checkpoint'))
    await refusedAs(witness.line('x\n'), 'no-log')
  })

  it('a wrong signature under a checkpoint is a fault, one by somebody unknown a remark', async () => {
    named({ ...witness, url: null })
    writeFileSync(join(folder(), 'checkpoint'), read('checkpoint') + witness.line('another\n'))
    const wrong = await verifyFolder(folder())
    assert.deepEqual(
      wrong.faults.map(({ what }) => what),
      ['cosignature-wrong'],
    )
    writeFileSync(
      join(folder(), 'checkpoint'),
      read('checkpoint').replace(/— panel.*\n/, '') + other.line(text()),
    )
    const unknown = await verifyFolder(folder())
    assert.deepEqual([unknown.faults, unknown.checked.cosignatures], [[], 0])
    assert.match(unknown.remarks.join(), /by university\.example\/witness that could not be checked/)
  })
})
