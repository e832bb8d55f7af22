/**
 * Reads JSON as it was stored: each reader takes an unknown value and returns it typed, or throws naming the place.
 * Kinds build their `parse` from these: `stored.fields({ title: stored.text, day: stored.orNull(stored.day) })`.
 */
import { type LocalDate, localDate, type Period } from './date.ts'
import type { EntryId } from './id.ts'

/** Reads a value that stands at `at` ("plan.priorities[2].title"); throws when it is something else. */
export type Reader<T> = (value: unknown, at?: string) => T

/** What a reader reads. */
export type Read<R> = R extends Reader<infer T> ? T : never

function wrong(at: string, wanted: string): never {
  throw new Error(`Stored value ${at || '(whole)'} is not ${wanted}`)
}

export const text: Reader<string> = (value, at = '') =>
  typeof value === 'string' ? value : wrong(at, 'text')

export const number: Reader<number> = (value, at = '') =>
  typeof value === 'number' && Number.isFinite(value) ? value : wrong(at, 'a number')

export const flag: Reader<boolean> = (value, at = '') =>
  typeof value === 'boolean' ? value : wrong(at, 'true or false')

export const day: Reader<LocalDate> = (value, at = '') => {
  const found = typeof value === 'string' ? localDate(value) : undefined
  return found ?? wrong(at, 'a day')
}

export const entryId: Reader<EntryId> = (value, at = '') =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? (value as EntryId) : wrong(at, 'an entry’s id')

/** One of the words given. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (value, at = '') =>
    words.find((word) => word === value) ?? wrong(at, `one of ${words.join(', ')}`)

export const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, at = '') =>
    value === null || value === undefined ? null : reader(value, at)

export const list =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (value, at = '') =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => reader(item, `${at}[${index}]`))
      : wrong(at, 'a list')

/** An object with these fields; others are left out. */
export function fields<const Fields extends Record<string, Reader<unknown>>>(
  readers: Fields,
): Reader<{ [Name in keyof Fields]: Read<Fields[Name]> }> {
  return (value, at = '') => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object')
    const found = new Map<string, unknown>(Object.entries(value))
    const read = Object.entries(readers).map(([name, reader]) => [
      name,
      reader(found.get(name), at === '' ? name : `${at}.${name}`),
    ])
    return Object.fromEntries(read) as { [Name in keyof Fields]: Read<Fields[Name]> }
  }
}

export const period: Reader<Period> = fields({ from: day, until: orNull(day) })
