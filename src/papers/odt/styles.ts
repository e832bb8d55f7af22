/** Reads the styles and list styles of an OpenDocument text, and says what each comes to through its parents. */
import type { Attributes, Listener } from '../office/xml.ts'

/** What a style says; what it does not say is left to its parent. Lengths are in points. */
export type Look = {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  size?: number
  left?: number
  before?: number
  after?: number
  /** A page begins before the paragraph. */
  pageBefore?: boolean
  /** The list style of its paragraphs, and their level in the outline. */
  list?: string
  outline?: number
}

/** One of the levels of a list style; `format` is empty for one without number, null for a bullet. */
export type OdtLevel = {
  format: string | null
  bullet: string
  prefix: string
  suffix: string
  /** How many levels are shown: 2 for "3.1". */
  shown: number
  start: number
  /** The whole number with %1% for that of the first level, where the file says it so. */
  whole: string | undefined
}

type Style = { parent: string | undefined; look: Look }

export type OdtStyles = {
  /** What a style of a family comes to. */
  look(family: 'paragraph' | 'text', name: string | undefined): Look
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, OdtLevel>>
  /** Takes in what a part says of styles; the parts are heard one after the other. */
  readonly listener: Required<Pick<Listener, 'open' | 'close'>>
}

/** The name under which the numbers of headings are kept, as if they were a list style. */
export const OUTLINE = 'Outline'
const LONGEST_CHAIN = 20
const MOST_STYLES = 20_000

/** A length in points: "1.27cm", "0.5in", "12pt". */
export function points(length: string | undefined): number | undefined {
  const [, number, unit] = /^(-?[\d.]{1,12})(cm|mm|in|pt|pc|px)$/.exec(length ?? '') ?? []
  const factor =
    unit === undefined ? undefined : { cm: 28.35, mm: 2.835, in: 72, pt: 1, pc: 12, px: 0.75 }[unit]
  return factor === undefined ? undefined : Number(number) * factor
}

type Hearing = {
  styles: Map<string, Style>
  lists: Map<string, Map<number, OdtLevel>>
  style: Style | undefined
  list: Map<number, OdtLevel> | undefined
  known: Map<string, Look>
}

/** Styles without anything in them yet. */
export function odtStyles(): OdtStyles {
  const hearing: Hearing = {
    styles: new Map(),
    lists: new Map(),
    style: undefined,
    list: undefined,
    known: new Map(),
  }
  return {
    lists: hearing.lists,
    look: (family, name) => lookOf(hearing, `${family} ${name ?? ''}`),
    listener: {
      open(name, attributes) {
        OPENINGS.get(name)?.(hearing, attributes)
      },
      close(name) {
        if (name === 'style:style' || name === 'style:default-style') hearing.style = undefined
        else if (name === 'text:list-style' || name === 'text:outline-style') hearing.list = undefined
      },
    },
  }
}

type Opening = (hearing: Hearing, attributes: Attributes) => void

const OPENINGS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ['style:style', openStyle],
  ['style:default-style', openStyle],
  ['style:text-properties', ({ style }, attributes) => readLetters(style?.look ?? {}, attributes)],
  ['style:paragraph-properties', ({ style }, attributes) => readParagraph(style?.look ?? {}, attributes)],
  ['text:list-style', (hearing, attributes) => openList(hearing, attributes['style:name'] ?? '')],
  ['text:outline-style', (hearing) => openList(hearing, OUTLINE)],
  ['text:list-level-style-number', ({ list }, attributes) => readLevel(list, attributes, false)],
  ['text:outline-level-style', ({ list }, attributes) => readLevel(list, attributes, false)],
  ['text:list-level-style-bullet', ({ list }, attributes) => readLevel(list, attributes, true)],
  ['text:list-level-style-image', ({ list }, attributes) => readLevel(list, attributes, true)],
])

function openStyle(hearing: Hearing, attributes: Attributes): void {
  const look: Look = {}
  const outline = Number.parseInt(attributes['style:default-outline-level'] ?? '', 10)
  if (outline > 0) look.outline = outline
  if (attributes['style:list-style-name'] !== undefined) look.list = attributes['style:list-style-name']
  // A style with a page layout of its own begins a page.
  if ((attributes['style:master-page-name'] ?? '') !== '') look.pageBefore = true
  hearing.style = { parent: attributes['style:parent-style-name'], look }
  const name = `${attributes['style:family'] ?? ''} ${attributes['style:name'] ?? ''}`
  if (hearing.styles.size < MOST_STYLES) hearing.styles.set(name, hearing.style)
}

function readLetters(look: Look, attributes: Attributes): void {
  const weight = attributes['fo:font-weight']
  const slant = attributes['fo:font-style']
  const size = points(attributes['fo:font-size'])
  if (weight !== undefined) look.bold = weight === 'bold' || Number(weight) >= 600
  if (slant !== undefined) look.italic = slant !== 'normal'
  if (attributes['text:display'] !== undefined) look.hidden = attributes['text:display'] === 'none'
  if (size !== undefined) look.size = size * 2
}

function readParagraph(look: Look, attributes: Attributes): void {
  const left = points(attributes['fo:margin-left'])
  const before = points(attributes['fo:margin-top'])
  const after = points(attributes['fo:margin-bottom'])
  if (left !== undefined) look.left = left
  if (before !== undefined) look.before = before
  if (after !== undefined) look.after = after
  if (attributes['fo:break-before'] === 'page') look.pageBefore = true
}

function openList(hearing: Hearing, name: string): void {
  hearing.list = new Map()
  if (hearing.lists.size < MOST_STYLES) hearing.lists.set(name, hearing.list)
}

/** Levels are counted from 1 to 10. */
export const levelIn = (value: string | undefined): number =>
  Math.max(1, Math.min(10, Number.parseInt(value ?? '', 10) || 1))

/** What stands round a number is a few signs. */
const short = (signs: string | undefined): string | undefined => signs?.slice(0, 60)

function readLevel(list: Map<number, OdtLevel> | undefined, attributes: Attributes, bullet: boolean): void {
  list?.set(levelIn(attributes['text:level']), {
    format: bullet ? null : (attributes['style:num-format'] ?? ''),
    bullet: short(attributes['text:bullet-char']) ?? '•',
    prefix: short(attributes['style:num-prefix']) ?? '',
    suffix: short(attributes['style:num-suffix']) ?? '',
    shown: levelIn(attributes['text:display-levels']),
    start: Number.parseInt(attributes['text:start-value'] ?? '1', 10) || 0,
    whole: short(attributes['style:num-list-format'] ?? attributes['loext:num-list-format']),
  })
}

function lookOf(hearing: Hearing, name: string): Look {
  const before = hearing.known.get(name)
  if (before !== undefined) return before
  const [family = ''] = name.split(' ')
  const looks: Look[] = []
  for (let next = hearing.styles.get(name); next !== undefined && looks.length < LONGEST_CHAIN; ) {
    looks.unshift(next.look)
    next = next.parent === undefined ? undefined : hearing.styles.get(`${family} ${next.parent}`)
  }
  // The look of all text comes from the defaults of its paragraph.
  const usual = family === 'paragraph' ? hearing.styles.get(`${family} `)?.look : undefined
  const look = Object.assign({}, usual, ...looks)
  hearing.known.set(name, look)
  return look
}
