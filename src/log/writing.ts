/** Lets one process at a time write a log. */
import { open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Refusal, refuse } from '../lib/index.ts'
import { textIfThere } from './durable.ts'

/** After so long a lock is that of a process which was killed, whoever has its number now. Milliseconds. */
const STALE = 600_000

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure ? failure.code : undefined

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    if (codeOf(failure) === 'ESRCH') return false
    if (codeOf(failure) === 'EPERM') return true
    throw failure
  }
}

/** The locks that this process has: a later process may have the number of one that was killed, and find its lock. */
const HELD = new Set<string>()

function isHeld(path: string, holder: number, age: number): boolean {
  if (holder === 0) return age < 1000
  return holder === process.pid ? HELD.has(path) : lives(holder)
}

/** Takes the lock; false when a living process has it. */
async function take(path: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      HELD.add(path)
      return true
    } catch (failure) {
      if (codeOf(failure) !== 'EEXIST') throw failure
    }
    const holder = Number((await textIfThere(path)) ?? 0)
    const age =
      Date.now() -
      (await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ))
    if (age < STALE && isHeld(path, holder, age)) return false
    await rm(path, { force: true })
  }
  return false
}

/**
 * Runs an act on a log's folder while no other runs. Waits a while for another one to be done; refuses with 'log-in-use'
 * when that takes longer.
 */
export async function whileWriting<T>(folder: string, act: () => Promise<T>): Promise<T | Refusal> {
  const path = join(folder, 'writing')
  let mine = await take(path)
  for (let attempt = 0; !mine && attempt < 20; attempt += 1) {
    await setTimeout(100)
    mine = await take(path)
  }
  if (!mine)
    return refuse('log-in-use', `Another process writes the log in ${folder}; let one of them go on alone.`)
  try {
    return await act()
  } finally {
    HELD.delete(path)
    if ((await readFile(path, 'utf8')) === String(process.pid)) await rm(path)
  }
}
