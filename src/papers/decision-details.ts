/** Reads the page that a committee system prints of one decision: "Decision details" over its labels. */
import { firstDate } from './dates.ts'
import type { Block, Decision } from './reading.ts'
import { type Tree, wordsOf } from './tree.ts'

const DECISION =
  /^(?:(?:officer |key )?decision details|issue details|details of (?:the )?decision|manylion (?:y )?penderfyniad)$/i

/** Whether a page gives the details of one decision, under the labels of a committee system. */
export function isDecisionDetails(blocks: readonly Block[]): boolean {
  if (blocks.slice(0, 4).some((block) => 'text' in block && DECISION.test(block.text))) return true
  const said = blocks.slice(0, 14).flatMap((block) => ('text' in block ? [block.text] : []))
  return (
    said.some((line) => /^decision[- ]maker\s*:/i.test(line)) &&
    said.some((line) =>
      /^(?:is (?:this a )?key decision|decision (?:status|type|date)|date of decision|subject to call[- ]in|is subject to call[- ]in)\b/i.test(
        line,
      ),
    )
  )
}

/** The labels of such pages; what stands under one that is not here ("Report author") is no part of the one before it. */
const LABELS: readonly (readonly [Exclude<keyof Decision, 'start' | 'end'> | null, RegExp])[] = [
  ['decidedBy', /^decision[- ]?(?:maker|taker)$/i],
  ['date', /^(?:date of decision|decision date|date decision (?:was )?(?:made|taken)|decided at meeting)$/i],
  ['number', /^(?:decision |issue )?(?:reference|ref|number)(?: (?:no\.?|number))?$/i],
  ['title', /^(?:title|subject|decision title)$/i],
  ['summary', /^(?:purpose|summary|description)(?: of (?:the )?(?:decision|report))?$/i],
  ['recommendation', /^recommendations?$/i],
  ['decision', /^(?:the )?(?:decision|decision (?:made|taken)|decisions)$/i],
  ['value', /^(?:contract |total |estimated )?(?:value|cost|budget)$/i],
  [
    null,
    /^(?:decision (?:status|type|due)|is (?:this a )?key decision|is subject to call[- ]in|subject to call[- ]in|key decision|reasons?(?: for (?:the )?(?:decision|urgency|exemption).*)?|alternative options?(?: considered)?(?: and rejected)?|report author|author|contact|publication date|date (?:published|of publication)|effective from|wards? affected|divisions? affected|accompanying documents|documents|supporting documents|related (?:meetings|decisions|documents)|declarations?(?: of interests?)?|financial implications|urgent item|lead (?:member|officer)|consultation|restrictions|notice of (?:proposed )?decision.*|explanation of reanticipation|made public|this decision will be taken)$/i,
  ],
]

type Said = { field: Exclude<keyof Decision, 'start' | 'end'> | null; words: string[] }

function labelOf(words: string): { field: Said['field']; rest: string } | undefined {
  const [, label = words, rest = ''] = /^([^:]{2,60}?)\s*\??\s*:\s*(.*)$/s.exec(words) ?? []
  const found = LABELS.find(([, form]) => form.test(label.replace(/\?$/, '').trim()))
  return found === undefined ? undefined : { field: found[0], rest }
}

function saidIn(blocks: readonly Block[]): Said[] {
  const said: Said[] = []
  for (const block of blocks) {
    const rows =
      block.type === 'table' ? [block.columns, ...block.rows].map((row) => row.join(': ')) : [wordsOf(block)]
    for (const words of rows) {
      const label = words.length < 3000 ? labelOf(words) : undefined
      const open = said.at(-1)
      if (label !== undefined) said.push({ field: label.field, words: label.rest === '' ? [] : [label.rest] })
      else if (block.type === 'heading' && block.level < 3) said.push({ field: null, words: [] })
      else open?.words.push(words)
    }
  }
  return said
}

const REFERENCE = /^((?=[\w/-]*\d)[A-Z]{1,8}[/-]?[\w/-]{1,20}|\d{1,4}[/-]\d{2,4})\s*[-–—:]?\s+(?=\p{L})/u

/** The decision of which a page gives the details. */
export function readDecisionDetails(tree: Tree): Decision {
  const said = saidIn(tree.blocks)
  const of = (field: Said['field']): string | null =>
    said
      .find((one) => one.field === field && one.words.length > 0)
      ?.words.join(' ')
      .trim() || null
  const headed = tree.blocks.find(
    (block) => block.type === 'heading' && !DECISION.test(block.text) && labelOf(block.text) === undefined,
  )
  const title =
    of('title') ??
    (headed?.type === 'heading' ? [headed.number, headed.text].filter(Boolean).join(' ') : null)
  const number = of('number') ?? REFERENCE.exec(title ?? '')?.[1] ?? null
  return {
    number,
    title: title?.replace(REFERENCE, '') ?? null,
    date: firstDate(of('date') ?? ''),
    decidedBy: of('decidedBy'),
    summary: of('summary'),
    recommendation: of('recommendation'),
    decision: of('decision'),
    value: of('value'),
    start: tree.blocks[0]?.start ?? 0,
    end: tree.blocks.at(-1)?.end ?? 0,
  }
}
