/** Splits lists of people that run together ("Mr A Hill, OBE (Chairman), Cllrs B Clark and C Game") into persons. */
import { hasTitle, isOffice, looksLikeName } from './names.ts'

/** One person of a list: the name as printed, and what stood in brackets or after it. */
export type Listed = { asPrinted: string; notes: string[] }

const PLURAL =
  /^(?:(?:County |City |Borough |District )?Councillors|Cllrs|Cynghorwyr|Messrs|Members)\b\.?:?\s+/i

/** Cuts at commas, semicolons, line ends and "and" that do not stand in brackets. */
function pieces(words: string): { text: string; by: string }[] {
  const cut: { text: string; by: string }[] = []
  let depth = 0
  let from = 0
  let by = ''
  const separator = /[(),;\n[\]]|\s(?:and|&|a|ac)\s/g
  for (const match of words.matchAll(separator)) {
    const mark = match[0]
    if (mark === '(' || mark === '[') depth += 1
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      if (/^\s(?:a|ac)\s$/.test(mark) && !/\bCyng/.test(words)) continue
      cut.push({ text: words.slice(from, match.index).trim(), by })
      by = mark.trim()
      from = match.index + mark.length
    }
  }
  cut.push({ text: words.slice(from).trim(), by })
  return cut
    .filter(({ text }) => text !== '')
    .flatMap((piece, index, all) => runTogether(piece, all[index - 1]?.text))
}

const HONORIFIC =
  /(?<=^|\s)(?:(?:Cllrs?|Councillor|Cyng|Y Cynghorydd|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Revd?|Canon|Alderman)\b\.?\s+)+(?=\p{Lu})/gu
const RANK = /(?:Constable|Superintendent|Inspector|Sergeant|Commander|Commissioner|Mayor|Leader|ACC|DCC)$/

/**
 * "Cllr A Hill (Chair) Cllr Mrs B Clark Mr C Game": a line that lost its commas is cut where the next honorific begins.
 * After a rank ("Chief Constable Mr Ash") it begins no one new, unless the rank is the office of the person before.
 */
function runTogether(
  piece: { text: string; by: string },
  last: string | undefined,
): { text: string; by: string }[] {
  const cuts = [...piece.text.matchAll(HONORIFIC)]
    .map((match) => match.index)
    .filter((at) => {
      const before = piece.text.slice(0, at).trimEnd()
      const open = before.lastIndexOf('(') > before.lastIndexOf(')')
      const word = /\S+$/.exec(before)?.[0] ?? ''
      if (open || !/^[\p{Lu}\d(]|[)\].]$/u.test(word) || /^(?:The|Y|County|City|Borough)$/.test(word))
        return false
      const goesOn = piece.by === ',' || (/^(?:and|&)$/.test(piece.by) && !hasTitle(last ?? ''))
      const office = last !== undefined && goesOn && isOffice(before)
      return RANK.test(before)
        ? office
        : looksLikeName(unbracket(before).asPrinted) || office || cutBefore(before)
    })
  if (cuts.length === 0) return bracketed(piece)
  const ends = [...cuts, piece.text.length]
  return [
    { text: piece.text.slice(0, cuts[0]).trim(), by: piece.by },
    ...cuts.map((at, index) => ({ text: piece.text.slice(at, ends[index + 1]).trim(), by: '\n' })),
  ]
}

/** "Ann Hill (Commissioner) Ben Clark (Treasurer)": cut where a name with its own bracket follows a bracket. */
function bracketed(piece: { text: string; by: string }): { text: string; by: string }[] {
  const each = piece.text.match(/[^()]{1,80}\([^()]{1,120}\)/g) ?? []
  if (each.length < 2 || each.join('').length !== piece.text.trim().length) return [piece]
  if (!each.every((one) => looksLikeName(one.replace(/\(.*$/s, '').trim()))) return [piece]
  return each.map((one, index) => ({ text: one.trim(), by: index === 0 ? piece.by : '\n' }))
}

/** Whether words that hold several names already end with one: the last honorific in them opens a name. */
function cutBefore(words: string): boolean {
  const last = [...words.matchAll(HONORIFIC)].at(-1)
  return last !== undefined && looksLikeName(unbracket(words.slice(last.index)).asPrinted)
}

/** Takes the brackets off a piece: "Mr P Hill (Chairman)" → the name, and the notes. */
function unbracket(text: string): Listed {
  const notes = [...text.matchAll(/[([]([^()[\]]+)[)\]]/g)].map((match) => (match[1] ?? '').trim())
  const chairs = /,?\s+in the chair$/i.test(text)
  if (chairs) notes.push('in the Chair')
  const name = text
    .replace(/\s*[([][^()[\]]*[)\]]?\s*/g, ' ')
    .replace(/,?\s+in the chair$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const dashed = /^(.+?)\s+[-–—]\s+(.+)$/.exec(name) ?? /^([^:]{3,40}):\s+(.+)$/.exec(name)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && looksLikeName(dashed[1])) {
    return { asPrinted: dashed[1], notes: [dashed[2], ...notes] }
  }
  return { asPrinted: name.replace(/[.:]$/, ''), notes }
}

const LETTERS_ALONE =
  /^(?:GBE|KBE|DBE|CBE|OBE|MBE|BEM|QPM|KPM|JP|DL|KC|QC|MP|MS|AM|PhD|BA|BSc|MA|MSc|CPFA|TD|RD)\b/

const OFFICE_ALONE =
  /^(?:the )?(?:(?:vice|deputy)[- ]?)?chair(?:man|woman|person)?$|^the (?:deputy |assistant |acting )?(?:(?:police(?:, fire)? and crime )?commissioner|chief constable|chief executive|monitoring officer|chief finance officer|treasurer|clerk(?: to the panel)?|lead officer|solicitor)$/i

/** Whether someone is listed by office alone: "The Vice-Chairman". Who that is stays open here. */
export const isOfficeAlone = (words: string): boolean => OFFICE_ALONE.test(words.trim())

/**
 * The persons that the words list, in order. Roles and organisations after a comma become notes of the person before
 * them; words that are no person at all are left out.
 */
export function personsIn(words: string): Listed[] {
  const listed: Listed[] = []
  let plural = ''
  const all = pieces(words.replace(/\s*\.\s*$/, ''))
  for (const [index, piece] of all.entries()) {
    const lead = PLURAL.exec(piece.text)
    if (lead !== null) plural = /^messrs/i.test(lead[0]) ? 'Mr' : /members/i.test(lead[0]) ? '' : 'Cllr'
    const text = lead === null ? piece.text : piece.text.slice(lead[0].length)
    const last = listed.at(-1)
    const letters = LETTERS_ALONE.exec(text)
    if (last !== undefined && piece.by === ',' && letters !== null) {
      const rest = unbracket(text)
      last.asPrinted = `${last.asPrinted}, ${rest.asPrinted}`
      last.notes.push(...rest.notes)
      continue
    }
    const person = unbracket(text)
    if (piece.by !== ',' && isOfficeAlone(text)) {
      const next = all[index + 1]
      const holder = next?.by === ',' && hasTitle(next.text) ? next : undefined
      const notes = [text.replace(/^the /i, '')]
      if (holder === undefined) listed.push({ asPrinted: text, notes })
      else holder.text = `${holder.text} (${notes[0]})`
      continue
    }
    if (hasTitle(person.asPrinted) && lead === null) plural = ''
    const named =
      plural === '' || hasTitle(person.asPrinted) ? person.asPrinted : `${plural} ${person.asPrinted}`
    if (looksLikeName(named) && !isOffice(person.asPrinted)) listed.push({ ...person, asPrinted: named })
    else if (last !== undefined && piece.by !== '\n') addNotes(last, piece.by, text, person)
  }
  return listed
}

/** Notes after a name; a role that an "and" cut in two ("Head of Finance and Assets") grows together again. */
function addNotes(last: Listed, by: string, text: string, person: Listed): void {
  const before = last.notes.at(-1)
  if ((by === 'and' || by === '&') && before !== undefined)
    last.notes[last.notes.length - 1] = `${before} ${by} ${text}`
  else last.notes.push(...[person.asPrinted, ...person.notes].filter((note) => note !== ''))
}
