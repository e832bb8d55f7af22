/** Reliability goal R10: back up, wreck, restore, compare; and what a restoration refuses. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { zipSync } from 'fflate'
import { testServers } from '../../src/database/testing.ts'
import { endAll, serversBelow, until } from './processes.ts'
import {
  addressesIn,
  copyVerifies,
  plainEnvironment,
  type Served,
  SHIREMOOT,
  served,
} from './served-sites.ts'

type Ran = { status: number | null; out: string; words: string }

function shiremoot(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const run = spawnSync(SHIREMOOT, args, { encoding: 'utf8', env: plainEnvironment(env) })
  return { status: run.status, out: run.stdout, words: run.stderr }
}

async function pages(site: Served, addresses: readonly string[]): Promise<string[]> {
  const texts: string[] = []
  for (const address of addresses) {
    const answer = await fetch(site.address + address)
    texts.push(`${address} ${answer.status} ${(await answer.text()).replaceAll(site.address, '')}`)
  }
  return texts
}

async function stopped(site: Served): Promise<void> {
  site.child.kill('SIGTERM')
  assert.equal(await site.ended, 0)
}

describe('backup and restore', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'shiremoot-backup-')))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const backup = join(home, 'record.zip')
  const place = (name: string): string => join(home, name)
  let addresses: string[] = []
  let texts: string[] = []
  let root = ''
  let port = '0'

  before(async () => {
    const site = await served(dataDir)
    // The site's address is part of its pages.
    port = new URL(site.address).port
    root = /root (\S+)/.exec(await copyVerifies(dataDir))?.[1] ?? ''
    addresses = addressesIn(dataDir).filter((address) => !address.startsWith('/assets/'))
    texts = await pages(site, addresses)
    const { status, out, words } = shiremoot(['backup', backup, '--data', dataDir])
    assert.equal(status, 0, words)
    assert.match(out, /\d+ rows of \d+ tables, \d+ files, as of /)
    await stopped(site)
  })
  after(async () => {
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    rmSync(home, { recursive: true, maxRetries: 10 })
  })

  it('writes a file that only its owner may read, and writes over none', () => {
    assert.equal(statSync(backup).mode & 0o777, 0o600)
    const again = shiremoot(['backup', backup, '--data', dataDir])
    assert.equal(again.status, 2)
    assert.match(again.words, /is there already/)
  })

  it('brings everything back after all of it was lost: tables, files, log root, and every page', async () => {
    rmSync(dataDir, { recursive: true })
    const { status, out, words } = shiremoot(['restore', backup, '--data', dataDir])
    assert.equal(status, 0, words + out)
    assert.match(
      out,
      /rows of \d+ tables, \d+ files and the root of the log are the same, and so are 20 pages\./,
    )
    const site = await served(dataDir, { port })
    assert.deepEqual(await pages(site, addresses), texts)
    assert.match(await copyVerifies(dataDir), new RegExp(`root ${root.replace(/[+/=]/g, '\\$&')}`))
    const note = join(home, 'note.md')
    writeFileSync(note, MINUTES)
    const more = shiremoot(['import', note, '--authority', 'kent', '--publish', '--data', dataDir])
    assert.equal(more.status, 0, more.words)
    await until('the copy has what was published since', () =>
      addressesIn(dataDir).includes('/meetings/kent-and-medway-police-and-crime-panel/2025-02-04/minutes'),
    )
    await stopped(site)
  })

  for (const server of testServers) {
    it(`brings it into the database of DATABASE_URL (${server.name}), and out of there again`, async (t) => {
      const logins = await server.emptyDatabase({ after: (undo) => t.after(undo) })
      const folder = join(home, `given ${server.name}`)
      const env = { DATABASE_URL: logins.superuser }
      const there = shiremoot(['restore', backup, '--data', folder], env)
      assert.equal(there.status, 0, there.words + there.out)
      const taken = shiremoot(['restore', backup, '--data', join(home, 'other')], env)
      assert.equal(taken.status, 2)
      assert.match(taken.words, /The database of DATABASE_URL holds a record/)
      assert.ok(!existsSync(join(home, 'other/files')), 'nothing is left of what was refused')
      const second = join(home, `${server.name}.zip`)
      assert.equal(shiremoot(['backup', second, '--data', folder], env).status, 0)
      assert.equal(shiremoot(['restore', second, '--data', join(home, `back ${server.name}`)]).status, 0)
    })
  }

  it('refuses what is damaged, cut off, foreign, newer or not there, in one sentence, and leaves nothing', () => {
    const bytes = readFileSync(backup)
    const middle = Buffer.from(bytes)
    middle[Math.floor(bytes.length / 3)] = (middle[Math.floor(bytes.length / 3)] ?? 0) ^ 1
    writeFileSync(place('bit.zip'), middle)
    copyFileSync(backup, place('cut.zip'))
    truncateSync(place('cut.zip'), bytes.length - 1000)
    writeFileSync(place('foreign.zip'), zipSync({ 'a.txt': Buffer.from('a') }))
    writeFileSync(place('text.zip'), 'no zip at all')
    const comment = bytes.lastIndexOf('shiremoot backup 1 ')
    const newer = Buffer.from(bytes)
    newer.write('shiremoot backup 9 ', comment)
    writeFileSync(place('newer.zip'), newer)
    for (const [name, words] of [
      ['bit.zip', /damaged or cut off/],
      ['cut.zip', /damaged or cut off/],
      ['foreign.zip', /did not write/],
      ['text.zip', /damaged or cut off/],
      ['newer.zip', /later version/],
      ['missing.zip', /no file/],
    ] as const) {
      const target = place('target')
      const refused = shiremoot(['restore', place(name), '--data', target])
      assert.equal(refused.status, 2, name)
      const said = refused.words
        .trim()
        .split('\n')
        .filter((line) => line !== 'Reading the backup')
      assert.equal(said.length, 1, refused.words)
      assert.match(said[0] ?? '', words, name)
      assert.ok(!existsSync(target), `${name} leaves nothing`)
    }
  })

  it('takes no kept file that was altered, says which, and gives nobody else what it writes', () => {
    const kept = readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).find((entry) =>
      entry.isFile(),
    )
    assert.ok(kept)
    const altered = join(kept.parentPath, kept.name)
    const was = readFileSync(altered)
    writeFileSync(altered, 'other bytes')
    writeFileSync(`${place('second.zip')}.unfinished`, 'left by one that was cut off', { mode: 0o666 })
    const { status, words } = shiremoot(['backup', place('second.zip'), '--data', dataDir])
    writeFileSync(altered, was)
    assert.equal(status, 1, words)
    assert.ok(
      words.includes(`${kept.name} is listed in the record, and is not there or not what it was.`),
      words,
    )
    assert.equal(statSync(place('second.zip')).mode & 0o777, 0o600)
  })

  it('finds one altered bit anywhere', () => {
    const bytes = readFileSync(backup)
    for (let at = 100; at < bytes.length; at += Math.floor(bytes.length / 12)) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 4
      const file = join(home, 'altered.zip')
      writeFileSync(file, altered)
      assert.equal(shiremoot(['restore', file, '--data', join(home, 'altered')]).status, 2, `byte ${at}`)
    }
  })

  it('restores into no folder that holds anything, and finishes one that was cut off', () => {
    const full = join(home, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'mine.txt'), 'mine')
    const refused = shiremoot(['restore', backup, '--data', full])
    assert.equal(refused.status, 2)
    assert.match(refused.words, /holds a record or other files already/)
    assert.deepEqual(readdirSync(full), ['mine.txt'])
    const cut = join(home, 'cut')
    mkdirSync(join(cut, 'files'), { recursive: true })
    writeFileSync(join(cut, 'restore-unfinished'), '')
    const unusable = shiremoot(['serve', '--data', cut, '--port', '0'])
    assert.match(unusable.words, /not all of it came/)
    assert.equal(shiremoot(['restore', backup, '--data', cut]).status, 0)
    assert.ok(!existsSync(join(cut, 'restore-unfinished')))
  })
})

const MINUTES = `KENT AND MEDWAY POLICE AND CRIME PANEL

MINUTES of the Kent and Medway Police and Crime Panel, which met at the Town Hall on Tuesday, 4 February 2025.

PRESENT: Cllr A Reed (Chairman), Cllr B Stone and Mrs C Vale

**12. Rural crime** *(Item 4)*

1. The Commissioner said that barns had been watched all winter.

RESOLVED that the report be noted.
`
