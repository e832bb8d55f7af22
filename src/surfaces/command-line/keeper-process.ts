/**
 * The keeper as `serve` sees it: a process of its own that writes the log and the kept copy. It alone reads the signing
 * key, and has no login but the public one. It is started again when it fails, and ends with us.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Login } from '../../database/index.ts'

export type Keeping = {
  /** The public login. */
  login: Login
  dataDir: string
  authority: string
  /** The site's address without a path, as its pages print it. */
  origin: string
}

/** What it says: that it listens, that log and copy are as the record is, that the record is not what was published. */
export type KeeperSays = 'ready' | 'kept' | 'altered'

export type Keeper = { stop: () => Promise<void> }

const PROGRAM = join(import.meta.dirname, 'keeper.ts')

/** Milliseconds before a failed keeper is started again. */
const AGAIN = 1000
/** Milliseconds that it has to end in order: the file it writes, and no more. */
const PATIENCE = 10_000

const complain = (fault: string): void => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'error', fault })}\n`)
}

/** Starts the keeper and sees to it that there is one until `stop`. `onSaid` is told what it says. */
export function startKeeper(keeping: Keeping, onSaid: (said: KeeperSays) => void): Keeper {
  let stopping = false
  let child = forked(keeping, onSaid)
  const kept = (async () => {
    for (;;) {
      await endOf(child)
      if (stopping) return
      complain('keeper-ended')
      await pause(AGAIN, undefined, { ref: false })
      if (stopping) return
      child = forked(keeping, onSaid)
    }
  })()
  return {
    stop: async () => {
      stopping = true
      const one = child
      // It ends by itself when we are gone, and so also when we hang up.
      if (one.connected) one.disconnect()
      const late = setTimeout(() => one.kill('SIGKILL'), PATIENCE)
      await endOf(one)
      clearTimeout(late)
      await kept
    },
  }
}

/** What it is to keep goes over the channel, because it holds a password, and command lines can be read by all. */
function forked(keeping: Keeping, onSaid: (said: KeeperSays) => void): ChildProcess {
  const child = fork(PROGRAM, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  child.on('error', () => undefined)
  child.on('message', (said: KeeperSays) => {
    if (said === 'ready') child.send(keeping, () => undefined)
    onSaid(said)
  })
  return child
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else {
      child.once('exit', () => {
        resolve()
      })
      child.once('error', () => {
        resolve()
      })
    }
  })
}
