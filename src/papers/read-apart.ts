/**
 * Reads papers and spreadsheets in a process of their own, so that a file made to hang, to fill the memory or to break the reader harms
 * nothing but its own reading: the parent watches the child's memory and its signs of progress, and ends it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { useOf } from './process-use.ts'
import type { PaperFile } from './read-paper.ts'
import type { Reading } from './reading.ts'
import type { Answer, Asked } from './reading-process.ts'
import { unpacked } from './sheets/packed.ts'
import type { Workbook } from './sheets/sheet.ts'

/** Most memory that reading may take, in bytes, the process itself included. */
const MOST_MEMORY = 512 * 1024 * 1024
/** Most work between two signs of progress, in milliseconds on a processor: a busy machine is no fault of a paper. */
const PATIENCE = 8000
/** Longest silence of a process that does not even work, in milliseconds. */
const LONGEST = 60_000
/** How often the child is looked at, in milliseconds. */
const LOOK = 50

const PROCESS = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/** How much of what the child says of its own end is kept, in characters. */
const MOST_SAID = 4000

let warm: ChildProcess | undefined
let said = ''
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a paper as `readPaper` does, in a child process that is kept for the next one. Adds the refusals
 * 'reading-stuck', 'reading-too-much-memory' and 'reading-broke' (a fault of the reader, whose trace goes to standard
 * error). One file at a time; what is asked meanwhile waits.
 */
export function readApart(file: PaperFile): Promise<Reading | Refusal> {
  return inTurn({ as: 'paper', file }, (answer) => ('paper' in answer ? answer.paper : undefined))
}

/** Reads a spreadsheet as `readSheets` does, in the same child process and within the same bounds as papers. */
export async function readSheetsApart(file: PaperFile): Promise<Workbook | Refusal> {
  const packed = await inTurn({ as: 'sheets', file }, (answer) =>
    'sheets' in answer ? answer.sheets : undefined,
  )
  return isRefusal(packed) ? packed : unpacked(packed)
}

/** What an answer holds for whoever asked; undefined while it only says that reading goes on. */
type Taking<Outcome> = (answer: Answer) => Outcome | undefined

function inTurn<Outcome>(asked: Asked, taking: Taking<Outcome>): Promise<Outcome | Refusal> {
  const mine = last.then(() => readIn(child(), asked, taking))
  last = mine.catch(() => undefined)
  return mine
}

/** The child has no environment, no arguments of ours and no terminal: nothing to give away. */
function child(): ChildProcess {
  if (warm !== undefined) return warm
  const made = fork(PROCESS, {
    serialization: 'advanced',
    env: {},
    // Below the limit that is watched, so that garbage is collected before it looks like greed.
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=16'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  said = ''
  made.stderr?.setEncoding('utf8').on('data', (some: string) => {
    said = (said + some).slice(-MOST_SAID)
  })
  // Listening to it must not keep us alive either.
  if (made.stderr instanceof Socket) made.stderr.unref()
  warm = made
  rest(made)
  return made
}

/** Lets our process end although the child waits for the next paper; it ends when we do. */
function rest(reader: ChildProcess): void {
  reader.unref()
  reader.channel?.unref()
}

function wake(reader: ChildProcess): void {
  reader.ref()
  reader.channel?.ref()
}

function readIn<Outcome>(
  reader: ChildProcess,
  asked: Asked,
  taking: Taking<Outcome>,
): Promise<Outcome | Refusal> {
  const { name } = asked.file
  wake(reader)
  return new Promise((resolve, reject) => {
    let heard = { at: Date.now(), worked: useOf(reader.pid).processorTime }
    const finish = (outcome: Outcome | Refusal | Error): void => {
      clearInterval(watch)
      reader.off('message', onMessage).off('exit', onExit).off('error', onError)
      rest(reader)
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    const end = (outcome: Outcome | Refusal | Error): void => {
      if (warm === reader) warm = undefined
      reader.kill('SIGKILL')
      finish(outcome)
    }
    const onMessage = (answer: Answer): void => {
      heard = { at: Date.now(), worked: useOf(reader.pid).processorTime }
      const outcome = taking(answer)
      if (outcome !== undefined) finish(outcome)
    }
    const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => {
      // V8 aborts when its own limit is met; anything else that ends the child is a fault of ours.
      const full = signal === 'SIGABRT' && /heap out of memory/.test(said)
      if (!full) process.stderr.write(said)
      end(full ? tooMuch(name) : broke(name))
    }
    const onError = (problem: Error): void => {
      end(problem)
    }
    const watch = setInterval(() => {
      const { memory, processorTime } = useOf(reader.pid)
      if (memory > MOST_MEMORY) end(tooMuch(name))
      else if (processorTime - heard.worked > PATIENCE || Date.now() - heard.at > LONGEST) end(stuck(name))
    }, LOOK)
    reader.on('message', onMessage).on('exit', onExit).on('error', onError)
    reader.send(asked)
  })
}

const stuck = (name: string): Refusal =>
  refuse('reading-stuck', `${name}: reading it came to no end and was stopped; save it anew or split it.`)

const tooMuch = (name: string): Refusal =>
  refuse(
    'reading-too-much-memory',
    `${name}: reading it takes more memory than is allowed; save it anew or split it.`,
  )

const broke = (name: string): Refusal =>
  refuse(
    'reading-broke',
    `${name}: our reader broke on it, which is a fault of ours; please report it, and save the file in another form meanwhile.`,
  )
