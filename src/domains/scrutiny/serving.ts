/** Which priorities the parts of a paper serve: proposed from the words they share, or as a person has said in the corrections file. */
import { type LocalDate, stored } from '../../lib/index.ts'
import { type Corrections, type ImportAct, unlink } from '../../record/index.ts'
import { type PriorityForMatching, prioritiesOn, proposeServes, whyServes } from '../plan/index.ts'
import type { Gathering } from './gathering.ts'
import type { PaperContext, Place, Serves } from './paper-context.ts'

export type Serving = PaperContext['serves']

/**
 * The priorities in force on a day, ready to be tied to texts. A correction for a part names priorities by title or
 * address and replaces what would have been proposed for it; one that names none in force is noted as open.
 */
export async function servingOn(
  act: ImportAct,
  day: LocalDate,
  corrections: Corrections,
  gathering: Gathering,
): Promise<Serving> {
  const priorities = await prioritiesOn(act.tx, act.permit.authority, day)
  return (ref, text) => {
    const said = corrections.serves.filter((each) => each.ref.toLowerCase() === ref.toLowerCase())
    if (said.length === 0) {
      return proposeServes(text, priorities).map((found) => ({ ...found, why: whyServes(found.words) }))
    }
    return said.flatMap((each) =>
      each.priorities.flatMap((name) => saidToServe(name, each.why, priorities, gathering)),
    )
  }
}

function saidToServe(
  name: string,
  why: string,
  priorities: readonly PriorityForMatching[],
  gathering: Gathering,
): Serves[] {
  const wanted = name.trim().toLowerCase()
  const found = priorities.find(
    ({ title, path }) => title.toLowerCase() === wanted || path === wanted || path.endsWith(`/${wanted}`),
  )
  if (found) return [{ priority: found.id, path: found.path, title: found.title, why }]
  gathering.ask({
    what: `No priority called “${name}” was in force on that day.`,
    place: 'corrections file, "serves"',
    mend: 'Name it as the plan prints it, or import the plan first.',
  })
  return []
}

/** Links a place to the priorities it serves, and parts it from those it was linked to and no longer serves. */
export async function joinServes(
  act: ImportAct,
  gathering: Gathering,
  place: Place,
  { now, before }: { now: readonly Serves[]; before: readonly string[] },
): Promise<void> {
  for (const { priority, path, why } of now)
    await gathering.join(place, { id: priority, path }, 'serves', why)
  const kept = new Set<string>(now.map(({ priority }) => priority))
  for (const id of before.filter((each) => !kept.has(each))) {
    const join = { from: place.id, to: stored.entryId(id), kind: 'serves' as const }
    await unlink(act.tx, act.permit, { ...join, why: 'the corrected paper no longer speaks of it' })
  }
}
