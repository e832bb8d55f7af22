/** Reads what the first bytes of a CSV file say: how its text is encoded, what parts its columns, and their headings. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type FirstLine = { encoding: Encoding; delimiter: string; headings: string[] }

/** As many bytes as the first line may have. */
export const MOST_BYTES_OF_FIRST_LINE = 65_536

/** Reads the first bytes of a file; undefined where no line ends in them although the file goes on. */
export function readFirstLine(head: Buffer, isWhole: boolean): FirstLine | undefined {
  const encoding = encodingOf(head)
  const text = new TextDecoder(encoding).decode(head)
  const record = firstRecord(text)
  if (record === undefined && !isWhole) return undefined
  const line = record ?? text
  const delimiter = [',', ';', '\t'].toSorted((one, other) => count(line, other) - count(line, one))[0] ?? ','
  return { encoding, delimiter, headings: fieldsOf(line, delimiter) }
}

/** UTF-16 is told by its mark, or by every other byte of plain letters being nought. */
function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const start = head.subarray(0, 64)
  const noughts = (parity: number): number =>
    start.filter((byte, at) => at % 2 === parity && byte === 0).length
  if (noughts(1) > 16 && noughts(0) === 0) return 'utf-16le'
  return noughts(0) > 16 && noughts(1) === 0 ? 'utf-16be' : 'utf-8'
}

const count = (line: string, sign: string): number => line.split(sign).length

/** Up to the first line end outside of quotes. */
function firstRecord(text: string): string | undefined {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at)
  }
  return undefined
}

/** The fields of one line of CSV. */
export function fieldsOf(line: string, delimiter: string): string[] {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === delimiter && !quoted) {
      fields.push(field)
      field = ''
    } else field += sign
  }
  return [...fields, field].map((each) => each.trim())
}
