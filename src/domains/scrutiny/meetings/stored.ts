/** How the working copies of meetings, papers and minutes are read back from storage. */
import { stored } from '../../../lib/index.ts'
import { figuresStored } from '../../checked-figures/index.ts'
import type { Attending } from './attendance.ts'
import type { Agenda, AgendaItem, FileOfPaper, Meeting } from './meeting.ts'
import type { Declaration, ItemOf, Minute, MinutePart, Minutes, ResolutionText } from './minutes.ts'
import type { MinuteEntry, PaperEntry, Resolution } from './published.ts'
import { keptPutRight } from './put-right.ts'
import { shownBlock } from './shown-block.ts'

const { fields, list, number, oneOf, orNull, text, day, flag } = stored

const body = fields({ slug: text, name: text })
const file: stored.Reader<FileOfPaper> = fields({ sha256: text, name: text, path: text })
const earlier = list(fields({ version: number, file }))

const pages: stored.Reader<[number, number]> = (value, at = '') => {
  const [first, last] = list(number)(value, at)
  if (first === undefined || last === undefined) throw new Error(`Stored value ${at} is not two pages`)
  return [first, last]
}

const agendaItem: stored.Reader<AgendaItem> = fields({
  number: orNull(text),
  anchor: text,
  title: text,
  section: orNull(text),
  sectionTitle: orNull(text),
  pages: orNull(pages),
  toFollow: flag,
  exempt: orNull(text),
  refersTo: orNull(day),
})

const agenda: stored.Reader<Agenda> = fields({
  items: list(agendaItem),
  issued: orNull(day),
  privatePart: oneOf('none-expected', 'some', 'not-stated'),
  file,
  earlier: list(file),
})

export const meeting: stored.Reader<Meeting> = fields({
  body,
  date: day,
  time: orNull(text),
  place: orNull(text),
  agenda: orNull(agenda),
})

export const itemEntry = fields({ body, date: day, item: agendaItem })

const itemOfPaper = fields({ number: text, title: text, anchor: text })

const paperFields = fields({
  body,
  date: day,
  slug: text,
  item: orNull(itemOfPaper),
  title: text,
  from: orNull(text),
  to: orNull(text),
  numbered: number,
  blocks: list(shownBlock),
  file,
  version: number,
  earlier,
  serves: list(text),
})

const putRightOf = fields({
  putRight: (value: unknown, at = ''): string[] => (value === undefined ? [] : list(text)(value, at)),
})

export const paper: stored.Reader<PaperEntry> = (value, at) => ({
  ...paperFields(value, at),
  ...figuresStored(value, at),
  ...keptPutRight(putRightOf(value, at).putRight),
})

const attending: stored.Reader<Attending> = fields({
  name: text,
  asPrinted: text,
  person: orNull(text),
  role: orNull(text),
  organisation: orNull(text),
  substituteFor: orNull(text),
})

const itemOf: stored.Reader<ItemOf> = fields({ number: orNull(text), title: text, anchor: text })
const declaration: stored.Reader<Declaration> = fields({ name: text, person: orNull(text), text })
const resolutionText: stored.Reader<ResolutionText> = fields({
  anchor: text,
  text,
  parts: list(fields({ marker: text, text })),
})

const partType = fields({ type: oneOf('block', 'resolution') })
const blockPart = fields({ type: oneOf('block'), block: shownBlock })
const resolutionPart = fields({ type: oneOf('resolution'), index: number })
const part: stored.Reader<MinutePart> = (value, at = '') =>
  partType(value, at).type === 'block' ? blockPart(value, at) : resolutionPart(value, at)

const minute: stored.Reader<Minute> = fields({
  number: orNull(text),
  ref: text,
  anchor: text,
  title: text,
  agendaRef: orNull(text),
  item: orNull(itemOf),
  numbered: number,
  parts: list(part),
  resolutions: list(resolutionText),
  declarations: list(declaration),
})

const minutesFields = fields({
  body,
  date: day,
  place: orNull(text),
  attendance: list(fields({ group: text, people: list(attending) })),
  minutes: list(minute),
  file,
  version: number,
  earlier,
})

export const minutes: stored.Reader<Minutes> = (value, at) => ({
  ...minutesFields(value, at),
  ...figuresStored(value, at),
  ...keptPutRight(putRightOf(value, at).putRight),
})

export const minuteEntry: stored.Reader<MinuteEntry> = fields({ body, date: day, minute, serves: list(text) })

export const resolution: stored.Reader<Resolution> = fields({
  body,
  date: day,
  minute: fields({ number: orNull(text), title: text, anchor: text }),
  resolution: resolutionText,
  serves: list(text),
})
