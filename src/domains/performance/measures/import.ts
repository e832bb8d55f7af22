/** Brings the register of measures: what each measure is, with its history, and the figures that stand in it. */
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'
import {
  type Brought,
  type ImportAct,
  type Source,
  workingCopies,
  workingCopy,
} from '../../../record/index.ts'
import { challenged } from './challenged.ts'
import { asFound, type KeptMeasure, waitingAfter } from './kept.ts'
import { breakdownKey, type Definition, measureKey, measurePath } from './measure.ts'
import { figuresIn, type Listed, measuresIn } from './measures-register.ts'
import { breakdownKind, measureKind } from './published.ts'
import { beginBreakdown, withParts } from './recording.ts'
import { spanWords } from './spans.ts'
import { type Bringing, bringing, keep, recordInto, recordObservations } from './writes.ts'
import { figuresOf, followQuotations } from './writes-quoted.ts'
import { serve } from './writes-serving.ts'
import { isOfAreas, tellExposed, tellRule, tellSums } from './writes-small-numbers.ts'

/** Reads `{ "register": "measures", "reports": { … }, "entries": [ … ] }`, as docs/importing.md shows it. */
export async function bringMeasures(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const entries = readAs(() => measuresIn(given, source.name), source, 'measures')
  if (isRefusal(entries)) return entries
  const work = bringing(act, source)
  for (const entry of entries) await bringMeasure(work, entry)
  const refused = await recordInto(
    work,
    entries.flatMap(({ figures }) => figures),
  )
  if (isRefusal(refused)) return refused
  for (const { measure, lists } of entries)
    if (lists.commentary !== null) await challengeCommentary(work, measure.slug)
  return work.brought
}

/** Tells of comments that the figures do not bear out. They are kept as they are: a person decides. */
async function challengeCommentary({ act, source, brought }: Bringing, slug: string): Promise<void> {
  const found = await workingCopy(act.tx, act.permit.authority, measureKind, measureKey(slug))
  for (const { commentary, challenges } of found === undefined ? [] : challenged(found.working))
    for (const { reason, proposal } of challenges)
      brought.open.push({
        what: `The comment by ${commentary.by} on ${found?.working.title}, ${spanWords(commentary.span)}: ${reason}`,
        place: source.name,
        mend: `Say what the figures bear out, such as: ${proposal} As it is, the reason stands beside it.`,
      })
}

/** Reads `{ "register": "observations", "reports": { … }, "entries": [{ "measure", "part", "from", "until", "value" }] }`. */
export async function bringObservations(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const figures = readAs(() => figuresIn(given, source.name), source, 'observations')
  return isRefusal(figures) ? figures : await recordObservations(act, figures, source)
}

function readAs<Read>(read: () => Read, { name }: Source, what: string): Read | Refusal {
  try {
    return read()
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${name} is not a register of ${what} as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

async function bringMeasure(work: Bringing, listed: Listed): Promise<void> {
  const { act } = work
  const key = measureKey(listed.measure.slug)
  const found = await workingCopy(act.tx, act.permit.authority, measureKind, key)
  const before = found && asFound(found.working, work.source)
  const measure = merged(work, listed, before)
  const entry = await keep(work, measureKind, key, measure)
  await serve(work, entry, measure.serves)
  await describeBreakdowns(work, measure, listed.breakdowns, before)
  // Another rule for small numbers hides what papers quote, or shows it again.
  const waitsFor = waitingAfter(measure.waitsFor, work.source, act.asDraft === true)
  if (before !== undefined) await followQuotations(work, figuresOf(work, { ...measure, waitsFor }, entry))
}

/** The measure as the register has it, with what the record has beside that. */
function merged(
  work: Bringing,
  { measure, lists, definitionChanged }: Listed,
  before: KeptMeasure | undefined,
): KeptMeasure {
  return {
    ...measure,
    definitions: definitionsAfter(work, { measure, lists, definitionChanged }, before),
    serves: lists.serves ?? before?.serves ?? [],
    observations: before?.observations ?? [],
    changes: lists.changes ?? before?.changes ?? [],
    annotations: lists.annotations ?? before?.annotations ?? [],
    breaks: lists.breaks ?? before?.breaks ?? [],
    rebaselines: lists.rebaselines ?? before?.rebaselines ?? [],
    commentary: lists.commentary ?? before?.commentary ?? [],
    chart: lists.chart ?? before?.chart ?? { screenOutliers: true, fixAfter: null },
    waitsFor: before?.waitsFor ?? [],
    undo: before?.undo ?? null,
  }
}

const NO_REASON = 'No reason was given.'

const sameDefinition = (one: Definition, other: Definition): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

/** The same fields in one order, whoever wrote them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, one]): [string, unknown] => [name, inOrder(one)]),
  )
}

function definitionsAfter(
  { act, source, brought }: Bringing,
  { measure, lists, definitionChanged }: Pick<Listed, 'measure' | 'lists' | 'definitionChanged'>,
  before: KeptMeasure | undefined,
): KeptMeasure['definitions'] {
  if (lists.definitions !== null) return lists.definitions
  const earlier = before?.definitions ?? []
  if (before === undefined) return earlier
  if (!sameDefinition(before.definition, measure.definition)) {
    const { on, why } = definitionChanged ?? { on: act.today, why: NO_REASON }
    if (definitionChanged === null)
      brought.open.push({
        what: `The definition of ${measure.title} changed, and nothing says why or since when; the earlier one is kept as it stood until today.`,
        place: measurePath(measure.slug),
        mend: `Write "definitionChanged": { "on": "YYYY-MM-DD", "why": "…" } into the entry in ${source.name}, and import it again.`,
      })
    return [...earlier, { until: on, definition: before.definition, why }]
  }
  const last = earlier.at(-1)
  if (definitionChanged === null || last?.why !== NO_REASON) return earlier
  return [...earlier.slice(0, -1), { ...last, until: definitionChanged.on, why: definitionChanged.why }]
}

/** Begins the breakdowns that the register lists, and gives those there are what the measure says now. */
async function describeBreakdowns(
  work: Bringing,
  measure: KeptMeasure,
  listed: Listed['breakdowns'],
  earlier: KeptMeasure | undefined,
): Promise<void> {
  const { act } = work
  const known = await workingCopies(
    act.tx,
    act.permit.authority,
    breakdownKind,
    breakdownKey(measure.slug, ''),
  )
  const bySlug = new Map(
    known.flatMap(({ working }) => {
      const stood = asFound(working, work.source)
      return stood === undefined ? [] : [[working.dimension.slug, stood] as const]
    }),
  )
  for (const { dimension, parts } of listed) {
    const before = bySlug.get(dimension.slug) ?? beginBreakdown(measure, dimension.slug)
    bySlug.set(dimension.slug, withParts({ ...before, dimension }, parts))
  }
  const { slug: name, title, definition } = measure
  const said = { slug: name, title, unit: definition.unit, hideBelow: definition.hideBelow }
  const was = earlier?.definition.hideBelow ?? null
  if (known.length > 0) tellRule(work, title, { was, is: definition.hideBelow })
  for (const breakdown of bySlug.values()) {
    const described = { ...breakdown, measure: said }
    const kept = await keep(work, breakdownKind, breakdownKey(name, breakdown.dimension.slug), described)
    if (was !== definition.hideBelow) tellExposed(work, kept, described)
  }
  const last = [...bySlug.values()].findLast(isOfAreas)
  if (was !== definition.hideBelow && last !== undefined) await tellSums(work, { ...last, measure: said })
}
