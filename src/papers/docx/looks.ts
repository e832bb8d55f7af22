/** How Word says what letters and paragraphs look like: the properties that styles, levels of lists, runs and paragraphs share. */
import type { Attributes } from '../office/xml.ts'

/** What is said of letters; what is not said is left to the style beneath. Sizes are in half points. */
export type RunLook = { bold?: boolean; italic?: boolean; hidden?: boolean; size?: number; style?: string }

/** What is said of a paragraph. Lengths are in twentieths of a point. */
export type ParagraphLook = {
  style?: string
  /** The list it is of; '0' takes it out of the list that its style puts it in. */
  list?: string
  /** The level in the list, from 0. */
  listLevel?: number
  /** 0 to 8 for headings, 9 for body text. */
  outline?: number
  left?: number
  before?: number
  after?: number
  /** No space to a neighbour of the same style. */
  close?: boolean
}

const OFF = new Set(['0', 'false', 'off', 'none'])

/** A property that is on when it is there, unless it says that it is off. */
const isOn = (attributes: Attributes): boolean => !OFF.has(attributes['w:val'] ?? '1')

/** A whole number within bounds; undefined when it is none. */
export function whole(value: string | undefined, most = 100_000): number | undefined {
  if (value === undefined) return undefined
  const number = Math.round(Number.parseFloat(value))
  return Number.isFinite(number) ? Math.max(-most, Math.min(most, number)) : undefined
}

/** Takes in a property of letters. */
export function readRunLook(look: RunLook, name: string, attributes: Attributes): void {
  if (name === 'w:b') look.bold = isOn(attributes)
  else if (name === 'w:i') look.italic = isOn(attributes)
  else if (name === 'w:vanish') look.hidden = isOn(attributes)
  else if (name === 'w:sz') set(look, 'size', whole(attributes['w:val']))
  else if (name === 'w:rStyle') set(look, 'style', attributes['w:val'])
}

/** Takes in a property of a paragraph. */
export function readParagraphLook(look: ParagraphLook, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:pStyle') set(look, 'style', value)
  else if (name === 'w:numId') set(look, 'list', value)
  else if (name === 'w:ilvl') set(look, 'listLevel', whole(value))
  else if (name === 'w:outlineLvl') set(look, 'outline', whole(value))
  else if (name === 'w:ind') set(look, 'left', whole(attributes['w:left'] ?? attributes['w:start']))
  else if (name === 'w:contextualSpacing') look.close = isOn(attributes)
  else if (name === 'w:spacing') {
    set(look, 'before', whole(attributes['w:before']))
    set(look, 'after', whole(attributes['w:after']))
  }
}

function set<Look extends object, Key extends keyof Look>(
  look: Look,
  key: Key,
  value: Look[Key] | undefined,
): void {
  if (value !== undefined) look[key] = value
}
