/** One scheme's measures in one table with the printed totals, and what of it does not add up. */
import {
  bullets,
  type Html,
  html,
  joined,
  type Piece,
  paragraph,
  scrollTable,
} from '../../../../web/index.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Cell } from '../../measures/observation.ts'
import { MADE_UP, sourceKey, sourceLink } from '../../measures/public/report-words.ts'
import { spanWords } from '../../measures/spans.ts'
import { cellWords, numberWords } from '../../measures/value-words.ts'
import { measureLink } from '../../reference/public/figure-row.ts'
import type { Remark, SchemeTable } from '../scheme-table.ts'

export function schemeTablePart(name: string, table: SchemeTable): Html {
  const { span, by, measures, rows, totals } = table
  const hasTotals = totals.some((cell) => cell !== undefined)
  return html`${scrollTable({
    caption: `${name} by ${by}, ${spanWords(span)}`,
    columns: [
      { text: `${by.charAt(0).toUpperCase()}${by.slice(1)}` },
      ...measures.map((measure) => ({ text: measureLink(measure), numeric: true })),
    ],
    rows: [
      ...rows.map(({ part, cells }): Piece[] => [part.name, ...cellsOf(measures, cells)]),
      ...(hasTotals ? [['Total, as printed', ...cellsOf(measures, totals)]] : []),
    ],
    rowHeaders: true,
  })}
${sums(table)}
${sources(table)}`
}

const cellsOf = (measures: readonly Measure[], cells: readonly (Cell | undefined)[]): Piece[] =>
  measures.map((measure, column) => {
    const cell = cells[column]
    return cell === undefined ? 'not available' : cellWords(cell, measure.definition.unit)
  })

function sums({ compared, remarks }: SchemeTable): Html {
  if (compared === 0) return html``
  if (remarks.length === 0)
    return paragraph(
      `The printed rows and totals were added up: ${compared === 1 ? 'the one sum agrees' : `all ${compared} sums agree`}.`,
    )
  return html`${paragraph(
    `The figures above stand as they were printed. Of ${compared} sums that were checked, ${
      remarks.length === 1 ? 'one does' : `${remarks.length} do`
    } not add up:`,
  )}${bullets(remarks.map(remarkWords))}`
}

const whole = (value: number): string => numberWords(value, Number.isInteger(value) ? 0 : 1)

/** "West, total observed: the parts make 5,627; 5,631 is printed, 4 more." */
function remarkWords({ part, measure, along, added }: Remark): string {
  const where =
    along === 'column' ? `${measure.title}, total of the rows` : `${part ?? 'Total'}, ${measure.title}`
  const which = added.over > 0 ? 'more' : 'fewer'
  return `${where}: the parts make ${whole(added.sum)}; ${whole(added.stated)} is printed, ${whole(Math.abs(added.over))} ${which}. Which of them is right is not known.`
}

function sources({ reports }: SchemeTable): Html {
  const each = [...new Map(reports.map((report) => [sourceKey(report.source), report])).values()]
  const invented = each.some((report) => report.invented)
  return html`<p class="sm-source">Source: ${joined(
    each.map((report) => sourceLink(report.source)),
    ' · ',
  )}${invented ? html` · <strong>${MADE_UP}</strong>` : ''}</p>`
}
