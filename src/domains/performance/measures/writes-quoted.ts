/** Binds figures that papers quote to the observations they are of, and follows these when they are revised. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from '../../../database/index.ts'
import { type EntryId, slug } from '../../../lib/index.ts'
import { draft, workingCopies, workingCopy } from '../../../record/index.ts'
import { hideSmallNumbers } from './hidden-cells.ts'
import { type KeptBreakdown, type KeptMeasure, waitingAfter } from './kept.ts'
import { type Breakdown, breakdownKey, partSlug } from './measure.ts'
import type { Cell, Incoming, Report, Span } from './observation.ts'
import { breakdownKind, quotedFigureKind } from './published.ts'
import {
  type Bound,
  binding,
  figurePath,
  followed,
  type KeptQuotedFigure,
  type QuotedFigure,
  quotedKey,
  quotedKeys,
  quotedPath,
  revisedWords,
  stateOf,
} from './quoted-figure.ts'
import { sameCell } from './revising.ts'
import { spanKey, spanWords } from './spans.ts'
import { cellWords } from './value-words.ts'
import type { Bringing } from './writes.ts'
import { join } from './writes-serving.ts'

/** A page of the record that figures are quoted in. */
export type QuotingPage = {
  id: EntryId
  path: string
  title: string
  state: 'draft' | 'published' | 'withdrawn'
}

const QUOTING = ['paper', 'minutes', 'plan']

/** The papers, minutes and plans at these addresses, by address. Fragments do not count. */
export async function quotingPages(
  { act }: Bringing,
  paths: readonly string[],
): Promise<Map<string, QuotingPage>> {
  const wanted = [...new Set(paths.map(withoutFragment))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<QuotingPage>`
    select id, path, title, state from record.entry
    where authority = ${act.permit.authority} and kind = any(${QUOTING}) and path = any(${wanted}::text[])
      and working <> 'null'`.execute(act.tx)
  return new Map(rows.map((row) => [row.path, row]))
}

export const withoutFragment = (path: string): string => path.replace(/#.*$/, '')

/** The measure and its breakdowns as the public will get them: what quotations are bound to. */
export type Figures = {
  measure: KeptMeasure
  /** The entry of the measure. */
  at: { id: EntryId; path: string }
  boundTo: (part: QuotedFigure['part'], span: Span) => Promise<Bound | undefined>
}

/** Looks up figures of a measure, of parts only where these are not hidden. */
export function figuresOf({ act }: Bringing, measure: KeptMeasure, at: Figures['at']): Figures {
  const whole = new Map(measure.observations.map((one) => [spanKey(one.span), one]))
  const shown = new Map<string, Breakdown | undefined>()
  const breakdownOf = async (dimension: string): Promise<Breakdown | undefined> => {
    if (!shown.has(dimension)) {
      const key = breakdownKey(measure.slug, dimension)
      const found: { working: KeptBreakdown } | undefined = await workingCopy(
        act.tx,
        act.permit.authority,
        breakdownKind,
        key,
      )
      shown.set(dimension, found && hideSmallNumbers(found.working))
    }
    return shown.get(dimension)
  }
  return {
    measure,
    at,
    boundTo: async (part, span) => {
      if (part === null) return whole.get(spanKey(span))
      const breakdown = await breakdownOf(slug(part.dimension))
      return breakdown && boundIn(breakdown, partSlug(part.name), span)
    },
  }
}

function boundIn(breakdown: Breakdown, part: string, span: Span): Bound | undefined {
  const row = breakdown.rows.find((one) => spanKey(one.span) === spanKey(span))
  const cell = row?.cells[breakdown.parts.findIndex((one) => one.slug === part)]
  if (row === undefined || cell === undefined) return undefined
  const earlier = breakdown.earlier.filter((one) => one.part === part && spanKey(one.span) === spanKey(span))
  return { cell, report: row.others.find((one) => one.part === part)?.report ?? row.report, earlier }
}

/** A figure that a page quotes. */
export type Quoting = {
  page: QuotingPage
  anchor: string
  place: string
  printed: string
  part: QuotedFigure['part']
  span: Span
  says: (cell: Cell) => boolean
}

/** Binds a quotation, or says in words why it cannot be. A hidden figure is bound to nothing. */
export async function bind(work: Bringing, figures: Figures, quoting: Quoting): Promise<string | undefined> {
  const { part, span, page, printed, anchor, place } = quoting
  const { measure } = figures
  const bound = await figures.boundTo(part, span)
  const name = `${measure.title}${part === null ? '' : `, ${part.name}`}, ${spanWords(span)}`
  if (bound === undefined) return `the record has no figure for ${name}`
  if (bound.cell.mark === 'suppressed') return `the figure for ${name} is hidden`
  const found = binding(quoting.says, bound)
  if (found === undefined)
    return `it prints “${printed}” for ${name}, which is ${cellWords(bound.cell, measure.definition.unit)}`
  await keepQuoted(work, figures, page, {
    paper: { path: page.path, title: page.title, anchor, place },
    printed,
    measure: { slug: measure.slug, title: measure.title, unit: measure.definition.unit },
    part,
    span,
    ...found,
    waitsFor: [],
  })
  return undefined
}

/** Figures that were brought from a page of the record are quotations by themselves. */
export async function quoteIncoming(
  work: Bringing,
  figures: Figures,
  incoming: readonly Incoming[],
): Promise<void> {
  const pages = await quotingPages(
    work,
    incoming.flatMap(({ report }) => report.source.path ?? []),
  )
  for (const { part, span, cell, report } of incoming) {
    const page = report.source.path === null ? undefined : pages.get(withoutFragment(report.source.path))
    if (page === undefined || cell.value === null) continue
    const { unit } = figures.measure.definition
    // A figure that differs was told when it was brought, and one that is hidden is nobody's to quote.
    await bind(work, figures, {
      page,
      anchor: anchorOf(report),
      place: report.source.place,
      printed: cellWords(cell, unit),
      part: part && { dimension: slug(part.dimension), name: part.name },
      span,
      says: (one) => sameCell(one, cell),
    })
  }
}

const anchorOf = ({ source: { anchor, path } }: Report): string =>
  anchor ?? /#(.+)$/.exec(path ?? '')?.[1] ?? ''

async function keepQuoted(
  work: Bringing,
  { measure, at }: Figures,
  page: QuotingPage,
  figure: KeptQuotedFigure,
): Promise<void> {
  const { act, source, brought } = work
  const key = quotedKey(figure)
  const before = (await workingCopy(act.tx, act.permit.authority, quotedFigureKind, key))?.working
  // A corrected draft takes the place of the one before.
  const others = (before?.waitsFor ?? []).filter(({ name }) => name !== source.name)
  const isKnown = before !== undefined && isDeepStrictEqual({ ...before, waitsFor: [] }, figure)
  const own =
    isKnown && act.asDraft === true ? before.waitsFor : waitingAfter(others, source, act.asDraft === true)
  await draftQuoted(work, { ...figure, waitsFor: own }, before, isPublic(work, measure, page))
  const id = brought.entries.at(-1)?.id
  if (id === undefined) return
  const from = { id, path: quotedPath(figure) }
  await join(work, from, page, 'part-of', 'a figure that it quotes')
  await join(work, from, at, 'quotes', whyOf(figure))
}

/** Why it is tied to the measure; of a hidden number without it. */
const whyOf = (figure: QuotedFigure): string =>
  stateOf(figure) === 'hidden'
    ? `a figure of this measure for ${spanWords(figure.span)}`
    : `“${figure.printed}” is this measure’s figure for ${spanWords(figure.span)}`

/** Drafts a quotation; what waits, or stands in a paper that is not public, does not go. */
async function draftQuoted(
  { act, source, brought }: Bringing,
  figure: KeptQuotedFigure,
  before: KeptQuotedFigure | undefined,
  endsPublic: boolean,
): Promise<void> {
  const why = `Brought from ${source.name}`
  const { id, outcome } = await draft(act.tx, act.permit, quotedFigureKind, quotedKey(figure), figure, why)
  const { title, path } = quotedFigureKind.publish(figure)
  const waits = !endsPublic || figure.waitsFor.some(({ sha256 }) => sha256 !== source.sha256)
  const goes = waits ? ('waits' as const) : undefined
  const known = brought.entries.findIndex((one) => one.id === id)
  if (known >= 0) brought.entries.splice(known, 1)
  brought.entries.push({ id, kind: quotedFigureKind.name, title, path, outcome, goes })
  tellQuoted(brought, figure, before)
}

/** Tells the owner of a quotation that says something else than its figure, once for each thing that it came to be. */
function tellQuoted(
  { open }: Bringing['brought'],
  figure: KeptQuotedFigure,
  before: KeptQuotedFigure | undefined,
): void {
  const { paper, part, measure, span, printed } = figure
  const state = stateOf(figure)
  const isTold = before !== undefined && stateOf(before) === state && sameNow(before, figure)
  if (state === 'as-quoted' || isTold) return
  const of = `${measure.title}${part === null ? '' : `, ${part.name}`}, ${spanWords(span)}`
  const at = `${paper.path}${paper.anchor === '' ? '' : `#${paper.anchor}`}`
  open.push(
    state === 'hidden'
      ? {
          what: `${paper.title} quotes ${printed} for ${of}, which is a hidden number now.`,
          place: at,
          mend: 'Its page no longer ties the number to the measure, but the paper prints it still: see whether the paper may stay.',
        }
      : {
          what: `${paper.title} quotes ${printed} for ${of}: ${revisedWords(figure)}.`,
          place: at,
          mend: `Its page says “revised since”; tell whom the paper told, if it matters. The figure stands at ${figurePath(figure)}.`,
        },
  )
}

const sameNow = ({ now: one }: QuotedFigure, { now: other }: QuotedFigure): boolean =>
  one === null || other === null ? one === other : sameCell(one.cell, other.cell)

/** Brings every quotation of the measure up to what its observations are now. */
export async function followQuotations(work: Bringing, figures: Figures): Promise<void> {
  const { act } = work
  const all = await workingCopies(
    act.tx,
    act.permit.authority,
    quotedFigureKind,
    quotedKeys(figures.measure.slug),
  )
  if (all.length === 0) return
  const pages = await quotingPages(
    work,
    all.map(({ working }) => working.paper.path),
  )
  for (const { working } of all) {
    const page = pages.get(working.paper.path)
    if (page === undefined) continue
    const bound = await figures.boundTo(working.part, working.span)
    const { slug: name, title, definition } = figures.measure
    const next = { ...followed(working, bound), measure: { slug: name, title, unit: definition.unit } }
    const changed = stateOf(next) !== stateOf(working) || !sameNow(next, working)
    const waitsFor =
      changed || act.asDraft !== true
        ? waitingAfter(working.waitsFor, work.source, act.asDraft === true)
        : working.waitsFor
    await draftQuoted(work, { ...next, waitsFor }, working, isPublic(work, figures.measure, page))
    const id = work.brought.entries.at(-1)?.id
    // The words of the tie have the number.
    if (id !== undefined && (stateOf(next) === 'hidden') !== (stateOf(working) === 'hidden'))
      await join(work, { id, path: quotedPath(next) }, figures.at, 'quotes', whyOf(next))
  }
}

/** Whether readers have the paper, and will have the measure once this file is published. */
const isPublic = ({ source }: Bringing, measure: KeptMeasure, page: QuotingPage): boolean =>
  page.state === 'published' && measure.waitsFor.every(({ sha256 }) => sha256 === source.sha256)
