/** Makes the actions of a meeting: promises in the text, and what resolutions ask for; each with its exact quote. */
import type { LocalDate } from '../lib/index.ts'
import { printedActions } from './action-lines.ts'
import { dueIn, nextMeetingIn, quoted } from './action-words.ts'
import { actorOf } from './actors.ts'
import { type People, type Promised, promisesIn, type Speaking } from './promises.ts'
import type { Action, Block, Item, ListItem, Resolution } from './reading.ts'
import { resolvedIn } from './resolutions.ts'
import { type Tree } from './tree.ts'
import { welshAskedIn } from './welsh-promises.ts'

type Asked = { kind: 'panel-request' | 'panel-action'; owner: string }

const NOTED =
  /^(?:\(?\w{1,3}[.)]\s*)?(?:that\s+)?(?:the\s+)?.{0,160}?\b(?:be|is|are|was|were)\s+(?:duly\s+)?(?:noted|approved|agreed|received|endorsed|adopted|accepted|confirmed|signed|elected|appointed|supported|thanked|a (?:correct|true) record)\b/i
const OFFICE = String.raw`(?:the\s+)?(?:(?:deputy\s+)?(?:police(?:, fire)? and crime\s+)?commissioner|d?pf?cc|chief constable|deputy mayor|mayor|force|constabulary|chief executive|chief finance officer|opf?cc|office of the .{0,40}commissioner)`
const REQUEST = /\b(?:requests?|requested|asks?|asked|invites?|invited|calls? (?:on|for)|urges?|seeks?)\b/i
const REPORT =
  /\b(?:(?:further|update|updated|progress|written|detailed|follow-up|annual|interim|future|briefing|another|regular|quarterly|short)\s+)*(?:report|update|briefing|paper|note|information|presentation|response|breakdown|data|figures)s?\b/i
const BROUGHT =
  /\b(?:be|is|are)\s+(?:brought|provided|submitted|presented|circulated|supplied|shared|produced|prepared|received|sought|made available|given|included|sent|reported)\b/i
const OWN =
  /^(?:(?:that\s+)?the (?:panel|committee|board|members)\s+|that\s+|to\s+|and\s+)*(?:will\s+|would\s+|to\s+|should\s+)?(?:consider|continue|establish|set up|write|review|add|arrange|hold|convene|form|visit|revisit|schedule|undertake|explore|monitor|invite|develop|organi[sz]e|include|return to)\b/i
const AGENDA =
  /\b(?:standing item|(?:added|included|placed|put|kept|remain|continue|be)\b.{0,60}\b(?:work programme|forward (?:plan|look)|agenda))\b/i

const ASKED_OFFICER =
  /\b(?:the\s+)?((?:scrutiny|democratic services|lead|monitoring|committee)\s+officers?|host authority|clerk|secretariat|officers|chair(?:man|woman|person)?)\s+(?:be\s+(?:asked|requested|instructed)|to\b|is asked|are asked|writes?\b|arranges?\b|circulates?\b|provides?\b|prepares?\b|adds?\b|contacts?\b|invites?\b)/i

/** "The Commissioner provide …", "the Chief Constable to report …". */
const TOLD = new RegExp(
  String.raw`\b${OFFICE}\s+(?:to\s+|should\s+|will\s+|shall\s+|must\s+)?(?:provides?|brings?|reports?|submits?|presents?|circulates?|shares?|supply|supplies|returns?|responds?|considers?|writes?|reviews?|ensures?|gives?|publish(?:es)?)\b`,
  'i',
)

const NAMED_OFFICE = new RegExp(String.raw`\b(${OFFICE})\b(?!['’]s)`, 'i')

/** The person or body that a request is put to, when it names one. */
function askedOf(words: string): string | null {
  const office = NAMED_OFFICE.exec(words)
  const officer = ASKED_OFFICER.exec(words)
  const named = office?.[1]?.replace(/^the\s+/i, '')
  // "The Chair write to the Commissioner": whoever is named first is to do it.
  if (named !== undefined && (officer === null || office === null || office.index < officer.index)) {
    if (/^(?:police(?:, fire)? and crime )?commissioner$|^pf?cc$|^opf?cc$|^office of/i.test(named))
      return 'Commissioner'
    if (/^deputy (?:police(?:, fire)? and crime )?commissioner$|^dpf?cc$/i.test(named))
      return 'Deputy Commissioner'
    return named.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
  }
  const served = officer?.[1]
  if (served !== undefined) return served.charAt(0).toUpperCase() + served.slice(1)
  return (
    /^(?:the\s+)?([A-Z][\w.&’' ]{1,50}?)\s+(?:be\s+|is\s+|are\s+)(?:requested|asked|invited)\s+to\b/.exec(
      words,
    )?.[1] ?? null
  )
}

/** What a resolution or one part of it asks for; undefined when it only notes, approves or decides. */
export function askedIn(words: string): Asked | undefined {
  const bare = words
    .replace(/^\(?(?:[a-z]{1,2}|[ivx]{1,4}|[A-Z]|\d{1,3})[.)]\s+/, '')
    .replace(/^that\s+/i, '')
  const welsh = welshAskedIn(bare)
  if (welsh !== undefined) return welsh
  if (AGENDA.test(bare)) return { kind: 'panel-action', owner: 'Panel' }
  const owner = askedOf(bare)
  if (
    OWN.test(bare) &&
    !/\b(?:commissioner|pf?cc|chief constable)\s+(?:to|provide|bring|be asked)/i.test(bare)
  )
    return { kind: 'panel-action', owner: 'Panel' }
  const requested = REQUEST.exec(bare)
  if (
    requested !== null &&
    !/^(?:information|as) requested/i.test(bare.slice(Math.max(0, requested.index - 12)))
  ) {
    return panelOfficer(owner)
      ? { kind: 'panel-action', owner: owner ?? 'Panel' }
      : { kind: 'panel-request', owner: owner ?? 'Commissioner' }
  }
  if (TOLD.test(bare)) return { kind: 'panel-request', owner: owner ?? 'Commissioner' }
  if (
    REPORT.test(bare) &&
    BROUGHT.test(bare) &&
    !/\b(?:be|is|are|was|were)\s+(?:noted|received|approved)\b/i.test(bare)
  ) {
    return { kind: 'panel-request', owner: owner ?? 'Commissioner' }
  }
  if (panelOfficer(owner) && ASKED_OFFICER.test(bare) && !NOTED.test(bare))
    return { kind: 'panel-action', owner: owner ?? 'Panel' }
  return undefined
}

const panelOfficer = (owner: string | null): boolean =>
  owner !== null && /officer|host authority|clerk|secretariat|chair/i.test(owner) && !/chief/i.test(owner)

/** The clause of a resolution that asks, without the noting before it. */
function askingClause(words: string): string {
  const cut = words.search(
    /(?:,\s*(?:and\s+)?|\band\s+|;\s*)(?=(?:that\s+)?(?:in due course\s+)?(?:(?:that\s+)?the (?:panel|committee|board|commissioner|pcc|chief constable|host authority)\s+(?:request|ask|provide|to|be|bring|report|invite|write)\w*|requests?\b|requested\b|asks?\b|asked\b|invites?\b))/i,
  )
  const clause =
    cut < 0
      ? words
      : words
          .slice(cut)
          .replace(/^[,;]\s*/, '')
          .replace(/^and\s+/, '')
  return clause.replace(/[:;.]\s*$/, '').replace(/^that\s+/i, '')
}

/** The day of the meeting, and of the next one where the minutes print it. */
type Days = { meeting: LocalDate | null; next: LocalDate | null }

function ofResolution(
  tree: Tree,
  item: Item,
  resolution: Resolution,
  index: number,
  { meeting, next }: Days,
): Action[] {
  const base = `${item.number ?? item.title}.${index === 0 ? '' : String(index + 1)}R`
  let from = resolution.start
  const make = (words: string, said: string, asked: Asked, ref: string): Action[] => {
    const place = quoted(tree, said, from, resolution.end)
    if (place !== undefined) from = place.end
    return place === undefined
      ? []
      : [
          {
            ref,
            owner: asked.owner,
            what: words,
            firm: true,
            due: dueIn(words, meeting, next),
            kind: asked.kind,
            ...place,
          },
        ]
  }
  const clause = askingClause(resolution.text)
  const leads =
    resolution.parts.length > 0 &&
    /\b(?:request|ask|invite|call)\w*(?: that)?(?: the [\w ]{3,40})?(?: to| that)?:?$/i.test(resolution.text)
  const lead = leads ? undefined : askedIn(clause)
  const details = resolution.parts.map((part) => part.replace(/[;,.]\s*(?:and)?\s*$/, '')).join('; ')
  if (lead !== undefined && !/\band:?\s*$/.test(resolution.text)) {
    return make(details === '' ? clause : `${clause}: ${details}`, clause, lead, base)
  }
  return resolution.parts.flatMap((part, place) => {
    const words = part.replace(/[;,.:]?\s*(?:and)?\s*$/, '')
    const asked = leads
      ? { kind: 'panel-request' as const, owner: askedOf(`${resolution.text} ${part}`) ?? 'Commissioner' }
      : askedIn(words)
    const bare = words.replace(/^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/, '')
    return asked === undefined ? [] : make(bare, bare, asked, `${base}${place + 1}`)
  })
}

/** "327.2" of minute and paragraph; the paragraph alone where it carries the minute's number, or the minute has none. */
function referenceOf(item: string, titled: boolean, paragraph: string | null): string {
  if (paragraph === null) return item
  return titled || paragraph.startsWith(`${item}.`) ? paragraph : `${item}.${paragraph}`
}

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

/** Whether a resolution begins in a paragraph, or began before a list and goes on in it. Resolutions stand in the order of the text. */
function resolvedAt({ resolutions }: Item, block: Block): boolean {
  const list = block.type === 'list'
  let [low, high] = [0, resolutions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const start = resolutions[middle]?.start ?? 0
    if (list ? start < block.start : start <= block.end) low = middle + 1
    else high = middle
  }
  const last = resolutions[low - 1]
  if (last === undefined) return false
  if (list) return last.end > block.start
  return last.start >= block.start && block.type === 'paragraph' && !/\d/.test(block.number ?? '')
}

/** The promises in a paragraph or in the items of a list, which may be how the discussion is minuted; none in a resolution. */
function promisedIn(
  block: Block,
  item: Item,
  people: People,
  speaking: Speaking,
): { text: string; promise: Promised }[] {
  if (block.type === 'heading' || block.type === 'table' || (block.type === 'paragraph' && block.quote))
    return []
  if (resolvedAt(item, block)) return []
  const texts = block.type === 'list' ? flat(block.items) : [block.text]
  return texts
    .filter((text) => block.type === 'paragraph' || resolvedIn(text) === undefined)
    .flatMap((text) => promisesIn(text, people, speaking).map((promise) => ({ text, promise })))
}

function ofText(tree: Tree, item: Item, people: People, { meeting, next }: Days): Action[] {
  const actions: Action[] = []
  const asked = /\b(?:commissioner|pf?cc|chief constable|mayor)\b/i.exec(item.title)?.[0]
  const office = asked === undefined ? undefined : actorOf(asked, people.attendance, people.membership)
  const speaking: Speaking = { now: undefined, office }
  // The last numbered paragraph, for the reference "327.2".
  let number: string | null = null
  for (let index = item.blocks[0] + 1; index < item.blocks[1]; index += 1) {
    const block = tree.blocks[index]
    if (block === undefined) continue
    if (block.type === 'paragraph' && block.number !== null) ({ number } = block)
    const base = item.number
    let from = block.start
    for (const { text, promise } of promisedIn(block, item, people, speaking)) {
      const said = text.slice(promise.start, promise.end).trim()
      const place = quoted(tree, said, from, block.end)
      if (place === undefined) continue
      from = place.end
      const ref = referenceOf(base ?? item.title, base === null, number)
      actions.push({
        ref,
        owner: promise.owner,
        what: promise.what,
        firm: promise.firm,
        due: dueIn(promise.sentence, meeting, next),
        kind: promise.chair ? 'panel-action' : 'commitment',
        ...place,
      })
    }
  }
  return actions
}

/** All actions of the minuted items in the order of the text. `meeting` is the day they were made, for days without a year. */
export function readActions(
  tree: Tree,
  items: readonly Item[],
  people: People,
  meeting: LocalDate | null,
): Action[] {
  const days = { meeting, next: nextMeetingIn(tree.blocks, meeting) }
  const all = items.flatMap((item) => [
    ...ofText(tree, item, people, days),
    ...item.resolutions.flatMap((resolution, index) => ofResolution(tree, item, resolution, index, days)),
    ...printedActions(tree, item, people, meeting),
  ])
  const printed = /\.A\d+$/
  const kept: Action[] = []
  // What is printed as an action may also read as a promise: it is one action.
  for (const action of all.toSorted((a, b) => a.start - b.start)) {
    const before = kept.at(-1)
    const same = before !== undefined && action.start < before.end
    if (!same || !(printed.test(action.ref) || printed.test(before.ref))) kept.push(action)
  }
  return kept
}
