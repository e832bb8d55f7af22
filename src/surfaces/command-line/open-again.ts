/** Opens the record for `serve`, and opens it again whenever it was lost, as long as there is a copy to serve meanwhile. */
import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type Installation, type OpenOptions, openInstallation } from './installation.ts'
import type { Stopping } from './stopping.ts'

export type Opened = {
  installation: Installation
  /** Resolves with a sentence when the database is gone and could not be started again. */
  lost: Promise<string>
}

/** What waiting does not mend. */
const FINAL: ReadonlySet<string> = new Set(['data-folder-in-use', 'database-url-unusable'])

/** Milliseconds between two attempts. */
const BETWEEN = 5000

export async function openOnce(options: OpenOptions): Promise<Opened | Refusal> {
  const lost = Promise.withResolvers<string>()
  const installation = await openInstallation({ ...options, onLost: lost.resolve })
  return isRefusal(installation) ? installation : { installation, lost: lost.promise }
}

/**
 * Tries until the record is open, every few seconds, and tells each new reason why it is not. Undefined when stopping was
 * asked for meanwhile; a refusal when trying again would not help.
 */
export async function openAtLast(
  options: OpenOptions,
  stopping: Stopping,
  tell: (sentence: string) => void,
): Promise<Opened | Refusal | undefined> {
  let told: string | undefined
  while (!stopping.asked) {
    const outcome = await openOnce(options).catch(reasonOf)
    if (!isRefusal(outcome) || FINAL.has(outcome.code)) return outcome
    if (stopping.asked) break
    if (told !== outcome.message)
      tell(`${outcome.message} Meanwhile the kept copy is served; this is tried again every few seconds.`)
    told = outcome.message
    await aWhile(stopping)
  }
  return undefined
}

/** Waits between two attempts; no longer than until stopping is asked for. */
export async function aWhile(stopping: Stopping): Promise<void> {
  const waiting = new AbortController()
  await Promise.race([
    pause(BETWEEN, undefined, { signal: waiting.signal }).catch(() => undefined),
    stopping.whenAsked,
  ])
  waiting.abort()
}

/** A damaged database fails in ways that nobody foresaw; to who runs the site that is a reason like any other. */
export function reasonOf(failure: unknown): Refusal {
  const words = failure instanceof Error ? failure.message : String(failure)
  return refuse('database-damaged', `The database could not be opened: ${words.split('\n')[0]}.`)
}
