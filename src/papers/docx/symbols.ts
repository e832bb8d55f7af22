/** Letters for the signs of symbol fonts that papers use: ticks, boxes, bullets, arrows. */

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
])

/** The letter of a sign, given its code in hexadecimal and its font; undefined when there is none. */
export function symbol(code: string, font: string): string | undefined {
  const value = Number.parseInt(code, 16)
  if (!(value > 0x1f && value <= 0x10ffff)) return undefined
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  const table = /^wingdings$/i.test(font) ? WINGDINGS : /^symbol$/i.test(font) ? SYMBOL : undefined
  if (table !== undefined) return table.get(own)
  return value < 0xe000 || value > 0xffff ? String.fromCodePoint(value) : undefined
}
