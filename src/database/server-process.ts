/** One PostgreSQL server process: makes its data folder, starts it on a Unix socket alone, and stops it. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Refusal, refuse } from '../lib/index.ts'
import { asUser, giveTo, type ServerUser } from './server-user.ts'

/** Any number does: without TCP it only names the socket file. */
export const PORT = 5432

type Ran = { status: number | null; output: string }

/** Runs a program of PostgreSQL to its end, with what it printed. */
export function run(user: ServerUser, program: string, args: readonly string[], input = ''): Promise<Ran> {
  const line = asUser(user, program, args)
  const child = spawn(line.program, line.args, {
    cwd: '/',
    ...line.ids,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString()
  })
  child.stderr.on('data', (text: Buffer) => {
    output += text.toString()
  })
  // A program that ends before it has read everything says why by its exit code and its words.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, output })
    })
  })
}

/** Makes a new data folder. It appears under its name only when it is whole, so that an interrupted start leaves nothing half made. */
export async function makeDataFolder(
  user: ServerUser,
  bin: string,
  folder: string,
  options: { superuser: string; throwaway: boolean },
): Promise<Refusal | undefined> {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700, recursive: true })
  giveTo(user, unfinished)
  const version = (await run(user, join(bin, 'postgres'), ['--version'])).output
  const builtIn = Number(/\d+/.exec(version)?.[0] ?? 0) >= 17
  const made = await run(user, join(bin, 'initdb'), [
    `--pgdata=${unfinished}`,
    `--username=${options.superuser}`,
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    ...(builtIn
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8']),
    ...(options.throwaway ? ['--no-sync'] : []),
  ])
  if (made.status !== 0) {
    return refuse(
      'database-not-made',
      `PostgreSQL could not make its data folder ${folder}: ${lastWords(made.output)}`,
    )
  }
  renameSync(unfinished, folder)
  return undefined
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-3).join(' / ') || 'it said nothing.'
}

export type ServerProcess = { readonly child: ChildProcess; readonly ended: Promise<void> }

/**
 * Starts the server on the Unix socket in `socketDir`, with no TCP, in a process group of its own (Ctrl-C in a terminal
 * then reaches us alone, and we stop it in order), and waits until it takes connections.
 */
export async function startServer(
  user: ServerUser,
  bin: string,
  folder: string,
  options: { socketDir: string; logFile: string; settings: Readonly<Record<string, string>> },
): Promise<ServerProcess | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    if (livePostmaster(folder) !== undefined) {
      return refuse('database-not-started', `Another PostgreSQL server runs on ${folder}: stop it first.`)
    }
    clearReusedPid(folder)
    clearSocket(options.socketDir)
    const started = await attemptStart(user, bin, folder, options)
    if (!('refused' in started)) return started
    // Children of a killed server may live on for a moment and keep its shared memory; it must be gone first.
    if (attempt === 40 || !/shared memory block/.test(started.message)) return started
    await pause(250)
  }
}

async function attemptStart(
  user: ServerUser,
  bin: string,
  folder: string,
  options: { socketDir: string; logFile: string; settings: Readonly<Record<string, string>> },
): Promise<ServerProcess | Refusal> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: options.socketDir,
    unix_socket_permissions: '0700',
    port: String(PORT),
    ...options.settings,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const line = asUser(user, join(bin, 'postgres'), ['-D', folder, ...args])
  const log = openSync(options.logFile, logIsLong(options.logFile) ? 'w' : 'a', 0o600)
  const before = statSync(options.logFile).size
  const child = spawn(line.program, line.args, {
    cwd: '/',
    ...line.ids,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const noted = postmaster(folder)
    if (noted?.ready === true && noted.pid === child.pid) return { child, ended }
    await Promise.race([pause(10), ended])
  }
  const words = readFileSync(options.logFile).subarray(before).toString()
  return refuse('database-not-started', `PostgreSQL could not start on ${folder}: ${lastWords(words)}`)
}

const logIsLong = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000

/** A file's text; undefined when there is no such file, or it has just gone. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (failure) {
    if (
      failure instanceof Error &&
      'code' in failure &&
      (failure.code === 'ENOENT' || failure.code === 'ESRCH')
    )
      return undefined
    throw failure
  }
}

/** What `postmaster.pid` in a data folder says of the server that made it. */
export function postmaster(folder: string): { pid: number; ready: boolean; socketDir: string } | undefined {
  const text = textOf(join(folder, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready', socketDir: lines[4] ?? '' }
}

/** The process id of the live server of this data folder, if there is one: its working folder is the data folder. */
export function livePostmaster(folder: string): number | undefined {
  const noted = postmaster(folder)
  if (noted === undefined || !(noted.pid > 0) || !isAlive(noted.pid)) return undefined
  return workingFolder(noted.pid) === realpathSync(folder) ? noted.pid : undefined
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (failure) {
    // Gone meanwhile, or another user's: then it is not our server, which runs as our user or, to root, as any.
    if (failure instanceof Error && 'code' in failure) return undefined
    throw failure
  }
}

/** Whether a process exists, and is more than an exit code that nobody fetched. */
export function isAlive(pid: number): boolean {
  if (existsSync('/proc/self/stat')) {
    const stat = textOf(`/proc/${pid}/stat`)
    return stat !== undefined && !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  }
  return signalReaches(pid)
}

/** Whether the system knows a process of that number, dead ones with an exit code to fetch included. */
function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM'
  }
}

/**
 * After a crash the number in `postmaster.pid` may by now be another program's, or that of a dead process whose exit
 * nobody fetches, and PostgreSQL would take either for a running server. The number is replaced by one that no process
 * has; the rest stays, since PostgreSQL reads from it whether the crashed server's shared memory is still in use.
 */
function clearReusedPid(folder: string): void {
  const noted = postmaster(folder)
  if (noted === undefined) return
  const file = join(folder, 'postmaster.pid')
  if (!(noted.pid > 0)) unlinkSync(file)
  else if (signalReaches(noted.pid)) {
    let free = 4_194_303
    while (signalReaches(free)) free -= 1
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(free)))
  }
}

/** The same of the socket, which nobody else uses: its folder is ours. */
function clearSocket(socketDir: string): void {
  for (const name of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`])
    rmSync(join(socketDir, name), { force: true })
}

/** Stops the server of a data folder: in order first, at once when that takes longer than 20 seconds. */
export async function stopServer(pid: number, folder: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) break
    process.kill(pid, signal)
    const until = Date.now() + patience
    while (isAlive(pid) && Date.now() < until) await pause(10)
  }
  if (isAlive(pid)) throw new Error(`PostgreSQL (process ${pid}, data in ${dirname(folder)}) does not stop.`)
}
