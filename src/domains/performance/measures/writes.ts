/** The act by which figures enter the record, whatever file they come from: one working copy a measure and a breakdown. */
import { isRefusal, type Refusal, slug } from '../../../lib/index.ts'
import {
  type Brought,
  draft,
  type ImportAct,
  type Kind,
  type Source,
  workingCopy,
} from '../../../record/index.ts'
import {
  asFound,
  drafted,
  type KeptBreakdown,
  type KeptMeasure,
  saysTheSame,
  settled,
  waitingAfter,
} from './kept.ts'
import { breakdownKey, measureKey, measurePath } from './measure.ts'
import type { Incoming } from './observation.ts'
import { breakdownKind, measureKind } from './published.ts'
import { addObservations, addRows, beginBreakdown, type Differing } from './recording.ts'
import type { OnSameDay } from './revising.ts'
import { spanWords } from './spans.ts'
import { cellWords } from './value-words.ts'
import { figuresOf, followQuotations, quoteIncoming } from './writes-quoted.ts'
import { join } from './writes-serving.ts'
import { tellExposed, tellRemembered, tellSums, tellUnseen } from './writes-small-numbers.ts'

/** One act of bringing figures: what it has brought so far. */
export type Bringing = { act: ImportAct; source: Source; brought: Brought; onSameDay?: OnSameDay }

export const bringing = (act: ImportAct, source: Source): Bringing => ({
  act,
  source,
  brought: { entries: [], links: [], open: [] },
})

/** What a draft file makes of a working copy: nothing at all where it says what stands there. */
async function asDraft<Working extends KeptMeasure | KeptBreakdown, Content>(
  { tx, permit }: ImportAct,
  source: Source,
  { kind, key, working }: { kind: Kind<Working, Content>; key: string; working: Working },
): Promise<Working> {
  const stood = (await workingCopy(tx, permit.authority, kind, key))?.working
  return stood !== undefined && saysTheSame(stood, working) ? stood : drafted(working, stood, source)
}

/** Drafts a working copy with what it waits for, and notes it. Gives its id. */
export async function keep<Working extends KeptMeasure | KeptBreakdown, Content>(
  { act, source, brought }: Bringing,
  kind: Kind<Working, Content>,
  key: string,
  working: Working,
): Promise<Brought['entries'][number]> {
  const kept =
    act.asDraft === true ? await asDraft(act, source, { kind, key, working }) : settled(working, source)
  const { waitsFor } = kept
  const { id, outcome } = await draft(act.tx, act.permit, kind, key, kept, `Brought from ${source.name}`)
  const { title, path } = kind.publish(kept)
  const others = waitsFor.filter(({ sha256 }) => sha256 !== source.sha256)
  const known = brought.entries.find((one) => one.id === id)
  for (const { name } of known === undefined ? others : [])
    brought.open.push({
      what: `${title} has something of ${name}, which is a draft, and waits for it.`,
      place: name,
      mend: `Import ${name} with --publish.`,
    })
  const goes = others.length === 0 ? undefined : ('waits' as const)
  const entry = { id, kind: kind.name, title, path, outcome, goes }
  if (known === undefined) brought.entries.push(entry)
  else Object.assign(known, entry, { outcome: known.outcome === 'unchanged' ? outcome : known.outcome })
  return entry
}

/**
 * Brings figures into the measures that they name: a new span is added, the same figure again changes nothing, another
 * figure of a newer report is a revision and keeps what was said before, and one that contradicts without being newer is
 * left out and told. Measures that the record does not have are told, and their figures left out.
 */
export async function recordObservations(
  act: ImportAct,
  incoming: readonly Incoming[],
  source: Source,
  onSameDay: OnSameDay = {},
): Promise<Brought | Refusal> {
  const work = { ...bringing(act, source), onSameDay }
  const refused = await recordInto(work, incoming)
  return isRefusal(refused) ? refused : work.brought
}

/** As `recordObservations`, into an act that brings other things too. */
export async function recordInto(
  work: Bringing,
  incoming: readonly Incoming[],
): Promise<Refusal | undefined> {
  for (const [name, figures] of Map.groupBy(incoming, ({ measure }) => measure)) {
    const found = await workingCopy(work.act.tx, work.act.permit.authority, measureKind, measureKey(name))
    if (found === undefined) unknownMeasure(work, name, figures.length)
    else await recordOne(work, asFound(found.working, work.source) ?? found.working, figures)
  }
  return undefined
}

function unknownMeasure({ brought, source }: Bringing, name: string, figures: number): void {
  brought.open.push({
    what: `The record has no measure “${name}”, so ${figures === 1 ? 'its figure was' : `its ${figures} figures were`} left out.`,
    place: source.name,
    mend: 'Import a register of measures that has it, or name the measure as its address ends.',
  })
}

async function recordOne(work: Bringing, measure: KeptMeasure, figures: readonly Incoming[]): Promise<void> {
  const whole = figures.filter(({ part }) => part === null)
  const added = addObservations(measure.observations, whole, work.onSameDay)
  tell(work, measure, added.differing)
  const kept = { ...measure, observations: added.observations }
  const entry = await keep(work, measureKind, measureKey(measure.slug), kept)
  const byDimension = Map.groupBy(
    figures.filter(({ part }) => part !== null),
    ({ part }) => slug(part?.dimension ?? ''),
  )
  for (const [dimension, cells] of byDimension)
    await recordParts(work, { measure: kept, entry }, dimension, cells)
  const waitsFor = waitingAfter(measure.waitsFor, work.source, work.act.asDraft === true)
  const now = figuresOf(work, { ...kept, waitsFor }, entry)
  await followQuotations(work, now)
  await quoteIncoming(work, now, figures)
}

async function recordParts(
  work: Bringing,
  { measure, entry }: { measure: KeptMeasure; entry: Brought['entries'][number] },
  dimension: string,
  cells: readonly Incoming[],
): Promise<void> {
  const { act } = work
  const key = breakdownKey(measure.slug, dimension)
  const found = await workingCopy(act.tx, act.permit.authority, breakdownKind, key)
  const before = (found && asFound(found.working, work.source)) ?? beginBreakdown(measure, dimension)
  // A register of measures begins a breakdown before its figures come.
  if (before.rows.length === 0) await tellSums(work, before)
  const added = addRows(before, cells, work.onSameDay)
  tell(work, measure, added.differing)
  const { waitsFor, undo } = before
  const kept = await keep(work, breakdownKind, key, { ...added.breakdown, waitsFor, undo })
  tellExposed(work, kept, added.breakdown)
  if (found?.published === true) tellRemembered(work, kept, { before, after: added.breakdown })
  tellUnseen(work, kept, { breakdown: added.breakdown, whole: measure.observations })
  await join(work, kept, entry, 'part-of', 'the same measure, by parts')
}

function tell({ brought }: Bringing, measure: KeptMeasure, differing: readonly Differing[]): void {
  const { unit } = measure.definition
  for (const { span, part, now, said } of differing)
    brought.open.push({
      what: `Two sources differ about ${measure.title}${part === null ? '' : `, ${part}`}, ${spanWords(span)}: ${now.report.source.title} has ${cellWords(now.cell, unit)}, ${said.report.source.title} has ${cellWords(said.cell, unit)}. The first was kept.`,
      place: measurePath(measure.slug),
      mend: 'If the second is a revision, say in it as at which day its figures stood ("asAt"), and import it again.',
    })
}
