/** The same as the chart, as a table: every span of the chart with its value, what the chart says of it, and who said so. */
import type { ControlGroup, ControlPoint } from '../../../../statistics/index.ts'
import { type Column, type Html, html, type Piece, scrollTable } from '../../../../web/index.ts'
import type { Measure, Unit } from '../measure.ts'
import type { Observation } from '../observation.ts'
import { spanWords } from '../spans.ts'
import type { Telling } from '../telling.ts'
import { amountWords, cellWords, numberWords, shownLimits } from '../value-words.ts'
import type { TableRow } from './table-columns.ts'

/** Every observation with its point of the chart and the limits there, oldest first. */
export function tableRows(observations: readonly Observation[], { chart, charted }: Telling): TableRow[] {
  const points = new Map<string, ControlPoint>((chart?.points ?? []).map((point) => [point.date, point]))
  const inChart = new Set(charted.map(({ span }) => `${span.from}/${span.until}`))
  return observations.map((observation): TableRow => {
    const { from, until } = observation.span
    const point = inChart.has(`${from}/${until}`) ? (points.get(from) ?? null) : null
    return { ...observation, point, limits: point === null ? null : (chart?.groups[point.group] ?? null) }
  })
}

const POINTS: Readonly<Record<ControlPoint['label'], string>> = {
  common_cause: 'usual',
  special_cause_improvement: 'unusual: better',
  special_cause_concern: 'unusual: worse',
  special_cause_neutral_high: 'unusual: higher',
  special_cause_neutral_low: 'unusual: lower',
}

/** Which rule makes a point unusual, in a few words. */
function whyWords({ outside, trend, twoOfThree, shift }: ControlPoint): string {
  if (outside) return 'outside the limits'
  if (trend) return 'seven in a row in one direction'
  if (twoOfThree) return 'two of three close to a limit'
  return shift ? 'seven in a row on one side' : ''
}

/** "unusual: higher (outside the limits)"; an absent point says nothing. */
export function pointWords(point: ControlPoint | null): string {
  if (point === null) return ''
  const why = point.label === 'common_cause' ? '' : whyWords(point)
  return why === '' ? POINTS[point.label] : `${POINTS[point.label]} (${why})`
}

/** "15,400 to 17,400", which no line breaks apart; no wider than values can be. */
export function limitsWords(limits: Pick<ControlGroup, 'lower' | 'upper'> | null, unit: Unit): string {
  if (limits === null) return ''
  const { lower, upper } = shownLimits(limits, unit)
  return `${amountWords(lower, unit)}\u00a0to\u00a0${amountWords(upper, unit)}`
}

/** Words that would make a row tall on a small screen, where the table scrolls sideways. */
const onOneLine = (words: string): Html => html`<span class="sm-row-note">${words}</span>`

/** What a table says of the status of a value: nothing where it is final, unrevised and real. */
function noteOf({ report, earlier, cell }: Observation, unit: Unit): Piece {
  const first = earlier.at(-1)
  const notes = [
    report.status === 'provisional' ? 'provisional' : '',
    first === undefined ? '' : `revised, was ${cellWords(first.cell, unit)}`,
    cell.events !== null && cell.base !== null
      ? `${numberWords(cell.events, 0)} of ${numberWords(cell.base, 0)}`
      : '',
    report.invented ? 'made up' : '',
  ].filter((note) => note !== '')
  return notes.length === 0 ? '' : onOneLine(notes.join('; '))
}

export type TableChoice = {
  caption: string
  /** For a permalink. */
  anchor?: string
  /** Only so many, the newest; all unless given. */
  newest?: number
  /** Without limits and notes, where the chart and words beside it say them. */
  brief?: true
}

/** The table of what the chart shows, newest first. */
export function chartTable(measure: Measure, telling: Telling, choice: TableChoice): Html {
  const { unit } = measure.definition
  const rows = tableRows(telling.charted, telling).toReversed().slice(0, choice.newest)
  const hasPoints = rows.some(({ point }) => point !== null)
  const hasLimits = hasPoints && choice.brief === undefined
  const hasNotes = choice.brief === undefined && rows.some((row) => noteOf(row, unit) !== '')
  const columns: Column[] = [
    { text: 'Span' },
    {
      text: unit.style === 'percent' || unit.style === 'money' ? 'Value' : capital(unit.many),
      numeric: true,
    },
    ...(hasLimits
      ? [
          { text: 'Usual level', numeric: true },
          { text: 'Usual range', numeric: true },
        ]
      : []),
    ...(hasPoints ? [{ text: 'Against its usual range' }] : []),
    ...(hasNotes ? [{ text: 'Note' }] : []),
  ]
  return scrollTable({
    caption: choice.caption,
    ...(choice.anchor === undefined ? {} : { anchor: choice.anchor }),
    columns,
    rowHeaders: true,
    rows: rows.map((row) => [
      spanWords(row.span).replaceAll(' ', '\u00a0'),
      html`${cellWords(row.cell, unit)}`,
      ...(hasLimits
        ? [row.limits === null ? '' : amountWords(row.limits.mean, unit), limitsWords(row.limits, unit)]
        : []),
      ...(hasPoints ? [hasNotes ? onOneLine(pointWords(row.point)) : pointWords(row.point)] : []),
      ...(hasNotes ? [noteOf(row, unit)] : []),
    ]),
  })
}

const capital = (words: string): string =>
  words === '' ? 'Value' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
