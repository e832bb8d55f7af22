/** Questions of the published record about quoted figures: those of a paper, those of a measure, and all that were revised. */
import { type RawBuilder, sql } from '../../../database/index.ts'
import type { EntryId } from '../../../lib/index.ts'
import { linksShown, type PublicRecord, standing } from '../../../record/index.ts'
import { measurePath } from './measure.ts'
import { quotedFigureKind } from './published.ts'
import { figurePath, type QuotedFigure } from './quoted-figure.ts'

/** What a paper quotes, in order of its places; `figure.now` is null while a figure stands as quoted. */
export const quotedFiguresOf = (ask: PublicRecord, paper: EntryId): Promise<QuotedFigure[]> =>
  quoted(ask, sql`paper.to_entry = ${paper}::uuid`)

/** What quotes a measure or its parts. A paper that was withdrawn quotes nothing any more. */
export const quotationsOf = (ask: PublicRecord, measure: EntryId): Promise<QuotedFigure[]> =>
  quoted(
    ask,
    sql`exists (select from ${linksShown(ask)} m
      where m.from_entry = e.entry and m.to_entry = ${measure}::uuid and m.kind = 'quotes')`,
  )

/** Every quotation whose figure was revised since, those of the newest figures first. */
export const revisedFigures = (ask: PublicRecord): Promise<QuotedFigure[]> =>
  quoted(ask, sql`e.state = 'revised'`)

async function quoted(ask: PublicRecord, condition: RawBuilder<unknown>): Promise<QuotedFigure[]> {
  const { rows } = await sql<{ content: QuotedFigure }>`
    select e.content from published.entry_version e
    join ${linksShown(ask)} paper on paper.from_entry = e.entry and paper.kind = 'part-of'
    where e.authority = ${ask.authority} and e.kind = ${quotedFigureKind.name} and ${standing(ask, 'e')}
      and e.state <> 'hidden' and paper.authority = ${ask.authority} and ${condition}
    order by e.date desc nulls last, e.path collate "C"`.execute(ask.db)
  return await ofStanding(
    ask,
    rows.map(({ content }) => content),
  )
}

/** What has to stand for a quotation to be shown. */
const needed = (figure: QuotedFigure): string[] => [measurePath(figure.measure.slug), figurePath(figure)]

/** Those of which the measure stands, and of a part its table too: of what was withdrawn nothing is quoted. */
async function ofStanding(ask: PublicRecord, figures: readonly QuotedFigure[]): Promise<QuotedFigure[]> {
  const wanted = [...new Set(figures.flatMap(needed))]
  if (wanted.length === 0) return []
  const { rows } = await sql<{ path: string }>`
    select e.path from published.entry_version e
    where e.authority = ${ask.authority} and e.path = any(${wanted}::text[]) and ${standing(ask, 'e')}`.execute(
    ask.db,
  )
  const stand = new Set(rows.map(({ path }) => path))
  return figures.filter((figure) => needed(figure).every((path) => stand.has(path)))
}
