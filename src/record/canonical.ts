/** Canonical JSON (RFC 8785): the one text that stands for a value, so that its hash is the same wherever it is taken. */
import { createHash } from 'node:crypto'

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair: both become U+FFFD, the sign for what cannot be read. */
export const storable = (text: string): string =>
  text.replaceAll('\u0000', '\uFFFD').replace(LONE_SURROGATE, '\uFFFD')

function member(name: string, value: unknown, at: string): string[] {
  return value === undefined ? [] : [`${JSON.stringify(storable(name))}:${written(value, `${at}.${name}`)}`]
}

function plain(value: object, at: string): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Error(`${at} is not plain data: give text, numbers, lists and objects of fields alone`)
  }
  return { ...value }
}

function written(value: unknown, at: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(storable(value))
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${at} is ${value}, which JSON cannot say`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value))
    return `[${value.map((item, index) => written(item, `${at}[${index}]`)).join(',')}]`
  if (typeof value !== 'object') throw new Error(`${at} is a ${typeof value}, which JSON cannot say`)
  const fields = plain(value, at)
  // RFC 8785 section 3.2.3: sorted by UTF-16 code units, which is how JavaScript compares strings.
  const names = Object.keys(fields).toSorted((one, other) => (one < other ? -1 : 1))
  return `{${names.flatMap((name) => member(name, fields[name], at)).join(',')}}`
}

/**
 * The canonical text of plain data. Members that are undefined are left out, as in JSON. Throws on what JSON cannot say:
 * NaN, functions, dates, maps.
 */
export const canonical = (value: unknown): string => written(value, 'value')

/** SHA-256 of the canonical text in UTF-8. */
export const contentHash = (canonicalText: string): Buffer =>
  createHash('sha256').update(canonicalText, 'utf8').digest()
