/**
 * Runs every check and every test of the repository and ends with one line, `N passed, N failed`. Fails as well when a
 * test file was not run, so that a test which nobody runs is noticed.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join, relative, resolve } from 'node:path'
import { findChromium } from './chromium.ts'
import { complete, type Ended, type Group, groupOf, testFiles } from './test-groups.ts'
import { type Reported, reportedIn } from './test-reporter.ts'

const ROOT = resolve(import.meta.dirname, '..')
const PATH = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
/** No group takes this long on a working machine, even beside other work. */
const LONGEST = 15 * 60_000

type Outcome = { name: string; reported: Reported[]; seconds: number }

/** Runs a program to its end, keeping what it prints. */
function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const began = Date.now()
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (text: Buffer): void => {
    output += text.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const tooLong = setTimeout(() => {
    output += `\nStopped after ${LONGEST / 60_000} minutes.\n`
    child.kill('SIGKILL')
  }, LONGEST)
  return new Promise((done) => {
    child.on('error', (failure) => {
      output += failure.message
    })
    child.on('close', (status) => {
      clearTimeout(tooLong)
      done({ status, output, seconds: (Date.now() - began) / 1000 })
    })
  })
}

/** A check that is one program: passed when it ends with 0. */
async function check(name: string, program: string, args: readonly string[]): Promise<Outcome> {
  const { status, output, seconds } = await runProgram(program, args)
  return {
    name,
    seconds,
    reported: [{ file: '', path: [name], outcome: status === 0 ? 'passed' : 'failed', words: output }],
  }
}

/** Runs the files of a group in one process, which takes a twentieth of the time of a process for each. */
async function runGroup(
  name: Group,
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'shiremoot-tests-'))
  const report = join(folder, 'report')
  try {
    const reporter = ['--test-reporter=./scripts/test-reporter.ts', `--test-reporter-destination=${report}`]
    const ended = await runProgram(
      process.execPath,
      ['--test', '--test-isolation=none', ...reporter, ...files],
      env,
    )
    const reported = existsSync(report) ? linesOf(report) : []
    return { name, seconds: ended.seconds, reported: complete(ROOT, name, files, reported, ended) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function linesOf(report: string): Reported[] {
  const lines = readFileSync(report, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => reportedIn(JSON.parse(line)))
}

const count = (reported: readonly Reported[], outcome: Reported['outcome']): number =>
  reported.filter((one) => one.outcome === outcome).length

function tell({ name, reported, seconds }: Outcome): void {
  const failed = count(reported, 'failed')
  const skipped = count(reported, 'skipped')
  const words = [
    `${count(reported, 'passed')} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  console.log(`${name.padEnd(12)}${words.join(', ').padEnd(36)}${seconds.toFixed(1)} s`)
  for (const { file, path, outcome, words: why } of reported) {
    if (outcome === 'failed')
      console.log(
        `\n✖ ${[relative(ROOT, resolve(ROOT, file)), ...path].filter((part) => part !== '').join(' › ')}\n${why.trimEnd()}\n`,
      )
  }
  const reasons = Map.groupBy(
    reported.filter(({ outcome }) => outcome === 'skipped'),
    ({ words: why }) => why,
  )
  for (const [why, tests] of reasons) console.log(`  ${tests.length} skipped: ${why}`)
}

/** Does all of these, as many at a time as there are processors, and tells of each when it is done. */
async function all(work: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  const waiting = [...work]
  const outcomes: Outcome[] = []
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await next()
      tell(outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, one))
  return outcomes
}

async function browserGroup(files: readonly string[]): Promise<Outcome> {
  const chromium = await findChromium((sentence) => console.log(sentence))
  if ('path' in chromium) return runGroup('browser', files, { SHIREMOOT_CHROMIUM: chromium.path })
  const { outcome, words } = chromium
  return {
    name: 'browser',
    seconds: 0,
    reported: files.map((file) => ({ file, path: ['in Chromium'], outcome, words })),
  }
}

const groups = Map.groupBy(testFiles(ROOT), (file) => groupOf(ROOT, file))
const group = (name: Exclude<Group, 'browser'>) => {
  const files = groups.get(name) ?? []
  return files.length === 0 ? [] : [() => runGroup(name, files, {})]
}
const began = Date.now()
const browserFiles = groups.get('browser') ?? []
const outcomes = [
  ...(await all([
    () => check('format', 'biome', ['check', '--max-diagnostics=none', '--colors=off']),
    () => check('types', 'tsc', ['--pretty', 'false']),
    () => check('lint', 'oxlint', ['--type-aware', '--format=unix']),
    () => check('boundaries', process.execPath, ['scripts/check-architecture.ts']),
  ])),
  // The tests of units alone, so that their time is their own.
  ...(await all(group('unit'))),
  ...(await all([
    ...group('database'),
    ...group('process'),
    ...group('whole'),
    ...(browserFiles.length === 0 ? [] : [() => browserGroup(browserFiles)]),
  ])),
]
const everything = outcomes.flatMap((outcome) => outcome.reported)
const failed = count(everything, 'failed')
const skipped = count(everything, 'skipped')
console.log(`\nAll in ${((Date.now() - began) / 1000).toFixed(0)} s`)
console.log(
  `${count(everything, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
if (failed > 0) process.exitCode = 1
