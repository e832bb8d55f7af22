/** The elements of a committee system's XML as a small tree: names in small letters, words without markup. */
import { type Attributes, hearXml, type XmlFault } from '../office/xml.ts'

export type XmlElement = {
  name: string
  /** Attributes by their names in small letters. */
  attributes: ReadonlyMap<string, string>
  words: string
  children: XmlElement[]
}

/** A council's meetings of ten years with everyone who attended do not come near. */
const MOST_ELEMENTS = 300_000
const LONGEST_WORDS = 20_000

class TooMany extends Error {}

const element = (name: string, attributes: Attributes): XmlElement => ({
  name: name.replace(/^.*:/, '').toLowerCase(),
  attributes: new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value ?? ''])),
  words: '',
  children: [],
})

/** Hears a whole file. Returns its outermost element, or why it could not be heard. Nothing is expanded or fetched. */
export function elementsOf(bytes: Uint8Array): XmlElement | XmlFault | 'too-many' {
  const outermost = element('', {})
  const open = [outermost]
  let count = 0
  const listener = {
    open(name: string, attributes: Attributes): void {
      count += 1
      if (count > MOST_ELEMENTS) throw new TooMany()
      const next = element(name, attributes)
      open.at(-1)?.children.push(next)
      open.push(next)
    },
    close(): void {
      open.pop()
    },
    text(words: string): void {
      const last = open.at(-1)
      if (last !== undefined && last.words.length < LONGEST_WORDS) last.words += words
    },
  }
  try {
    return hearXml(bytes, listener) ?? outermost
  } catch (problem) {
    if (problem instanceof TooMany) return 'too-many'
    throw problem
  }
}

/** Every element of one of these names below another, outermost first; those inside a found one are not looked for. */
export function* named(above: XmlElement, names: ReadonlySet<string>): Generator<XmlElement> {
  for (const child of above.children) {
    if (names.has(child.name)) yield child
    else yield* named(child, names)
  }
}

/** Words as people read them: markup of a page inside a value is taken off, white space is single. */
export const tidy = (words: string): string =>
  words
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** The first of these that says something, as an element straight below or as an attribute; null when none does. */
export function valueOf(of: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const child = of.children.find((each) => each.name === name && tidy(each.words) !== '')
    const words = tidy(child?.words ?? of.attributes.get(name) ?? '')
    if (words !== '') return words
  }
  return null
}
