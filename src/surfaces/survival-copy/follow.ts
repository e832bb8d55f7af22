/** Follows the record: looks each second whether something was published or a day has begun in London, and keeps it then. */
import { setTimeout as pause } from 'node:timers/promises'
import { londonDate } from '../../lib/index.ts'
import { revision } from '../../record/index.ts'
import { unavailable } from '../public/index.ts'
import { type Alarm, Stopped } from './alarm.ts'
import { type Kept, type Pass, RecordKeeper } from './keep.ts'

export type Following = Kept & {
  /** Milliseconds between two looks. */
  every: number
  /** Ends it. */
  signal: AbortSignal
  /** Takes one line of JSON about each fault. */
  log: (line: string) => void
  /** Told of each pass that ended well. */
  onPass?: (pass: Pass) => void
  /** Told of each fault, also when it was told before. */
  onFault?: (alarm: Alarm) => void
}

/** Milliseconds after which what failed is tried again though nothing was published. */
const AGAIN = 30_000

/** Follows the record until the signal. Faults are told once each, and tried again. */
export async function followRecord(following: Following): Promise<void> {
  const { ask, clock, signal } = following
  const keeper = new RecordKeeper(following)
  let kept: string | undefined
  let failed: { standing: string; at: number; told: string } | undefined
  while (!signal.aborted) {
    try {
      const standing = `${await revision(ask)} ${londonDate(clock())}`
      const waits = failed?.standing === standing && performance.now() - failed.at < AGAIN
      if (standing !== kept && !waits) {
        failed = { standing, at: performance.now(), told: failed?.told ?? '' }
        const pass = await keeper.keep()
        following.onPass?.(pass)
        for (const { outcome, words } of pass.witnesses) {
          if (outcome !== 'cosigned') following.log(lineOf({ fault: `witness-${outcome}`, words }))
        }
        if (pass.failed.length > 0) following.log(lineOf(failedPages(pass.failed)))
        kept = standing
        failed = undefined
      }
    } catch (error) {
      const alarm = alarmOf(error)
      following.onFault?.(alarm)
      if (failed?.told !== alarm.words) following.log(lineOf(alarm))
      failed = { standing: failed?.standing ?? '', at: performance.now(), told: alarm.words }
    }
    await pause(following.every, undefined, { signal }).catch(() => undefined)
  }
}

const failedPages = (addresses: readonly string[]): Alarm => ({
  fault: 'page-failed',
  words: `Pages could not be made, and the copy has them as they were: ${addresses.join(', ')}.`,
})

function alarmOf(error: unknown): Alarm {
  if (error instanceof Stopped) return error.alarm
  if (unavailable(error))
    return {
      fault: 'record-away',
      words: 'The record cannot be asked; log and copy stay as they are until it can.',
    }
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { fault: 'keeper-failed', words }
}

const lineOf = (alarm: Alarm): string =>
  JSON.stringify({ time: new Date().toISOString(), level: 'error', ...alarm })
