/** The process in which papers and spreadsheets are read: given a file, it answers with what was found. Started by `read-apart.ts` alone. */
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../lib/index.ts'
import { type PaperFile, readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'
import type { PackedWorkbook } from './sheets/packed.ts'
import { readPacked } from './sheets/read-sheets.ts'

/** What is asked of it: a file, and as what it is to be read. */
export type Asked = { as: 'paper' | 'sheets'; file: PaperFile }

/** What is said back: that reading goes on, or what came of it. */
export type Answer = { progress: true } | { paper: Reading | Refusal } | { sheets: PackedWorkbook | Refusal }

/** Milliseconds between two signs of progress. */
const SPACE = 500

function say(answer: Answer): void {
  process.send?.(answer)
}

let said = 0
function progress(): void {
  const now = Date.now()
  if (now - said < SPACE) return
  said = now
  say({ progress: true })
}

process.on('message', ({ as, file }: Asked) => {
  // A fault of ours must end this process, with its trace: nothing catches the promise.
  if (as === 'paper')
    void readPaper(file, progress).then((paper) => {
      say({ paper })
    })
  else
    void readPacked(file, progress).then((sheets) => {
      say({ sheets })
    })
})
// Whoever started us is gone: nobody waits for an answer, and nobody would stop us.
process.on('disconnect', () => {
  process.exit()
})
// A file that keeps this thread busy keeps it from hearing that; another thread looks who our parent is.
new Worker(
  `const { workerData: parent } = require('node:worker_threads')
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 500)`,
  { eval: true, env: {}, workerData: process.ppid },
).unref()
