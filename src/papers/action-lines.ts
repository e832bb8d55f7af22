/** Reads actions that minutes print as such: "Action: TS/SC to circulate …", lines under "Actions", and tables of actions. */
import type { LocalDate } from '../lib/index.ts'
import { dueIn, quoted } from './action-words.ts'
import { fits, looksLikeName } from './names.ts'
import type { People } from './promises.ts'
import type { Action, Block, Item } from './reading.ts'
import type { Tree } from './tree.ts'

const LINE =
  /^\W{0,3}(?:agreed )?actions?(?: points?| required| agreed)?(?:\s+\d{1,3}(?:[./]\d{1,3})?)?\s*[:–—-]+\s*(?=\S)/i
const HEAD =
  /^\W{0,3}(?:agreed |summary of |table of |list of )?actions?(?: points?| required| arising| agreed| list| summary| log)*(?: (?:from|arising from) (?:the |this )?(?:meeting|discussion))?\s*:?$/i
const OWNER_FIRST = /^((?:the |The )?[A-Z][\w.’'&/ -]{1,70}?)\s+(?:to|will|agreed to)\s+(?=[a-z]{2,})/
/** "TS/SC: provide numbers of …": initials or an office, and what they are to do. */
const OWNER_COLON =
  /^((?:[A-Z]{2,5}(?:\s?[/&,]\s?[A-Z]{2,5})*)|(?:the |The )?(?:[A-Z][\w.’'-]+ ?){1,6}?)\s?[:–—-]\s+(?:to )?(?=[a-z]{3,})/
/** "Members would get a note (Action: TS)": the owner stands after what was said. */
const TRAILING = /[([]\s*actions?(?: for| by)?\s*[:–—-]\s*((?:[A-Z][\w.’'&/-]*\s?){1,6})[)\]]\.?$/i
const OF_PANEL =
  /\b(?:panel|committee|secretariat|scrutiny|democratic|clerk|lead officer|monitoring officer|chair(?:man|woman|person)?|members?|host authority|governance)\b/i
const OF_PROGRAMME =
  /\b(?:to|in|on|onto)\s+(?:the\s+)?(?:panel[’']?s\s+)?(?:forward\s+)?(?:work\s*(?:programme|plan)|forward (?:plan|look)|agenda)\b/i

type Printed = { said: string; owner: string | null; due: LocalDate | null }

/** The actions printed among the blocks of an item, in order. Who is to do each stays as printed: initials are never guessed. */
export function printedActions(tree: Tree, item: Item, people: People, meeting: LocalDate | null): Action[] {
  let open = false
  const found: Action[] = []
  for (let index = item.blocks[0] + 1; index < item.blocks[1]; index += 1) {
    const block = tree.blocks[index]
    if (block === undefined) break
    const own = block.type === 'list' || block.type === 'table' ? null : LINE.exec(block.text)
    const printed =
      block.type === 'table'
        ? ofTable(block, meeting)
        : own === null && !open
          ? trailing(block, meeting)
          : ofLines(block, own?.[0].length ?? 0, meeting)
    if (block.type !== 'list' && block.type !== 'table') {
      if (HEAD.test(block.text)) open = true
      else if (own === null && printed.length === 0) open = false
    }
    let from = block.start
    for (const one of printed) {
      const place = quoted(tree, one.said, from, block.end)
      if (place === undefined) continue
      from = place.end
      const ref = `${item.number ?? item.title}.A${found.length + 1}`
      const kind = isPanels(one, people) ? 'panel-action' : 'panel-request'
      found.push({ ref, owner: one.owner, what: one.said, firm: true, due: one.due, kind, ...place })
    }
  }
  return found
}

/** Lines that say who is to do what. Under a head without owners, an unowned line could be anything and is left. */
function ofLines(block: Block, from: number, meeting: LocalDate | null): Printed[] {
  if (block.type === 'table') return []
  const lines = block.type === 'list' ? block.items.map((each) => each.text) : [block.text.slice(from)]
  return lines.flatMap((line): Printed[] => {
    const said = line.replace(/[.;]\s*$/, '').trim()
    const owner =
      (OWNER_FIRST.exec(said) ?? OWNER_COLON.exec(said))?.[1]?.replace(/^the /i, '').trim() ?? null
    const asks = owner !== null || (from > 0 && /^(?:to )?[a-z]\w+(?: \S+){2,}/i.test(said))
    if (!asks || said.length > 400 || /\b(?:completed|none|was|were|had)\b/i.test(said.slice(0, 30)))
      return []
    return [{ said, owner, due: dueIn(said, meeting) }]
  })
}

/** The sentence that ends with its owner in brackets. */
function trailing(block: Block, meeting: LocalDate | null): Printed[] {
  const lines =
    block.type === 'list' ? block.items.map((each) => each.text) : 'text' in block ? [block.text] : []
  return lines.flatMap((line): Printed[] => {
    const found = TRAILING.exec(line)
    if (found === null) return []
    const before = line.slice(0, found.index).trim()
    const said = (/(?:^|[.?!]\s+)([^.?!]+[.?!]?)$/.exec(before)?.[1] ?? before).replace(/[.;]$/, '')
    return [{ said, owner: found[1]?.trim() ?? null, due: dueIn(said, meeting) }]
  })
}

/** A table of actions with who is to do them; one that says what became of them is of an earlier meeting. */
function ofTable(block: Extract<Block, { type: 'table' }>, meeting: LocalDate | null): Printed[] {
  const at = (form: RegExp): number => block.columns.findIndex((cell) => form.test(cell))
  const action = at(/^(?:agreed |required )?actions?(?: required| agreed| point)?$/i)
  const owner = at(
    /^(?:owner|lead|by whom|who|responsib\w*|action (?:by|owner)|assigned to|lead officer|officer)\b/i,
  )
  const due = at(/^(?:due|deadline|by when|when|target|timescale|date due|due date)\b/i)
  if (action < 0 || owner < 0 || at(/\b(?:update|progress|status|outcome|response|complete)/i) >= 0) return []
  return block.rows.flatMap((row): Printed[] => {
    const said = row[action] ?? ''
    const by = row[due] ?? ''
    if (said.split(' ').length < 2) return []
    return [
      { said, owner: row[owner] || null, due: dueIn(by, meeting) ?? dueIn(`by the end of ${by}`, meeting) },
    ]
  })
}

function isPanels({ said, owner }: Printed, people: People): boolean {
  if (OF_PROGRAMME.test(said)) return true
  if (owner === null || /\b(?:commissioner|pf?cc|chief (?:constable|executive|finance)|force)\b/i.test(owner))
    return false
  const present = people.attendance?.present ?? []
  return OF_PANEL.test(owner) || (looksLikeName(owner) && present.some((person) => fits(owner, person.name)))
}
