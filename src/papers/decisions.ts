/**
 * Recognises decisions of a commissioner or mayor: a notice with its number, title, recommendation, signature and date,
 * or a log with a row a decision. Offices publish both under the Specified Information Order (SI 2011/3050).
 */
import { quoted } from './action-words.ts'
import { firstDate } from './dates.ts'
import { isDecisionDetails, readDecisionDetails } from './decision-details.ts'
import type { Block, Decision } from './reading.ts'
import { type Tree, wordsOf } from './tree.ts'

type Field = Exclude<keyof Decision, 'start' | 'end'>

const LABELS: readonly (readonly [Field, RegExp])[] = [
  [
    'number',
    /^(?:(?:decision|notice|record|pf?cc decision|opf?cc)\s+)?(?:ref(?:erence)?\.?(?:\s+(?:no\.?|number))?|no\.?|number|id)$|^(?:decision|log) ref\w*$|^(?:rhif|cyfeirnod)(?: y penderfyniad)?$/i,
  ],
  [
    'date',
    /^(?:date(?: of (?:the )?decision| signed| approved| taken| made| published)?|decision date|dyddiad(?: y penderfyniad)?)$/i,
  ],
  [
    'decidedBy',
    /^(?:signed(?: by)?|signature|decision[- ]?(?:maker|taken by|made by)|approved by|decided by|authorised by|taken by|(?:name of )?(?:the )?decision[- ]?maker|(?:police(?:, fire)? and crime )?commissioner|mayor|llofnod\w*|llofnodwyd gan)$/i,
  ],
  [
    'title',
    /^(?:(?:decision |report )?title|subject|title of (?:the )?(?:decision|report)|name of decision|decision|teitl|pwnc)$/i,
  ],
  [
    'summary',
    /^(?:(?:executive |decision |brief )?summary(?: of (?:the )?decision)?|purpose(?: of (?:the )?(?:report|decision|paper))?|description|details?|background|crynodeb(?: gweithredol)?|what (?:is|was) (?:being )?decided)$/i,
  ],
  ['recommendation', /^(?:(?:officer |the )?recommendations?|argymhell(?:iad|ion))$/i],
  [
    'decision',
    /^(?:(?:the )?decision(?: made| taken)?|(?:commissioner[’']?s |pcc )?(?:approval|decision|declaration)|outcome|penderfyniad)$/i,
  ],
  ['value', /^(?:(?:contract |total |grant )?(?:value|cost|amount|sum)(?: \(?£\)?)?|£|gwerth|cost)$/i],
]

const fieldOf = (label: string, taken: (field: Field) => boolean): Field | undefined => {
  const bare = label
    .replace(/[:.\s]+$/, '')
    .replace(/\s*\(.*\)$/, '')
    .trim()
  return LABELS.find(([field, form]) => form.test(bare) && !taken(field))?.[0]
}

const KIND =
  /\b(?:record of (?:officer |the )?decisions?|notice of decision|decisions? (?:notice|record|report|form|log|register)|(?:register|log|list) of (?:key )?decisions|cofnod o benderfyniad|hysbysiad o benderfyniad)\b/i

/** Whether the first lines call the paper a decision, or a log of decisions. */
export const isDecision = (blocks: readonly Block[]): boolean =>
  isDecisionDetails(blocks) ||
  blocks.slice(0, 5).some((block) => block.type !== 'list' && KIND.test(wordsOf(block).slice(0, 400))) ||
  isTitledDecision(blocks)

/** "Decision 2024-017 – Replacement of cameras": the title of a page of one decision, as sites of commissioners set it. */
const TITLED =
  /^(?:pf?cc |opf?cc )?decision\s+(?:no\.?\s*|number\s+|notice\s+)?((?=[\w/-]*\d)[\w/-]{3,20})\s*[-–—:]\s*(\p{L}.{3,180})$/iu

function titledDecision(blocks: readonly Block[]): { number: string; title: string } | undefined {
  for (const block of blocks.slice(0, 5)) {
    const [, number, title] = block.type === 'heading' ? (TITLED.exec(block.text) ?? []) : []
    if (number !== undefined && title !== undefined) return { number, title }
  }
  return undefined
}

/** Such a title, over a heading or label of what was decided. */
const isTitledDecision = (blocks: readonly Block[]): boolean =>
  titledDecision(blocks) !== undefined &&
  blocks
    .slice(0, 60)
    .some((block) => 'text' in block && /^(?:the )?decision(?: made| taken)?(?::|$)/i.test(block.text))

type Said = { field: Field; words: string }

/** "Signed: A Hill   Date: 4 March 2024" is two labels on one line. */
const SEVERAL = /\s{2,}(?=[A-Z][A-Za-z ]{2,25}:)|\s+(?=(?:Date|Dyddiad)(?: of decision| signed)?:)/

/** What each labelled line, row or heading says, in order. */
function saidIn(blocks: readonly Block[], titled: boolean): Said[] {
  const said: Said[] = []
  const taken = (field: Field): boolean =>
    (titled && field === 'title') || (field !== 'decision' && said.some((one) => one.field === field))
  let open: Said | undefined
  for (const block of blocks) {
    if (block.type === 'table') {
      open = undefined
      for (const row of [block.columns, ...block.rows]) {
        for (let cell = 0; cell + 1 < row.length; cell += 2) {
          const field = fieldOf(row[cell] ?? '', taken)
          const words = (row[cell + 1] ?? '').trim()
          if (field !== undefined && words !== '') said.push({ field, words })
        }
      }
      continue
    }
    if (block.type === 'list') {
      if (open !== undefined) open.words = `${open.words} ${wordsOf(block).replace(/\n/g, ' ')}`.trim()
      continue
    }
    const lines = labelled(block.text, taken)
    if (lines.length > 0) {
      said.push(...lines)
      open = said.at(-1)
      continue
    }
    const alone = block.text.length < 60 ? fieldOf(block.text, taken) : undefined
    if (alone !== undefined) {
      open = { field: alone, words: '' }
      said.push(open)
    } else if (block.type === 'heading') open = undefined
    else if (open !== undefined && open.words.length < 3000) open.words = `${open.words} ${block.text}`.trim()
  }
  return said.filter(({ words }) => words !== '')
}

function labelled(text: string, taken: (field: Field) => boolean): Said[] {
  return text.split(SEVERAL).flatMap((part): Said[] => {
    const [, label = '', words = ''] = /^([^:]{2,45}):\s*(\S.*)$/s.exec(part) ?? []
    const field = label === '' ? undefined : fieldOf(label, taken)
    return field === undefined ? [] : [{ field, words }]
  })
}

const nothing: Omit<Decision, 'start' | 'end'> = {
  number: null,
  title: null,
  date: null,
  decidedBy: null,
  summary: null,
  recommendation: null,
  decision: null,
  value: null,
}

const REFERENCE =
  /\b(?=[\w/-]*\d)[A-Z]{2,8}[/-]?(?:[A-Z]{1,4}[/-]?)?\d{1,4}(?:[/-]\d{1,4}){0,2}\b|\b\d{1,4}[/-](?:19|20)?\d{2}\b/

/** The notice that the file is. */
function readNotice(tree: Tree): Decision[] {
  const titled = titledDecision(tree.blocks)
  const said = saidIn(tree.blocks, titled !== undefined)
  const of = (field: Field): string | null => said.find((one) => one.field === field)?.words.trim() || null
  // "Decision" heads the title in some forms and what was decided in others; the longer and later one is decided.
  const decided = said.findLast((one) => one.field === 'decision')?.words ?? null
  const dated = said.filter((one) => one.field === 'date').map((one) => firstDate(one.words))
  const head = tree.blocks.slice(0, 6).flatMap((block) => ('text' in block ? [block.text] : []))
  const kindLine = head.find((line) => KIND.test(line))
  const number =
    of('number') ??
    titled?.number ??
    (kindLine === undefined ? null : (REFERENCE.exec(kindLine)?.[0] ?? null))
  const found = said.length > 0 || number !== null
  if (!found) return []
  const [first] = tree.blocks
  const last = tree.blocks.at(-1)
  return [
    {
      ...nothing,
      number,
      title: of('title') ?? titled?.title ?? titleIn(tree.blocks, kindLine),
      date: dated.find((day) => day !== null) ?? null,
      decidedBy: signer(of('decidedBy')),
      summary: of('summary'),
      recommendation: of('recommendation'),
      decision: decided,
      value: of('value'),
      start: first?.start ?? 0,
      end: last?.end ?? 0,
    },
  ]
}

/** A line of dots or underscores is where a signature was to go. */
const signer = (words: string | null): string | null => {
  const bare = (words ?? '')
    .replace(/[._…]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}{2}/u.test(bare) ? bare : null
}

/** The title of a notice that labels none: what follows its kind on the line, or the next heading. */
function titleIn(blocks: readonly Block[], kindLine: string | undefined): string | null {
  const after = kindLine === undefined ? undefined : /[:–—-]\s+(\D.{5,150})$/.exec(kindLine)?.[1]
  if (after !== undefined && !REFERENCE.test(after)) return after
  const heading = blocks
    .slice(0, 8)
    .find(
      (block) =>
        block.type === 'heading' &&
        !KIND.test(block.text) &&
        !/\b(?:commissioner|opf?cc|office of the)\b/i.test(block.text) &&
        fieldOf(block.text, () => false) === undefined,
    )
  return heading?.type === 'heading' ? heading.text : null
}

/** The rows of tables that list decisions: a reference or a date, and what was decided. */
function readLog(tree: Tree): Decision[] {
  return tree.blocks.flatMap((block): Decision[] => {
    if (block.type !== 'table' || block.columns.length < 3) return []
    const fields: (Field | undefined)[] = []
    for (const cell of block.columns) fields.push(fieldOf(cell, (field) => fields.includes(field)))
    const has = (field: Field): boolean => fields.includes(field)
    if (!(has('title') || has('decision') || has('summary')) || !(has('number') || has('date'))) return []
    let from = block.start
    return block.rows.flatMap((row): Decision[] => {
      const cell = (field: Field): string | null => row[fields.indexOf(field)]?.trim() || null
      const filled = row.filter((words) => words !== '')
      const place = quoted(tree, filled.join(' '), from, block.end) ?? placeOf(tree, filled, from, block.end)
      if (place === undefined || filled.length < 2) return []
      from = place.end
      const title = has('title') ? cell('title') : (cell('decision') ?? cell('summary'))
      return [
        {
          ...nothing,
          number: has('number') ? cell('number') : null,
          title,
          date: firstDate(has('date') ? (cell('date') ?? '') : ''),
          decidedBy: has('decidedBy') ? cell('decidedBy') : null,
          summary: has('summary') ? cell('summary') : null,
          recommendation: has('recommendation') ? cell('recommendation') : null,
          decision: has('decision') ? cell('decision') : null,
          value: has('value') ? cell('value') : null,
          start: place.start,
          end: place.end,
        },
      ]
    })
  })
}

/** From the first cell of a row to its last, whatever stands between them. */
function placeOf(
  tree: Tree,
  cells: readonly string[],
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const first = quoted(tree, cells[0] ?? '', from, to)
  const last = first === undefined ? undefined : quoted(tree, cells.at(-1) ?? '', first.start, to)
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** The decisions that a paper records; none where its first lines do not call it a decision or a log of them. */
export function readDecisions(tree: Tree): Decision[] {
  if (isDecisionDetails(tree.blocks)) return [readDecisionDetails(tree)]
  if (!isDecision(tree.blocks)) return []
  const log = readLog(tree)
  return log.length > 0 ? log : readNotice(tree)
}
