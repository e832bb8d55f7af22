/**
 * 300 publications while the server or the database is killed outright, again and again: each is wholly there or not at all,
 * readers never see half of one, the log verifies and the copy catches up. SHIREMOOT_KILLS sets how often; 8 unless set.
 */
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, login } from '../../src/database/index.ts'
import { type LeafAct, leavesOf, logSize, type RecordTables } from '../../src/record/index.ts'
import { importFiles } from '../../src/surfaces/command-line/import.ts'
import { endAll, serversBelow, until } from './processes.ts'
import { addressesIn, copyVerifies, type Served, served, verified } from './served-sites.ts'

const PUBLICATIONS = 300
const KILLS = Number(process.env['SHIREMOOT_KILLS'] ?? 8)

const dayOf = (number: number): string =>
  new Date(Date.UTC(2031, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)
const addressOf = (number: number): string =>
  `/meetings/kent-and-medway-police-and-crime-panel/${dayOf(number)}`
const hallOf = (number: number): string => `Hall number ${number}.`

type Seen = { looked: number; whole: number; again: number; notYet: number; away: number; copied: number }

type Look = { page: string; values: string; copied: boolean } | 'not yet' | 'away'

async function answerAt(
  address: string,
): Promise<{ status: number; headers: Headers; text: string } | undefined> {
  try {
    const answer = await fetch(address)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  } catch (failure) {
    // The server was killed before or while it answered.
    if (failure instanceof TypeError) return undefined
    throw failure
  }
}

/** One publication's page, and its values, which are asked for later. */
async function look(site: string, number: number): Promise<Look> {
  const page = await answerAt(site + addressOf(number))
  const values = await answerAt(`${site}${addressOf(number)}.json`)
  if (page === undefined || values === undefined) return 'away'
  assert.match(page.text, /<\/html>\s*$/, 'a page is whole, whatever it says')
  if (page.status === 503 || values.status === 503) return 'away'
  const copied = page.headers.has('shiremoot-kept-copy') || values.headers.has('shiremoot-kept-copy')
  if (page.status === 404) return 'not yet'
  assert.equal(page.status, 200)
  return { page: page.text, values: values.status === 200 ? values.text : '', copied }
}

/** How many times a page and its values may be looked at again: each is at most a second old, and not the same second. */
const AGAIN = 5

/** Looks until page and values agree; what the page gets from another entry and a link is there whenever the page is. */
async function lookClosely(site: string, number: number, seen: Seen): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    seen.looked += 1
    const found = await look(site, number)
    if (found === 'not yet') seen.notYet += 1
    else if (found === 'away') seen.away += 1
    else {
      if (found.copied) seen.copied += 1
      assert.ok(found.page.includes(hallOf(number)), `${addressOf(number)} is there, and its notice is not`)
      if (!found.values.includes(hallOf(number)) && looks < AGAIN) {
        seen.again += 1
        await pause(1000)
        continue
      }
      assert.ok(
        found.copied || found.values.includes(hallOf(number)),
        `the values of ${addressOf(number)} lack it`,
      )
      seen.whole += 1
    }
    return
  }
}

/** The address of the embedded database, as its data folder says. */
function applicationLogin(dataDir: string): ReturnType<typeof login> {
  const { app } = JSON.parse(readFileSync(join(dataDir, 'database-passwords.json'), 'utf8'))
  const socket = encodeURIComponent(join(dataDir, 'database/socket'))
  return login(`postgresql://shiremoot_app:${app}@localhost:5432/shiremoot?host=${socket}`)
}

describe('kill -9 of server and database', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'shiremoot-kills-')))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  after(async () => {
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    rmSync(home, { recursive: true, maxRetries: 10 })
  })

  it(`loses, doubles and halves nothing of ${PUBLICATIONS} publications over ${KILLS} kills`, async (t) => {
    let site: Served = await served(dataDir)
    const { address } = site
    const port = new URL(address).port
    await copyVerifies(dataDir)
    const db = connect<RecordTables>(applicationLogin(dataDir), { letsProcessEnd: true })
    const seen: Seen = { looked: 0, whole: 0, again: 0, notYet: 0, away: 0, copied: 0 }
    let done = 0
    const over = new AbortController()
    t.after(() => {
      over.abort()
    })
    const readers = Array.from({ length: 2 }, async () => {
      while (!over.signal.aborted) {
        await lookClosely(address, Math.max(0, done - Math.floor(Math.random() * 4) + 1), seen)
        await pause(10)
      }
    })
    // A reader that saw half ends the campaign.
    const half = Promise.all(readers).then(() => true)
    half.catch(() => undefined)
    const publish = async (number: number): Promise<boolean> => {
      const file = join(home, `meetings-${number}.json`)
      const body = 'Kent and Medway Police and Crime Panel'
      const entries = [{ body, date: dayOf(number), time: '14:00', place: hallOf(number) }]
      writeFileSync(file, JSON.stringify({ register: 'meetings', entries }))
      const options = { authority: 'kent', publish: true, dryRun: false }
      const outcome = await importFiles({ db, files: join(dataDir, 'files') }, [file], options).catch(
        () => [],
      )
      return outcome.some((one) => one.outcome !== 'failed')
    }
    const kills = { server: 0, database: 0 }
    const kill = async (what: 'server' | 'database'): Promise<void> => {
      await pause(Math.random() * 60)
      kills[what] += 1
      if (what === 'database') {
        const pid = Number(
          readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0],
        )
        process.kill(pid, 'SIGKILL')
        return
      }
      site.child.kill('SIGKILL')
      await site.ended
      site = await served(dataDir, { port })
    }
    for (; done < PUBLICATIONS; done += 1) {
      const every = Math.ceil(PUBLICATIONS / Math.max(1, KILLS))
      const killing =
        KILLS > 0 && done % every === every - 1
          ? kill(done % (2 * every) < every ? 'server' : 'database')
          : undefined
      await Promise.race([half, until(`publication ${done} is there`, () => publish(done))])
      await killing
    }
    await until(
      'the last publication can be read',
      async () => (await fetch(address + addressOf(PUBLICATIONS - 1))).status === 200,
    )
    over.abort()
    await half
    t.diagnostic(`${JSON.stringify(kills)}, readers ${JSON.stringify(seen)}`)
    assert.ok(seen.whole > PUBLICATIONS / 10, JSON.stringify(seen))

    const { rows } = await versionsOf(db)
    assert.equal(rows, PUBLICATIONS, 'each is there once')
    await leavesFit(db)
    const began = performance.now()
    await until('the copy has all', () => {
      const addresses = new Set(addressesIn(dataDir))
      return Array.from({ length: PUBLICATIONS }, (_, number) => addressOf(number)).every((one) =>
        addresses.has(one),
      )
    })
    t.diagnostic(`the copy had the last of them ${Math.round(performance.now() - began)} ms later`)
    t.diagnostic((await copyVerifies(dataDir)).split('\n').slice(2, 6).join(' '))
    assert.equal(verified(dataDir).status, 0)
    await db.destroy()
    site.child.kill('SIGTERM')
    assert.equal(await site.ended, 0)
  })
})

/** How many meetings of the campaign stand published, in how many versions. */
async function versionsOf(db: ReturnType<typeof connect<RecordTables>>): Promise<{ rows: number }> {
  const found = await db
    .selectFrom('published.entry_version')
    .select(['path', 'version'])
    .where('kind', '=', 'meeting')
    .where('path', 'like', '%/203%')
    .execute()
  assert.ok(
    found.every(({ version }) => version === 1),
    'none was published twice',
  )
  return { rows: found.length }
}

const name = ({ entry, version }: { entry: string; version: number }): string => `${entry} ${version}`

/** Every published version has its leaf, and there is none besides. */
async function leavesFit(db: ReturnType<typeof connect<RecordTables>>): Promise<void> {
  const ask = {
    db: db.$pickTables<keyof import('../../src/record/index.ts').PublishedTables>(),
    authority: 'kent',
  }
  const leaves = await leavesOf(ask, 0, await logSize(ask))
  const acts = new Set<LeafAct>(['publish'])
  const withdrawn = new Set(leaves.filter(({ act }) => act === 'withdraw').map(({ entry }) => entry))
  const published = leaves.filter(({ act, entry }) => acts.has(act) && !withdrawn.has(entry))
  const versions = await db.selectFrom('published.entry_version').select(['entry', 'version']).execute()
  assert.deepEqual(published.map(name).toSorted(), versions.map(name).toSorted())
}
