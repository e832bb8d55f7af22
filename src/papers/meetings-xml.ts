/** Reads the XML that committee systems give of their meetings (lists of meetings, one meeting, committees) as readings, one a meeting. */
import { isRefusal, longDate, type Refusal, refuse } from '../lib/index.ts'
import { minutesOf } from './agenda-entry.ts'
import { emptyReading } from './empty-reading.ts'
import { pageText } from './html/page-text.ts'
import { withLanguages } from './language.ts'
import { elementsOf } from './meetings-xml/elements.ts'
import { committeesIn, meetingsIn, type XmlItem, type XmlMeeting } from './meetings-xml/meetings.ts'
import type { XmlFault } from './office/xml.ts'
import type { PaperFile } from './read-paper.ts'
import type { Block, Item, Reading } from './reading.ts'

const OPENING =
  /^\s*(?:<\?xml\b[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->)[^]){0,4000}-->\s*|<!doctype\s+(?!html)[^>]{0,200}[^]{0,2000}?\]?>\s*)*<(?!html\b|!doctype\s+html)[a-z_]/i

/** Whether a file is XML: it is declared as such, or called so and begins with an element. */
export function isXml({ bytes, name }: PaperFile): boolean {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  const head = Buffer.from(bytes.subarray(0, 8192))
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
  if (/<html[\s>]/i.test(head)) return false
  return /^\s*<\?xml\b/i.test(head) || (/\.xml$/i.test(name) && OPENING.test(head))
}

/** Why a file could not be heard to its end, as a refusal. */
function unheard(fault: XmlFault | 'too-many', name: string): Refusal {
  if (fault === 'dtd')
    return refuse(
      'xml-with-doctype',
      `${name} declares a document type, which may define or fetch things; save it without its DOCTYPE.`,
    )
  if (fault === 'too-many')
    return refuse(
      'file-too-large',
      `${name} has more than 300,000 elements; ask the committee system for fewer years at once.`,
    )
  const what = fault === 'too-deep' ? 'nests its elements without end' : 'is not whole XML'
  return refuse('xml-malformed', `${name} ${what}; fetch it again.`)
}

/**
 * Reads a file. One meeting is the reading itself; of several each is in `embedded`. Kind 'agenda' where the file gives
 * items, else 'table'. Refuses with 'xml-with-doctype', 'xml-malformed', 'xml-without-meetings', 'file-too-large' or
 * 'empty-file'.
 */
export function readMeetingsXml(file: PaperFile): Reading | Refusal {
  const decoded = pageText(file.bytes, file.name)
  if (isRefusal(decoded)) return decoded
  const root = elementsOf(new TextEncoder().encode(decoded.text))
  if (typeof root === 'string') return unheard(root, file.name)
  const { names, sitting } = committeesIn(root)
  const meetings = meetingsIn(root, names)
  const [only] = meetings
  if (only === undefined && sitting.length === 0)
    return refuse(
      'xml-without-meetings',
      `${file.name} is XML without meetings or committees, of which nothing is read; save it as PDF, Word, a web page or text.`,
    )
  if (only !== undefined && meetings.length === 1)
    return { ...readingOf(only, file.name), listed: listedOf(only, sitting) }
  const listed = {
    id: null,
    status: null,
    cancelled: null,
    webcast: null,
    documents: [],
    committees: sitting,
  }
  return {
    ...listReading(meetings, sitting, file.name),
    listed,
    embedded: meetings.map((meeting) => ({
      ...readingOf(meeting, file.name),
      listed: listedOf(meeting, []),
    })),
  }
}

/** "Cancelled", "Postponed": the meeting is not held on its day. */
const NOT_HELD = /^(?:cancel|postpone|deferred|abandon|not held|withdrawn|gohir|canslo|diddym)/i

const listedOf = (
  { id, status, webcast, items }: XmlMeeting,
  committees: string[],
): NonNullable<Reading['listed']> => ({
  id,
  status,
  cancelled: status !== null && NOT_HELD.test(status) ? status : null,
  webcast,
  documents: items.flatMap((item) => item.documents.map((title) => ({ item: item.number, title }))),
  committees,
})

/** Lines one under the other, each a block. */
class Sheet {
  text = ''
  readonly blocks: Block[] = []

  line(words: string): { page: null; start: number; end: number } {
    const start = this.text === '' ? 0 : this.text.length + 1
    this.text += start === 0 ? words : `\n${words}`
    return { page: null, start, end: this.text.length }
  }

  paragraph(words: string, number: string | null = null): void {
    const place = this.line(number === null ? words : `${number}. ${words}`)
    this.blocks.push({ type: 'paragraph', text: words, number, quote: false, ...place })
  }

  table(columns: string[], rows: string[][]): void {
    const places = [columns, ...rows].map((row) => this.line(row.join(' | ')))
    const [first] = places
    const last = places.at(-1)
    if (first !== undefined && last !== undefined)
      this.blocks.push({
        type: 'table',
        title: null,
        columns,
        rows,
        rowHeaders: true,
        page: null,
        start: first.start,
        end: last.end,
      })
  }
}

function readingOf(meeting: XmlMeeting, file: string): Reading {
  const sheet = new Sheet()
  const { body, date, time, place, attendance, items, status } = meeting
  sheet.paragraph(meetingLine(meeting))
  for (const [label, value] of [
    ['Time', time],
    ['Place', place],
    ['Status', status],
  ] as const)
    if (value !== null) sheet.paragraph(`${label}: ${value}`)
  const listed = items.map((item) => {
    const at = sheet.blocks.length
    sheet.paragraph(item.title, item.number)
    for (const title of item.documents) sheet.paragraph(`Document: ${title}`)
    return itemOf(item, [at, sheet.blocks.length])
  })
  const people = Object.values(attendance ?? {}).flat()
  if (people.length > 0)
    sheet.table(
      ['Name', 'Role'],
      people.map((one) => [one.asPrinted, one.role ?? '']),
    )
  const reading = emptyReading({ text: sheet.text, blocks: withLanguages(sheet.blocks), warnings: [] }, file)
  return {
    ...reading,
    kind: items.length > 0 ? 'agenda' : 'table',
    body,
    date,
    time,
    place,
    attendance,
    items: listed,
  }
}

const meetingLine = ({ body, date }: XmlMeeting): string =>
  `Meeting of ${body ?? 'a body that the file does not name'}${date === null ? '' : `, ${longDate(date)}`}`

const itemOf = ({ number, title, exempt }: XmlItem, blocks: Item['blocks']): Item => ({
  number,
  title,
  section: null,
  pages: null,
  paragraphs: 0,
  agendaRef: null,
  toFollow: false,
  exempt,
  refersToMeetingOn: minutesOf(title),
  resolutions: [],
  declarations: [],
  blocks,
})

/** A file of many meetings, or of committees alone, as a table of them. */
function listReading(meetings: readonly XmlMeeting[], committees: readonly string[], file: string): Reading {
  const sheet = new Sheet()
  if (meetings.length > 0)
    sheet.table(
      ['Body', 'Date', 'Time', 'Place', 'Status'],
      meetings.map(({ body, date, time, place, status }) =>
        [body, date, time, place, status].map((cell) => cell ?? ''),
      ),
    )
  else
    sheet.table(
      ['Committee'],
      committees.map((title) => [title]),
    )
  return {
    ...emptyReading({ text: sheet.text, blocks: withLanguages(sheet.blocks), warnings: [] }, file),
    kind: 'table',
  }
}
