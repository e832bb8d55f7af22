/** Brings the register of quoted figures: which printed number of which paper is which figure of the record. */
import { isRefusal, type Refusal, refuse, slug, stored } from '../../../lib/index.ts'
import { type Brought, type ImportAct, type Source, workingCopy } from '../../../record/index.ts'
import { measureKey } from './measure.ts'
import { printedNumber, saysCell } from './printed-number.ts'
import { measureKind } from './published.ts'
import { spanOf } from './spans.ts'
import { type Bringing, bringing } from './writes.ts'
import { bind, figuresOf, type QuotingPage, quotingPages, withoutFragment } from './writes-quoted.ts'

const { day, fields, list, orNull, text } = stored

const register = fields({
  entries: list(
    fields({
      path: text,
      anchor: orNull(text),
      place: orNull(text),
      printed: text,
      measure: text,
      part: orNull(fields({ dimension: text, name: text })),
      from: day,
      until: day,
    }),
  ),
})

type Entry = stored.Read<typeof register>['entries'][number]

/**
 * Reads `{ "register": "quoted-figures", "entries": [{ "path", "anchor", "printed", "measure", "part", "from", "until" }] }`.
 * A quotation whose paper or measure the record does not have, or that prints what the figure neither is nor was, is left
 * out and told.
 */
export async function bringQuotedFigures(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const entries = readQuoted(given, source)
  if (isRefusal(entries)) return entries
  const work = bringing(act, source)
  const pages = await quotingPages(
    work,
    entries.map(({ path }) => path),
  )
  for (const [name, all] of Map.groupBy(entries, ({ measure }) => measure))
    await bindAll(work, name, all, pages)
  return work.brought
}

function readQuoted(given: unknown, { name }: Source): Entry[] | Refusal {
  try {
    const { entries } = register(given)
    for (const { from, until, printed } of entries) spanOf({ from, until }, `the quotation “${printed}”`)
    return entries
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${name} is not a register of quoted figures as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

async function bindAll(
  work: Bringing,
  name: string,
  entries: readonly Entry[],
  pages: ReadonlyMap<string, QuotingPage>,
): Promise<void> {
  const { act } = work
  const found = await workingCopy(act.tx, act.permit.authority, measureKind, measureKey(name))
  if (found === undefined) {
    for (const entry of entries) leftOut(work, entry, `the record has no measure “${name}”`)
    return
  }
  const at = { id: found.id, path: measureKind.publish(found.working).path }
  const figures = figuresOf(work, found.working, at)
  for (const entry of entries) {
    const why = await bindOne(work, entry, pages, figures)
    if (why !== undefined) leftOut(work, entry, why)
  }
}

async function bindOne(
  work: Bringing,
  { path, anchor, place, printed, part, from, until }: Entry,
  pages: ReadonlyMap<string, QuotingPage>,
  figures: ReturnType<typeof figuresOf>,
): Promise<string | undefined> {
  const page = pages.get(withoutFragment(path))
  if (page === undefined) return 'the record has no paper, minutes or plan there'
  const number = printedNumber(printed, figures.measure.definition.unit)
  if (number === undefined) return 'what is printed is not one number'
  return await bind(work, figures, {
    page,
    anchor: anchor ?? /#(.+)$/.exec(path)?.[1] ?? '',
    place: place ?? '',
    printed,
    part: part && { dimension: slug(part.dimension), name: part.name },
    span: { from, until },
    says: (cell) => saysCell(number, cell),
  })
}

function leftOut({ brought, source }: Bringing, { path, printed }: Entry, why: string): void {
  brought.open.push({
    what: `The quotation “${printed}” in ${path} was left out: ${why}.`,
    place: source.name,
    mend: 'Write the address, the measure, the span and the number as the paper and the record have them.',
  })
}
