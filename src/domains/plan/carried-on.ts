/**
 * Whether what a plan set is found again in the plan after it: proposed by the words both share, as ties to priorities
 * are, and settled by a person where words do not say it. "Not found" says what the texts show, and no more.
 */
import { slug, stored } from '../../lib/index.ts'
import { type PriorityForMatching, proposeServes, whyServes } from './serves.ts'

/** What a person has settled about one priority or commitment. */
export type Settled = {
  /** The address of the priority or commitment of the earlier plan. */
  from: string
  /** The address of the priority of the later plan that carries it on; null when none does. */
  to: string | null
  why: string
  source: { path: string; title: string }
}

export type CarriedOn = { path: string; title: string; why: string; isSettled: boolean }

/** What became of one thing; null as `settledNot` where no person has said that nothing carries it on. */
export type Ending = { carriedOn: CarriedOn[]; settledNot: { why: string; source: Settled['source'] } | null }

type Thing = { path: string; title: string; text: string }

/** Where a priority or commitment of the earlier plan is found among the priorities of the later one. */
export function endingOf(
  thing: Thing,
  later: readonly PriorityForMatching[],
  settlements: readonly Settled[],
): Ending {
  const settled = settlements.filter(({ from }) => from === thing.path)
  const not = settled.find(({ to }) => to === null)
  if (settled.length > 0) {
    return {
      carriedOn: settled.flatMap(({ to, why }) => {
        const priority = later.find(({ path }) => path === to)
        return priority === undefined
          ? []
          : [{ path: priority.path, title: priority.title, why, isSettled: true }]
      }),
      settledNot: not === undefined ? null : { why: not.why, source: not.source },
    }
  }
  const proposed = proposeServes(`${thing.title}.\n${thing.text}`, later)
  return {
    carriedOn: proposed.map(({ path, title, words }) => ({
      path,
      title,
      why: whyServes(words),
      isSettled: false,
    })),
    settledNot: null,
  }
}

/** One thing may be carried on in several places, so the address names where. */
export const settledPath = (from: string, to: string | null): string =>
  `${from}#carried-on${to === null ? '' : `-${slug(to, 120)}`}`

/** Reads a settlement as stored. */
export const settledStored: stored.Reader<Settled> = stored.fields({
  from: stored.text,
  to: stored.orNull(stored.text),
  why: stored.text,
  source: stored.fields({ path: stored.text, title: stored.text }),
})
