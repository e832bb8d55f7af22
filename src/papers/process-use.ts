/** What another process of this machine uses: asked from outside, because a process that is stuck cannot say. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory in bytes, and time on processors in milliseconds. */
export type ProcessUse = { memory: number; processorTime: number }

const NOTHING: ProcessUse = { memory: 0, processorTime: 0 }

/** Linux counts the time of processes in hundredths of a second, whatever the clock of its kernel. */
const TICK = 10

/** What a process uses, from /proc where there is one, else from ps; nothing when the process is gone. */
export function useOf(pid: number | undefined): ProcessUse {
  if (pid === undefined) return NOTHING
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number): ProcessUse {
  try {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    // Its name, in brackets, may hold anything; utime and stime are the 12th and 13th fields after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
    return { memory: Number(resident?.[1] ?? 0) * 1024, processorTime: ticks * TICK }
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && /^(?:ENOENT|ESRCH)$/.test(String(problem.code)))
      return NOTHING
    throw problem
  }
}

function fromPs(pid: number): ProcessUse {
  try {
    const said = execFileSync('ps', ['-o', 'rss=,time=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const [resident = '0', time = '0'] = said.split(/\s+/)
    const seconds = time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0)
    return { memory: Number(resident) * 1024, processorTime: seconds * 1000 }
  } catch (problem) {
    // ps ends with 1 when there is no such process.
    if (problem instanceof Error && 'status' in problem && problem.status === 1) return NOTHING
    throw problem
  }
}
