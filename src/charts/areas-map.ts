/** A map of areas by value: a few classes of one hue from light to dark, hatched where a figure is hidden or not there. */

import { scaleLinear } from 'd3-scale'
import { type Html, html } from '../web/index.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { headingLines } from './heading.ts'
import { type Outline, outlinesOf, type Position, roomForWords } from './map-outlines.ts'
import { block, GROUND, INK, layer, type Spot, tenth, words } from './marks.ts'
import { wordsWidth, wrapped } from './words-room.ts'

export type MapArea = {
  name: string
  /** Polygons of rings (the outer one first) of positions [longitude, latitude], as GeoJSON has them. */
  polygons: readonly (readonly (readonly Position[])[])[]
  value: number | null
  /** Why there is no value: 'hidden' where few people could be known by it, 'none' where there is no figure. */
  without: 'hidden' | 'none' | null
}

export type AreasMapParts = {
  id: string
  title: string
  description: string
  number: NumberWords
  /** "Crimes per 1,000 residents, year to June 2019". */
  unitWords: string
  areas: readonly MapArea[]
}

export type AreasMapDrawing = Drawing & {
  /** Areas too small for their name; the table beside the map lists them as all others. */
  unlabelled: string[]
}

/**
 * From light to dark, in steps that greyscale keeps apart; neighbours differ by 1.4 to 1 and more. Words on the first three
 * are dark, on the others white, at 4.5 to 1 and more.
 */
export const MAP_CLASSES = ['#e9eef4', '#b9c7d9', '#86a0bf', '#4a6a93', '#1d3557'] as const
const DARK_FROM = 3
/** Corners of all outlines together: 160 KB of GeoJSON come to a page as 25 KB, without a difference that the eye sees. */
const MOST_CORNERS = { wide: 3000, narrow: 1500 }

export type MapClass = {
  readonly from: number
  readonly until: number
  readonly fill: string
  readonly words: string
  readonly dark: boolean
}

/** Up to five classes between round numbers. All values in one where they are the same. */
export function classesOf(values: readonly number[], number: NumberWords): MapClass[] {
  if (values.length === 0) return []
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const bounds = boundsBetween(low, high, number)
  const edges = [-Infinity, ...bounds, Infinity]
  return edges.slice(1).map((until, index) => {
    const from = edges[index] ?? -Infinity
    // Few classes take colours from the whole range.
    const shade = bounds.length === 0 ? 1 : Math.round((index / bounds.length) * (MAP_CLASSES.length - 1))
    return {
      from,
      until,
      fill: MAP_CLASSES[shade] ?? INK,
      dark: shade >= DARK_FROM,
      words: classWords(from, until, low, high, number),
    }
  })
}

function boundsBetween(low: number, high: number, number: NumberWords): number[] {
  for (let count = 5; count >= 1; count -= 1) {
    const bounds = scaleLinear([low, high], [0, 1])
      .ticks(count)
      .filter((bound) => bound > low && bound <= high)
    const distinct = new Set(bounds.map(number)).size === bounds.length
    // One too many: the two highest classes are one.
    if (distinct && bounds.length > 0 && bounds.length <= MAP_CLASSES.length)
      return bounds.slice(0, MAP_CLASSES.length - 1)
  }
  return []
}

function classWords(from: number, until: number, low: number, high: number, number: NumberWords): string {
  if (from === -Infinity && until === Infinity)
    return low === high ? number(low) : `${number(low)} to ${number(high)}`
  if (from === -Infinity) return `below ${number(until)}`
  if (until === Infinity) return `${number(from)} and over`
  return `${number(from)} to below ${number(until)}`
}

/** Draws the map with its legend. Each area says its name and value to a pointer; all stand in the table beside it. */
export function areasMap(parts: AreasMapParts, size: ChartSize = 'wide'): AreasMapDrawing {
  const [width, font, mapHeight] = size === 'wide' ? [640, 15, 480] : [320, 14, 280]
  const id = size === 'wide' ? parts.id : `${parts.id}-narrow`
  const head = headingLines(parts.unitWords, { font, width, fromZero: true })
  const classes = classesOf(
    parts.areas.flatMap(({ value }) => (value === null ? [] : [value])),
    parts.number,
  )
  const map = outlinesOf(
    parts.areas.map(({ polygons }) => polygons),
    { left: 2, right: width - 2, top: head.bottom, bottom: head.bottom + mapHeight },
    MOST_CORNERS[size],
  )
  const shown = parts.areas.map((area, index) => ({
    area,
    outline: map.outlines[index],
    ...lookOf(area, classes, id),
  }))
  const named = shown.map((one) => ({
    one,
    label: one.outline && labelOf(one.area.name, one.outline, font - 1),
  }))
  const legend = drawMapLegend(parts, classes, id, { top: map.bottom + 22, font, width })
  return {
    id,
    title: parts.title,
    description: parts.description,
    width,
    height: Math.ceil(legend.bottom),
    unlabelled: named.flatMap(({ one, label }) => (label ? [] : [one.area.name])),
    body: html`<g class="sm-c-map">${patterns(id)}${head.drawn}${drawAreas(shown, parts.number)}${named.map(({ one, label }) => (label ? drawLabel(label, font - 1, one.dark) : ''))}${legend.drawn}</g>`,
  }
}

type Shown = { area: MapArea; outline: Outline | undefined; fill: string; dark: boolean }

/** Light areas have dark borders; dark ones, over them, have white borders. */
function drawAreas(shown: readonly Shown[], number: NumberWords): Html {
  const drawn = (dark: boolean): Html =>
    html`<g stroke="${dark ? GROUND : INK}" stroke-width="1" stroke-linejoin="round" fill-rule="evenodd">${shown.map(
      (one) =>
        one.outline && one.dark === dark
          ? html`<path fill="${one.fill}" d="${one.outline.path}"><title>${one.area.name}: ${wordsOf(one.area, number)}</title></path>`
          : '',
    )}</g>`
  return html`${drawn(false)}${drawn(true)}`
}

const wordsOf = ({ value, without }: MapArea, number: NumberWords): string =>
  value === null ? (without === 'hidden' ? 'not shown' : 'no figure') : number(value)

/** Two hatchings that differ in greyscale as well: lines for what is not shown, dots for what is not there. */
const patterns = (id: string): Html =>
  html`<defs><pattern id="${id}-hidden" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${GROUND}"/><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="${INK}" stroke-width="1.2"/></pattern><pattern id="${id}-none" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${GROUND}"/><circle cx="4" cy="4" r="1" fill="${INK}"/></pattern></defs>`

function lookOf(
  { value, without }: MapArea,
  classes: readonly MapClass[],
  id: string,
): { fill: string; dark: boolean } {
  if (value === null) return { fill: `url(#${id}-${without === 'hidden' ? 'hidden' : 'none'})`, dark: false }
  const found = classes.find(({ from, until }) => value >= from && value < until)
  return { fill: found?.fill ?? GROUND, dark: found?.dark ?? false }
}

type Label = Spot & { lines: string[] }

/** The name within its area, on one line or two; nothing where it does not fit. */
function labelOf(name: string, outline: Outline, font: number): Label | undefined {
  const halves = name.includes(' ') ? [wrapped(name, font, wordsWidth(name, font) * 0.7)] : []
  for (const lines of [[name], ...halves]) {
    const wide = Math.max(...lines.map((line) => wordsWidth(line, font))) + 4
    const spot = roomForWords(outline, wide, lines.length * font * 1.15)
    if (spot) return { ...spot, lines }
  }
  return undefined
}

const drawLabel = ({ x, y, lines }: Label, font: number, dark: boolean): Html =>
  html`<text x="${tenth(x)}" font-size="${font}" text-anchor="middle" fill="${dark ? '#ffffff' : '#0b0c0c'}"${
    dark ? '' : html` stroke="${GROUND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
  }>${lines.map(
    (line, index) =>
      html`<tspan x="${tenth(x)}" y="${tenth(y + (index - (lines.length - 1) / 2) * font * 1.15 + font * 0.35)}">${line}</tspan>`,
  )}</text>`

function drawMapLegend(
  parts: AreasMapParts,
  classes: readonly MapClass[],
  id: string,
  room: { top: number; font: number; width: number },
): { drawn: Html; bottom: number } {
  const items = [
    ...classes.map(({ fill, words: said }) => ({ fill, said })),
    ...(parts.areas.some(({ without }) => without === 'hidden')
      ? [{ fill: `url(#${id}-hidden)`, said: 'not shown: small numbers' }]
      : []),
    ...(parts.areas.some(({ value, without }) => value === null && without !== 'hidden')
      ? [{ fill: `url(#${id}-none)`, said: 'no figure' }]
      : []),
  ]
  const step = room.font * 1.6
  let [x, y] = [0, room.top]
  const drawn = items.map(({ fill, said }) => {
    const wide = 34 + wordsWidth(said, room.font)
    if (x > 0 && x + wide > room.width) [x, y] = [0, y + step]
    const at = { x, y }
    x += wide + 20
    const swatch = { left: at.x + 1, right: at.x + 27, top: at.y - room.font * 0.85, bottom: at.y + 2 }
    return html`${layer('swatch', { fill, stroke: INK }, block(swatch))}${words(said, { x: at.x + 34, y: at.y, size: room.font })}`
  })
  return { drawn: html`${drawn}`, bottom: y + 10 }
}
