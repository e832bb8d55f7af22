/** Tells two Shiremoots on one data folder apart: the first writes who it is into `lock`, the second finds it there. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './server-process.ts'

export type Holder = {
  pid: number
  /** When that process began, as the system counts it: tells it from a later process with the same number. */
  began: string
  /** What it does: 'serve', 'import'. */
  what: string
  /** Where its site can be looked at; null when it has none (yet). */
  address: string | null
}

export type Lock = {
  /** Tells others where our site is. */
  announce(address: string): void
  release(): void
}

/** The process's start, in the system's clock ticks; empty where /proc is missing. */
function began(pid: number): string {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return ''
  const text = readFileSync(file, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function read(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof stored !== 'object' || stored === null) return undefined
  if (!('pid' in stored) || typeof stored.pid !== 'number') return undefined
  if (!('began' in stored) || typeof stored.began !== 'string') return undefined
  const what = 'what' in stored && typeof stored.what === 'string' ? stored.what : 'another command'
  const address = 'address' in stored && typeof stored.address === 'string' ? stored.address : null
  return { pid: stored.pid, began: stored.began, what, address }
}

const lives = (holder: Holder): boolean => isAlive(holder.pid) && began(holder.pid) === holder.began

/** Takes the lock of a data folder, or names the live process that has it. What a killed process left is put aside. */
export function takeLock(dataDir: string, what: string): Lock | Holder {
  const file = join(dataDir, 'lock')
  const mine: Holder = { pid: process.pid, began: began(process.pid), what, address: null }
  const draft = `${file}.${process.pid}`
  const write = (): void => {
    writeFileSync(draft, `${JSON.stringify(mine)}\n`)
  }
  for (;;) {
    write()
    if (linked(draft, file)) break
    const holder = read(file)
    if (holder !== undefined && lives(holder)) {
      rmSync(draft)
      return holder
    }
    rmSync(file, { force: true })
  }
  rmSync(draft)
  return {
    announce: (address) => {
      mine.address = address
      write()
      renameSync(draft, file)
    },
    release: () => {
      if (read(file)?.pid === process.pid) rmSync(file)
    },
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST') return false
    throw failure
  }
}
