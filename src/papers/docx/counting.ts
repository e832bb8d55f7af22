/** Counts the paragraphs of lists as Word does, and prints their numbers. */
import { inFormat } from '../office/numerals.ts'
import type { Marker } from '../office/pieces.ts'
import type { List, ListLevel, Lists } from './lists.ts'

type Counter = { value: number; begun: boolean; again: boolean }

/**
 * The counters of one story: the body of a document, one text box, or its notes; each counts for itself. Gives the
 * number of the next paragraph of a list at a level, or null where nothing is printed.
 */
export type Counting = (list: string, level: number) => Marker | null

export function counting(lists: Lists): Counting {
  const counters = new Map<string, Counter[]>()
  const spent = new Set<string>()
  return (id, level) => {
    const list = lists.list(id)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined) return null
    const counter = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counter)
    advance(list, counter, level, restarts(spent, list, id, level))
    return printed(list, own, counter)
  }
}

/** Where a list that overrides its start comes to a level for the first time: the number it starts with. */
function restarts(spent: Set<string>, list: List, id: string, level: number): number | undefined {
  const start = list.starts.get(level)
  const key = `${level} ${id}`
  if (start === undefined || spent.has(key)) return undefined
  spent.add(key)
  return start
}

const startOf = (list: List, level: number): number =>
  list.starts.get(level) ?? list.levels.get(level)?.start ?? 1

const at = (list: List, counters: Counter[], level: number): Counter => {
  const counter = counters[level] ?? { value: startOf(list, level), begun: false, again: false }
  counters[level] = counter
  return counter
}

function step(list: List, counters: Counter[], level: number): void {
  const counter = at(list, counters, level)
  counter.value = counter.begun && !counter.again ? counter.value + 1 : startOf(list, level)
  counter.begun = true
  counter.again = false
}

function advance(list: List, counters: Counter[], level: number, restart: number | undefined): void {
  // A deep paragraph before any of the levels above it begins those too: 1.1 without a 1 before it, and then 2.
  for (let above = level - 1; above >= 0 && !at(list, counters, above).begun; above -= 1)
    step(list, counters, above)
  step(list, counters, level)
  if (restart !== undefined) at(list, counters, level).value = restart
  for (const [deeper, { restart: after }] of list.levels) {
    if (deeper <= level || (after !== null && level >= after)) continue
    const counter = at(list, counters, deeper)
    counter.again = true
    counter.value = startOf(list, deeper)
  }
}

/** Bullets are pictures of a symbol font, or plain signs. */
const BULLET: Marker = { printed: '•', space: ' ' }

function printed(list: List, own: ListLevel, counters: Counter[]): Marker | null {
  if (own.format === 'bullet') {
    if (own.text.trim() === '') return null
    return /^[-–—*]$/.test(own.text.trim()) ? { printed: own.text.trim(), space: ' ' } : BULLET
  }
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const format = list.levels.get(level)?.format ?? 'decimal'
    const shown = own.legal && format !== 'bullet' && format !== 'none' ? 'decimal' : format
    return inFormat(at(list, counters, level).value, shown)
  })
  return text.trim() === '' ? null : { printed: text.trim(), space: own.space }
}
