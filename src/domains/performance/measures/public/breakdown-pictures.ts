/** A measure by parts as pictures: a map where the body has loaded boundaries, and a small chart for each part. */
import { areasMap, axisWords, figure, smallMultiple } from '../../../../charts/index.ts'
import { controlChart } from '../../../../statistics/index.ts'
import { type Html, html, link, paragraph, sectionHeading } from '../../../../web/index.ts'
import { type Boundaries, boundariesPath, boundariesWords, ofArea } from '../../boundaries/boundaries.ts'
import type { Breakdown, BreakdownRow } from '../measure.ts'
import type { Cell } from '../observation.ts'
import { isOneDay, monthsIn, spanWords } from '../spans.ts'
import { possibleOf } from '../value-words.ts'
import { unitTitle } from './drawn.ts'
import { variationMark } from './variation-mark.ts'

/** The parts of a span on a map, each by its own number; its table stands below. Nothing without boundaries of these parts. */
export function mapPart(breakdown: Breakdown, row: BreakdownRow, boundaries: Boundaries | null): Html {
  if (boundaries === null) return html``
  const { measure, dimension, parts } = breakdown
  const cells = new Map<string, Cell | undefined>(parts.map(({ slug }, index) => [slug, row.cells[index]]))
  if (!boundaries.areas.some((area) => ofArea(area, cells) !== undefined)) return html``
  const picture = {
    id: `map-${measure.slug}`,
    title: `${measure.title} by ${dimension.one}, ${spanWords(row.span)}`,
    description: `A map of ${boundaries.areas.length} ${dimension.many}, darker where the number is higher. The table below has every number.`,
    number: axisWords(measure.unit),
    unitWords: `${unitTitle(measure.unit)}, ${spanWords(row.span)}`,
    areas: boundaries.areas.map((area) => {
      const { name, polygons } = area
      const cell = ofArea(area, cells)
      return { name, polygons, value: cell?.value ?? null, without: withoutWhy(cell) }
    }),
  }
  return html`<div class="sm-map">${figure(areasMap(picture), areasMap(picture, 'narrow'))}</div>${paragraph(
    html`<span class="sm-what">${boundariesWords(boundaries)} ${link(boundariesPath(dimension.slug), 'About these boundaries')}.</span>`,
  )}`
}

const withoutWhy = (cell: Cell | undefined): 'hidden' | 'none' | null => {
  if (cell === undefined) return 'none'
  if (cell.value !== null) return null
  return cell.mark === 'suppressed' ? 'hidden' : 'none'
}

/** More parts than this stand in the table alone. */
const MOST_PARTS = 15
/** Fewer values than this make no chart worth the room. */
const FEWEST = 6

/** A small chart for each part, all spans of one length; nothing where there are too few spans or too many parts. */
export function partCharts({ rows, parts, measure, dimension }: Breakdown): Html {
  const last = rows.at(-1)
  if (last === undefined || parts.length > MOST_PARTS || isOneDay(last.span)) return html``
  const months = monthsIn(last.span)
  // Spans of a year and longer may overlap, and a chart of those would show trends that nobody measured.
  const inTurn = months === null || months >= 12 ? [] : rows.filter(({ span }) => monthsIn(span) === months)
  const cards = parts.flatMap((part, index) => {
    const points = inTurn.flatMap(({ span, cells }) => {
      const value = cells[index]?.value ?? null
      return value === null ? [] : [{ date: span.from, value }]
    })
    if (points.length < FEWEST) return []
    const chart = controlChart(points, {
      improvement: 'neutral',
      target: null,
      rebase: [],
      fixAfter: null,
      screenOutliers: false,
    })
    const drawing = smallMultiple({
      id: `part-${part.slug}`,
      title: `${measure.title}: ${part.name}`,
      description: `${points.length} values up to ${spanWords(last.span)}. The table has every number.`,
      chart,
      number: axisWords(measure.unit),
      possible: possibleOf(measure.unit),
    })
    return [
      html`<li class="sm-measure"><h3>${part.name}</h3>${figure(drawing)}<p class="sm-measure__marks">${variationMark(chart.variation)}</p></li>`,
    ]
  })
  if (cards.length === 0) return html``
  return html`${sectionHeading(`Each ${dimension.one}`, 'm', 'each')}${paragraph(
    'Each chart has a scale of its own: compare their shapes, not their heights.',
  )}<ul class="sm-measures">${cards}</ul>`
}
