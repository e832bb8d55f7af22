/**
 * How fast pages are served, each as a ratio to bare node:http that answers the same bytes in the same run:
 * `node bench/serve.ts [rounds] [seconds]`. Reliability goals P1 (cached, 0.60) and P2 (made anew, 0.10).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, sql } from '../src/database/index.ts'
import { embeddedServer } from '../src/database/testing.ts'
import type { RecordTables } from '../src/record/index.ts'
import { importFiles } from '../src/surfaces/command-line/import.ts'
import type { LoadOrder, LoadReport } from './load.ts'
import { longThread, manyMeetings } from './many-entries.ts'
import type { SamplingOrder, ServingOrder } from './serving.ts'
import { PARTS, type Shares } from './shares.ts'

const ROUNDS = Number(process.argv[2] ?? 7)
const SECONDS = Number(process.argv[3] ?? 2)
const DEMO = join(import.meta.dirname, '../demo/kent')

const endings: (() => unknown)[] = []

/** Sends one order to a process and waits for its one answer. */
function order<Answer>(child: ChildProcess, what: ServingOrder | SamplingOrder | LoadOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer: Answer & { failure?: string }) => {
      if (answer.failure === undefined) resolve(answer)
      else reject(new Error(answer.failure))
    })
    child.send(what)
  })
}

type Serving = { port: number; child: ChildProcess; stop: () => void }

async function serving(what: ServingOrder): Promise<Serving> {
  const child = fork(join(import.meta.dirname, 'serving.ts'))
  endings.push(() => child.kill())
  const { port } = await order<{ port: number }>(child, what)
  return { port, child, stop: () => child.kill() }
}

const loader = fork(join(import.meta.dirname, 'load.ts'))
endings.push(() => loader.kill())

const load = async (what: LoadOrder): Promise<LoadReport> =>
  (await order<{ report: LoadReport }>(loader, what)).report

type Bytes = { headers: [string, string][]; body: string; length: number }

/** What a browser gets: the headers as they came, but for those that node:http writes of itself, and the compressed body. */
function bytesOf(port: number, path: string): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' }
    get({ port, host: '127.0.0.1', path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const pairs = Object.entries(response.headers).flatMap(([name, value]): [string, string][] =>
          ['date', 'connection', 'keep-alive'].includes(name) ? [] : [[name, String(value)]],
        )
        resolve({ headers: pairs, body: body.toString('base64'), length: body.length })
      })
    }).on('error', reject)
  })
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

/** Interleaves ruler and subject, and prints the middle ratio with its spread. Gives the ratio. */
async function compare(
  name: string,
  goal: number,
  port: number,
  paths: readonly string[],
  connections: number,
): Promise<void> {
  const bytes = await bytesOf(port, paths[0] ?? '/')
  const ruler = await serving({ serve: 'bytes', headers: bytes.headers, body: bytes.body })
  const rulerOrder = { port: ruler.port, paths: ['/'], connections, seconds: SECONDS }
  const subjectOrder = { port, paths, connections, seconds: SECONDS }
  await load(rulerOrder)
  await load(subjectOrder)
  const rulers: LoadReport[] = []
  const subjects: LoadReport[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    rulers.push(await load(rulerOrder))
    subjects.push(await load(subjectOrder))
  }
  ruler.stop()
  const ratios = subjects.map(({ perSecond }, index) => perSecond / (rulers[index]?.perSecond ?? 1))
  const ratio = middle(ratios)
  const failed = subjects.reduce((sum, report) => sum + report.failed, 0)
  console.log(
    `${name}: ${ratio.toFixed(3)} of bare node:http (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}; goal ${goal.toFixed(2)}) ${ratio >= goal ? '✔' : '✖'}`,
  )
  console.log(
    `  ${round(middle(subjects.map((one) => one.perSecond)))} a second against ${round(middle(rulers.map((one) => one.perSecond)))}, p99 ${round(middle(subjects.map((one) => one.p99)))} ms against ${round(middle(rulers.map((one) => one.p99)))} ms; ${connections} connections, ${bytes.length} bytes a body, ${failed} failed`,
  )
}

/** Prints what a server's own time goes to while it makes pages. */
async function shares(of: Serving, paths: readonly string[]): Promise<void> {
  await order(of.child, { sample: 'start' })
  await load({ port: of.port, paths, connections: 16, seconds: SECONDS })
  const { shares: found } = await order<{ shares: Shares }>(of.child, { sample: 'stop' })
  console.log(
    `  of the server's time, ${PARTS.map((part) => `${part} ${(found[part] * 100).toFixed(0)} %`).join(', ')}`,
  )
}

const logins = await embeddedServer.database({ after: (undo) => endings.push(undo) })
try {
  const db = connect<RecordTables>(logins.application)
  const files = mkdtempSync(join(tmpdir(), 'bench-files-'))
  const papers = readdirSync(DEMO, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.corrections.json'))
    .map(({ name }) => join(DEMO, name))
  await importFiles({ db, files }, papers, { authority: 'kent', publish: true, dryRun: false })
  const superuser = connect<unknown>(logins.superuser, { connections: 1 })
  endings.push(
    () => Promise.all([db.destroy(), superuser.destroy()]),
    () => rmSync(files, { recursive: true }),
  )
  const site = { serve: 'site', login: logins.public, authority: 'kent', files } as const

  const cached = await serving(site)
  await compare('Cached home page', 0.6, cached.port, ['/'], 48)
  cached.stop()

  const meetings = await manyMeetings(superuser, 'kent', 10_000)
  await sql`vacuum analyze`.execute(superuser)
  const anew = await serving({ ...site, keep: 0 })
  await compare('Meeting page made anew, 10,000 entries', 0.1, anew.port, meetings, 16)
  await shares(anew, meetings)

  const thread = await longThread(superuser, 'kent', 50_000)
  await sql`vacuum analyze`.execute(superuser)
  if (thread === undefined) console.log('Thread page: no priority in the record')
  else {
    const one = { port: anew.port, paths: [thread], connections: 1, seconds: SECONDS * 2 }
    await load(one)
    const { p50, p95, p99, failed } = await load(one)
    console.log(
      `Thread page made anew, 50,000 linked entries: p95 ${round(p95)} ms (aim 100) ${p95 <= 100 ? '✔' : '✖'}; p50 ${round(p50)} ms, p99 ${round(p99)} ms, ${failed} failed`,
    )
  }
} finally {
  for (const end of endings.toReversed()) await end()
}
