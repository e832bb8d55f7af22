/** Reads drawings back for tests: strictly as XML, with the room that words and marks take. */
import assert from 'node:assert/strict'
import type { LocalDate } from '../lib/index.ts'
import { date } from '../lib/index.ts'
import { type ChartOptions, controlChart, type SeriesPoint } from '../statistics/index.ts'
import type { ControlChartParts } from './control-chart-parts.ts'
import type { Drawing } from './drawing.ts'
import { type Box, type Spot } from './marks.ts'
import { overlap, wordsBox } from './words-room.ts'

export type Mark = {
  name: string
  attributes: Record<string, string>
  /** The words directly within. */
  text: string
  /** The classes of the elements around it, from the outermost, and its own. */
  classes: string[]
}

const TOKEN = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g
const ENTITY = /&(?!(?:amp|lt|gt|quot|#39);)/
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const decoded = (text: string): string => {
  if (ENTITY.test(text)) throw new Error(`A bare ampersand in “${text}”`)
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? '')
}

/** All elements in their order. Throws where the text is not well-formed XML of the plain kind that we write. */
export function marksOf(xml: string): Mark[] {
  const found: Mark[] = []
  const open: Mark[] = []
  const token = new RegExp(TOKEN)
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (!match) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 60)}`)
    const [whole, closing, name, attributes = '', empty] = match
    if (whole.startsWith('<?')) continue
    if (name === undefined) {
      const inner = open.at(-1)
      if (inner) inner.text += decoded(whole)
      else if (whole.trim() !== '') throw new Error(`Words outside of all elements: ${whole}`)
      continue
    }
    if (closing) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`)
      continue
    }
    const mark = elementOf(name, attributes, open.at(-1))
    found.push(mark)
    if (!empty) open.push(mark)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return found
}

function elementOf(name: string, written: string, around: Mark | undefined): Mark {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    ([, key = '', value = '']) => [key, decoded(value)] as const,
  )
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw new Error(`<${name}> has an attribute twice`)
  const attributes = Object.fromEntries(pairs)
  const own = (attributes['class'] ?? '').split(' ').filter((one) => one !== '')
  return { name, attributes, text: '', classes: [...(around?.classes ?? []), ...own] }
}

/** A number of a mark's attribute; NaN where it has none, which no comparison holds for. */
export const numberOf = (mark: Mark, name: string): number => Number(mark.attributes[name] ?? Number.NaN)

/** The room of each line of words. */
export const textBoxes = (marks: readonly Mark[]): { words: string; box: Box }[] =>
  marks
    .filter(({ name, text }) => name === 'text' && text !== '')
    .map((mark) => {
      const anchor = mark.attributes['text-anchor']
      return {
        words: mark.text,
        box: wordsBox(mark.text, {
          x: numberOf(mark, 'x'),
          y: numberOf(mark, 'y'),
          size: numberOf(mark, 'font-size'),
          anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
          strong: mark.attributes['font-weight'] === '700',
        }),
      }
    })

/** Every place at which something is drawn, but for words. */
export const spotsOf = (marks: readonly Mark[]): Spot[] =>
  marks.flatMap((mark) => {
    const at = (x: string, y: string): Spot => ({ x: numberOf(mark, x), y: numberOf(mark, y) })
    if (mark.name === 'circle') return [at('cx', 'cy')]
    if (mark.name === 'line') return [at('x1', 'y1'), at('x2', 'y2')]
    if (mark.name === 'polyline')
      return (mark.attributes['points'] ?? '').split(' ').map((pair) => {
        const [x, y] = pair.split(',').map(Number)
        return { x: x ?? Number.NaN, y: y ?? Number.NaN }
      })
    return []
  })

/** The elements of a drawing, within an element as on a page. */
export const marksIn = (drawing: Drawing): Mark[] => marksOf(`<svg>${drawing.body.text}</svg>`)

/** Fails where something lies outside the drawing, or words cover others. */
export function assertLegible(drawing: Drawing): void {
  const marks = marksIn(drawing)
  for (const { x, y } of spotsOf(marks)) {
    assert.ok(x >= 0 && x <= drawing.width, `${x} lies outside 0 to ${drawing.width}`)
    assert.ok(y >= 0 && y <= drawing.height, `${y} lies outside 0 to ${drawing.height}`)
  }
  const boxes = textBoxes(marks)
  for (const [index, { words, box }] of boxes.entries()) {
    assert.ok(box.left >= -1 && box.right <= drawing.width + 1, `“${words}” leaves the drawing at its sides`)
    assert.ok(box.top >= -1 && box.bottom <= drawing.height + 1, `“${words}” leaves the drawing`)
    const covered = boxes.slice(index + 1).find((other) => overlap(box, other.box))
    assert.equal(covered, undefined, `“${words}” covers “${covered?.words}”`)
  }
}

/** The firsts of months from January 2017. */
export const month = (index: number): LocalDate =>
  date(`${2017 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`)

/** A value a month from January 2017; null leaves a month out. */
export const monthly = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.flatMap((value, index) => (value === null ? [] : [{ date: month(index), value }]))

/** Parts of a chart of monthly values, with what a test wants otherwise. */
export function partsOf(
  values: readonly (number | null)[],
  wanted: Partial<ControlChartParts> & { options?: Partial<ChartOptions> } = {},
): ControlChartParts {
  const { options, ...rest } = wanted
  const chart = controlChart(monthly(values), {
    improvement: 'neutral',
    target: rest.target ?? null,
    rebase: [],
    fixAfter: null,
    screenOutliers: true,
    ...options,
  })
  return {
    id: 'chart',
    title: 'Crimes by month',
    description: 'What the chart shows',
    chart,
    number: (value) => String(Math.round(value * 100) / 100),
    unitWords: 'Crimes recorded each month',
    dateWords: (day) => `month ${day.slice(0, 7)}`,
    annotations: [],
    breaks: [],
    target: null,
    fromZero: false,
    possible: { least: null, most: null },
    ...rest,
  }
}
