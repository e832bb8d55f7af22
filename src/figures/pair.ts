/** Two values of one quantity, the old and the new: "from A to B", "B compared to A", "to B from A", "A in 2020 and B in 2021". */
import { isApposed, isBeside } from './change-slots.ts'
import type { Figure } from './figure.ts'
import { periodsIn } from './period.ts'
import type { Sentence } from './sentence.ts'

export type Pair = {
  /** Places among the figures of the sentence. */
  readonly first: number
  readonly second: number
  readonly old: Figure
  readonly now: Figure
  /** Whether the wording leaves open which came first. */
  readonly open: boolean
}

const FROM = /\bfrom(?: [^.;(){}]{0,40})? $/
const TO = /\bto(?: (?!date\b)[^.;(){}]{0,40})? $/
/** "To raise it by £14, from £265 to £279": the first is an amount of change, and "to" leads to no value. */
const BY =
  /\bby(?: [a-z]+){0,3} $|\ban? (?:[a-z]+ ){0,2}(?:increase|rise|fall|reduction|decrease|drop|growth|cut) of (?:[a-z]+ ){0,2}$/
/** What stands after the old value when the new one follows it. */
const ON_TO = /^(?: (?:in|for|during|at) [^.;,{}()]{1,20})?,? to (?:[a-z]+ ){0,3}$/
const COMPARED =
  /\b(?:compare[ds]? (?:to|with)|(?:in|by) comparison (?:to|with)|against|as opposed to|versus|vs\.?|having been|previously)(?: [^.;{}]{0,60})? $/
const MOVED =
  /\b(?:up|down|increase|rise|decrease|reduction|fall|drop) (?:[^.;(){}]{0,20})?(?:from|on)(?: [^.;(){}]{0,30})? $/
const EARLIER =
  /^ (?:[a-z]+ ){0,2}(?:in|for|during|at|last|the) (?:the )?(?:year |12 months )?(?:previous|prior|preceding|last|before|year|(?:[a-z]+ )?(?:19|20)\d\d)/

type Order = 'old-new' | 'new-old' | 'open'

function orderOf(sentence: Sentence, at: number): Order | undefined {
  const [lead = '', gap = '', tail = ''] = sentence.gaps.slice(at, at + 3)
  if (gap.length > 200) return undefined
  if (FROM.test(lead) && TO.test(gap) && !COMPARED.test(gap)) return 'old-new'
  if (/\( ?$/.test(lead) && /^(?: [a-z]+){0,2} to $/.test(gap)) return 'old-new'
  if (TO.test(lead) && FROM.test(gap) && !BY.test(lead) && !ON_TO.test(tail)) return 'new-old'
  if (MOVED.test(gap)) return 'new-old'
  if (COMPARED.test(gap)) return 'open'
  if (/^[^.;{}]{0,40} ?\($/.test(gap) && EARLIER.test(tail)) return 'new-old'
  if (/\((?:in )?(?:19|20)\d\d(?:[/-]\d\d)?: ?$/.test(gap)) return 'new-old'
  return inTime(lead, gap, tail)
}

const NOUN = /^ ([a-z-]{4,})/

/** Whether the words after a second value name nothing, or what those after the first do. */
const namesTheSame = (first: string, second: string): boolean =>
  /^ ?[,(-]/.test(second) || NOUN.exec(first)?.[1] === NOUN.exec(second)?.[1]

/** "In June 2021 it was A and in May 2022 B": each value has its own time. */
function inTime(lead: string, gap: string, tail: string): Order | undefined {
  if (!/\band\b|[,;]|\bto\b/.test(gap)) return undefined
  if (gap.includes(';') && !namesTheSame(gap, tail)) return undefined
  const said = periodsIn(lead).at(-1)
  const [between, more] = periodsIn(gap)
  const one = said ?? between
  const other = said ? between : (more ?? periodsIn(tail.slice(0, 40))[0])
  if (one?.order === undefined || other?.order === undefined || one.order === other.order) return undefined
  return one.order < other.order ? 'old-new' : 'new-old'
}

const LED =
  /(?:[,(:-]|\bwhich is|\bis|\bwas)[a-z ]{0,20}\b(?:up|down|an? (?:[a-z]+ )?(?:increase|rise|fall|reduction|decrease|drop|decline|growth) of)(?: by)? (?:[a-z]+ )?$/
const SINCE = /^[^.;{}]{0,30}\b(?:from|on|compared (?:to|with))(?: [^.;(){}]{0,30})? $/

/** "5.8 million crimes, up 2 % from 5.7 million": the change stands between the two values. */
function pairApart(sentence: Sentence, at: number): Pair | undefined {
  const [now, change, old] = sentence.figures.slice(at, at + 3)
  const [led = '', since = ''] = sentence.gaps.slice(at + 1, at + 3)
  if (!now || !change || !old || now.unit !== old.unit || now.unit === '%' || now.unit === 'points')
    return undefined
  if (!LED.test(led) || !SINCE.test(since)) return undefined
  return { first: at, second: at + 2, old, now, open: false }
}

/** The pairs of a sentence; no figure belongs to two. */
export function pairsOf(sentence: Sentence): Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < sentence.figures.length; at += 1) {
    const apart = pairApart(sentence, at)
    if (apart) {
      pairs.push(apart)
      at = apart.second
      continue
    }
    const [one, other] = sentence.figures.slice(at, at + 2)
    if (!one || !other || one.unit !== other.unit || one.unit === 'points') continue
    if (one.measure !== undefined && other.measure !== undefined && one.measure !== other.measure) continue
    const order = orderOf(sentence, at)
    if (!order) continue
    const [old, now] = order === 'old-new' ? [one, other] : [other, one]
    pairs.push({ first: at, second: at + 1, old, now, open: order === 'open' })
    at += 1
  }
  return pairs
}

/** "In 2020 there were 412. In 2021 there were 380, …": one value each, each with its own time, and nothing else named. */
export function pairAcross(sentence: Sentence, before: Sentence): Pair | undefined {
  const [old, ...more] = before.figures
  const [now] = sentence.figures
  if (!old || !now || more.length > 0 || old.unit !== now.unit || old.unit === '%' || old.unit === 'points')
    return undefined
  const [then, ...thens] = periodsIn(before.words)
  const [later, ...laters] = periodsIn(sentence.words)
  if (thens.length > 0 || laters.length > 0 || !/^\W*(?:in|during|by|at|on)\b/.test(sentence.words))
    return undefined
  if (then?.order === undefined || later?.order === undefined || then.order >= later.order) return undefined
  // "An 8% reduction", and the sentence ends: what goes on may speak of a target, or of another place.
  if (!/^(?: [a-z-]+){0,2} ?\)?[.]? ?$/.test(sentence.gaps.at(-1) ?? '')) return undefined
  if (!sentence.gaps.slice(1, -1).every((gap) => isApposed(gap) || isBeside(gap))) return undefined
  if (old.measure !== now.measure || !namesTheSame(before.gaps[1] ?? '', sentence.gaps[1] ?? ''))
    return undefined
  return { first: -1, second: 0, old, now, open: false }
}
