/** Recognises what a notice or title says of a meeting: body, date, time, place, day of issue, whom to contact. */
import { daysBetween, type LocalDate } from '../lib/index.ts'
import { datesIn, firstDate, firstTime, isOnlyDate } from './dates.ts'
import { looksLikeName } from './names.ts'
import type { Block } from './reading.ts'
import { wordsOf } from './tree.ts'
import { inEachLanguage } from './two-languages.ts'

export type Notice = {
  body: string | null
  date: LocalDate | null
  time: string | null
  place: string | null
}

const BODY =
  /\b(?:panel|board|committee|sub-committee|authority|commission|forum|cabinet|assembly|bwrdd|pwyllgor)\b/i
const SMALL = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'to', 'with', 'a'])

/** Words in capitals as a name is written: "KENT AND MEDWAY" → "Kent and Medway"; other words stay as they are. */
export function nameCase(words: string): string {
  if (words !== words.toUpperCase()) return words
  return words
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && SMALL.has(word) ? word : word.replace(/(^|[-(/])\p{L}/gu, (first) => first.toUpperCase()),
    )
    .join(' ')
}

const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:–-]+|[\s,.:;–-]+$/g, '')
    .replace(/^the\s+/i, '')

const SENTENCE =
  /\b(?:meeting|cyfarfod)\b.*\b(?:held|take place|convened|gynhelir|gynhaliwyd)\b|^(?:cynhelir|cynhaliwyd)\b|\b(?:will|to|shall) (?:hold|meet)\b|^(?:the )?(?:draft )?minutes\b.*\b(?:held|meeting)\b|^held (?:at|on|in)\b/is
/** The minutes of another meeting that are put to this one. */
const OTHERS =
  /\b(?:approve|confirm|sign|agree|receive|consider|correct record)\b.{0,60}\bminutes\b|\bminutes\b.{0,120}\b(?:approved|confirmed|signed|agreed|correct record)\b/is

const HEADED =
  /^(?:the )?(?:public |supplementary |summons and )?(?:agenda|minutes|printed minutes|notice of meeting|meeting|draft minutes)\b(?: pack)?(?: (?:for|of|from)(?: (?:a|the) (?:public )?meeting of)?)?\s*[-–—:,]?\s*(?:the )?(.+)$/i

const NAMED: readonly RegExp[] = [
  /\b(?:which|that) the (.+?) (?:held|holds)\b/i,
  /\b(?:meeting|minutes|cyfarfod)\s+(?:of|for)\s+(?:a |the )?(?:(?:public |special |extraordinary |annual |virtual |remote )?meeting of (?:the )?)?(.+?),?\s+(?:meeting\s+)?(?:will|to be|is to be|was|which|held|on|took place|at)\b/i,
  /^(?:.*\bthat )?(?:the )?(.+?)\s+(?:will|is to|shall) (?:hold|meet)\b/i,
  /\bcyfarfod\s+(?:o[’']r\s+|o\s+|y\s+)?(.+?)\s+a\s+gyn(?:helir|haliwyd)\b/i,
  HEADED,
]

/** The body that a notice or title names: the first form that gives a name of a panel, board or committee. */
function bodyIn(words: string): string | null {
  for (const form of NAMED) {
    const named = form.exec(words)?.[1]
    if (named === undefined) continue
    const cut = datesIn(named)[0]?.start ?? named.length
    const name = tidy(
      named
        .slice(0, cut)
        .replace(
          /,?\s*(?:\bon\b|\bheld\b)?\s*(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)?,?\s*$/i,
          '',
        ),
    ).replace(/['’]s?$/, '')
    if (BODY.test(name) && name.length < 120) return nameCase(name)
  }
  return null
}

function placeIn(words: string): string | null {
  const date = datesIn(words)[0]
  const start = date?.start ?? words.length
  const before =
    /\b(?:held|take place|meet|convened)\b(?: virtually| remotely)?\s*,?\s*(?:in|at)\s+(.+?),?\s+(?:on\s+)?(?:\w+day,?\s*)?(?:the\s+)?$/i.exec(
      words.slice(0, start),
    )
  if (before?.[1] !== undefined && !/^\d/.test(before[1])) return tidy(before[1])
  const after = words.slice(date?.end ?? 0)
  const place =
    /(?:^|[\s,])(?:in|at|IN|AT)\s+(?!\d)((?:the\s+)?[A-Z].+?)(?:,?\s+(?:when|to consider|for the purpose|commencing|starting|(?:and )?concluding|at \d)\b.*|\.?\s*)$/.exec(
      after.replace(/\s*,?\s*(?:at|commencing at|from)\s+\d[\d.:]*\s*(?:[ap]\.?m\.?|noon|hours|hrs)?/i, ''),
    )
  const welsh = /\byn\s+((?:Neuadd|Ystafell|Siambr|Swyddf\w+|Canolfan|T[yŷ]|Llys)\b.+?)\.?$/.exec(after)?.[1]
  const named = place?.[1] ?? welsh
  return named === undefined || date === undefined ? null : tidy(named.replace(/\.\s+[A-Z].*$/s, ''))
}

const LABELLED: readonly (readonly [keyof Notice, RegExp])[] = [
  [
    'date',
    /^(?:(?:meeting )?(?:date|dyddiad)(?: of (?:the )?meeting| and time| (?:y |yr )?cyfarfod)?|(?:meeting )?held(?: on)?)\s*:\s*(.+)$/i,
  ],
  ['time', /^(?:meeting )?(?:time|amser)\s*:\s*(.+)$/i],
  ['place', /^(?:venue|place|location|lleoliad|man cyfarfod|meeting place)\s*:\s*(.+)$/i],
  ['body', /^(?:committee|meeting|body|meeting of|pwyllgor|cyfarfod)\s*:\s*(.+)$/i],
]

function readLabel(notice: Notice, words: string): void {
  for (const [field, form] of LABELLED) {
    const value = form.exec(words)?.[1]
    if (value === undefined) continue
    if (field === 'date') {
      notice.date ??= firstDate(value)
      notice.time ??= firstTime(value.slice(datesIn(value)[0]?.end ?? 0))
    } else if (field === 'time') notice.time ??= firstTime(value)
    else if (field === 'place') notice.place ??= tidy(value)
    else if (BODY.test(value)) notice.body ??= nameCase(tidy(value))
  }
}

const ISSUE =
  /^(?:date (?:agenda |papers? )?(?:published|issued)|date of (?:issue|publication|despatch|dispatch)|(?:issued|published|despatched|dispatched)(?: on)?|despatch date|publication date|dated|agenda (?:issued|published)(?: on)?)\b\s*:?\s*(.*)$/i

/** What the blocks before the first item say of the meeting. Dates that are only mentioned are none of the meeting's own. */
export function readNotice(blocks: readonly Block[]): Notice {
  const notice: Notice = { body: null, date: null, time: null, place: null }
  for (const block of blocks) {
    if (block.type === 'list') continue
    for (const words of block.type === 'table' ? labelRows(block) : [wordsOf(block)])
      for (const said of inEachLanguage(words)) readLine(notice, said, block)
  }
  notice.place ??= placeLine(blocks)
  const headed = headingBody(blocks)
  // "… of the Police and Crime Panel" under "Northshire Police and Crime Panel": the fuller name is its name.
  const fuller = headed !== null && notice.body !== null && isFuller(headed, notice.body)
  notice.body = fuller ? headed : (notice.body ?? headed)
  return notice
}

const isFuller = (name: string, short: string): boolean =>
  name.length > short.length && !name.includes('/') && name.toLowerCase().endsWith(` ${short.toLowerCase()}`)

/** A table of two columns that holds "Date" and its value reads as "Date: value". */
const labelRows = (block: Extract<Block, { type: 'table' }>): string[] =>
  [block.columns, ...block.rows]
    .filter((row) => row.length === 2 && row.every((cell) => cell !== ''))
    .map(([label, value]) => `${(label ?? '').replace(/:$/, '')}: ${value}`)

function readLine(notice: Notice, words: string, block: Block): void {
  if (ISSUE.test(words) || words.length > 700) return
  if (OTHERS.test(words)) return
  if (SENTENCE.test(words)) {
    const date = firstDate(words)
    notice.body ??= bodyIn(words)
    if (date === null) return
    notice.place ??= notice.date === null ? placeIn(words) : null
    notice.time ??= firstTime(words.slice(datesIn(words)[0]?.end ?? 0)) ?? firstTime(words)
    notice.date ??= date
    return
  }
  const began =
    /^the meeting (?:started|commenced|began|opened) at\b(.{3,20})/i.exec(words)?.[1] ??
    (words.length < 140 ? /\b(?:commencing|starting|beginning) at\b(.{3,20})$/i.exec(words)?.[1] : undefined)
  if (began !== undefined) notice.time ??= firstTime(began)
  readLabel(notice, words)
  const headed = words.length < 160 && HEADED.test(words)
  if (headed) notice.body ??= bodyIn(words)
  if (notice.date !== null || words.length > 200 || block.type === 'table') return
  const own =
    headed ||
    isOnlyDate(words) ||
    (BODY.test(words) &&
      /[,–—-]\s*(?:\w+day,?\s*)?\d{1,2}\b.*\d{4}/.test(words) &&
      block.type === 'heading') ||
    endsWithDay(words) ||
    startsWithDay(words)
  if (!own || /\bminutes of\b.*\bheld\b/i.test(words)) return
  const date = firstDate(words)
  if (date === null) return
  notice.date = date
  const rest = words.slice(datesIn(words)[0]?.end ?? 0)
  notice.time ??= firstTime(rest) ?? firstTime(words.slice(0, datesIn(words)[0]?.start))
  notice.place ??= placeIn(words)
}

/** "Thursday 6 February 2020 at 2.00pm in the Great Hall": a title line that begins with the day. */
const startsWithDay = (words: string): boolean =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the )?\d{1,2}/i.test(words) &&
  firstTime(words.slice(datesIn(words)[0]?.end ?? 0)) !== null

/** "Northshire Police and Crime Panel - Tuesday, 18th July, 2023 2.00 pm": the body, the day, and no more. */
function endsWithDay(words: string): boolean {
  const body = /^.{3,110}?\b(?:panel|board|committee|authority)\s*[,–—-]\s*(?=\S)/i.exec(words)?.[0]
  if (body === undefined) return false
  const rest = words.slice(body.length)
  const place = /,\s+(?!\d)[^.;:?]{3,90}$/.exec(rest.slice(datesIn(rest)[0]?.end ?? 0))?.[0] ?? ''
  return isOnlyDate(rest) || (place !== '' && !MIDST.test(place) && isOnlyDate(rest.slice(0, -place.length)))
}

/** Words that no place has. */
const MIDST = /\b(?:is|are|was|were|has|have|had|will|would|that|which|minutes|report)\b/i

const ROOM =
  /\b(?:(?:guild)?hall|depot|exchange|forum|court|school|hotel|room|chamber|house|centre|center|offices?|suite|building|headquarters|theatre|library|college|teams|zoom)\b/i

/** A line straight after the day in the title that names a room or a building. */
function placeLine(blocks: readonly Block[]): string | null {
  const at = blocks.findIndex(
    (block) =>
      block.type !== 'list' &&
      block.type !== 'table' &&
      firstDate(block.text) !== null &&
      block.text.length < 160,
  )
  const next = blocks[at + 1]
  if (at < 0 || next === undefined || next.type === 'list' || next.type === 'table') return null
  const fits =
    next.number === null &&
    next.text.length < 120 &&
    ROOM.test(next.text) &&
    !/[.:?]$/.test(next.text) &&
    (!BODY.test(next.text) || /\b(?:committee|board|panel) rooms?\b/i.test(next.text))
  return fits ? tidy(next.text) : null
}

/** "Panel Heddlu a Throseddu Gwent": in Welsh the word for the body comes first. */
const WELSH_BODY = /^(?:panel (?:yr )?heddlu|bwrdd|pwyllgor)\b[^.,:]{3,80}$/i

function headingBody(blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(0, 25)) {
    if (block.type === 'list' || block.type === 'table' || block.text.length > 100) continue
    const [said = block.text] = inEachLanguage(block.text)
    const words = said
      .replace(/^(?:agenda|minutes|meeting)\s*(?:of|for|[-–—:])?\s*(?:the\s+)?/i, '')
      .replace(/^(?:report )?(?:to|for)\s*:\s*/i, '')
      .replace(/\s*(?:agenda|minutes)(?: pack)?$/i, '')
    const cut = datesIn(words)[0]
    const name = tidy(cut === undefined ? words : words.slice(0, cut.start).replace(/\b\w+day,?\s*$/, ''))
    const proper =
      block.type === 'heading' ||
      /\b(?:panel|board|committee)(?: (?:for|of) [A-Z][^.,]{2,50})?$/i.test(name) ||
      WELSH_BODY.test(name)
    if (
      proper &&
      BODY.test(name) &&
      !/[.?]$/.test(name) &&
      name.split(' ').length > 1 &&
      !/\b(?:member|members|items?|matters|business|reports?)\b/i.test(name) &&
      !looksLikeName(name)
    )
      return nameCase(name)
  }
  return null
}

/** The day an agenda was issued: labelled, or a date alone on a line within sixty days before the meeting. */
export function readIssued(blocks: readonly Block[], meeting: LocalDate | null): LocalDate | null {
  for (const block of blocks) {
    if (block.type === 'list' || block.type === 'table') continue
    const labelled = ISSUE.exec(block.text)?.[1]
    if (labelled !== undefined && firstDate(labelled) !== null) return firstDate(labelled)
  }
  if (meeting === null) return null
  for (const block of blocks) {
    if (block.type === 'list' || block.type === 'table' || !isOnlyDate(block.text)) continue
    const day = firstDate(block.text)
    if (day !== null && day < meeting && daysBetween(day, meeting) <= 60) return day
  }
  return null
}
