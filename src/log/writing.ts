/** Lets one process at a time write a log. */
import { open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Takes the lock; false when a living process has it. */
async function take(path: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
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
    if (age < STALE && (holder === 0 ? age < 1000 : lives(holder))) return false
    await rm(path, { force: true })
  }
  return false
}

/** Runs an act while no other process runs one on the same key. Refuses with 'log-in-use' when one does. */
export async function whileWriting<T>(folder: string, act: () => Promise<T>): Promise<T | Refusal> {
  const path = join(folder, 'writing')
  if (!(await take(path)))
    return refuse(
      'log-in-use',
      `Another process writes the log whose key is in ${folder}; let one of them go on alone.`,
    )
  try {
    return await act()
  } finally {
    if ((await readFile(path, 'utf8')) === String(process.pid)) await rm(path)
  }
}
