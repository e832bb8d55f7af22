/** Finds the parts of a plan by its headings, and by the sentences that lead in to lists where headings are lacking. */
import type { Block } from '../reading.ts'

/** What a part of a plan is for. */
export type Role =
  | 'principles'
  | 'priorities'
  | 'commitments'
  | 'opportunities'
  | 'national'
  | 'funding'
  | 'allocations'
  | 'contents'
  | 'other'

/** Blocks `from` up to `to` under a heading, or after a sentence that leads in to them. `title` is that heading or sentence. */
export type Section = { role: Role; title: string; heading: number; from: number; to: number; led: boolean }

const ROLES: readonly [Role, RegExp][] = [
  ['contents', /^(?:table of )?contents(?: page)?$/i],
  [
    'national',
    /\bnational (?:context|expectations|priorities|requirements|picture|measures|duties)\b|^(?:the )?(?:strategic policing requirement|national crime and policing measures)\b/i,
  ],
  ['principles', /\bprinciples\b|^(?:(?:our|my|the|core) )*values$|^(?:our|my) values\b|\bunderpinning\b/i],
  [
    'opportunities',
    /^(?:our |my |future )?opportunities\b|\bopportunities for the future\b|\blooking ahead\b/i,
  ],
  [
    'commitments',
    /^(?:what|how) (?:i|we|my office|the commissioner|the pcc|the mayor) (?:will|shall|am going to)\b|\b(?:my|our|commissioner[’']?s) (?:commitments|pledges|promises|actions)\b|^commitments\b|^pledges\b|^holding to account\b/i,
  ],
  ['allocations', /\b(?:allocations?|commissioning|commissioned|grants?)\b/i],
  ['funding', /\b(?:resources|finances?|financial|funding|funded|budget|income|money|medium term)\b/i],
  ['priorities', /\b(?:priorities|objectives|ambitions|missions|pillars)\b/i],
]

/** What a heading says the part under it is for; long headings are statements and say nothing. */
export function roleOf(heading: string): Role {
  if (heading.split(/\s+/).length > 10) return 'other'
  return ROLES.find(([, form]) => form.test(heading))?.[0] ?? 'other'
}

/** "Priority 3: …", "Objective two – …", "Principle 1 …": the number and the words after it. */
export function labelled(text: string): { kind: string; number: string; title: string } | undefined {
  const found =
    /^(priority|objective|ambition|mission|pillar|principle|opportunity|aim)\s+(?:area\s+|no\.?\s*)?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.–—-]*\s*(.*)$/i.exec(
      text,
    )
  const [, kind, printed, title] = found ?? []
  if (kind === undefined || printed === undefined || title === undefined || title === '') return undefined
  const words = 'one two three four five six seven eight nine ten'.split(' ')
  const named = words.indexOf(printed.toLowerCase())
  return { kind: kind.toLowerCase(), number: named < 0 ? printed : String(named + 1), title }
}

/** The sections of the document in order. A numbered heading under an unnumbered one, or a lower one, belongs to its section. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = []
  let open: { section: Section; level: number; number: string | null } | undefined
  blocks.forEach((block, index) => {
    if (block.type !== 'heading' || (open !== undefined && isChild(block, open))) return
    if (open !== undefined) open.section.to = index
    const section = {
      role: roleOf(block.text),
      title: block.text,
      heading: index,
      from: index + 1,
      to: blocks.length,
      led: false,
    }
    sections.push(section)
    open = { section, level: block.level, number: block.number }
  })
  return [...sections, ...ledSections(blocks, sections)].toSorted((one, other) => one.from - other.from)
}

type Heading = Extract<Block, { type: 'heading' }>

function isChild(block: Heading, open: { section: Section; level: number; number: string | null }): boolean {
  const { section } = open
  const named = labelled(block.text)
  if (named !== undefined) return section.role !== 'other' && !isOfAnother(named.kind, section.role)
  if (open.number !== null) {
    return (
      (block.number?.startsWith(`${open.number}.`) ?? false) ||
      (block.number === null && block.level > open.level)
    )
  }
  if (block.number !== null && /^\d{1,2}\.?$/.test(block.number))
    return section.role !== 'other' && roleOf(block.text) !== section.role
  return block.level > open.level && (section.role !== 'other' || roleOf(block.text) === 'other')
}

/** "Priority 1: …" does not stand under the principles, nor "Principle 1: …" under the priorities. */
const isOfAnother = (kind: string, role: Role): boolean => {
  if (kind === 'principle') return role === 'priorities' || role === 'opportunities'
  if (kind === 'opportunity') return role === 'priorities' || role === 'principles'
  return ['principles', 'opportunities', 'national', 'funding', 'allocations'].includes(role)
}

const LEADS: readonly [Role, RegExp][] = [
  ['principles', /\bprinciples\b(?! of public life)/i],
  ['national', /\bnational (?:expectations|context|priorities|requirements|measures)\b/i],
  ['opportunities', /\bopportunities\b/i],
  ['priorities', /\b(?:priorities|objectives|ambitions)\b/i],
  [
    'commitments',
    /^(?:to (?:do|achieve|deliver|support) this,? )?(?:i|we) (?:will|shall)(?: also| therefore)?:$|^what (?:i|we|my office) (?:will|shall) do\b.{0,20}:$|\bi (?:will|commit to|pledge to):$/i,
  ],
]

/** Lists and titled paragraphs after a sentence that ends in a colon and says what they are. */
function ledSections(blocks: readonly Block[], sections: readonly Section[]): Section[] {
  return blocks.flatMap((block, index): Section[] => {
    if (block.type !== 'paragraph' || !/[:–-]$|\bnamely:?$/.test(block.text)) return []
    const sentence = block.text.split(/(?<=[.!?]) /).at(-1) ?? ''
    const role = LEADS.find(([, form]) => form.test(sentence))?.[0]
    const within = sections.find((section) => section.from <= index && index < section.to)
    if (role === undefined || within?.role === role || within?.role === 'contents') return []
    let to = index + 1
    while (to < blocks.length && isEntry(blocks[to])) to += 1
    return to > index + 1 ? [{ role, title: sentence, heading: index, from: index + 1, to, led: true }] : []
  })
}

const isEntry = (block: Block | undefined): boolean =>
  block?.type === 'list' ||
  (block?.type === 'paragraph' && (block.number !== null || /^[A-Z][^.?!:]{8,140}: \S/.test(block.text)))
