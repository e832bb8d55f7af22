/**
 * A table of counts with its totals as a network: each count is a flow between its row and its column, and what adds up
 * is what flows in and out. So what hidden counts may be, given all that is shown, is a question of maximal flow, which is
 * answered exactly (Cox, "Network models for complementary cell suppression", JASA 1995; Edmonds and Karp 1972).
 */

/** Where a count stands; a row or column of null is the total. */
export type Place = { readonly row: number | null; readonly column: number | null }

export type Arc = {
  readonly place: Place
  readonly from: number
  readonly to: number
  readonly value: number
  /** The least that an outsider must think possible. */
  readonly floor: number
  /** What hiding it would cost; infinite where it may not be hidden. */
  readonly cost: number
  hidden: boolean
}

export type Network = { readonly nodes: number; readonly arcs: readonly Arc[]; readonly at: readonly Arc[][] }

/** A network of arcs between nodes that are numbered from 0. */
export function network(nodes: number, arcs: readonly Arc[]): Network {
  const at = Array.from({ length: nodes }, (): Arc[] => [])
  for (const arc of arcs) {
    at[arc.from]?.push(arc)
    at[arc.to]?.push(arc)
  }
  return { nodes, arcs, at }
}

/** How much each hidden count is changed, so that everything still adds up. */
export type Shifts = Map<Arc, number>

/** One step of a way through the network: along an arc its count grows, against it the count shrinks. */
type Step = { readonly arc: Arc; readonly along: boolean }

/**
 * How much a count may grow (or shrink) while all that is shown stays and no hidden count falls below its floor, up to
 * `limit`; with the other counts' shifts. Unbounded growth is infinite, its shifts those of the way that is unbounded.
 */
export function room(
  net: Network,
  of: Arc,
  way: 'more' | 'less',
  limit = Number.POSITIVE_INFINITY,
): { amount: number; shifts: Shifts } {
  const [start, goal] = way === 'more' ? [of.to, of.from] : [of.from, of.to]
  const most = way === 'more' ? limit : Math.min(limit, of.value - of.floor)
  const shifts: Shifts = new Map()
  let amount = 0
  while (amount < most) {
    const steps = shortestWay(net, of, start, goal, shifts)
    if (steps === undefined) break
    const by = Math.min(most - amount, ...steps.map((step) => capacity(step, shifts)))
    if (by === Number.POSITIVE_INFINITY) {
      push(steps, 1, shifts)
      amount = by
      break
    }
    push(steps, by, shifts)
    amount += by
  }
  return { amount, shifts }
}

const capacity = ({ arc, along }: Step, shifts: Shifts): number =>
  along ? Number.POSITIVE_INFINITY : arc.value + (shifts.get(arc) ?? 0) - arc.floor

function push(steps: readonly Step[], by: number, shifts: Shifts): void {
  for (const { arc, along } of steps) shifts.set(arc, (shifts.get(arc) ?? 0) + (along ? by : -by))
}

/** The way over hidden counts with the fewest steps. */
function shortestWay(
  net: Network,
  but: Arc,
  start: number,
  goal: number,
  shifts: Shifts,
): Step[] | undefined {
  const came = new Map<number, Step | null>([[start, null]])
  const waiting = [start]
  for (const node of waiting) {
    if (node === goal) return wayBack(came, goal)
    for (const arc of net.at[node] ?? []) {
      if (!arc.hidden || arc === but) continue
      const along = arc.from === node
      const next = along ? arc.to : arc.from
      if (came.has(next) || capacity({ arc, along }, shifts) <= 0) continue
      came.set(next, { arc, along })
      waiting.push(next)
    }
  }
  return undefined
}

function wayBack(came: ReadonlyMap<number, Step | null>, goal: number): Step[] {
  const steps: Step[] = []
  let step = came.get(goal)
  while (step !== null && step !== undefined) {
    steps.push(step)
    step = came.get(step.along ? step.arc.from : step.arc.to)
  }
  return steps
}

/** The counts to hide that give a count more room at the least cost, after the room that it has; undefined where none do. */
export function cheapestHiding(
  net: Network,
  of: Arc,
  way: 'more' | 'less',
  shifts: Shifts,
  atLeast: number,
): { cost: number; arcs: Arc[] } | undefined {
  const [start, goal] = way === 'more' ? [of.to, of.from] : [of.from, of.to]
  const costs = new Map<number, number>([[start, 0]])
  const came = new Map<number, Step | null>([[start, null]])
  const done = new Set<number>()
  for (;;) {
    const node = nearest(costs, done)
    if (node === undefined) return undefined
    const cost = costs.get(node) ?? 0
    if (node === goal)
      return { cost, arcs: wayBack(came, goal).flatMap(({ arc }) => (arc.hidden ? [] : [arc])) }
    done.add(node)
    for (const arc of net.at[node] ?? []) {
      const along = arc.from === node
      const next = along ? arc.to : arc.from
      const total = cost + (arc.hidden ? 0 : arc.cost)
      if (
        arc === of ||
        total === Number.POSITIVE_INFINITY ||
        total >= (costs.get(next) ?? Number.POSITIVE_INFINITY)
      )
        continue
      if (capacity({ arc, along }, shifts) < atLeast) continue
      costs.set(next, total)
      came.set(next, { arc, along })
    }
  }
}

function nearest(costs: ReadonlyMap<number, number>, done: ReadonlySet<number>): number | undefined {
  let best: number | undefined
  for (const [node, cost] of costs)
    if (!done.has(node) && (best === undefined || cost < (costs.get(best) ?? 0))) best = node
  return best
}
