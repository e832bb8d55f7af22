/** Whose site it is and how the record stands, also while only the kept copy can say so. */
import type { Instant } from '../../lib/index.ts'
import { lastMoment, leavesOf, type PublicRecord, readSite, revision } from '../../record/index.ts'
import type { KeptCopy, Site } from '../../web/index.ts'
import { unavailable } from './unavailable.ts'

/** The revision while the record has not answered yet. */
const OF_THE_COPY = 'kept copy'

/** When the record was first and last added to. */
async function spanOf(ask: PublicRecord): Promise<{ first: Instant | null; last: Instant | null }> {
  const [[first], last] = await Promise.all([leavesOf(ask, 0, 1), lastMoment(ask)])
  return { first: first?.at ?? null, last: last ?? null }
}

/**
 * Asks the record for all of it. Until it has answered for the first time since we started, the copy stands in for it;
 * afterwards pages stand on what it said last.
 */
export function whoseSite(
  ask: PublicRecord,
  copy: KeptCopy | undefined,
): {
  revision: () => Promise<string>
  site: () => Promise<Site>
  /** `first` is undefined while only the copy can say. */
  span: () => Promise<{ first: Instant | null | undefined; last: Instant | null }>
  /** Whether the record has answered at all. */
  hasAnswered: () => boolean
} {
  let answered = false

  async function instead<Value>(asking: Promise<Value>, ofTheCopy: (site: Site) => Value): Promise<Value> {
    try {
      const value = await asking
      answered = true
      return value
    } catch (error) {
      const site = !answered && unavailable(error) ? await copy?.site() : undefined
      if (site === undefined) throw error
      return ofTheCopy(site)
    }
  }

  return {
    revision: () => instead(revision(ask), () => OF_THE_COPY),
    site: () => instead<Site>(readSite(ask), (site) => site),
    hasAnswered: () => answered,
    span: () =>
      instead<Awaited<ReturnType<typeof spanOf>> | { first: undefined; last: null }>(spanOf(ask), () => ({
        first: undefined,
        last: null,
      })),
  }
}
