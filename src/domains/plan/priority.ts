/** A priority of a plan: something the force or the policing body is to deliver. Its page is the thread. */
import { type LocalDate, stored } from '../../lib/index.ts'
import { type Owner, planPath } from './plan.ts'

export type Priority = {
  plan: { slug: string; title: string; from: LocalDate | null }
  slug: string
  /** As printed; numbers may repeat between owners. */
  number: string | null
  title: string
  owner: Owner | null
  /** True when the heading was lost in the copy at hand and a person described what its text is about. */
  described: boolean
  summary: string
  /** What the plan prints under the heading. */
  text: string[]
  /** Names of the versions that have it, oldest first. */
  versions: string[]
  inLatest: boolean
}

export const priorityKey = (plan: string, priority: string): string => `${plan}/${priority}`
export const priorityPath = (plan: string, priority: string): string =>
  `${planPath(plan)}/priorities/${priority}`

/** The feed of what comes to its thread. */
export const priorityFeed = (plan: string, priority: string): string => `/feeds/plan/${plan}/${priority}.atom`

/** Reads a priority as stored. */
export const priorityStored: stored.Reader<Priority> = stored.fields({
  plan: stored.fields({ slug: stored.text, title: stored.text, from: stored.orNull(stored.day) }),
  slug: stored.text,
  number: stored.orNull(stored.text),
  title: stored.text,
  owner: stored.orNull(stored.oneOf('force', 'policing-body')),
  described: stored.flag,
  summary: stored.text,
  text: stored.list(stored.text),
  versions: stored.list(stored.text),
  inLatest: stored.flag,
})

/** What the numbers of a list leave out between 1 and the highest seen: ["5"] → "1 to 4". Empty when nothing is missing. */
export function missingNumbers(numbers: readonly (string | null)[]): string {
  const seen = new Set(numbers.flatMap((number) => (number && /^\d+$/.test(number) ? [Number(number)] : [])))
  const highest = Math.max(0, ...seen)
  const runs: [number, number][] = []
  for (let number = 1; number <= Math.min(highest, 99); number += 1) {
    if (seen.has(number)) continue
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const words = runs.flatMap(([from, to]) => {
    if (to - from > 1) return [`${from} to ${to}`]
    return from === to ? [`${from}`] : [`${from}`, `${to}`]
  })
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
}
