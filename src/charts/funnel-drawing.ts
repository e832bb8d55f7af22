/**
 * A funnel: rates of areas against their size, with the limits within which chance keeps them. Small areas vary more, so
 * that a league table would name them first. After Spiegelhalter, "Funnel plots for comparing institutional performance".
 */
import type { Funnel, FunnelPlace } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { clearOf, type ValueScale, valueScale } from './axes.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { curve, LIMITS, type Limit, mostDrawn } from './funnel-limits.ts'
import { headingLines } from './heading.ts'
import { drawLegend, type LegendItem, legendRows } from './legend.ts'
import {
  type Box,
  diamond,
  dot,
  GROUND,
  INK,
  LINE,
  layer,
  polyline,
  QUIET,
  rule,
  type Spot,
  THREAD,
  triangle,
  words,
} from './marks.ts'
import { overlap, wordsBox, wordsWidth } from './words-room.ts'

export type FunnelParts = {
  id: string
  title: string
  description: string
  /** As statistics computed it. Where areas vary far beyond chance, its limits are drawn wider by that much, and say so. */
  funnel: Funnel
  /** The name of our area. */
  ours: string
  /** Rates are per so many of the population: 1000. */
  per: number
  number: NumberWords
  /** "Crimes per 1,000 residents". */
  unitWords: string
  sizeNumber: NumberWords
  /** "Residents". */
  sizeWords: string
}

const MOST_NAMES = 6

type Frame = { x: (size: number) => number; scale: ValueScale; plot: Box; font: number }

/** Draws the funnel. Ours is a filled diamond with its name; areas beyond the outer limits are rings, named where there is room. */
export function funnelDrawing(parts: FunnelParts, size: ChartSize = 'wide'): Drawing {
  const [width, font, plotHeight] = size === 'wide' ? [720, 16, 320] : [320, 14, 230]
  const { funnel, per } = parts
  const largest = Math.max(1, ...funnel.places.map(({ population }) => population)) * 1.05
  const smallest = Math.min(largest, ...funnel.places.map(({ population }) => population))
  const curves = LIMITS.map((limit) => curve(funnel, limit, per, smallest * 0.85, largest))
  const most = mostDrawn(funnel) * per
  const values = [
    funnel.base * per,
    ...funnel.places.map(({ rate }) => Math.min(rate * per, most)),
    ...curves.flat().flatMap(({ low, high }) => [low, Math.min(high, most)]),
  ]
  const scaleIn = (top: number, bottom: number): ValueScale =>
    valueScale(values, { top, bottom, number: parts.number, count: 5, fromZero: true, least: 0, most: null })
  const left =
    Math.ceil(Math.max(20, ...scaleIn(0, 100).ticks.map((tick) => wordsWidth(tick.words, font)))) + 10
  const head = headingLines(parts.unitWords, { font, width, fromZero: true })
  const plot = { left, right: width - 10, top: head.bottom + 6, bottom: head.bottom + 6 + plotHeight }
  const sizes = valueScale([0, largest], {
    top: plot.right,
    bottom: plot.left,
    number: parts.sizeNumber,
    count: size === 'wide' ? 6 : 3,
    fromZero: true,
    least: 0,
    most: largest,
  })
  const frame: Frame = { x: sizes.y, scale: scaleIn(plot.top, plot.bottom), plot, font }
  const legend = legendRows(legendOf(parts), width, font)
  const axis = plot.bottom + font * 2.8 + 8
  return {
    id: size === 'wide' ? parts.id : `${parts.id}-narrow`,
    title: parts.title,
    description: parts.description,
    width,
    height: Math.ceil(axis + 10 + legend.length * font * 1.5),
    body: html`${head.drawn}${axes(frame, sizes, parts, width)}${curves.map((one, index) => drawCurve(one, frame, index))}${layer(
      'level',
      { stroke: THREAD, width: 2 },
      rule(plot.left, frame.scale.y(funnel.base * per), plot.right, frame.scale.y(funnel.base * per)),
    )}${drawPlaces(parts, frame)}${drawLegend(legend, axis + font + 4, font)}`,
  }
}

function drawCurve(limits: readonly Limit[], { x, scale }: Frame, index: number): Html {
  const dash = index === 0 ? { dash: '4 4' } : {}
  const side = (end: 'low' | 'high'): Html =>
    polyline(
      limits.filter((one) => one[end] <= scale.high).map((one) => ({ x: x(one.size), y: scale.y(one[end]) })),
    )
  return layer('curve', { stroke: THREAD, width: 1.5, ...dash }, [side('low'), side('high')])
}

function axes({ plot, scale, font }: Frame, sizes: ValueScale, parts: FunnelParts, width: number): Html {
  const grid = scale.ticks.map((tick) => rule(plot.left, tick.at, plot.right, tick.at))
  const numbers = scale.ticks.map((tick) =>
    words(tick.words, { x: plot.left - 8, y: tick.at + font * 0.35, size: font, anchor: 'end' }),
  )
  const below = clearOf(sizes.ticks, font, plot.left).map((tick) => {
    const half = wordsWidth(tick.words, font) / 2
    return words(tick.words, {
      x: Math.min(width - half, tick.at),
      y: plot.bottom + 8 + font,
      size: font,
      anchor: 'middle',
    })
  })
  return html`${layer('grid', { stroke: LINE }, grid)}${layer('axis', { stroke: LINE, width: 1.5 }, rule(plot.left, plot.bottom, plot.right, plot.bottom))}${numbers}${below}${words(parts.sizeWords, { x: plot.right, y: plot.bottom + 8 + font * 2.3, size: font, anchor: 'end' })}`
}

const beyond = (parts: FunnelParts, place: FunnelPlace): boolean =>
  parts.funnel.overDispersed ? place.outsideAdjusted : place.outsideOuter

function drawPlaces(parts: FunnelParts, frame: Frame): Html {
  const { funnel, per, ours } = parts
  const spots = funnel.places.map(
    (place): PlaceSpot => ({
      place,
      off: place.rate * per > frame.scale.high,
      said:
        place.rate * per > frame.scale.high
          ? `${place.name} ${parts.number(place.rate * per)}, off the scale`
          : place.name,
      ours: place.name === ours,
      beyond: beyond(parts, place),
      x: frame.x(place.population),
      y: Math.max(frame.plot.top + 8, frame.scale.y(place.rate * per)),
    }),
  )
  const own = spots.filter((spot) => spot.ours)
  const off = spots.filter((spot) => spot.off && !spot.ours)
  const others = spots.filter((spot) => !spot.off && !spot.ours)
  return html`${layer(
    'others',
    { fill: GROUND, stroke: QUIET, width: 1.5 },
    others.filter((spot) => !spot.beyond).map((spot) => dot(spot, 3.5)),
  )}${layer(
    'rings',
    { fill: GROUND, stroke: INK, width: 2.5 },
    others.filter((spot) => spot.beyond).map((spot) => dot(spot, 6)),
  )}${layer(
    'dots',
    { fill: INK },
    own.map((spot) => diamond(spot, 8)),
  )}${layer(
    'ways',
    { fill: INK },
    off.map((spot) => triangle(spot, 6, 'up')),
  )}${names(spots, frame)}`
}

type PlaceSpot = Spot & {
  place: FunnelPlace
  said: string
  ours: boolean
  beyond: boolean
  /** Drawn at the upper edge, as it would squeeze all others together. */
  off: boolean
}

/** Our name, then those beyond the limits, as far as words find room. */
function names(spots: readonly PlaceSpot[], { plot, font }: Frame): Html {
  const wanted = [
    ...spots.filter(({ ours }) => ours),
    ...spots.filter((spot) => !spot.ours && (spot.off || spot.beyond)),
  ]
  const marks: Box[] = spots.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))
  const taken: Box[] = []
  const drawn: Html[] = []
  for (const spot of wanted) {
    if (drawn.length >= MOST_NAMES) break
    const { said } = spot
    const at = { size: font, tone: spot.ours ? ('strong' as const) : ('ink' as const), strong: spot.ours }
    const places = [
      { x: spot.x + 12, y: spot.y + font * 0.35, anchor: 'start' as const },
      { x: spot.x - 12, y: spot.y + font * 0.35, anchor: 'end' as const },
      { x: spot.x, y: spot.y - 14, anchor: 'middle' as const },
      { x: spot.x, y: spot.y + 14 + font * 0.8, anchor: 'middle' as const },
    ]
    const free = (place: (typeof places)[number], strict: boolean): boolean => {
      const box = wordsBox(said, { ...place, ...at })
      if (box.left < plot.left || box.right > plot.right || box.top < plot.top || box.bottom > plot.bottom)
        return false
      return (
        !taken.some((other) => overlap(box, other)) && !(strict && marks.some((mark) => overlap(box, mark)))
      )
    }
    // Ours is named in any case, the others only where nothing is covered.
    const place =
      places.find((one) => free(one, true)) ??
      (spot.ours ? places.find((one) => free(one, false)) : undefined)
    if (place === undefined) continue
    taken.push(wordsBox(said, { ...place, ...at }))
    drawn.push(words(said, { ...place, ...at }))
  }
  return html`<g class="sm-c-halo" stroke="${GROUND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${drawn}</g>`
}

function legendOf(parts: FunnelParts): LegendItem[] {
  const { funnel, ours, per, number } = parts
  const others = funnel.places.filter((place) => place.name !== ours)
  return [
    ...(funnel.places.length > others.length ? [{ symbol: 'ours' as const, words: ours }] : []),
    { symbol: 'other', words: 'other areas' },
    ...(others.some((place) => beyond(parts, place))
      ? [{ symbol: 'ring' as const, words: 'beyond the outer limits' }]
      : []),
    { symbol: 'level', words: `all together ${number(funnel.base * per)}` },
    { symbol: 'inner', words: '95% limits' },
    { symbol: 'outer', words: '99.8% limits' },
    ...(funnel.overDispersed ? [{ symbol: null, words: 'limits widened, as areas vary beyond chance' }] : []),
  ]
}
