/**
 * Which person a printed form means, among those the meeting and its body already know. Certain matches are used;
 * where two fit, or where only a likeness speaks for it, the match stays open for a person to settle. Two people are
 * never made one: given names that contradict each other, or Mr and Mrs, always part them.
 */

import type { PrintedName } from './printed-name.ts'
import { isInitial, officeOf, plainWord, readName } from './printed-name.ts'

/** Someone who may be meant. */
export type Candidate = {
  key: string
  /** Every form under which the person is known here, the fullest first. */
  forms: readonly string[]
  /** The offices held in this body or listed in this paper: "Chairman", "Kent Police and Crime Commissioner". */
  roles: readonly string[]
}

export type Match =
  | { kind: 'certain'; key: string; why: string }
  /** One or more may be meant; a person has to say. */
  | { kind: 'open'; keys: string[]; why: string }
  /** Nobody known fits. */
  | { kind: 'nobody' }

/**
 * The person whom a form means among the candidates. `settled` are answers a person has given (form → full name).
 * Pure; the order of the candidates makes no difference.
 */
export function whoIsMeant(
  asPrinted: string,
  candidates: readonly Candidate[],
  settled: Readonly<Record<string, string>> = {},
): Match {
  const answer = settled[asPrinted]
  if (answer !== undefined) return bySettlement(answer, candidates)
  const name = readName(asPrinted)
  if (name.office !== null) return byOffice(name.office, asPrinted, candidates)
  if (name.surname === null) return { kind: 'nobody' }
  const fits = candidates.map((candidate) => ({ candidate, fit: fitOf(name, candidate) }))
  return chosen(asPrinted, fits)
}

function bySettlement(answer: string, candidates: readonly Candidate[]): Match {
  const wanted = plainWord(answer.replace(/\s/g, '-'))
  const keys = candidates
    .filter((candidate) =>
      candidate.forms.some((form) => plainWord(readName(form).bare.replace(/\s/g, '-')) === wanted),
    )
    .map((candidate) => candidate.key)
  const [key] = keys
  if (key !== undefined && keys.length === 1)
    return { kind: 'certain', key, why: 'settled in the corrections file' }
  return keys.length === 0
    ? { kind: 'nobody' }
    : { kind: 'open', keys: keys.toSorted(), why: `several are called ${answer}` }
}

function byOffice(office: string, asPrinted: string, candidates: readonly Candidate[]): Match {
  const holders = candidates.filter((candidate) =>
    candidate.roles.some((role) => role.split(/[;,]\s*/).some((each) => officeOf(each) === office)),
  )
  const [holder] = holders
  if (holder === undefined) return { kind: 'nobody' }
  if (holders.length === 1) return { kind: 'certain', key: holder.key, why: `${asPrinted} is listed as such` }
  return {
    kind: 'open',
    keys: holders.map((each) => each.key).toSorted(),
    why: `several are listed as ${asPrinted}`,
  }
}

/** How well a form fits, best last: the same name in full, initials that agree, only the surname, a likeness, not at all. */
type Fit = 'no' | 'like' | 'surname' | 'initial' | 'same'

function chosen(asPrinted: string, fits: readonly { candidate: Candidate; fit: Fit }[]): Match {
  const keysOf = (...wanted: Fit[]): string[] =>
    fits
      .filter((each) => wanted.includes(each.fit))
      .map((each) => each.candidate.key)
      .toSorted()
  const same = keysOf('same')
  const sure = same.length > 0 ? same : keysOf('initial', 'surname')
  const like = keysOf('like')
  const [key] = sure
  if (key !== undefined && sure.length === 1 && (same.length === 1 || like.length === 0)) {
    return {
      kind: 'certain',
      key,
      why: same.length === 1 ? 'the same name' : `the only one here whom “${asPrinted}” fits`,
    }
  }
  if (sure.length + like.length === 0) return { kind: 'nobody' }
  const keys = [...new Set([...sure, ...like])].toSorted()
  const why =
    keys.length > 1
      ? `“${asPrinted}” fits several people`
      : `“${asPrinted}” is like the name, but not the same`
  return { kind: 'open', keys, why }
}

/** A candidate is judged by every form it is known under: one that contradicts parts them, else the best fit counts. */
function fitOf(name: PrintedName, candidate: Candidate): Fit {
  const order: Fit[] = ['no', 'like', 'surname', 'initial', 'same']
  const known = candidate.forms.map(readName).filter((form) => form.surname !== null)
  if (known.some((form) => contradicts(name, form))) return 'no'
  let best: Fit = 'no'
  for (const form of known) {
    const fit = fitOfForms(name, form)
    if (order.indexOf(fit) > order.indexOf(best)) best = fit
  }
  return best
}

const contradicts = (one: PrintedName, other: PrintedName): boolean =>
  one.addressedAs !== null && other.addressedAs !== null && one.addressedAs !== other.addressedAs

function fitOfForms(one: PrintedName, other: PrintedName): Fit {
  if (plainWord(one.surname ?? '') !== plainWord(other.surname ?? '')) return 'no'
  const here = one.given.map(plainWord)
  const there = other.given.map(plainWord)
  if (here.length === 0 || there.length === 0) return 'surname'
  if (here.join(' ') === there.join(' ')) return here.every(isInitial) ? 'initial' : 'same'
  return fitOfGiven(here, there)
}

/** Given names in order, initials standing for names: "P M" fits "Mike" by its second, "Jane" does not fit "John". */
function fitOfGiven(here: readonly string[], there: readonly string[]): Fit {
  const [first = ''] = here
  const [second = ''] = there
  if (first === second && !isInitial(first)) return middleAgrees(here, there) ? 'same' : 'no'
  const initials = here.every(isInitial) ? here : there.every(isInitial) ? there : null
  if (initials) return fitOfInitials(initials, initials === here ? there : here)
  if (isInitial(first) || isInitial(second)) return first.charAt(0) === second.charAt(0) ? 'initial' : 'no'
  const shorter = first.length < second.length ? first : second
  const longer = shorter === first ? second : first
  return shorter.length >= 2 && longer.startsWith(shorter) ? 'like' : 'no'
}

/** Where both print a second name, its first letter must agree. */
function middleAgrees(here: readonly string[], there: readonly string[]): boolean {
  const middle = here[1]
  const other = there[1]
  return middle === undefined || other === undefined || middle.charAt(0) === other.charAt(0)
}

/**
 * Initials against a given name: "A" fits "Ashley", and "P M" fits "Mike", who goes by his second name. Two lists of
 * initials fit when the shorter begins the longer.
 */
function fitOfInitials(initials: readonly string[], names: readonly string[]): Fit {
  if (names.every(isInitial)) {
    const most = Math.min(initials.length, names.length)
    return initials.slice(0, most).join('') === names.slice(0, most).join('') ? 'initial' : 'no'
  }
  const letters = names.map((name) => name.charAt(0))
  const [used = ''] = letters
  if (initials[0] === used) {
    const most = Math.min(initials.length, letters.length)
    return initials.slice(0, most).join('') === letters.slice(0, most).join('') ? 'initial' : 'no'
  }
  return initials.length > 1 && letters.length === 1 && initials.slice(1).includes(used) ? 'initial' : 'no'
}

/**
 * The fuller of two forms of one name, without honorifics: written-out given names before initials, then the longer.
 */
export function fullerName(one: string, other: string): string {
  const here = readName(one)
  const there = readName(other)
  if (here.bare === '') return there.bare
  if (there.bare === '') return here.bare
  if (fullness(here) !== fullness(there)) return fullness(here) > fullness(there) ? here.bare : there.bare
  return there.bare.length > here.bare.length ? there.bare : here.bare
}

const fullness = (name: PrintedName): number =>
  name.given.length === 0 ? 0 : name.given.some((given) => !isInitial(given)) ? 2 : 1
