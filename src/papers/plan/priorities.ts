/** Says whose each priority is, and where their numbering has gaps. */
import type { Block, PlanOwner, PlanReading, Warning } from '../reading.ts'
import { columnOf, type Entry, entriesOf } from './entries.ts'
import { labelled, type Section } from './outline.ts'

const FORCE = String.raw`(?:the\s+)?(?:chief constable|(?:police )?force|constabulary|(?:[A-Z]\w+ )?police(?! and crime))`
const BODY = String.raw`(?:my(?:self| office| own)?|me|our office|(?:the\s+)?(?:police and crime commissioner|commissioner|pcc|opcc|mayor|office of the pcc))`
const BOTH = new RegExp(String.raw`\b${FORCE}\b.{0,40}?\b(?:and|as well as)\b.{0,30}?\b${BODY}\b`, 'i')
const BOTH_TURNED = new RegExp(String.raw`\b${BODY}\b.{0,40}?\b(?:and|as well as)\b.{0,30}?\b${FORCE}\b`, 'i')
const OF_BODY =
  /\b(?:commissioner|pcc|opcc|mayor)[’']?s (?:own )?(?:priorities|objectives)|\b(?:priorities|objectives) (?:for|of) (?:myself|me|my office|the (?:opcc|pcc|commissioner|police and crime commissioner|office))|^(?:my (?:own |office[’']?s )?(?:priorities|objectives)|for my office|my office|the commissioner|what my office)\b/i
const OF_FORCE =
  /\b(?:chief constable|force|constabulary|police)[’']?s? (?:own )?(?:priorities|objectives)\b|\b(?:priorities|objectives) (?:for|of|set for|i have set) (?:the )?(?:force|chief constable|constabulary|[A-Z]\w+ (?:police|constabulary))\b|^(?:for )?(?:the )?(?:chief constable|force|constabulary|[A-Z]\w+ police)\b/i

/** Whose priorities the words speak of; both, in the order named; none when they do not say. */
export function ownersIn(words: string): PlanOwner[] {
  const withoutSetter = words.replace(/\bi have set\b/gi, 'set for')
  if (BOTH.test(withoutSetter) && /\bset for\b|\bfor\b/i.test(withoutSetter))
    return ['force', 'policing-body']
  if (BOTH_TURNED.test(withoutSetter) && /\bset for\b|\bfor\b/i.test(withoutSetter))
    return ['policing-body', 'force']
  if (OF_BODY.test(words)) return ['policing-body']
  return OF_FORCE.test(words) ? ['force'] : []
}

type Found = { priorities: PlanReading['priorities']; warnings: Warning[] }

/** The priorities of a plan: those under headings win over a list that names the same. */
export function prioritiesOf(blocks: readonly Block[], sections: readonly Section[]): Found {
  const found: Found = { priorities: [], warnings: [] }
  const seen = new Map<string, number>()
  const taken = sections.filter((section) => section.role === 'priorities')
  const headed = taken.length === 0 ? labelledAnywhere(blocks) : []
  const loose = headed.length > 0 || taken.length > 0 ? headed : tabledAnywhere(blocks)
  for (const { entries, section } of [
    ...taken.map((each) => ({ entries: entriesOf(blocks, each), section: each })),
    ...(loose.length > 0 ? [{ entries: loose, section: undefined }] : []),
  ]) {
    const owners = ownersIn(section?.title ?? '')
    const lists = new Set(entries.map((entry) => entry.list)).size
    for (const entry of entries) {
      const owner = ownerOf(blocks, entry, owners, lists)
      const key = `${entry.title.toLowerCase()}|${owner ?? ''}`
      const priority = { number: entry.number, title: entry.title, owner, blocks: entry.blocks }
      const before = seen.get(key) ?? seen.get(`${entry.title.toLowerCase()}|`)
      const known = before === undefined ? undefined : found.priorities[before]
      if (known !== undefined && before !== undefined) {
        found.priorities[before] = {
          ...known,
          number: known.number ?? entry.number,
          owner: known.owner ?? owner,
          blocks: known.blocks ?? entry.blocks,
        }
      } else {
        seen.set(key, found.priorities.length)
        found.priorities.push(priority)
      }
    }
    found.warnings.push(...gapsIn(blocks, entries))
  }
  return found
}

/** "Priority 1: …" as headings of their own, where no part is headed priorities. */
function labelledAnywhere(blocks: readonly Block[]): Entry[] {
  const heads = blocks.flatMap((block, index) => {
    const named = block.type === 'heading' ? labelled(block.text) : undefined
    return named !== undefined && named.kind !== 'principle' && named.kind !== 'opportunity'
      ? [{ named, index }]
      : []
  })
  return heads.map(({ named, index }, position) => ({
    number: named.number,
    title: named.title,
    blocks: [index, heads[position + 1]?.index ?? endOf(blocks, index)],
    list: 0,
    at: index,
  }))
}

/** A table with a column of priorities, where no part and no heading names any. */
const tabledAnywhere = (blocks: readonly Block[]): Entry[] =>
  blocks.flatMap((block, index) =>
    block.type === 'table'
      ? columnOf(
          block,
          index,
          /^(?:(?:our|my|the) )?(?:priority|priorities|objectives?|ambitions?)(?: area)?$/i,
        )
      : [],
  )

function endOf(blocks: readonly Block[], from: number): number {
  const own = blocks[from]
  const level = own?.type === 'heading' ? own.level : 6
  const next = blocks.findIndex(
    (block, index) => index > from && block.type === 'heading' && block.level <= level,
  )
  return next < 0 ? blocks.length : next
}

/** The owner that the words over its own list name; else, of two lists after words that name two, the one in that order. */
function ownerOf(
  blocks: readonly Block[],
  entry: Entry,
  owners: readonly PlanOwner[],
  lists: number,
): PlanOwner | null {
  const over = blocks[entry.at - 1]
  const said =
    over?.type === 'paragraph' && over.text.endsWith(':') && over.text.length < 160 ? ownersIn(over.text) : []
  if (said.length === 1) return said[0] ?? null
  if (owners.length === 1) return owners[0] ?? null
  if (owners.length === 2 && lists === 2) return owners[entry.list] ?? null
  return null
}

/** Numbers that are missing before one that is printed: something was lost, and what is not known. */
export function gapsIn(blocks: readonly Block[], entries: readonly Entry[]): Warning[] {
  let expected = 1
  let list = 0
  return entries.flatMap((entry): Warning[] => {
    if (entry.number === null || !/^\d+$/.test(entry.number)) return []
    if (entry.list !== list) {
      list = entry.list
      expected = 1
    }
    const number = Number(entry.number)
    const missing = number - expected
    const first = expected
    expected = number + 1
    const block = blocks[entry.at]
    if (missing < 1 || missing > 30 || block === undefined) return []
    const which =
      missing === 1 ? `Number ${first} is missing` : `Numbers ${first} to ${number - 1} are missing`
    const message = `${which} before “${number}. ${entry.title}”: their headings may have been lost.`
    return [{ code: 'numbering-gap', message, start: block.start, end: block.end, page: block.page }]
  })
}
