/** The keeper's own process: is told what to keep by whoever started it, and ends when that is gone. */
import { setPriority } from 'node:os'
import { connect, login } from '../../database/index.ts'
import type { PublishedTables } from '../../record/index.ts'
import { followRecord } from '../survival-copy/index.ts'
import type { KeeperSays, Keeping } from './keeper-process.ts'

/** Faults that mean that the record is not what was published. */
const ALTERED: ReadonlySet<string> = new Set(['record-altered', 'log-forked', 'log-shrunk'])

const stop = new AbortController()
process.once('disconnect', () => {
  stop.abort()
})
// Ctrl-C in a terminal reaches us too; whoever started us stops in order and hangs up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
// Readers come first.
setPriority(10)

const { promise, resolve } = Promise.withResolvers<Keeping>()
process.once('message', (message: Keeping) => {
  resolve(message)
})
// What is sent before somebody listens is lost.
tell('ready')
const keeping = await promise
const db = connect<PublishedTables>(login(keeping.login), {
  connections: 2,
  timeout: 120_000,
  readOnly: true,
})
await followRecord({
  ask: { db, authority: keeping.authority },
  dataDir: keeping.dataDir,
  origin: keeping.origin,
  clock: () => new Date(),
  every: 1000,
  signal: stop.signal,
  onPass: () => {
    tell('kept')
  },
  onFault: ({ fault }) => {
    if (ALTERED.has(fault)) tell('altered')
  },
  log: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
await db.destroy()

function tell(said: KeeperSays): void {
  if (process.connected) process.send?.(said)
}
