/** Answers from the kept copy while the record is away, or takes too long to answer. */
import { finderOf, pathOf, queryOf, readAddress } from './address.ts'
import type { Answer } from './answer.ts'
import { DAY_QUERY } from './days.ts'
import type { ServedFile } from './files.ts'
import type { Stream } from './page.ts'
import type { Shell } from './showing.ts'

type Copied = (target: string) => Promise<Answer | ServedFile | undefined>

/**
 * What the copy has for a target; undefined for searches, filters and other days, which only the record can answer.
 * Undefined itself where the shell has no copy.
 */
export function fromTheCopy<Asker>(shell: Shell<Asker>): Copied | undefined {
  const { copy } = shell
  if (copy === undefined) return undefined
  const finder = finderOf(shell.pages)
  return async (target) => {
    const address = readAddress(target)
    if (address.found === 'malformed') return undefined
    const { parts, search } = address
    const lower = parts.map((part) => part.toLowerCase())
    const match = finder(lower)
    if (Object.keys(queryOf([...(match?.page.query ?? []), ...DAY_QUERY], search)).length > 0)
      return undefined
    return await copy.at(pathOf(match === undefined ? parts : lower))
  }
}

/**
 * Whether the copy is to be asked although the record answered with this status. Where the record has nothing, the copy may:
 * files of the log, stylesheets of an earlier version of ours, and pages of which the database lost its rows without a word.
 * What was withdrawn is answered with 410, and stays so; a paper that may not be read any more is simply not there. Where
 * the copy goes first, the record is believed only where it takes something away.
 */
export function copyGoesFirst(status: number, target: string, first: boolean): boolean {
  if (status === 503) return true
  if (status === 404) return !target.startsWith('/files/')
  return first && status === 200
}

/** What tells nothing of what was published, and so may always be had of a copy: the log's own files, and stylesheets. */
const TELLS_NOTHING = /^\/(?:log|assets)\//

/**
 * Whether the copy may answer where the record has nothing. Until the copy has followed a withdrawal it still has what was
 * taken away, also where no page stands and nothing answers 410: texts of the log, lists, feeds.
 */
export async function mayStandIn(
  status: number,
  target: string,
  taken: () => Promise<boolean>,
): Promise<boolean> {
  return status !== 404 || TELLS_NOTHING.test(target) || !(await taken())
}

/** Makes the first piece of a stream and lets it go: where that fails, the head of the answer is not sent yet. */
export async function isBegun(stream: Stream): Promise<void> {
  const pieces = stream.pieces()[Symbol.asyncIterator]()
  await pieces.next()
  await pieces.return?.()
}

/** Milliseconds that the record has for an answer that the copy could give as well; and while it has not kept to that. */
const PATIENCE = 3000
const LITTLE_PATIENCE = 300

/**
 * Waits for an answer of the record. When it takes too long, as it does when the database hangs, `instead` is asked; where
 * that has nothing, the record has all the time it needs.
 */
export function unlessSlow<Found>(): (
  asking: Promise<Found>,
  instead: () => Promise<Found | undefined>,
) => Promise<Found> {
  let patience = PATIENCE
  return async (asking, instead) => {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<'too long'>((resolve) => {
      timer = setTimeout(resolve, patience, 'too long')
    })
    const inTime = asking.then((found) => {
      patience = PATIENCE
      return found
    })
    try {
      const first = await Promise.race([inTime, tooLong])
      if (first !== 'too long') return first
      const kept = await instead()
      if (kept === undefined) return await inTime
      patience = LITTLE_PATIENCE
      // Whoever waited has the copy; what the record says at last, or that it failed, is of no account.
      inTime.catch(() => undefined)
      return kept
    } finally {
      clearTimeout(timer)
    }
  }
}
