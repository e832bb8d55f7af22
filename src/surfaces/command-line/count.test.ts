/** The command `count` as people and programs meet it: what it prints, its exit codes, and what is left when it is stopped. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

const COMMAND = join(import.meta.dirname, 'index.ts')
const folder = mkdtempSync(join(tmpdir(), 'shiremoot-count-command-'))
after(() => rmSync(folder, { recursive: true }))

const HEADINGS = 'Crime ID,Month,Falls within,LSOA code,LSOA name,Crime type,Last outcome category'
const ROW = 'aa,2019-01,"Kent, Police",E01024001,Ashford 007A,Burglary,'
const good = join(folder, 'kent-street.csv')
const bad = join(folder, 'bad.csv')
writeFileSync(good, `${HEADINGS}\n${`${ROW}\n`.repeat(1234)},2019-02,=Kent,,,Drugs,\n`)
const long = join(folder, 'long-street.csv')
writeFileSync(long, `${HEADINGS}\n${`${ROW}\n`.repeat(600_000)}`)
writeFileSync(bad, `${HEADINGS}\nx\n`)

function count(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'count', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

void suite('count', () => {
  test('prints JSON with the keys that were asked for, and nothing else', () => {
    const { status, stdout, stderr } = count(good, '--by', 'month,type', '--json')
    assert.equal(status, 0)
    assert.equal(stderr, '')
    assert.deepEqual(JSON.parse(stdout), [
      { month: '2019-01', type: 'Burglary', count: 1234 },
      { month: '2019-02', type: 'Drugs', count: 1 },
    ])
  })

  test('prints a table with its total for people, and CSV that no spreadsheet runs', () => {
    const words = count(good)
    assert.match(words.stdout, /^Falls within +Month +Type +Rows\n/)
    assert.match(words.stdout, /Total +1,235\n/)
    assert.equal(
      count(good, '--by', 'force', '--csv').stdout,
      'force,count\n\'=Kent,1\n"Kent, Police",1234\n',
    )
  })

  test('ends with 1 where one of several files was refused, and with 2 where none could be counted', () => {
    const some = count(good, bad, '--json')
    assert.equal(some.status, 1)
    const values: unknown = JSON.parse(some.stdout)
    assert.ok(Array.isArray(values))
    assert.equal(values.at(-1).file, bad)
    assert.equal(values.at(-1).error.code, 'rows-broken')
    assert.equal(count(bad).status, 2)
    assert.equal(count(join(folder, 'nothing.csv')).status, 2)
    assert.equal(count().status, 2)
    assert.equal(count(good, '--by', 'weather').status, 2)
    assert.match(count(good, '--by', 'weather').stderr, /“weather” is nothing to count by/)
  })

  test('leaves nothing behind when it is stopped, and the next count clears away what a kill left', async () => {
    const [stopped, killed] = [await halted('SIGTERM'), await halted('SIGKILL')]
    assert.deepEqual(leftBy(stopped), [])
    assert.equal(leftBy(killed).length, 1)
    count(good)
    assert.deepEqual(leftBy(killed), [])
  })
})

const leftBy = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`shiremoot-count-${pid}-`))

/** Starts a count that takes a while, stops it by a signal as soon as it has its folder, and gives its process number. */
async function halted(signal: NodeJS.Signals): Promise<number> {
  const waiting = spawn(process.execPath, [COMMAND, 'count', long, '--csv'], { stdio: 'ignore' })
  const pid = waiting.pid ?? 0
  while (leftBy(pid).length === 0 && waiting.exitCode === null) await pause(2)
  waiting.kill(signal)
  await once(waiting, 'close')
  return pid
}
