/** Reads the styles of a Word document and says what each comes to through all that it is based on. */
import type { Level } from '../office/pieces.ts'
import { hearXml, type XmlFault } from '../office/xml.ts'
import { type ParagraphLook, type RunLook, readParagraphLook, readRunLook } from './looks.ts'

type Style = {
  id: string
  type: string
  name: string
  basedOn: string | undefined
  run: RunLook
  paragraph: ParagraphLook
}

/** A paragraph style with all that it is based on. */
export type ParagraphStyle = {
  id: string
  level: Level | null
  run: RunLook
  paragraph: ParagraphLook
}

export type Styles = {
  /** A paragraph style; the usual one when none of this id is there. */
  paragraph(id: string | undefined): ParagraphStyle
  /** What a style of letters comes to. */
  letters(id: string): RunLook
  /** The list that a style of lists stands for. */
  readonly listOf: (id: string) => string | undefined
}

/** Styles are based on styles; a chain longer than this goes in a circle. */
const LONGEST_CHAIN = 20
/** Word makes do with some hundreds; what goes beyond is not kept. */
const MOST_STYLES = 10_000

type Found = { styles: Map<string, Style>; run: RunLook; paragraph: ParagraphLook; usual: string | undefined }

/** Reads the part `styles.xml`; undefined stands for a document without one. */
export function readStyles(bytes: Uint8Array | undefined): Styles | XmlFault {
  const found: Found = { styles: new Map(), run: {}, paragraph: {}, usual: undefined }
  const fault = bytes === undefined ? undefined : hearStyles(bytes, found)
  if (fault !== undefined) return fault
  const paragraphs = new Map<string, ParagraphStyle>()
  const letters = new Map<string, RunLook>()
  return {
    paragraph(id) {
      const known = id !== undefined && found.styles.get(id)?.type === 'paragraph' ? id : (found.usual ?? '')
      return kept(paragraphs, known, () => paragraphStyle(found, known))
    },
    letters: (id) => kept(letters, id, () => merged(chain(found, id).map((style) => style.run))),
    listOf: (id) => found.styles.get(id)?.paragraph.list,
  }
}

function kept<Value>(known: Map<string, Value>, id: string, make: () => Value): Value {
  const before = known.get(id)
  if (before !== undefined) return before
  const made = make()
  known.set(id, made)
  return made
}

function hearStyles(bytes: Uint8Array, found: Found): XmlFault | undefined {
  let style: Style | undefined
  return hearXml(bytes, {
    open(name, attributes) {
      if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? ''
        style = { id, type: attributes['w:type'] ?? '', name: '', basedOn: undefined, run: {}, paragraph: {} }
        if (found.styles.size < MOST_STYLES) found.styles.set(id, style)
        if (style.type === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''))
          found.usual = id
      } else if (name === 'w:name' && style !== undefined) style.name = attributes['w:val'] ?? ''
      else if (name === 'w:basedOn' && style !== undefined) style.basedOn = attributes['w:val']
      // Conditional dress of parts of tables, and what properties were before a change.
      else if (name === 'w:tblStylePr' || name.endsWith('Change')) return false
      else {
        readRunLook(style?.run ?? found.run, name, attributes)
        readParagraphLook(style?.paragraph ?? found.paragraph, name, attributes)
      }
      return true
    },
    close(name) {
      if (name === 'w:style') style = undefined
    },
  })
}

/** A style and what it is based on, the nearest first. */
function chain(found: Found, id: string): Style[] {
  const styles: Style[] = []
  for (let next = found.styles.get(id); next !== undefined && styles.length < LONGEST_CHAIN; ) {
    styles.push(next)
    next = next.basedOn === undefined ? undefined : found.styles.get(next.basedOn)
  }
  return styles
}

const merged = <Look extends object>(nearest: readonly Look[]): Look =>
  Object.assign({}, ...nearest.toReversed())

/** The names of built-in styles are English in every language of Word; only what the user sees is translated. */
const HEADING_NAME = /^heading ([1-9])$/i

function levelOf(styles: readonly Style[], outline: number | undefined): Level | null {
  const levels = [1, 2, 3, 4, 5, 6] as const
  if (outline !== undefined) return outline < 0 || outline > 8 ? null : (levels[outline] ?? 6)
  for (const { id, name } of styles) {
    const number = HEADING_NAME.exec(name)?.[1] ?? /^Heading([1-9])$/i.exec(id)?.[1]
    if (number !== undefined) return levels[Number(number) - 1] ?? 6
    if (/^title$/i.test(name)) return 1
    if (/^subtitle$/i.test(name)) return 2
  }
  return null
}

function paragraphStyle(found: Found, id: string): ParagraphStyle {
  const styles = chain(found, id)
  const paragraph = merged([...styles.map((style) => style.paragraph), found.paragraph])
  return {
    id,
    level: levelOf(styles, paragraph.outline),
    run: merged([...styles.map((style) => style.run), found.run]),
    paragraph,
  }
}
