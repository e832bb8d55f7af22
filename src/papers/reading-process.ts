/** The process in which papers are read: given a file, it answers with what was found. Started by `read-apart.ts` alone. */
import type { Refusal } from '../lib/index.ts'
import { type PaperFile, readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'

/** What is said back: that reading goes on, or what came of it. */
export type Answer = { progress: true } | { outcome: Reading | Refusal }

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

process.on('message', (file: PaperFile) => {
  // A fault of ours must end this process, with its trace: nothing catches the promise.
  void readPaper(file, progress).then((outcome) => {
    say({ outcome })
  })
})
// Whoever started us is gone.
process.on('disconnect', () => {
  process.exit()
})
