/** How much memory another process of this machine holds. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The resident memory of a process in bytes, from /proc where there is one, else from ps; 0 when the process is gone.
 * Asked from outside, because a process that is stuck cannot say.
 */
export function residentMemory(pid: number | undefined): number {
  if (pid === undefined) return 0
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1] ?? 0) * 1024
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && /^(?:ENOENT|ESRCH)$/.test(String(problem.code)))
      return 0
    throw problem
  }
}

function fromPs(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()) * 1024
  } catch (problem) {
    // ps ends with 1 when there is no such process.
    if (problem instanceof Error && 'status' in problem && problem.status === 1) return 0
    throw problem
  }
}
