/** Says in words, for the terminal, what is proposed for a spreadsheet, what it would bring, and what only a person can answer. */
import { type Proposed, showsFigures } from '../../domains/performance/import.ts'
import { type ProposedTable, spanWords } from '../../domains/performance/index.ts'
import { isRefusal } from '../../lib/index.ts'
import { figureLines } from './figure-words.ts'

const SURE: Readonly<Record<ProposedTable['confidence'], string>> = {
  sure: 'sure',
  likely: 'likely; look at the questions',
  unsure: 'not sure; brings nothing until the questions are answered',
}

/** The lines for one file, table by table. */
export function proposalLines(
  file: string,
  { previews, saved }: Proposed & { saved: string | null },
): string[] {
  return [
    `${file}: a mapping is proposed for ${previews.length === 1 ? 'its table' : `${previews.length} tables`}. Nothing was brought.`,
    ...previews.flatMap((one) => ['', ...tableLines(one)]),
    '',
    saved === null
      ? `To keep it for you to put right: bin/shiremoot import ${file} … --propose --save`
      : `Kept as ${saved}: put it right, look at it with --dry-run, and import ${file} again.`,
  ]
}

function tableLines({ table, preview }: Proposed['previews'][number]): string[] {
  const { mapping, title, sheet, line, confidence, questions } = table
  return [
    `${title ?? sheet} (${sheet}, line ${line}): ${SURE[confidence]}`,
    ...meaningLines(mapping),
    ...questions.map(({ about, question }) => `  Question about ${about}: ${question}`),
    ...(preview !== null && isRefusal(preview) ? [`  It would be refused: ${preview.message}`] : []),
    ...(showsFigures(preview)
      ? [
          '  It would bring:',
          ...figureLines(preview).map((one) => `  ${one}`),
          ...firstLines(preview.incoming),
        ]
      : []),
  ]
}

function meaningLines({
  span,
  part,
  columns,
  totals,
  totalColumns,
  leave,
  rows,
}: ProposedTable['mapping']): string[] {
  const time =
    span === null
      ? 'not known'
      : 'span' in span
        ? spanWords(span.span)
        : 'headings' in span
          ? `in the headings (${span.headings})`
          : `in “${span.column}” (${span.form})`
  return [
    `  time: ${time}`,
    ...(part === null
      ? []
      : [
          `  parts: by ${part.dimension}, in ${part.column === null ? 'the headings' : `“${part.column}”`} (${part.names})`,
        ]),
    ...rows.map(
      ({ column, is }) => `  only rows with ${is.map((one) => `“${one}”`).join(' or ')} in “${column}”`,
    ),
    ...columns
      .slice(0, MOST_COLUMNS)
      .map(
        ({ column, measure, part: of }) =>
          `  ${column === '*' ? 'each column of a time' : `“${column}”`} → ${measure}${of === null ? '' : `, ${of}`}`,
      ),
    ...(columns.length > MOST_COLUMNS ? [`  and ${columns.length - MOST_COLUMNS} columns more`] : []),
    ...(totals.length + totalColumns.length === 0
      ? []
      : [`  totals: ${[...totals, ...totalColumns].map(({ name }) => `“${name}”`).join(', ')}`]),
    ...(leave.length === 0 ? [] : [`  left out: ${leave.map((name) => `“${name}”`).join(', ')}`]),
  ]
}

const MOST_COLUMNS = 12
const FIRST = 5

/** The first figures as they would stand, so that a column taken for another is seen. */
const firstLines = (
  incoming: readonly {
    measure: string
    part: { name: string } | null
    span: Parameters<typeof spanWords>[0]
    cell: { value: number | null; mark: string | null }
  }[],
): string[] =>
  incoming
    .slice(0, FIRST)
    .map(
      ({ measure, part, span, cell }) =>
        `    ${[measure, part?.name, spanWords(span)].filter(Boolean).join(', ')}: ${cell.value?.toLocaleString('en-GB', { maximumFractionDigits: 2 }) ?? cell.mark ?? ''}`,
    )
