/** A register is a whole list that its reader narrows: every count beside a choice is the number that the choice will show. */
import { everyEntryOf, type PublicRecord, type PublishedEntry, type Shown } from '../../record/index.ts'
import type { FilterLink } from '../../web/index.ts'

/** How many rows a register shows at once. */
export const ROWS_A_PART = 50

/** Every published entry of a kind: the newest day first, and within a day as they were brought, which is the paper's order. */
export async function wholeOf<Content>(
  ask: PublicRecord,
  kind: Shown<Content>,
): Promise<PublishedEntry<Content>[]> {
  const rows = await everyEntryOf(ask, kind)
  // Ids sort by the time they were made.
  return rows.toSorted(
    (one, other) => compared(other.date ?? '', one.date ?? '') || compared(one.id, other.id),
  )
}

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** What a reader chose, by the parameter's name; what is not chosen is absent. */
export type Choices = Readonly<Record<string, string>>

/** How each parameter narrows the rows: whether a row is among those of a choice. */
export type Narrowing<Row> = Readonly<Record<string, (row: Row, choice: string) => boolean>>

/** The rows that every choice lets through. */
export function narrowed<Row>(rows: readonly Row[], choices: Choices, by: Narrowing<Row>): Row[] {
  const set = Object.entries(by).flatMap(([name, among]) => {
    const choice = choices[name]
    return choice === undefined || choice === '' ? [] : [{ among, choice }]
  })
  return rows.filter((row) => set.every(({ among, choice }) => among(row, choice)))
}

/** An address of a register with one choice changed; null removes it. A change begins at the first part again. */
export function choosing(path: string, choices: Choices, name: string, choice: string | null): string {
  const kept = Object.entries(choices).filter(
    ([key, value]) => key !== name && key !== 'part' && value !== '',
  )
  const all = choice === null ? kept : [...kept, [name, choice] as const]
  const query = new URLSearchParams(all.map(([key, value]): [string, string] => [key, value])).toString()
  return query === '' ? path : `${path}?${query}`
}

export type Choice = { value: string; text: string }

/** The links of one filter, each with the number of rows it will show; a choice without rows is left out unless it is the present one. */
export function filterOptions<Row>(parts: {
  path: string
  name: string
  everything: string
  choices: Choices
  rows: readonly Row[]
  by: Narrowing<Row>
  options: readonly Choice[]
}): FilterLink[] {
  const { path, name, choices, rows, by } = parts
  const countWith = (value: string): number => narrowed(rows, { ...choices, [name]: value }, by).length
  const present = choices[name] ?? ''
  const all: FilterLink = {
    text: parts.everything,
    href: choosing(path, choices, name, null),
    current: present === '',
    count: countWith(''),
  }
  const rest = parts.options.map(({ value, text }) => ({
    text,
    href: choosing(path, choices, name, value),
    current: present === value,
    count: countWith(value),
  }))
  return [all, ...rest.filter((option) => option.current || option.count > 0)]
}

/** Each value once, in order of its words. */
export const choicesOf = (options: readonly Choice[]): Choice[] =>
  [...new Map(options.map((option) => [option.value, option])).values()].toSorted((one, other) =>
    one.text < other.text ? -1 : Number(one.text > other.text),
  )

/** The rows of a part of the list, counted from 1, and the addresses of the next part and the first. */
export function partOf<Row>(
  rows: readonly Row[],
  path: string,
  choices: Choices,
): { rows: Row[]; from: number; next: string | null; first: string | null } {
  const asked = Number(choices['part'] ?? '1')
  const last = Math.max(1, Math.ceil(rows.length / ROWS_A_PART))
  const part = Number.isInteger(asked) && asked >= 1 && asked <= last ? asked : 1
  const from = (part - 1) * ROWS_A_PART
  return {
    rows: rows.slice(from, from + ROWS_A_PART),
    from,
    next: part < last ? choosing(path, choices, 'part', String(part + 1)) : null,
    first: part > 1 ? choosing(path, choices, 'part', null) : null,
  }
}

/** "1 question", "4 questions". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Words at the start of a line: "minute 328, resolution" → "Minute 328, resolution". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
