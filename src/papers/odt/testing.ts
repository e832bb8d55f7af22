/** Builds OpenDocument texts from their XML, for tests of what reads them. */
import { strToU8, zipSync } from 'fflate'

const SPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  )
  .join(' ')

/** The inner XML of the parts of a text; `members` are added as they are, or take the place of one. */
export type OdtParts = {
  body: string
  /** Automatic styles, list styles among them. */
  styles?: string
  /** Styles of `styles.xml`, the outline among them. */
  shared?: string
  attributes?: string
  members?: Readonly<Record<string, string>>
}

/** The bytes of a text with these parts. */
export function odt({ body, styles = '', shared = '', attributes = '', members = {} }: OdtParts): Uint8Array {
  const made: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text ${attributes}>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${SPACES}><office:styles>${shared}</office:styles></office:document-styles>`,
    ...members,
  }
  return zipSync(Object.fromEntries(Object.entries(made).map(([name, words]) => [name, strToU8(words)])))
}

/** A paragraph of XML. */
export const odtParagraph = (inner: string, style?: string): string =>
  `<text:p${style === undefined ? '' : ` text:style-name="${style}"`}>${inner}</text:p>`

export const odtHeading = (inner: string, level: number, more = ''): string =>
  `<text:h text:outline-level="${level}" ${more}>${inner}</text:h>`

/** A list of items, each given as XML. */
export const odtList = (style: string, items: readonly string[], more = ''): string =>
  `<text:list text:style-name="${style}" ${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`

/** A list style of these levels, each the attributes of its number. */
export const odtListStyle = (name: string, levels: readonly string[]): string =>
  `<text:list-style style:name="${name}">${levels.map((level, index) => `<text:list-level-style-number text:level="${index + 1}" ${level}/>`).join('')}</text:list-style>`

export const odtTable = (rows: readonly (readonly string[])[]): string =>
  `<table:table>${rows.map((cells) => `<table:table-row>${cells.map((cell) => `<table:table-cell>${odtParagraph(cell)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`
