/** What tests of processes need: starting one, reading what it says, waiting for something to come true. */
import assert from 'node:assert/strict'
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

const running = new Set<ChildProcess>()

/** Ends what a failed test has left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts a process and keeps what it says on both streams. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  const keep = (text: Buffer): void => {
    output += text.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  running.add(child)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => running.delete(child))
    child.on('close', resolve)
  })
  return { child, said: () => output, ended }
}

/** Waits until something is so and returns it; throws after a time that no working machine needs. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
): Promise<Value> {
  const latest = Date.now() + 60_000
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > latest) throw new Error(`Waited in vain until ${what}`)
    await pause(25)
  }
}

/** The process ids of PostgreSQL servers and their children whose data lies below a folder. */
export function serversBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? 'Z'
        return !/^[ZX]/.test(state) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
      } catch (failure) {
        // It ended meanwhile, or is not ours to look into.
        if (failure instanceof Error && 'code' in failure) return false
        throw failure
      }
    })
}

/** A folder with its owners and rights, as root and as anybody. */
export function copied(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  assert.equal(spawnSync('cp', ['-a', from, to]).status, 0)
}

/** The children of a process whose command line has a word. */
export function childrenNamed(parent: number | undefined, word: string): number[] {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  return children.filter((pid) => commandOf(pid).includes(word))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch (failure) {
    // It ended between the two looks.
    if (failure instanceof Error && 'code' in failure) return ''
    throw failure
  }
}

/** Whether a process runs. */
export const isRunning = (pid: number): boolean => commandOf(pid) !== ''
