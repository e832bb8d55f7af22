/** Which priorities the parts of a paper serve: proposed from the words they share, or as a person has said in the corrections file. */
import { type LocalDate, stored } from '../../lib/index.ts'
import { type Corrections, type ImportAct, type LinkPlace, unlink } from '../../record/index.ts'
import { type PriorityForMatching, prioritiesOn, proposeServes, whyServes } from '../plan/index.ts'
import type { Gathering } from './gathering.ts'
import type { PartOfPaper, Place, Serves } from './paper-context.ts'

/** As in a paper's context; for a long paper with its sections, also in which of them it serves each priority. */
export type Serving = (ref: string, text: string, sections?: readonly CitedSection[]) => readonly Serves[]

/** A section of a paper as its link cites it. */
export type CitedSection = { anchor: string; label: string; heading: string; texts: readonly string[] }

/**
 * The priorities in force on a day, ready to be tied to texts. A correction for a part names priorities by title or
 * address and replaces what would have been proposed for it; one that names none in force is noted as open.
 */
export async function servingOn(
  act: ImportAct,
  day: LocalDate,
  corrections: Corrections,
  gathering: Gathering,
  /** Takes every part that is asked about, so that a correction for a part that is not there can be named. */
  parts: Set<string> = new Set(),
): Promise<Serving> {
  const priorities = await prioritiesOn(act.tx, act.permit.authority, day)
  return (ref, text, sections = []) => {
    parts.add(ref)
    const placed = (found: Serves): Serves => {
      const priority = priorities.find(({ id }) => id === found.priority)
      return priority === undefined ? found : { ...found, part: partFor(sections, priority) }
    }
    const said = corrections.serves.filter((each) => each.ref.toLowerCase() === ref.toLowerCase())
    if (said.length === 0) {
      return proposeServes(text, priorities).map((found) => placed({ ...found, why: whyServes(found.words) }))
    }
    return said.flatMap((each) =>
      each.priorities.flatMap((name) => saidToServe(name, each.why, priorities, gathering).map(placed)),
    )
  }
}

/** A heading that names the priority says more than any number of words below it. */
const HEADING_WEIGHT = 10

/**
 * The section that speaks most of a priority, with its first sentence that does; null when none does, or when the paper
 * has but one section and is itself the place.
 */
export function partFor(
  sections: readonly CitedSection[],
  priority: PriorityForMatching,
): PartOfPaper | null {
  if (sections.length < 2) return null
  const tied = (text: string): number =>
    proposeServes(text, [priority]).reduce((sum, { words }) => sum + words.length, 0)
  const weighed = sections.map((section) => ({
    section,
    weight: HEADING_WEIGHT * tied(section.heading) + tied(section.texts.join('.\n')),
  }))
  const best = weighed.reduce((one, other) => (other.weight > one.weight ? other : one))
  if (best.weight === 0) return null
  const { anchor, label, texts } = best.section
  const sentences = texts.flatMap((text) => text.match(/[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*/g) ?? [])
  const said = sentences.map((sentence) => sentence.trim()).filter((sentence) => /[.!?]$/.test(sentence))
  return { anchor, label, text: said.find((sentence) => tied(sentence) > 0) ?? said[0] ?? '' }
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

/** Corrections for parts that the paper was not found to have: each is named, for it would otherwise do nothing unseen. */
export function nameStrayCorrections(
  { serves, progress, people }: Corrections,
  { parts, text }: { parts: ReadonlySet<string>; text: string },
  gathering: Pick<Gathering, 'ask'>,
): void {
  const words = text.replace(/\s+/g, ' ')
  for (const name of Object.keys(people)) {
    if (words.includes(name.replace(/\s+/g, ' '))) continue
    gathering.ask({
      what: `This paper does not print the name “${name}”, so what is said of it was left out.`,
      place: 'corrections file, "people"',
      mend: 'Write it letter for letter as the paper prints it.',
    })
  }
  const known = [...parts].toSorted().map((ref) => `“${ref}”`)
  const has = new Set([...parts].map((ref) => ref.toLowerCase()))
  for (const [part, lines] of Object.entries({ serves, progress })) {
    for (const { ref } of lines) {
      if (has.has(ref.toLowerCase())) continue
      gathering.ask({
        what: `No part of this paper is called “${ref}”, so what is said of it was left out.`,
        place: `corrections file, "${part}"`,
        mend: `Its parts are ${known.slice(0, 40).join(', ') || 'not named'}.`,
      })
    }
  }
}

/** Links a place, citing its part or its `source`, to the priorities it serves, and parts it from those it was linked to and no longer serves. */
export async function joinServes(
  act: ImportAct,
  gathering: Gathering,
  place: Place,
  { now, before, source }: { now: readonly Serves[]; before: readonly string[]; source?: LinkPlace },
): Promise<void> {
  for (const { priority, path, why, part } of now) {
    const own = part ? { path: `${place.path}#${part.anchor}`, label: part.label, text: part.text } : null
    const at = own ?? source ?? null
    await gathering.join(place, { id: priority, path }, 'serves', why, at)
  }
  const kept = new Set<string>(now.map(({ priority }) => priority))
  for (const id of before.filter((each) => !kept.has(each))) {
    const join = { from: place.id, to: stored.entryId(id), kind: 'serves' as const }
    await unlink(act.tx, act.permit, { ...join, why: 'the corrected paper no longer speaks of it' })
  }
}

/** Where words stand, as a link cites it: "Minute 330, paragraph 7". */
export const cited = (source: { words: string; path: string }, text: string): LinkPlace => ({
  path: source.path,
  label: `${source.words.charAt(0).toUpperCase()}${source.words.slice(1)}`,
  text,
})
