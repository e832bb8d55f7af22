/**
 * How long `shiremoot count` takes over 5 million rows of data.police.uk (1.1 GB): as CSV beside the same question put to
 * bare DuckDB with equal threads and memory (the aim is a ratio of 1.3) and beside `cat`; as a zip beside `unzip -p` into
 * bare DuckDB (the aim is 1.5). Whole processes, medians of interleaved rounds, and the most memory each had.
 *
 *   node bench/count.ts [--rows N] [--rounds N] [--threads N]
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCsv, writeZip } from './count-rows.ts'

const asked = (name: string, otherwise: number): number =>
  Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || otherwise
const ROWS = asked('rows', 5_000_000)
const ROUNDS = asked('rounds', 5)
const THREADS = asked('threads', availableParallelism())

const COMMAND = join(import.meta.dirname, '../src/surfaces/command-line/index.ts')
const RULER = join(import.meta.dirname, 'count-ruler.ts')

type Run = { seconds: number; peak: number; said: string }

/** Runs a command as a whole process. `peak` is the most memory in MB that it itself had, as the system accounts it. */
async function run(command: string, args: readonly string[]): Promise<Run> {
  const begun = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0))
  }, 20)
  const [code]: unknown[] = await once(child, 'close')
  clearInterval(look)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}`)
  return { seconds: (performance.now() - begun) / 1000, peak, said }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch (problem) {
    // It has ended, or the system has no such file.
    if (problem instanceof Error && 'code' in problem) return 0
    throw problem
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** The sum of the counts in what our command printed. */
const sumOf = (csv: string): number =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(',') + 1)), 0)

type Way = { name: string; run: () => Promise<Run>; rows: (said: string) => number }

const rowsOfRuler = (said: string): number => Number(said.split(' ')[1])

function waysFor(csv: string, zip: string): Way[] {
  const threads = String(THREADS)
  const count = (file: string): Promise<Run> =>
    run(process.execPath, [COMMAND, 'count', file, '--by', 'force,month,type', '--threads', threads, '--csv'])
  const shell = `unzip -p '${zip}' | '${process.execPath}' '${RULER}' /dev/stdin ${threads}`
  const ways: Way[] = [
    { name: 'count, CSV', run: () => count(csv), rows: sumOf },
    { name: 'bare DuckDB, CSV', run: () => run(process.execPath, [RULER, csv, threads]), rows: rowsOfRuler },
    { name: 'cat > /dev/null', run: () => run('sh', ['-c', `cat '${csv}' > /dev/null`]), rows: () => ROWS },
    { name: 'count, zip', run: () => count(zip), rows: sumOf },
  ]
  if (spawnSync('unzip', ['-v']).status !== 0) {
    console.log('There is no unzip here, so the zip has no ruler.')
    return ways
  }
  return [...ways, { name: 'unzip -p | bare DuckDB', run: () => run('sh', ['-c', shell]), rows: rowsOfRuler }]
}

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-bench-count-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const [csv, zip] = [join(folder, 'rows-street.csv'), join(folder, 'rows.zip')]
await writeCsv(csv, ROWS)
await writeZip(zip, ROWS)
const size = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`
console.log(
  `${ROWS.toLocaleString('en-GB')} rows, ${size(csv)} as CSV, ${size(zip)} as zip, ${THREADS} threads, ${ROUNDS} rounds`,
)

const ways = waysFor(csv, zip)
const runs = new Map<string, Run[]>(ways.map(({ name }) => [name, []]))
// A first round that is not counted brings files and programs into memory.
for (let round = 0; round <= ROUNDS; round += 1)
  for (const way of ways) {
    const one = await way.run()
    if (way.rows(one.said) !== ROWS) throw new Error(`${way.name} counted ${way.rows(one.said)} rows`)
    if (round > 0) runs.get(way.name)?.push(one)
  }

const seconds = (name: string): number => median((runs.get(name) ?? []).map((one) => one.seconds))
for (const [name, all] of runs) {
  const times = all.map((one) => one.seconds)
  const peak = Math.max(...all.map((one) => one.peak))
  const spread = `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)}`
  console.log(`${name.padEnd(24)} ${seconds(name).toFixed(2)} s (${spread})  peak ${peak.toFixed(0)} MB`)
}
const ratio = (name: string, ruler: string, aim: string): void =>
  console.log(`${name} / ${ruler}: ${(seconds(name) / seconds(ruler)).toFixed(2)}${aim}`)
ratio('count, CSV', 'bare DuckDB, CSV', ' (at most 1.3)')
ratio('count, CSV', 'cat > /dev/null', '')
if (runs.has('unzip -p | bare DuckDB')) ratio('count, zip', 'unzip -p | bare DuckDB', ' (at most 1.5)')
