/**
 * Hears the XML of office files from beginning to end, within bounds: a document type declaration is refused, so that no
 * entity is ever defined, expanded or fetched; nothing is kept but what the listener keeps.
 */
import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string | undefined>>

/** What is told of a part. Names carry the usual prefix of their namespace ("w:p"), whatever the file calls it. */
export type Listener = {
  /** False leaves out the element with all that is in it, and `close` is not called for it. */
  open(name: string, attributes: Attributes): boolean | void
  close?(name: string): void
  text?(words: string): void
}

/** Why a part was not heard to its end. */
export type XmlFault = 'dtd' | 'malformed' | 'too-deep'

/** Deeper than tables in tables in text boxes ever go. */
const DEEPEST = 500
/** How many bytes are turned into text at once, so that a large part is never held twice. */
const STRETCH = 1 << 20

/** Namespaces by their addresses, in the form of ECMA-376, of ISO 29500 Strict and of OpenDocument. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
])

class Unheard extends Error {
  readonly fault: XmlFault
  constructor(fault: XmlFault) {
    super(fault)
    this.fault = fault
  }
}

/** Hears a part in UTF-8 or, with its mark, UTF-16. Returns what stopped it, or undefined when it was heard to its end. */
export function hearXml(bytes: Uint8Array, listener: Listener): XmlFault | undefined {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const names = new Names()
  let depth = 0
  /** The depth of the element that is left out, 0 when none is. */
  let leftOut = 0
  parser.on('doctype', () => {
    throw new Unheard('dtd')
  })
  parser.on('error', () => {
    throw new Unheard('malformed')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new Unheard('too-deep')
    names.open(attributes, depth)
    if (leftOut === 0 && listener.open(names.of(name), names.ofAttributes(attributes)) === false)
      leftOut = depth
  })
  parser.on('closetag', ({ name }) => {
    if (leftOut === 0) listener.close?.(names.of(name))
    else if (leftOut === depth) leftOut = 0
    names.close(depth)
    depth -= 1
  })
  const told = listener.text?.bind(listener)
  if (told !== undefined) {
    const words = (text: string): void => {
      if (leftOut === 0) told(text)
    }
    parser.on('text', words)
    parser.on('cdata', words)
  }
  return fed(parser, bytes)
}

function fed(parser: Pick<SaxesParser, 'write' | 'close'>, bytes: Uint8Array): XmlFault | undefined {
  const wide = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(wide)
  try {
    for (let at = 0; at < bytes.length; at += STRETCH) {
      const more = at + STRETCH < bytes.length
      parser.write(decoder.decode(bytes.subarray(at, at + STRETCH), { stream: more }))
    }
    parser.close()
    return undefined
  } catch (error) {
    if (error instanceof Unheard) return error.fault
    throw error
  }
}

/** Turns names as a file writes them into names with the usual prefixes. Most files use those, so most names stay. */
class Names {
  #declared: { depth: number; prefixes: ReadonlyMap<string, string> }[] = [{ depth: 0, prefixes: new Map() }]
  #known = new Map<string, string>()
  #usual = true

  open(attributes: Attributes, depth: number): void {
    let prefixes: Map<string, string> | undefined
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      prefixes ??= new Map(this.#declared.at(-1)?.prefixes)
      const uri = attributes[name] ?? ''
      prefixes.set(name.slice(6), PREFIXES.get(uri) ?? (name.length > 6 ? `?${name.slice(6)}` : ''))
    }
    if (prefixes !== undefined) this.#declare(depth, prefixes)
  }

  close(depth: number): void {
    if (this.#declared.at(-1)?.depth !== depth) return
    this.#declared.pop()
    this.#forget()
  }

  of(name: string): string {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const prefix = this.#declared.at(-1)?.prefixes.get(colon < 0 ? '' : name.slice(0, colon)) ?? ''
    const usual = prefix === '' ? name : `${prefix}:${name.slice(colon + 1)}`
    this.#known.set(name, usual)
    return usual
  }

  ofAttributes(attributes: Attributes): Attributes {
    if (this.#usual) return attributes
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name.includes(':') ? this.of(name) : name, value]),
    )
  }

  #declare(depth: number, prefixes: ReadonlyMap<string, string>): void {
    this.#declared.push({ depth, prefixes })
    this.#forget()
  }

  #forget(): void {
    this.#known.clear()
    const own = this.#declared.at(-1)?.prefixes ?? new Map<string, string>()
    this.#usual = [...own].every(
      ([prefix, usual]) => prefix === '' || usual === prefix || usual === `?${prefix}`,
    )
  }
}
