/**
 * Recognises what inspectors and custody visitors say must be done: recommendations, areas for improvement, causes of
 * concern (Police Act 1996 section 55: a commissioner answers recommendations within 56 days).
 */
import { quoted } from './action-words.ts'
import type { Block, ListItem, Recommendation } from './reading.ts'
import { type Tree, wordsOf } from './tree.ts'

type Kind = Recommendation['kind']

const INSPECTED =
  /\bHMICFRS\b|\bHMIC\b|\binspect(?:ion|ions|orate|ors)\b|\bPEEL\b|\bcustody visit(?:ing|ors?)\b|\bcause of concern\b|\bsuper-?complaint\b/i
const NAME = String.raw`(recommendations?|areas? for improvement|AFIs?|causes? of concern|argymhellion|argymhelliad|meysydd i'w gwella)`
const HEAD = new RegExp(
  String.raw`^(?:(?:key|national|local|the|our|accelerated)\s+)?${NAME}(?:\s+(?:for|to)\s+[^:.]{3,60})?(?:\s+(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]\d{0,2}))?\s*[:.–—-]*$`,
  'i',
)
const LINE = new RegExp(
  String.raw`^(?:(?:national|local|accelerated)\s+)?${NAME}\s*(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,2})?[a-z]?)?\s*[:.–—-]\s+(\S.{10,})$`,
  'is',
)
/** Words after which no more recommendations follow: what was answered to them, or another part of the report. */
const ANSWER =
  /^(?:(?:pf?cc|commissioner|force|chief constable)(?:[’']?s)?\s+)?(?:comments?|response|reply|progress|update|action(?:s| taken)?|status)\b|^ymateb\b/i

const kindOf = (name: string): Kind => {
  if (/^cause/i.test(name)) return 'cause-of-concern'
  return /^(?:area|AFI|meysydd)/i.test(name) ? 'area-for-improvement' : 'recommendation'
}

/** `said` are the words that stand in the text; `text` has what leads in to them as well. */
type Found = { kind: Kind; number: string | null; text: string; said: string; block: Block }

const marked = (item: ListItem): string | null => /^\(?([a-z\d]{1,3})[.)]/i.exec(item.marker)?.[1] ?? null

const whole = (item: ListItem): string => [item.text, ...item.items.map(whole)].join(' ')

/** The heading that is open: what its blocks are, its own number, and whether something stood under it yet. */
type Open = { kind: Kind; number: string | null; any: boolean; lead: string | null }

function under(block: Block, open: Open): Found[] {
  const one = (number: string | null, said: string): Found => ({
    kind: open.kind,
    number,
    said,
    text: ended(open.lead === null ? said : `${open.lead} ${said}`),
    block,
  })
  if (block.type === 'list') {
    // Under "Recommendation 4" a list is part of it; under "Recommendations" each item is one.
    if (open.number !== null && open.lead === null) return []
    return block.items.map((item) => one(marked(item) ?? open.number, whole(item)))
  }
  if (block.type === 'table' || block.type === 'heading') return []
  if (block.text.endsWith(':')) {
    open.lead = block.text
    return []
  }
  if (open.number !== null && open.any) return []
  open.lead = null
  return [one(open.number ?? block.number, block.text)]
}

/** Without the "; and" by which one item of a list leads to the next. */
const ended = (words: string): string => words.replace(/[;,]\s*(?:and|or)?\s*$/i, '')

function headOf(block: Block): Open | undefined {
  if (block.type !== 'heading' && block.type !== 'paragraph') return undefined
  const head = block.text.length > 90 ? null : HEAD.exec(block.text)
  if (head?.[1] === undefined) return undefined
  return {
    kind: kindOf(head[1]),
    number: head[2] ?? null,
    any: false,
    lead: null,
  }
}

function ofTable(block: Extract<Block, { type: 'table' }>): Found[] {
  const at = block.columns.findIndex((cell) => new RegExp(`^${NAME}(?: text| made)?$`, 'i').test(cell))
  if (at < 0) return []
  const number = block.columns.findIndex((cell) =>
    /^(?:no\.?|ref(?:erence)?\.?|number|rec\.? no\.?|#|id)$/i.test(cell),
  )
  const type = block.columns.findIndex((cell) => /^(?:type|category|kind)$/i.test(cell))
  const kind = kindOf(block.columns[at] ?? '')
  return block.rows.flatMap((row): Found[] => {
    const text = row[at] ?? ''
    const said = new RegExp(`^${NAME}$`, 'i').exec(row[type] ?? '')?.[1]
    if (text.split(' ').length < 3) return []
    return [
      {
        kind: said === undefined ? kind : kindOf(said),
        number: (number < 0 ? '' : (row[number] ?? '')) || null,
        text,
        said: text,
        block,
      },
    ]
  })
}

function foundIn(blocks: readonly Block[]): Found[] {
  const found: Found[] = []
  let open: Open | undefined
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const one of ofTable(block)) found.push(one)
      continue
    }
    const head = headOf(block)
    const line = block.type === 'list' ? null : LINE.exec(block.text)
    if (head !== undefined) open = head
    else if (line?.[1] !== undefined && line[3] !== undefined) {
      found.push({ kind: kindOf(line[1]), number: line[2] ?? null, text: line[3], said: line[3], block })
      open = undefined
    } else if (block.type === 'heading' || ('text' in block && ANSWER.test(block.text))) open = undefined
    else if (open !== undefined) {
      const own = under(block, open)
      for (const one of own) found.push(one)
      if (own.length > 0) open.any = true
      // Below a heading that names one of them, only its first paragraph is it.
      if (open.number !== null && open.any) open = undefined
    }
  }
  return found
}

/** The recommendations of an inspection report, of the response to one, or of custody visitors; none elsewhere. */
export function readRecommendations(tree: Tree): Recommendation[] {
  const head = tree.blocks.slice(0, 15).map(wordsOf).join('\n').slice(0, 6000)
  if (!INSPECTED.test(head)) return []
  let from = 0
  return foundIn(tree.blocks).flatMap(({ kind, number, text, said, block }): Recommendation[] => {
    const place = quoted(tree, said, Math.max(from, block.start), block.end)
    if (place === undefined) return []
    from = place.end
    return [{ number, kind, text, start: place.start, end: place.end }]
  })
}
