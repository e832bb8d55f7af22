/** What `shiremoot verify`, `witness` and `cosign` print and how they end, run as commands, without any database. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isRefusal } from '../../lib/index.ts'
import { logFolder, openLogOf } from '../../log/index.ts'

const COMMAND = join(import.meta.dirname, 'index.ts')
let data = ''

function shiremoot(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: data,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

async function publish(authority: string, ...words: string[]): Promise<void> {
  const log = await openLogOf(data, authority)
  if (isRefusal(log)) assert.fail(log.message)
  const outcome = await log.append(words.map((one) => Buffer.from(one)))
  if (isRefusal(outcome)) assert.fail(outcome.message)
}

describe('shiremoot verify', () => {
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'shiremoot-verify-'))
    await publish('kent', 'one', 'two', 'three')
    await publish('medway', 'only')
  })
  after(() => rmSync(data, { recursive: true, force: true }))

  it('verifies what lies in the data folder, says what was checked and what it does not show, and ends with 0', () => {
    const { code, out, err } = shiremoot('verify', '--data', data)
    assert.deepEqual([code, err], [0, ''])
    for (const words of [
      'shiremoot/kent',
      'shiremoot/medway',
      '3 leaves of the log, which have the root that was signed',
      'All is as it was published',
      'No witness has signed this checkpoint, so it shows no alteration by whoever has the key.',
    ])
      assert.ok(out.includes(words), `${words}\n${out}`)
    assert.equal(shiremoot('verify', '--data', data, '--authority', 'kent').out.includes('medway'), false)
  })

  it('prefers the copy to the log, where there is one', () => {
    mkdirSync(join(data, 'copy/kent'), { recursive: true })
    cpSync(logFolder(data, 'kent'), join(data, 'copy/kent/log'), { recursive: true })
    const { code, out } = shiremoot('verify', '--data', data, '--authority', 'kent')
    assert.equal(code, 1)
    assert.match(
      out,
      /Something was altered, or is missing:\n {2}manifest, which lists every file of the copy, is missing\./,
    )
    rmSync(join(data, 'copy'), { recursive: true })
  })

  it('ends with 1 and a sentence with the place when something was altered', () => {
    const folder = join(data, 'altered')
    cpSync(logFolder(data, 'kent'), folder, { recursive: true })
    const bundle = join(folder, 'tile/entries/000.p/3')
    writeFileSync(bundle, readFileSync(bundle, 'latin1').replace('two', 'TWO'))
    const { code, out } = shiremoot('verify', folder)
    assert.equal(code, 1)
    assert.match(out, /tile\/entries\/000\.p\/3 was altered: leaf 1 is not the one that was signed\./)
    const json: unknown = JSON.parse(shiremoot('verify', folder, '--json').out)
    assert.ok(Array.isArray(json))
    const report: { ok: boolean; faults: { what: string; place: string }[] } = json[0]
    assert.equal(report.ok, false)
    assert.deepEqual(
      report.faults.map(({ what, place }) => [what, place]),
      [['bundle-altered', 'tile/entries/000.p/3']],
    )
  })

  it('holds a log against an earlier checkpoint and against a key that is given', async () => {
    const since = join(data, 'earlier')
    cpSync(join(logFolder(data, 'kent'), 'checkpoint'), since)
    await publish('kent', 'four')
    const folder = logFolder(data, 'kent')
    assert.equal(shiremoot('verify', folder, '--since', since).code, 0)
    const medway = shiremoot('verify', logFolder(data, 'medway'), '--since', since)
    assert.equal(medway.code, 1)
    assert.match(
      medway.out,
      /checkpoint is of the log shiremoot\/medway, and the earlier checkpoint that was given of shiremoot\/kent/,
    )
    const key = readFileSync(join(logFolder(data, 'medway'), 'key.pub'), 'utf8').trim()
    const other = shiremoot('verify', folder, '--key', key)
    assert.equal(other.code, 1)
    assert.match(other.out, /is not the key that was given/)
  })

  it('ends with 2 and one sentence when there is nothing to verify or an option is wrong', () => {
    for (const [args, words] of [
      [['verify', tmpdir()], /is neither a copy of a record nor a log/],
      [['verify', '--data', join(data, 'nowhere')], /holds no copy yet: name a folder/],
      [['verify', '--data', data, '--authority', 'essex'], /holds no copy of essex yet/],
      [['verify', '--since', 'nowhere'], /nowhere is not there/],
      [['verify', '--nonsense'], /--nonsense/],
      [['cosign'], /needs the name of one file/],
      [['cosign', 'x'], /needs --authority/],
      [['cosign', 'nowhere', '--authority', 'kent', '--data', '.'], /nowhere is not there/],
      [['cosign', 'earlier', '--authority', 'essex', '--data', '.'], /There is no log in .*essex/],
      [['witness', 'x'], /needs --name and --keep/],
      [['witness', 'x', '--name', 'a b', '--keep', 'k'], /no spaces/],
      [['witness', 'nowhere', '--name', 'a', '--keep', 'k'], /neither a copy of a record nor a log/],
    ] as const) {
      const { code, out, err } = shiremoot(...args)
      assert.equal(code, 2, `${args.join(' ')}: ${err}`)
      assert.equal(out, '')
      assert.match(err, words)
      assert.match(err, /^[^\n]+\.\n$/)
    }
  })
})

const folder = (): string => logFolder(data, 'kent')
const witness = (): ReturnType<typeof shiremoot> =>
  shiremoot('witness', folder(), '--name', 'panel.example/w', '--keep', 'mine', '--out', 'signed')

describe('shiremoot witness and cosign', () => {
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'shiremoot-witness-'))
    await publish('kent', 'one', 'two', 'three')
  })
  after(() => rmSync(data, { recursive: true, force: true }))

  it('carry a signature from the witness to the log, and verify counts it', async () => {
    const first = witness()
    assert.equal(first.code, 0, first.err)
    const vkey = /Your vkey: (\S+)/.exec(first.err)?.[1]
    assert.ok(vkey)
    assert.equal(shiremoot('cosign', 'signed', '--authority', 'kent', '--data', data).code, 2)
    writeFileSync(join(folder(), 'witnesses.json'), JSON.stringify([{ name: 'The panel', vkey, url: null }]))
    const taken = shiremoot('cosign', 'signed', '--authority', 'kent', '--data', data)
    assert.equal(taken.code, 0, taken.err)
    assert.match(taken.out, /^panel\.example\/w signed the log of kent at 3 leaves/)
    assert.match(shiremoot('verify', '--data', data).out, /2 signatures of witnesses/)
    await publish('kent', 'four')
    assert.equal(witness().code, 0)
    assert.match(readFileSync(join(data, 'signed'), 'utf8'), /^shiremoot\/kent\n4\n/)
  })

  it('a witness signs no history but the one it has signed before', async () => {
    rmSync(folder(), { recursive: true })
    rmSync(join(data, 'keys/kent/last-signed'))
    rmSync(join(data, 'signed'))
    await publish('kent', 'one', 'TWO', 'three', 'four', 'five')
    const { code, err } = witness()
    assert.equal(code, 1)
    assert.match(err, /The first 4 leaves are not those of the earlier checkpoint/)
    assert.match(err, /Nothing was signed/)
    assert.ok(!existsSync(join(data, 'signed')))
  })
})
