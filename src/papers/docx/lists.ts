/** Reads the lists of a Word document: abstract ones, those made of them, and what these override (ECMA-376, 17.9). */
import { type Attributes, hearXml, type XmlFault } from '../office/xml.ts'
import { type ParagraphLook, readParagraphLook, whole } from './looks.ts'

/** One of the nine levels of a list. */
export type ListLevel = {
  start: number
  format: string
  /** What is printed, with %1 to %9 for the numbers of the levels. */
  text: string
  space: '' | ' '
  /** All numbers in figures, whatever the format of their level. */
  legal: boolean
  /** From 1: the level after which it begins again; 0 never; null after any that is less deep. */
  restart: number | null
  /** The paragraph style that is of this level. */
  style: string | undefined
  left: number | undefined
}

type Override = { start?: number; level?: ListLevel }

/** A list as paragraphs name it. Lists of one abstract list count on together. */
export type List = {
  abstract: string
  levels: ReadonlyMap<number, ListLevel>
  starts: ReadonlyMap<number, number>
}

type Abstract = { levels: Map<number, ListLevel>; link: string | undefined; styleOf: string | undefined }
type Num = { abstract: string; overrides: Map<number, Override> }
type Found = { abstracts: Map<string, Abstract>; nums: Map<string, Num> }

/** Word keeps at most some thousands of lists; what goes beyond is not kept. */
const MOST_LISTS = 20_000

export type Lists = { list(id: string): List | undefined }

/** Reads the part `numbering.xml`; undefined stands for a document without one. `listOf` says which list a style of lists stands for. */
export function readLists(
  bytes: Uint8Array | undefined,
  listOf: (style: string) => string | undefined,
): Lists | XmlFault {
  const found: Found = { abstracts: new Map(), nums: new Map() }
  const fault = bytes === undefined ? undefined : hearLists(bytes, found)
  if (fault !== undefined) return fault
  const made = new Map<string, List | undefined>()
  return {
    list(id) {
      if (!made.has(id)) made.set(id, listFrom(found, id, listOf))
      return made.get(id)
    },
  }
}

function hearLists(bytes: Uint8Array, found: Found): XmlFault | undefined {
  let abstract: Abstract | undefined
  let num: Num | undefined
  let override: Override | undefined
  let level: ListLevel | undefined
  let look: ParagraphLook = {}
  return hearXml(bytes, {
    open(name, attributes) {
      const value = attributes['w:val']
      if (level !== undefined) {
        readLevel(level, name, value)
        readParagraphLook(look, name, attributes)
        level.left = look.left
        // Letters of the number itself, and pictures as bullets.
        return name !== 'w:rPr'
      }
      if (name === 'w:abstractNum') {
        abstract = { levels: new Map(), link: undefined, styleOf: undefined }
        if (found.abstracts.size < MOST_LISTS)
          found.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
      } else if (name === 'w:num') {
        num = { abstract: '', overrides: new Map() }
        if (found.nums.size < MOST_LISTS) found.nums.set(attributes['w:numId'] ?? '', num)
      } else if (name === 'w:abstractNumId' && num !== undefined) num.abstract = value ?? ''
      else if (name === 'w:numStyleLink' && abstract !== undefined) abstract.link = value
      else if (name === 'w:styleLink' && abstract !== undefined) abstract.styleOf = value
      else if (name === 'w:lvlOverride' && num !== undefined) {
        override = {}
        num.overrides.set(levelIn(attributes), override)
      } else if (name === 'w:startOverride' && override !== undefined) override.start = whole(value) ?? 0
      else if (name === 'w:lvl') {
        level = emptyLevel()
        look = {}
        if (override !== undefined) override.level = level
        else abstract?.levels.set(levelIn(attributes), level)
      }
      return name !== 'w:numPicBullet'
    },
    close(name) {
      if (name === 'w:lvl') level = undefined
      else if (name === 'w:lvlOverride') override = undefined
      else if (name === 'w:num') num = undefined
      else if (name === 'w:abstractNum') abstract = undefined
    },
  })
}

/** Lists have nine levels. */
const levelIn = (attributes: Attributes): number => Math.max(0, whole(attributes['w:ilvl'], 8) ?? 0)

const emptyLevel = (): ListLevel => ({
  start: 0,
  format: 'decimal',
  text: '',
  space: ' ',
  legal: false,
  restart: null,
  style: undefined,
  left: undefined,
})

function readLevel(level: ListLevel, name: string, value: string | undefined): void {
  if (name === 'w:start') level.start = whole(value) ?? 0
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  // No number is longer; Word keeps 31 signs.
  else if (name === 'w:lvlText') level.text = (value ?? '').slice(0, 60)
  else if (name === 'w:suff') level.space = value === 'nothing' ? '' : ' '
  else if (name === 'w:isLgl') level.legal = value === undefined || !/^(?:0|false|off)$/.test(value)
  else if (name === 'w:lvlRestart') level.restart = whole(value) ?? null
  else if (name === 'w:pStyle') level.style = value
}

/** The abstract list itself, where one only names the style of lists whose list it is. */
function abstractOf(found: Found, id: string, listOf: (style: string) => string | undefined): string {
  const link = found.abstracts.get(id)?.link
  if (link === undefined) return id
  for (const [other, { styleOf }] of found.abstracts) if (styleOf === link) return other
  return found.nums.get(listOf(link) ?? '')?.abstract ?? id
}

function listFrom(found: Found, id: string, listOf: (style: string) => string | undefined): List | undefined {
  const num = found.nums.get(id)
  if (num === undefined) return undefined
  const abstract = abstractOf(found, num.abstract, listOf)
  const levels = new Map(found.abstracts.get(abstract)?.levels)
  const starts = new Map<number, number>()
  for (const [at, { start, level }] of num.overrides) {
    if (level !== undefined) levels.set(at, level)
    if (start !== undefined) starts.set(at, start)
  }
  return { abstract, levels, starts }
}
