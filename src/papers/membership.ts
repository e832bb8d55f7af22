/** Recognises the lines of a panel's membership: name, organisation, role, vacancies. */
import { bareName, hasTitle, looksLikeName } from './names.ts'
import type { Block, ListItem, Member } from './reading.ts'

const VACANCY = /^\W*(?:vacan(?:cy|t)|to be (?:confirmed|appointed)|tbc|swydd wag)\b/i
const HEAD =
  /^(?:(?:panel |committee |board )?membership|(?:panel |committee |board )?members\b(?: of the (?:panel|committee|board))?(?! (?:present|in attendance|attending|absent))|aelodaeth|the (?:panel|committee)['’]?s members)\b/i
const OFFICE =
  /\b(?:chair(?:man|woman|person)?|vice[- ]chair(?:man|woman|person)?|deputy chair(?:man|woman|person)?|independent(?: co-?opted)? member|co-?opted(?: independent)? member|lay member|observer|substitute(?: member)?|reserve)\b/i

/** One line of the membership from its cells: the name first, then organisation or role. */
export function memberLine(cells: readonly string[]): Member | null {
  const [first = '', ...others] = cells.filter((cell) => cell !== '')
  const roles: string[] = []
  let organisation: string | null = null
  const take = (note: string): void => {
    const dashed = /^(.*?)\s+[-–—]\s+(.+)$/.exec(note)
    const isRole = OFFICE.test(note) && !/council$/i.test(note)
    if (
      dashed?.[1] !== undefined &&
      dashed[2] !== undefined &&
      (OFFICE.test(dashed[1]) || OFFICE.test(dashed[2]))
    ) {
      const [role, place] = OFFICE.test(dashed[1]) ? [dashed[1], dashed[2]] : [dashed[2], dashed[1]]
      roles.push(role)
      organisation ??= place
    } else if (isRole) roles.push(note)
    else if (note !== '') organisation = organisation === null ? note : `${organisation}; ${note}`
  }
  others.forEach(take)
  const named = first.replace(/\s*[([]([^()[\]]*)[)\]]/g, (_, note: string) => {
    take(note.trim())
    return ''
  })
  const role = roles.length === 0 ? null : roles.join('; ')
  if (VACANCY.test(named)) return { name: null, organisation, role, vacancy: true }
  if (!looksLikeName(named.trim())) return null
  return { name: bareName(named), organisation, role, vacancy: false }
}

/** The cells of a line that is not a table row: "Cllr A Clark (Chair) – Swale Borough Council", "A Clark, Swale". */
function cellsOf(text: string): string[] {
  const dashed = /^([^–—]+?)\s+[-–—]\s+(.+)$/.exec(text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined) return [dashed[1], dashed[2]]
  const comma = text.search(/,(?![^()]*\))/)
  if (comma > 0)
    return [
      text.slice(0, comma),
      ...text
        .slice(comma + 1)
        .split(/,(?![^()]*\))/)
        .map((part) => part.trim()),
    ]
  const bracket = /^([^()]+)\(([^()]+)\)$/.exec(text)
  return bracket === null ? [text] : [(bracket[1] ?? '').trim(), (bracket[2] ?? '').trim()]
}

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

function linesOf(block: Block): (Member | null)[] {
  if (block.type === 'table')
    return [block.columns, ...block.rows].filter((row) => row.length > 0).map((row) => memberLine(row))
  if (block.type === 'list') return flat(block.items).map((text) => memberLine(cellsOf(text)))
  return splitRun(block.text).map((text) => memberLine(cellsOf(text)))
}

/** "Cllr A Clark (Swale), Cllr B Game (Thanet)" or the same with semicolons: a paragraph that lists several. */
function splitRun(text: string): string[] {
  const parts = text.split(/;\s*|,\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b)/)
  return parts.length > 1 ? parts : [text]
}

/** Whether a block reads as lines of a membership: most of its lines name a person or a vacancy with a place or role. */
function isMembership(block: Block): boolean {
  const lines = linesOf(block)
  const good = lines.filter(
    (line) => line !== null && (line.vacancy || line.organisation !== null || line.role !== null),
  )
  return (
    good.length > 0 &&
    good.length >= lines.length * 0.6 &&
    (block.type === 'table' || block.type === 'list' || lines.length > 0)
  )
}

/** The membership that an agenda prints, under a heading such as "Membership" or "Members of the Panel"; empty when none. */
export function readMembership(blocks: readonly Block[]): Member[] {
  const head = blocks.findIndex(
    (block) =>
      block.type !== 'list' && block.type !== 'table' && HEAD.test(block.text) && block.text.length < 80,
  )
  if (head < 0) return unheaded(blocks)
  const lead = blocks[head]
  const inline =
    lead !== undefined && 'text' in lead ? /^[^:]{3,60}:\s*(\S.*)$/s.exec(lead.text)?.[1] : undefined
  const members: Member[] =
    inline === undefined ? [] : splitRun(inline).flatMap((text) => memberLine(cellsOf(text)) ?? [])
  for (const block of blocks.slice(head + 1)) {
    if (block.type === 'heading' && members.length > 0 && !isMembership(block)) break
    if (block.type === 'heading' && !isMembership(block)) continue
    if (!isMembership(block)) {
      const plain = block.type === 'paragraph' && hasTitle(block.text) && looksLikeName(block.text)
      if (!plain) break
    }
    for (const line of linesOf(block)) if (line !== null) members.push(line)
  }
  return members
}

/** A table of at least four members that no heading announces. */
function unheaded(blocks: readonly Block[]): Member[] {
  const table = blocks.find(
    (block) =>
      block.type === 'table' &&
      block.rows.length >= 4 &&
      isMembership(block) &&
      block.rows.some((row) => hasTitle(row[0] ?? '')),
  )
  return table === undefined ? [] : linesOf(table).filter((line) => line !== null)
}
