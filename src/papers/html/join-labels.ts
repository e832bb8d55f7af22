/** Joins a label that a page sets on its own line to the value on the next: "Venue" over "Shire Hall". */
import type { Line } from '../tree.ts'
import type { Part } from './page-sheet.ts'

const LABEL =
  /^(?:meeting )?(?:date|time|date and time|date of meeting|meeting date|start time|venue|location|place|contact|contact officer|committee|dyddiad|amser|lleoliad|decision maker|decision taker|date of decision|decision date|date published|publication date|decision due|reference|decision reference|is key decision|is this a key decision|subject to call[ -]in)\s*\??:?$/i

/** How far down a page its labels stand, in lines. */
const LAST = 60

const joins = (label: Line, value: Line | undefined): value is Line =>
  value !== undefined &&
  LABEL.test(label.text) &&
  value.text.length < 160 &&
  value.heading === null &&
  !LABEL.test(value.text) &&
  !/^[^:]{2,30}:\s/.test(value.text)

/** "9b" or "39/20" alone on a line over the title of its item. */
const numbers = (line: Line, value: Line): boolean =>
  line.cells === null &&
  value.cells === null &&
  /^(?:\d{1,3}[a-z]|\d{1,4}\/\d{1,4}[a-z]?|[A-Z]\d{1,2})\.?$/.test(line.text) &&
  /^\p{Lu}/u.test(value.text) &&
  value.text.length < 200

function joined(lines: readonly Line[]): Line[] {
  const found: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const value = lines[index + 1]
    if (value !== undefined && numbers(line, value)) {
      found.push({
        ...value,
        text: `${line.text} ${value.text}`,
        start: line.start,
        gap: true,
        heading: value.heading ?? 3,
      })
      index += 1
    } else if (index < LAST && joins(line, value)) {
      const text = `${line.text.replace(/\s*:$/, '')}: ${value.text}`
      found.push({ ...value, text, start: line.start, gap: line.gap, bold: false, heading: null })
      index += 1
    } else found.push(line)
  }
  return found
}

/** Takes the parts of a page; returns them with the labels at its beginning joined to their values. */
export const joinLabels = (parts: readonly Part[]): Part[] =>
  parts.map((part) => (part.type === 'lines' ? { ...part, lines: joined(part.lines) } : part))
