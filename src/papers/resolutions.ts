/** Recognises resolutions in the forms that minutes print them, with their parts and their exact place. */
import type { Block, ListItem, Resolution } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { locate } from './tree.ts'

const UNANIMOUS = String.raw`(?:\(?(?:unanimously|nem(?:ine)? con(?:tradicente)?\.?|by a majority)\)?\s*)?`
/** "RESOLVED, having been moved by Cllr Hill and seconded by Mrs Clark, that …": who moved it is no part of what was resolved. */
const MOVED = String.raw`(?:,?\s+(?:having been|on (?:the|a) (?:motion|proposal|proposition)|(?:being )?(?:moved|proposed))\b[^.;:()]{3,160}?,?(?=\s+that\b))?`
const HEAD = new RegExp(
  String.raw`^\W{0,3}${UNANIMOUS}(?:it was\s+${UNANIMOUS}(?:resolved|agreed)|(?:the )?(?:panel|board|committee|members)\s+${UNANIMOUS}(?:RESOLVED|resolved|AGREED)|resolved|agreed|decisions?|resolutions?|penderfynwyd(?:\s+yn unfrydol)?|cytunwyd(?:\s+yn unfrydol)?|penderfynodd (?:y (?:panel|pwyllgor|bwrdd)|yr aelodau)|penderfyniad(?:au)?)(?:\s+${UNANIMOUS})?${MOVED}\s*(?=[:–—.\/-]|that\b|to\b|$|\(|[A-Z])[:–—.\/-]*\s*`,
  'i',
)
const CAPITAL_AGREED = /^\W{0,3}(?:AGREED|Agreed(?=\s*[:–—-]|$|\s+that\b|\s+to\b))/
/** "The Panel agreed to:" over a list. */
const AGREED_LIST =
  /^(?:the )?(?:panel|board|committee|members) (?:unanimously )?agreed(?: to| that)?\s*:[-–—]?$/i
const WITHIN = new RegExp(
  String.raw`(?<=[.;,:]\s|\b(?:and|it was|panel|board|committee|members|therefore|unanimously|further|also|then)\s)${UNANIMOUS}(?:RESOLVED|(?<=(?:it was|panel|board|committee|members|unanimously)\s(?:(?:further|also|then|therefore)\s)?)resolved)(?:\s+${UNANIMOUS})?\s*(?=(?<=\s)(?:that|to)\b|[:–—-])[:–—-]*\s*|(?<=[.;]\s)it was\s+${UNANIMOUS}(?:agreed|resolved)\s+(?=that\b)`,
  'gi',
)
const INLINE_PART = /(?:^|[\s;:,–—-])\((\d{1,2}|[a-z]|[ivx]{1,4})\)\s+/g

const flat = (items: readonly ListItem[]): string[] =>
  items.map((item) => {
    const below = flat(item.items)
    const lettered = /[a-z\d]/i.test(item.marker) && item.marker !== 'o'
    const words = below.length === 0 ? item.text : `${item.text} ${below.join(' ')}`
    return lettered ? `${item.marker} ${words}` : words
  })

/** What a block resolves from its beginning: the words after the mark; undefined when it is no resolution. */
export function resolvedIn(text: string): string | undefined {
  const match = HEAD.exec(text)
  if (match === null) return undefined
  const mark = match[0]
  if (
    /agreed/i.test(mark) &&
    !/it was/i.test(mark) &&
    !/\bAGREED\b/.test(mark) &&
    !CAPITAL_AGREED.test(text) &&
    !AGREED_LIST.test(text)
  )
    return undefined
  if (
    /^\W*(?:decisions?|resolutions?)/i.test(mark) &&
    !/[:–—-]\s*$/.test(mark) &&
    text.length > mark.trim().length + 1
  )
    return undefined
  if (/^\W*resolved\s*$/.test(mark) && !/^\W*resolved\s+(?:that|to|unanimously)/i.test(text)) return undefined
  const rest = text.slice(mark.length)
  // "PENDERFYNWYD / RESOLVED" is one mark in two languages.
  const again = mark.includes('/')
    ? /^(?:RESOLVED|Resolved|AGREED|PENDERFYNWYD|Penderfynwyd)\b\s*[:–—-]*\s*/.exec(rest)
    : null
  return again === null ? rest : rest.slice(again[0].length)
}

/** Cuts "(a) …; and (b) …" in one paragraph into lead and parts; at least two parts counting up. */
function inlineParts(words: string): { lead: string; parts: string[] } {
  const marks = [...words.matchAll(INLINE_PART)].filter(
    (match, index, all) => index > 0 || /^(?:1|a|i)$/.test(all[0]?.[1] ?? '') || match === all[0],
  )
  if (marks.length < 2 || !/^(?:1|a|i)$/.test(marks[0]?.[1] ?? '')) return { lead: words, parts: [] }
  const starts = marks.map((match) => match.index + match[0].indexOf('('))
  const parts = starts.map((start, index) =>
    words
      .slice(start, starts[index + 1])
      .replace(/[;,]?\s*(?:and)?\s*$/, '')
      .trim(),
  )
  return { lead: words.slice(0, starts[0]).trim(), parts }
}

const FIRST_PART = /^\((?:1|a|i)\)\s+\S/

type Found = { resolution: Resolution; used: number }

function placed(
  text: string,
  block: Block,
  last: Block,
  words: string,
  lead: string,
  parts: string[],
): Resolution {
  const whole = words === '' ? undefined : locate(text, words, block.start, block.end)
  const start = whole?.start ?? block.start
  const end = last === block ? (whole?.end ?? block.end) : last.end
  return { text: lead, parts, start, end }
}

/** The resolution that begins at a block, with the list or the numbered lines that are its parts. */
function at(text: string, blocks: readonly Block[], index: number): Found | undefined {
  const block = blocks[index]
  if (block === undefined || block.type === 'list' || block.type === 'table') return undefined
  const words = resolvedIn(block.text)
  if (words === undefined) return undefined
  const split = splitAgain(words)
  const own = inlineParts(split)
  const open = split === '' || /[:–—]$|\b(?:that|to|and)$/.test(split)
  let used = 1
  let last: Block = block
  let parts = [...own.parts]
  let lead = own.lead
  let next = blocks[index + used]
  if (/^(?:that|to)?[:–—-]?$/i.test(split) && next?.type === 'paragraph' && next.number === null) {
    const opened = inlineParts(next.text)
    lead = `${split} ${opened.lead}`.trim()
    parts.push(...opened.parts)
    last = next
    used += 1
    next = blocks[index + used]
  }
  // "RESOLVED – (1) That …" with "(2) That …" on the next line: the first part stands on the line of the mark.
  if (parts.length === 0 && next?.type === 'list' && FIRST_PART.test(lead)) {
    parts.push(lead.replace(/[;,]?\s*(?:and)?\s*$/, ''))
    lead = ''
  }
  if (open || next?.type === 'list') {
    while (next !== undefined && isPart(next, parts.length, open)) {
      parts = parts.concat(next.type === 'list' ? flat(next.items) : [`${next.number}. ${next.text}`])
      last = next
      used += 1
      next = blocks[index + used]
    }
  }
  return { resolution: placed(text, block, last, split, lead, parts), used }
}

type PartBlock = Extract<Block, { type: 'list' }> | Extract<Block, { type: 'paragraph' }>

/** A list straight after a resolution, or numbered lines that begin at one, are its parts. */
function isPart(block: Block, parts: number, open: boolean): block is PartBlock {
  if (block.type === 'list') return true
  if (block.type !== 'paragraph' || block.number === null || !open) return false
  return (
    block.number === String(parts + 1) &&
    /^(?:that|to|the|note|approve|agree|request|ask|recommend|receive|endorse|support|consider|write|[a-z])/i.test(
      block.text,
    ) &&
    block.text.length < 400
  )
}

const AGAIN =
  /(?<=[.;]\s)(?:(?:(?:The )?(?:Panel|Board|Committee|Members)|It was)\s+)?(?:(?:further|also|then|therefore)\s+)?(?:UNANIMOUSLY\s+|unanimously\s+)?RESOLVED\b/

const splitAgain = (words: string): string => {
  const again = words.search(AGAIN)
  return again < 0 ? words : words.slice(0, again).trim()
}

/** A paragraph that holds more resolutions, or a sentence that runs on for longer, is no minute. */
const MOST = 100
const LONGEST = 8000

/** Paragraphs that carry letters, (a) and (b), read as a list; one of them may be the resolution. */
function inItems(text: string, block: Extract<Block, { type: 'list' }>): Resolution[] {
  let from = block.start
  return block.items.flatMap((item) => {
    const words = /^\W{0,3}(?:it was )?(?:unanimously )?resolved\b/i.test(item.text)
      ? resolvedIn(item.text)
      : undefined
    if (words === undefined || words === '') return []
    const { lead, parts } = inlineParts(words)
    const rest = { ...block, start: from }
    const resolution = placed(text, rest, rest, words, lead, parts)
    from = resolution.end
    return [resolution]
  })
}

/** Resolutions that stand inside a paragraph: "After debate the Panel RESOLVED to note …", or a second one after the first. */
function within(text: string, block: Block, next: Block | undefined): Resolution[] {
  if (block.type === 'list') return inItems(text, block)
  if (block.type !== 'paragraph' || !/resolved|agreed/i.test(block.text)) return []
  return [...block.text.matchAll(WITHIN)].slice(0, MOST).flatMap((match) => {
    if (match.index === 0 || HEAD.exec(block.text)?.[0].length === match.index + match[0].length) return []
    const from = match.index + match[0].length
    const rest = block.text.slice(from, from + LONGEST)
    const sentence = sentencesOf(rest)[0]?.text ?? rest
    // The mark may stand at the end of the paragraph, over what was resolved.
    if (
      sentence.trim() === '' &&
      next?.type === 'paragraph' &&
      next.number === null &&
      /^(?:that|to)\b/i.test(next.text)
    )
      return [placed(text, next, next, next.text, next.text, [])]
    const { lead, parts } = inlineParts(sentence)
    return [placed(text, block, block, sentence, lead, parts)]
  })
}

/**
 * The resolutions among the blocks of one item, in order, and which of the blocks (by index) belong to them. Offsets
 * index `text`. Recommendations that were only put to the meeting are none.
 */
export function readResolutions(
  text: string,
  blocks: readonly Block[],
): { resolutions: Resolution[]; taken: Set<number> } {
  const resolutions: Resolution[] = []
  const taken = new Set<number>()
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined) break
    const found = at(text, blocks, index)
    if (found === undefined) {
      for (const each of within(text, block, blocks[index + 1])) resolutions.push(each)
      continue
    }
    resolutions.push(found.resolution, ...within(text, block, undefined))
    const numbered = block.type === 'paragraph' && block.number !== null
    for (let place = index + (numbered ? 1 : 0); place < index + found.used; place += 1) taken.add(place)
    index += found.used - 1
  }
  return { resolutions, taken }
}
