/** What a server spends its time on while it makes pages: the samples of a profile, by the part of the house they fall in. */
import { type Profiler, Session } from 'node:inspector/promises'

export const PARTS = ['database', 'render', 'compression', 'the rest'] as const
/** Shares of the time that the process was busy, 0 to 1. Waiting for PostgreSQL is no part of it. */
export type Shares = Record<(typeof PARTS)[number], number>

/** The part that a file's own work belongs to; undefined where it depends on who called it. */
function partOf(file: string, name: string): (typeof PARTS)[number] | undefined {
  if (/node_modules\/(pg|pg-[a-z]+|kysely)\/|\/src\/(database|record)\/|\/reads\.ts$/.test(file))
    return 'database'
  if (/\/src\/(domains|surfaces)\/.*\/public\/|\/src\/web\/(html|pieces|layout|thread)\.ts$/.test(file))
    return 'render'
  if (/\/src\/web\/encoding\.ts$|^node:zlib$/.test(file)) return 'compression'
  if (/\/src\/web\/|^node:_http|node_modules\//.test(file) || name === '(garbage collector)')
    return 'the rest'
  return undefined
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const parts = new Map<number, (typeof PARTS)[number]>()
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]))
  // What has no part of its own, such as a write to a socket, is its caller's.
  const part = (id: number): (typeof PARTS)[number] => {
    const known = parts.get(id)
    if (known !== undefined) return known
    const frame = frames.get(id)
    const caller = callers.get(id)
    const found =
      (frame && partOf(frame.url, frame.functionName)) ?? (caller === undefined ? 'the rest' : part(caller))
    parts.set(id, found)
    return found
  }
  const spent: Shares = { database: 0, render: 0, compression: 0, 'the rest': 0 }
  samples.forEach((id, index) => {
    if (frames.get(id)?.functionName !== '(idle)') spent[part(id)] += timeDeltas[index] ?? 0
  })
  const whole = Object.values(spent).reduce((sum, each) => sum + each, 0) || 1
  for (const each of PARTS) spent[each] /= whole
  return spent
}

/** Begins to sample this process; what it returns ends that and says what was found. */
export async function sampling(): Promise<() => Promise<Shares>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  return async () => {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    return sharesOf(profile)
  }
}
