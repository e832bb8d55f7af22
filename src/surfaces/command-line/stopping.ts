/** When a long-running command should end: Ctrl-C, a signal, or the death of the process that started it. */
import { existsSync, readFileSync } from 'node:fs'

export type Stopping = {
  /** Whether it has been asked for. */
  readonly asked: boolean
  /** Resolves with the exit code when it is. */
  readonly whenAsked: Promise<number>
  /** Asks for it. */
  ask(exitCode: number): void
  /** Stops listening. */
  release(): void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Listens for all of these. `npm start` gives the processes above us in SHIREMOOT_PARENTS: one that is killed outright
 * cannot tell us, so they are looked at twice a second.
 */
export function listenForStop(parents = process.env['SHIREMOOT_PARENTS'] ?? ''): Stopping {
  const { promise: whenAsked, resolve: tell } = Promise.withResolvers<number>()
  const stopping = {
    asked: false,
    whenAsked,
    ask: (exitCode: number): void => {
      stopping.asked = true
      tell(exitCode)
    },
    release: (): void => {
      clearInterval(watch)
      for (const signal of SIGNALS) process.off(signal, onSignal)
    },
  }
  // A second Ctrl-C changes nothing: the database is stopped in order, and that is bounded in time.
  const onSignal = (): void => {
    stopping.ask(0)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  // When whoever read our words is gone there is nobody to tell, and that must not keep us from stopping in order.
  process.stdout.on('error', onSignal)
  process.stderr.on('error', onSignal)
  const watched = parents.split(',').filter((parent) => parent !== '')
  const watch = setInterval(() => {
    if (!watched.every(lives)) stopping.ask(0)
  }, 500)
  watch.unref()
  return stopping
}

/** Whether a process noted as PID:START still lives: not gone, not a mere exit code, not another with the same number. */
function lives(noted: string): boolean {
  const [pid, start] = noted.split(':')
  if (!existsSync('/proc/self/stat')) return signalReaches(Number(pid))
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return false
  const text = statOf(file)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return !/^[ZX]/.test(fields[0] ?? 'X') && fields[19] === start
}

function statOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (failure) {
    // It ended between the two looks.
    if (failure instanceof Error && 'code' in failure) return ''
    throw failure
  }
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM'
  }
}
