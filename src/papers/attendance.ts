/** Recognises who was present, absent and in attendance at a meeting, and who they are among the members. */
import { bareName, looksLikeName, memberOf } from './names.ts'
import { type Listed, personsIn } from './people.ts'
import type { Attendance, Attendee, Block, ListItem, Member, Warning } from './reading.ts'
import { wordsOf } from './tree.ts'

type Group = keyof Attendance

const LABELS: readonly (readonly [Group, RegExp])[] = [
  ['alsoPresent', /^(?:also present|others? present)\b/i],
  [
    'inAttendance',
    /^(?:also in attendance|in attendance|officers?(?: present| in attendance| attending)?|in attendance by invitation|attending|yn bresennol hefyd|swyddogion)\b/i,
  ],
  [
    'apologies',
    /^(?:apolog(?:y|ies)(?: for absence)?(?: (?:were|was) received)?(?: from)?|absent|members absent|ymddiheuriadau)\b/i,
  ],
  ['substitutes', /^(?:substitutes?|substitute members?|reserves?)\b/i],
  ['late', /^(?:late(?: arrivals?| attendance)?|arrived late)\b/i],
  [
    'present',
    /^(?:(?:voting |panel |committee |board |elected |co-?opted |independent |appointed )*members? (?:present|in attendance|attending)|present|attendance|yn bresennol|aelodau)\b/i,
  ],
]

/** A line that begins a group of the attendance: its group and what follows the label on the same line. */
export function attendanceLabel(text: string): { group: Group; rest: string } | undefined {
  const colon = /^([^:]{3,45}):\s*(.*)$/s.exec(text)
  const label = (colon?.[1] ?? text).trim()
  if (colon === null && (label.length > 40 || /[.;]$/.test(label))) return undefined
  if (
    colon !== null &&
    /^(?:(?:non-)?voting|independent|co-?opted|county|borough|district|city|unitary|elected|appointed|council|local authority|lay)[\w\s/-]*(?:members?|councillors?|representatives?)$/i.test(
      label,
    )
  ) {
    return { group: 'present', rest: colon[2] ?? '' }
  }
  const found = LABELS.find(([, form]) => form.test(label))
  if (found === undefined) return undefined
  const after = label.replace(found[1], '').trim()
  if (
    after !== '' &&
    !/^(?:\(.*\)|members?|officers?|from|by invitation|virtually|in person|were|received|of the panel)$/i.test(
      after,
    )
  )
    return undefined
  return { group: found[0], rest: colon?.[2] ?? '' }
}

const ORGANISATION =
  /(?:council|borough|district|county|city|authority|police|constabulary|service|party|group|trust|board|labour|conservative|liberal democrats?|green|independents?|office|opcc|department)$/i
const ROLE =
  /\b(?:chair|vice|deputy|chief|executive|commissioner|officer|manager|director|head|lead|clerk|solicitor|secretary|substitute|independent member|co-?opted|member|superintendent|inspector|constable|treasurer|advis[eo]r|analyst|assistant|counsel|observer|mayor)\b/i

/** Sorts the notes of a person into role, organisation and whom they stand in for. */
function placed(listed: Listed): Omit<Attendee, 'name'> {
  let role: string | null = null
  let organisation: string | null = null
  let substituteFor: string | null = null
  for (const note of listed.notes) {
    const stands =
      /^(?:as )?(?:a )?(?:substitut(?:e|ing)(?: member)?|sub|deputising|reserve|standing in|in place)\s+(?:for|of)\s+(.+)$/i.exec(
        note,
      ) ?? /^(?:for|vice)\s+((?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b.+)$/.exec(note)
    if (stands?.[1] !== undefined) {
      substituteFor = bareName(stands[1])
      role ??= 'Substitute'
    } else if (ROLE.test(note) || (role === null && !ORGANISATION.test(note))) {
      const [office, ...rest] = note.split(/,\s+/)
      const tail = rest.join(', ')
      if (tail !== '' && ORGANISATION.test(tail) && organisation === null) organisation = tail
      role = joined(role, tail !== '' && ORGANISATION.test(tail) ? (office ?? note) : note)
    } else organisation = joined(organisation, note)
  }
  return { asPrinted: listed.asPrinted, role, organisation, substituteFor }
}

const joined = (before: string | null, note: string): string => {
  if (before === null || before === note || (before === 'Substitute' && /^substitute/i.test(note)))
    return note
  return /^(?:and|&) /.test(note) ? `${before} ${note}` : `${before}; ${note}`
}

/** An attendee matched to the membership where one line fits; a warning where several do. */
export function attendeeOf(
  listed: Listed,
  membership: readonly Member[],
): { attendee: Attendee; open: string[] } {
  const rest = placed(listed)
  const match = memberOf(listed.asPrinted, rest.role, membership)
  const deputy =
    rest.substituteFor === null
      ? null
      : (memberOf(rest.substituteFor, null, membership).name ?? rest.substituteFor)
  return {
    attendee: { name: match.name ?? bareName(listed.asPrinted), ...rest, substituteFor: deputy },
    open: match.open,
  }
}

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

/** The persons a block lists: a table a row each, a list an item each, a paragraph run together. */
function listedIn(block: Block, words: string): Listed[] {
  if (block.type === 'list') return flat(block.items).flatMap((text) => personsIn(text))
  if (block.type !== 'table') return personsIn(words)
  return [block.columns, ...block.rows].flatMap((row) => {
    const at = row.findIndex((cell) => looksLikeName(cell.replace(/\(.*?\)/g, '').trim()))
    if (at < 0) return []
    const [first] = personsIn(row[at] ?? '')
    const notes = row.filter((cell, column) => column !== at && cell !== '')
    return first === undefined ? [] : [{ ...first, notes: [...first.notes, ...notes] }]
  })
}

/** Nobody, in every group. */
export const emptyAttendance = (): Attendance => ({
  present: [],
  apologies: [],
  substitutes: [],
  alsoPresent: [],
  inAttendance: [],
  late: [],
})

/**
 * Reads the attendance from the blocks before the first item. Null when no label such as "Present:" stands there.
 * `membership` are the members named in the same file; a name that fits two of them stays as printed, with a warning.
 */
export function readAttendance(
  blocks: readonly Block[],
  membership: readonly Member[],
): { attendance: Attendance | null; warnings: Warning[] } {
  const attendance = emptyAttendance()
  const warnings: Warning[] = []
  let group: Group | undefined
  for (const block of blocks) {
    const said = block.type === 'list' || block.type === 'table' ? '' : wordsOf(block)
    const label = attendanceLabel(said)
    if (label !== undefined) group = label.group
    else if (group !== undefined && block.type === 'heading' && !looksLikeName(block.text)) {
      if (attendance.present.length > 0) group = undefined
      continue
    }
    if (group === undefined) continue
    if (label === undefined && block.type === 'paragraph' && !startsAsList(said)) continue
    for (const listed of listedIn(block, label?.rest ?? said)) {
      const { attendee, open } = attendeeOf(listed, membership)
      attendance[group].push(attendee)
      if (open.length > 1) warnings.push(uncertain(listed.asPrinted, open, block))
    }
  }
  const someone = Object.values(attendance).some((people) => people.length > 0)
  return { attendance: someone ? attendance : null, warnings }
}

const MINUTED =
  /\bapologies\b[^.]{0,60}?\b(?:received|given|sent|submitted|tendered|recorded)\b[^.]{0,30}?\b(?:from|by|for|on behalf of)\s+(.+?)(?:\.(?=\s+[A-Z][a-z]|\s*$)|$)/is

/** Apologies that are minuted under an item: "Apologies were received from Cllrs Green and Black." */
export function readMinutedApologies(blocks: readonly Block[], membership: readonly Member[]): Attendee[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return []
    const from = MINUTED.exec(block.text)?.[1]
    return from === undefined ? [] : personsIn(from).map((listed) => attendeeOf(listed, membership).attendee)
  })
}

/** A paragraph under a label goes on with the list only when it begins with a name. */
function startsAsList(said: string): boolean {
  const [first] = said.split(/[,;(]| [-–] | and /)
  return (
    first !== undefined &&
    looksLikeName(first.trim()) &&
    personsIn(said).length > 0 &&
    !/\b(?:was|were|is|are|had|opened|welcomed)\b/.test(said.slice(0, 200))
  )
}

function uncertain(printed: string, open: readonly string[], block: Block): Warning {
  const message = `“${printed}” fits more than one member (${open.join(', ')}), so the name stands as printed.`
  return { code: 'name-fits-several', message, start: block.start, end: block.end, page: block.page }
}
