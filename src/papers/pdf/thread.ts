/** Keeps one warm thread for PDFs, gives it one file at a time, and stops it when a file takes too long or too much memory. */
import { Worker } from 'node:worker_threads'
import type { PdfLines } from './document.ts'
import type { Answer, Asked } from './worker.ts'

/** What became of a file: read, refused by its content, or stopped from outside. */
export type Outcome =
  | { read: PdfLines }
  | {
      refused: 'encrypted' | 'damaged' | 'no-pages' | 'too-many-pages' | 'stuck' | 'too-much-memory'
      pages: number
    }

/** Longest silence between signs of progress; a page takes hundredths of a second. */
const PATIENCE = 20_000
/** Most memory that a file may make this process use beyond what it used before. */
const MOST_MEMORY = 1_500_000_000

let warm: Worker | undefined
let last: Promise<unknown> = Promise.resolve()
let asked = 0

/** Reads one PDF in the thread. The bytes are copied, so the caller keeps its own. */
export function readInThread(bytes: Uint8Array): Promise<Outcome> {
  const mine = last.then(() => ask(bytes))
  last = mine.catch(() => undefined)
  return mine
}

function thread(): Worker {
  warm ??= new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 },
    env: {},
    stdin: false,
  })
  return warm
}

function ask(bytes: Uint8Array): Promise<Outcome> {
  const worker = thread()
  asked += 1
  const id = asked
  const before = process.memoryUsage.rss()
  let heard = Date.now()
  worker.ref()
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void, stop: boolean) => {
      clearInterval(watch)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      if (stop) {
        warm = undefined
        void worker.terminate()
      }
      settle()
    }
    const refused = (why: 'stuck' | 'too-much-memory') =>
      finish(() => resolve({ refused: why, pages: 0 }), true)
    const onMessage = (answer: Answer) => {
      if (answer.id !== id) return
      heard = Date.now()
      if ('read' in answer) finish(() => resolve({ read: answer.read }), false)
      else if ('refused' in answer) finish(() => resolve(answer), false)
    }
    const onError = (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refused('too-much-memory')
      else finish(() => reject(error), true)
    }
    const onExit = () => finish(() => reject(new Error('The thread that reads PDFs ended by itself.')), true)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY) refused('too-much-memory')
      else if (Date.now() - heard > PATIENCE) refused('stuck')
    }, 100)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage({ id, bytes: new Uint8Array(bytes) } satisfies Asked, [])
  })
}
