/** Recognises who was present, absent and in attendance at a meeting, and who they are among the members. */
import { bareName, looksLikeName, memberOf } from './names.ts'
import { isOfficeAlone, type Listed, personsIn } from './people.ts'
import type { Attendance, Attendee, Block, ListItem, Member, Warning } from './reading.ts'
import { wordsOf } from './tree.ts'

type Group = keyof Attendance

const LABELS: readonly (readonly [Group, RegExp])[] = [
  [
    'alsoPresent',
    /^(?:also present|others? (?:present|in attendance|attending)|hefyd yn bresennol|yn bresennol hefyd)\b/i,
  ],
  [
    'inAttendance',
    /^(?:also in attendance|in attendance|(?:the following )?officers?(?: present| (?:were )?in attendance| attending)?|virtual(?:ly)? (?:attendees|in attendance)|attend(?:ed|ing) (?:virtually|remotely|online)|in attendance by invitation|attending|swyddogion)\b/i,
  ],
  [
    'apologies',
    /^(?:apolog(?:y|ies)(?: for absence)?(?: (?:were|was) received)?(?: from)?|absent|members absent|ymddiheuriadau)\b/i,
  ],
  ['substitutes', /^(?:substitutes?|substitute members?|reserves?)\b/i],
  ['late', /^(?:late(?: arrivals?| attendance)?|arrived late)\b/i],
  [
    'present',
    /^(?:(?:voting |panel |committee |board |elected |co-?opted |independent |appointed )*members?(?: of the (?:panel|committee|board))? (?:present|in attendance|attending)|present|attendees|attendance|(?:aelodau(?:['’]n| yn)|yn) bresennol|presennol|aelodau)\b/i,
  ],
]

/** A label of those who sit: "Independent Members", "Local authority representatives", "Councillors". */
const SITTING =
  /^(?!.*\b(?:absent|apolog|former|other|officers?|staff|support)\b)[\w\s/,&-]{0,60}?\b(?:members?|councillors?|cllrs?|representatives?)$/i
/** A label of those who serve or are guests: "Host authority support staff", "Officers from the Office of the …". */
const SERVING =
  /^(?:[\w\s/,&-]{0,50}\b(?:staff|officers|secretariat|guests?|observers?)|officers?(?:\s(?:from|of|for)\s[\w\s/,&-]{3,70})?|opf?cc|constabulary|(?:office of the )?(?:police(?:, fire)? and crime )?commissioner(?:[’']s office)?)$/i

/** "PRESENT - Councillor Hill in the Chair". */
const DASHED =
  /^(present|apologies(?: for absence)?|in attendance|also (?:present|in attendance)|attended (?:virtually|remotely|online)|substitutes?)\s+[-–—]\s+(\S.*)$/is

/** A line that begins a group of the attendance: its group and what follows the label on the same line. */
export function attendanceLabel(text: string): { group: Group; rest: string } | undefined {
  // "Yn bresennol / Present:" is one label in two languages.
  const both = /^([^:/]{3,40}?)\s+\/\s+([^:/]{3,40}(?::.*)?)$/s.exec(text)
  if (both?.[1] !== undefined && both[2] !== undefined) {
    const other = attendanceLabel(both[2])
    if (other !== undefined && attendanceLabel(`${both[1]}:`) !== undefined) return other
  }
  const colon = /^([^:]{3,80}):[-–—]?\s*(.*)$/s.exec(text) ?? DASHED.exec(text)
  const label = (colon?.[1] ?? text).trim()
  if (colon === null && (label.length > 40 || /[.;]$/.test(label))) return undefined
  const rest = colon?.[2] ?? ''
  const found = label.length > 70 ? undefined : LABELS.find(([, form]) => form.test(label))
  const after = found === undefined ? '' : label.replace(found[1], '').trim()
  if (found !== undefined && FOLLOWING.test(after)) return { group: found[0], rest }
  if (colon === null || /\d/.test(label)) return undefined
  // "Councillors: A Hill and B Clark": the names after it are those of councillors.
  if (SITTING.test(label))
    return { group: 'present', rest: /councillors$|cllrs$/i.test(label) ? `${label} ${rest}` : rest }
  return SERVING.test(label) ? { group: 'inAttendance', rest } : undefined
}

const FOLLOWING =
  /^(?:\(.*\)|members?|officers?|from|by invitation|virtually|remotely|online|by video(?: ?link)?|in person|were|received|of the panel|(?:throughout|during|for) [\w\s]{3,40}|)$/i

/** Under a label, a line without colon that only says who follow: "OPCC", "Officers", "Members of the Panel". */
function plainLabel(said: string): Group | undefined {
  if (said.length > 60 || looksLikeName(said)) return undefined
  if (/^(?:the )?(?:voting |panel |committee )?members(?: of the (?:panel|committee|board))?$/i.test(said))
    return 'present'
  return SERVING.test(said) ? 'inAttendance' : undefined
}

/** "Chief Constable A Hill and Mr B Clark were in attendance." */
const SENTENCE =
  /^(.{3,300}?)\s+(?:was|were)\s+(also\s+)?(?:in attendance|present)(?:\s+(?:virtually|remotely|online))?\.?$/is

/** "Apologies for absence were received from Councillor Hill and Mrs Clark." */
const APOLOGISED =
  /^apologies\b[^.:]{0,40}\b(?:were|had been|was|have been)\s+(?:received|given|sent|submitted|tendered)\s+(?:from|by|on behalf of)\s+(.{3,400}?)\.?$/is

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

/** The member who holds the office that a paper names alone, where the membership says so of one. */
function holderOf(office: string, membership: readonly Member[]): { name: string | null; open: string[] } {
  const wanted = office.replace(/^the /i, '').toLowerCase().replace(/[\s-]/g, '').slice(0, 9)
  const named = membership.filter(
    (member) => member.name !== null && member.role?.toLowerCase().replace(/[\s-]/g, '').startsWith(wanted),
  )
  return { name: named.length === 1 ? (named[0]?.name ?? null) : null, open: [] }
}

/** An attendee matched to the membership where one line fits; a warning where several do. */
export function attendeeOf(
  listed: Listed,
  membership: readonly Member[],
): { attendee: Attendee; open: string[] } {
  const rest = placed(listed)
  const match = isOfficeAlone(listed.asPrinted)
    ? holderOf(listed.asPrinted, membership)
    : memberOf(listed.asPrinted, rest.role, membership)
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

/** A table headed "Councillor" and "Representing" above the items: those who were there. */
const listsMembers = (block: Extract<Block, { type: 'table' }>): boolean =>
  block.columns.length === 2 &&
  /^(?:councillors?|members?|name)$/i.test(block.columns[0] ?? '') &&
  /^(?:representing|authority|council|organisation|local authority)$/i.test(block.columns[1] ?? '')

/** A table of what was discussed, headed "No." and "Discussion", or with an item's text in a cell: nobody in it is listed as present. */
const listsDiscussion = (block: Extract<Block, { type: 'table' }>): boolean =>
  block.columns.some((cell) =>
    /^(?:discussion|minutes?|actions?(?: (?:by|owner|required))?|item|agenda item|notes|decision|summary)\b/i.test(
      cell,
    ),
  ) || block.rows.some((row) => row.some((cell) => cell.length > 160))

/** A table that says of each member whether they came: "Yes", a tick or "P"; "Apologies" or "A"; "Substitute". */
function readGrid(
  block: Extract<Block, { type: 'table' }>,
  attendance: Attendance,
  membership: readonly Member[],
): void {
  const column = block.columns.findIndex((cell) =>
    /^(?:present|attend(?:ed|ance)|in attendance|apologies)\b/i.test(cell),
  )
  if (column < 1) return
  for (const row of block.rows) {
    const mark = row[column] ?? ''
    const others = row.filter((_, index) => index !== column)
    const [listed] = listedIn({ ...block, columns: [], rows: [others] }, '')
    if (listed === undefined) continue
    const { attendee } = attendeeOf(listed, membership)
    const came =
      /^(?:yes|y|✓|✔|p|present|attended)$/i.test(mark) && !/^apolog/i.test(block.columns[column] ?? '')
    if (/^(?:a|apolog\w*|apologies given)$/i.test(mark)) attendance.apologies.push(attendee)
    else if (came) attendance[attendee.substituteFor === null ? 'present' : 'substitutes'].push(attendee)
  }
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
    const sentence = block.type === 'paragraph' ? SENTENCE.exec(said) : null
    if (sentence?.[1] !== undefined && personsIn(sentence[1]).length > 0) {
      attendance.inAttendance.push(
        ...personsIn(sentence[1]).map((listed) => attendeeOf(listed, membership).attendee),
      )
      continue
    }
    const absent = block.type === 'paragraph' && label === undefined ? APOLOGISED.exec(said)?.[1] : undefined
    if (absent !== undefined) {
      attendance.apologies.push(...personsIn(absent).map((listed) => attendeeOf(listed, membership).attendee))
      continue
    }
    const plain = group === undefined || label !== undefined ? undefined : plainLabel(said)
    if (plain !== undefined) {
      group = plain
      continue
    }
    if (label !== undefined) group = label.group
    else if (block.type === 'table' && listsDiscussion(block)) {
      group = undefined
    } else if (block.type === 'table') {
      const headed = attendanceLabel(block.columns[0] ?? '')?.group
      if (headed !== undefined) group = headed
      else if (group === undefined && listsMembers(block)) {
        group = 'present'
      } else if (group === undefined) readGrid(block, attendance, membership)
    } else if (group !== undefined && block.type === 'heading' && !looksLikeName(block.text)) {
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

/** A paragraph under a label goes on with the list only when it begins with a name. */
function startsAsList(said: string): boolean {
  const [first] = said.replace(/\s+in the chair\b/i, '').split(/[,;(]| [-–] | and /)
  return (
    first !== undefined &&
    (looksLikeName(first.trim()) || isOfficeAlone(first)) &&
    personsIn(said).length > 0 &&
    !/\b(?:was|were|is|are|had|opened|welcomed)\b/.test(said.slice(0, 200))
  )
}

function uncertain(printed: string, open: readonly string[], block: Block): Warning {
  const message = `“${printed}” fits more than one member (${open.join(', ')}), so the name stands as printed.`
  return { code: 'name-fits-several', message, start: block.start, end: block.end, page: block.page }
}
