/** What victims who were asked say of the police: by crime, with how many answered and the range that leaves. */
import type { LocalDate } from '../../../../lib/index.ts'
import {
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  term,
  type View,
} from '../../../../web/index.ts'
import type { Breakdown, Measure } from '../../measures/measure.ts'
import type { Cell, Report } from '../../measures/observation.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { MADE_UP, sourceLink } from '../../measures/public/report-words.ts'
import { bySpan, spanWords } from '../../measures/spans.ts'
import { cellWords } from '../../measures/value-words.ts'
import { latestOf } from '../../reference/latest.ts'
import { measureLink } from '../../reference/public/figure-row.ts'
import { answered, baseWords, rangeWords, SMALL_BASE } from '../answered.ts'
import type { SatisfactionAnswer } from '../reads.ts'

/** The page at /satisfaction. */
export function satisfactionPage({ measures, byCrime }: SatisfactionAnswer, { today }: PageRequest): View {
  return {
    title: 'What victims say of the police',
    description:
      'How satisfied victims of crime were, by crime, with how many answered and how sure that makes the figure.',
    section: 'measures',
    addressesVictims: true,
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'What victims say of the police' })}
${lead(
  measures.length === 0
    ? 'No figures about the satisfaction of victims are on this record yet.'
    : 'How many of the victims who were asked were satisfied, with how many answered and the range in which the true share is likely to lie.',
)}
${term('What do the ranges mean?', `Only some victims are asked, so a figure would be a little different had others been asked. The range shows how much: if all victims of that kind were asked, the share would very likely lie in it. Two figures whose ranges overlap may be the same. A range says nothing of victims who did not answer, who may feel otherwise. With fewer than ${SMALL_BASE} answers a figure says little.`)}
${paragraph(html`See also ${link('/contact-channels', 'how people reach the police')}.`)}
${measures.map((measure) => ofMeasure(measure, byCrime.get(measure.slug), today))}`,
  }
}

function ofMeasure(measure: Measure, byCrime: Breakdown | undefined, today: LocalDate): Html {
  const { definition, title, slug } = measure
  const newest = latestOf(measure.observations, today)
  const [row] = (byCrime?.rows ?? []).toSorted((one, other) => bySpan(other.span, one.span))
  return html`${sectionHeading(measureLink(measure), 'm', slug)}
${paragraph(definition.words)}
${
  newest === undefined
    ? paragraph('No figure of it is on this record.')
    : answersTable(`${title}, ${spanWords(newest.span)}`, measure, [{ name: 'All', cell: newest.cell }])
}${newest === undefined ? '' : reportLine(newest.report)}
${
  byCrime === undefined || row === undefined
    ? ''
    : html`${answersTable(
        `${title} by ${byCrime.dimension.one}, ${spanWords(row.span)}`,
        measure,
        byCrime.parts.flatMap(({ name }, index) => {
          const cell = row.cells[index]
          return cell === undefined ? [] : [{ name, cell }]
        }),
      )}${reportLine(row.report)}`
}
${definition.caveats.map((caveat) => paragraph(caveat))}`
}

const answersTable = (
  caption: string,
  { definition: { unit } }: Measure,
  rows: readonly { name: string; cell: Cell }[],
): Html =>
  scrollTable({
    caption,
    columns: [
      { text: 'Victims of' },
      { text: 'Satisfied', numeric: true },
      { text: 'How many answered', numeric: true },
      { text: 'Likely between' },
    ],
    rows: rows.map(({ name, cell }): Piece[] => {
      const of = answered(cell)
      return [name, cellWords(cell, unit), baseWords(of), rangeWords(of, unit.digits)]
    }),
    rowHeaders: true,
    stacked: true,
  })

const reportLine = (report: Report): Html =>
  html`<p class="sm-source">Source: ${sourceLink(report.source)}${report.invented ? html` · <strong>${MADE_UP}</strong>` : ''}</p>`
