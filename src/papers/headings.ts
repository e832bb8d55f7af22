/** Decides which lines are headings, and how a document is set: one line a paragraph, or lines broken at a width. */
import {
  couldHead,
  endsSentence,
  hasLabel,
  headingNumber,
  inCapitals,
  listMark,
  paragraphNumber,
  readsAsTitle,
  stopsAtSmallWord,
  stopsMidway,
  wasBroken,
} from './marks.ts'
import { hasTitle, isOffice, looksLikeName } from './names.ts'
import type { Line } from './tree.ts'

/**
 * `width` is where lines are broken, in characters; 0 when each paragraph is one line. `contents` are the titles that a
 * list of contents names. `runs` gives, for a line that was broken for want of room, all the words up to its end.
 */
export type Setting = { width: number; contents: ReadonlySet<string>; runs: ReadonlyMap<Line, string> }

/** Whether a line was full, so that the next word had to go to the next line. */
export const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + line.text.length + 1 + (/^\S+/.exec(next.text)?.[0] ?? '').length > width - 2

/** The words of each line that was full, with those of the lines that go on with it. */
function runsOf(lines: readonly Line[], width: number): Map<Line, string> {
  const runs = new Map<Line, string>()
  lines.toReversed().forEach((line, back) => {
    const next = lines[lines.length - back]
    const goesOn =
      next !== undefined &&
      !next.gap &&
      next.cells === null &&
      line.cells === null &&
      listMark(next.text) === undefined &&
      isFull(line, next, width)
    if (goesOn) runs.set(line, `${line.text} ${(runs.get(next) ?? next.text).slice(0, 400)}`)
  })
  return runs
}

/** The entries of a list of contents, without the numbers of their pages. */
function contentsOf(lines: readonly Line[]): Set<string> {
  const titles = new Set<string>()
  const from = lines.findIndex((line) => /^(?:table of )?contents:?$/i.test(line.text))
  if (from < 0) return titles
  for (const line of lines.slice(from + 1, from + 60)) {
    const mark = listMark(line.text)
    if (mark === undefined) break
    titles.add(mark.rest.replace(/[\s.]*\d*$/, ''))
  }
  return titles
}

/** Lines are broken at a width when many of them go on in small letters on the next. */
export function settingOf(lines: readonly Line[]): Setting {
  const contents = contentsOf(lines)
  let pairs = 0
  let going = 0
  const lengths: number[] = []
  lines.forEach((line, index) => {
    if (line.cells !== null) return
    lengths.push(line.indent + line.text.length)
    const next = lines[index + 1]
    if (next === undefined || next.gap || next.cells !== null || listMark(next.text) !== undefined) return
    if (line.text.length < 45) return
    pairs += 1
    if (/^[a-z]/.test(next.text)) going += 1
  })
  lengths.sort((a, b) => a - b)
  const longest = lengths[Math.max(0, Math.ceil(lengths.length * 0.98) - 1)] ?? 0
  if (longest > 150 || pairs < 2 || going / pairs < 0.4) return { width: 0, contents, runs: new Map() }
  return { width: longest, contents, runs: runsOf(lines, longest) }
}

/** The level of the heading that a line is, or null when it is none. `next` is the line after it. */
export function isHeading(line: Line, next: Line | undefined, setting: Setting): Line['heading'] {
  const { text } = line
  if (line.cells !== null) return null
  if (line.heading !== null) return line.heading
  if (/^(?:RESOLVED|AGREED|UNANIMOUSLY)\b.*\S/.test(text) && resolvesInWords(text)) return null
  if (
    /^(?:RESOLVED|AGREED|RECOMMENDED|DECISION|PRESENT|APOLOGIES|IN ATTENDANCE|ALSO PRESENT)\b[^:]{0,30}:?$/.test(
      text,
    ) &&
    text.length < 40 &&
    !/FOR ABSENCE|AND SUB/.test(text)
  )
    return null
  if (/^\(.*\)$/.test(text)) return null
  if (line.bold && text.length <= 200 && !/[a-z][.;]$/.test(text)) return 3
  if (inCapitals(text) && !/^[A-Z]{1,4}\d*$/.test(text) && !text.startsWith('VACAN')) return 2
  if (setting.contents.has(text)) return 3
  if (isPart(line, next)) return 2
  const run = setting.runs.get(line)
  if (run !== undefined) return titleRun(run)
  return numberedHeading(line, next, setting) ?? plainHeading(line, next, setting)
}

const LABELLED =
  /^(?:priority|objective|ambition|mission|pillar|principle)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:–—-]\s*\p{Lu}/iu
const PART =
  /^(?:(?:my|our|the|guiding|core|strategic|key|four|five|six|policing)\s+){0,3}(?:principles|values|priorities|objectives|commitments|resources|finances|foreword|introduction|background|purpose|conclusions?|next steps)$/i

/** "Priority One: Safer roads", "Guiding principles": titles of parts of a plan or a report, apart from what is round them. */
function isPart(line: Line, next: Line | undefined): boolean {
  const { text } = line
  if (text.length > 100 || next === undefined || !line.gap || !next.gap || line.italic || next.cells !== null)
    return false
  if (LABELLED.test(text)) return !/[.;,]$/.test(text) && !LABELLED.test(next.text)
  return PART.test(text) && /^[A-Z]/.test(text)
}

/** "Mrs E Hill (Eastham)", "Fay Hurst, Chief of Staff": a person, whatever comes next. */
function namesSomeone(text: string): boolean {
  const at = text.search(/\s*[,(]/)
  if (!looksLikeName(at < 0 ? text : text.slice(0, at))) return false
  return hasTitle(text) || (at > 0 && isOffice(text.slice(at).replace(/^[\s,(]+/, '')))
}

/** A short title set apart over a sentence: no verb, no person, and what follows is a sentence with an end. */
function setOver(line: Line, next: Line): boolean {
  const words = line.text.split(/\s+/)
  return (
    line.gap &&
    next.gap &&
    words.length <= 8 &&
    readsAsTitle(line.text) &&
    !/\d/.test(line.text) &&
    !looksLikeName(line.text.replace(/\s*[,(].*$/, '')) &&
    next.text.length > line.text.length + 10 &&
    next.text.split(/\s+/).length >= 6 &&
    /^["“‘'(]?\p{Lu}/u.test(next.text) &&
    /[a-z)”%\d][.?]["”’)]*$|:$/.test(next.text)
  )
}

/** The level of a numbered title that was broken over lines; null when its words go on as a paragraph does. */
function titleRun(run: string): Line['heading'] {
  const { number, rest } = headingNumber(run)
  if (number === null || run.length > 200 || /[.:;,?]$/.test(rest) || !readsAsTitle(rest)) return null
  return number.includes('.') ? 3 : 2
}

/** A number and words that read as a title: a heading when what follows is its text rather than the next number. */
function numberedHeading(line: Line, next: Line | undefined, setting: Setting): Line['heading'] {
  const { text } = line
  const { number, rest } = headingNumber(text)
  if (number === null || (next?.gap === false && wasBroken(text, next.text))) return null
  const inside = number.includes('.') && /^\d/.test(number)
  if (next?.gap === false && stopsAtSmallWord(text) && endsSentence(next.text)) return null
  if (inside && next?.gap === false && (/^\p{Ll}/u.test(next.text) || stopsMidway(text))) return null
  // A numbered paragraph that leads in to a list is no heading over it.
  if (rest.endsWith(':') && next !== undefined && listMark(next.text) !== undefined && !inCapitals(rest))
    return null
  // A number, words that do not end a sentence, and then a long paragraph without number: a heading, verb or not.
  const overBody = next !== undefined && next.text.length > 130 && headingNumber(next.text).number === null
  const unended = rest.length <= 110 && /^[A-Z]/.test(rest) && /[\p{L})’']$/u.test(rest) && overBody
  if (!unended && !readsAsTitle(rest)) return null
  const depth = number.split('.').length
  const level = depth === 1 ? 2 : depth === 2 ? 3 : 4
  if (/^\d+\/\d+$/.test(number) || inCapitals(rest)) return level
  if (paragraphNumber(text) === undefined && !/^\d+[a-z]$|^[A-Z]\d+$/.test(number)) return null
  if (next === undefined) return null
  if (setting.width > 0 && !next.gap && !line.gap && next.text.length <= 100) return null
  // In a run of numbered lines each is an item, not a heading over the next.
  const following = headingNumber(next.text)
  if (following.number === null || listMark(next.text) !== undefined) return level
  return following.number.startsWith(`${number}.`) ||
    (next.text.length > 130 && !readsAsTitle(following.rest))
    ? level
    : null
}

function plainHeading(line: Line, next: Line | undefined, setting: Setting): Line['heading'] {
  if (line.italic || next === undefined || (hasLabel(line.text) && !line.text.endsWith(':'))) return null
  if (!couldHead(line) || paragraphNumber(line.text) !== undefined) return null
  if (setting.width > 0 && (!line.gap || !next.gap)) return null
  if (next.italic && next.text.startsWith('(')) return null
  const lead = line.text.endsWith(':')
  if (listMark(next.text) !== undefined) return lead ? null : 3
  if (next.cells !== null) return lead ? null : 3
  const long = setting.width > 0 ? setting.runs.has(next) : next.text.length > 90
  const numbered = paragraphNumber(next.text) !== undefined
  if (namesSomeone(line.text)) return null
  return long || numbered || (!lead && setting.width === 0 && setOver(line, next)) ? 3 : null
}

/** Whether words in small letters follow "RESOLVED" or "AGREED". */
function resolvesInWords(text: string): boolean {
  const at = text.search(/\b(?:RESOLVED|AGREED)\b/)
  return at >= 0 && /[a-z]{3}/.test(text.slice(at))
}
