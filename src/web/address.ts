/** Reads addresses: one canonical form for each page; every other form leads there or nowhere. */
import { pathPart } from '../lib/index.ts'
import type { Page } from './page.ts'

export type Address =
  /** Not an address at all: bad escapes, control characters, slashes in disguise. */
  { found: 'malformed' } | { found: 'parts'; parts: readonly string[]; written: string; search: string }

const HIDDEN = /[\p{Cc}/\\]/u

/** Takes the target of a request apart. The parts are decoded; `written` is the path as it was asked for. */
export function readAddress(target: string): Address {
  if (!target.startsWith('/')) return { found: 'malformed' }
  const mark = target.indexOf('?')
  const written = mark < 0 ? target : target.slice(0, mark)
  const search = mark < 0 ? '' : target.slice(mark + 1)
  const parts: string[] = []
  for (const part of written.split('/')) {
    if (part === '') continue
    const decoded = decode(part)
    if (decoded === undefined || HIDDEN.test(decoded)) return { found: 'malformed' }
    parts.push(decoded)
  }
  return { found: 'parts', parts, written, search }
}

function decode(part: string): string | undefined {
  if (!part.includes('%')) return part
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** The canonical path of decoded parts. */
export const pathOf = (parts: readonly string[]): string => `/${parts.map(pathPart).join('/')}`

export type Match<Asker> = { page: Page<Asker>; params: Readonly<Record<string, string>> }
export type Finder<Asker> = (parts: readonly string[]) => Match<Asker> | undefined

/** A named part of an address: lower-case words, digits, dots, hyphens. Anything else is no address of ours. */
const NAMED = /^[a-z0-9][a-z0-9._-]{0,199}$/

type Route<Asker> = { page: Page<Asker>; pattern: readonly string[] }

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (const [index, piece] of pattern.entries()) {
    const part = parts[index] ?? ''
    if (!piece.startsWith(':')) {
      if (piece !== part) return undefined
      continue
    }
    const { name, ending } = namedPart(piece)
    const value = part.endsWith(ending) ? part.slice(0, part.length - ending.length) : ''
    if (!NAMED.test(value)) return undefined
    params[name] = value
  }
  return params
}

/** A named part of a pattern, and how what stands there must end: ":body.atom" is the body of an address that ends in .atom. */
function namedPart(piece: string): { name: string; ending: string } {
  const dot = piece.indexOf('.')
  return dot < 0
    ? { name: piece.slice(1), ending: '' }
    : { name: piece.slice(1, dot), ending: piece.slice(dot) }
}

/** Finds the page of an address. Fixed words go before named parts, and those with an ending before those without, wherever pages stand in the list; two pages of one address are a bug and throw. */
export function finderOf<Asker>(pages: readonly Page<Asker>[]): Finder<Asker> {
  const routes: Route<Asker>[] = pages.map((page) => ({
    page,
    pattern: page.path.split('/').filter((piece) => piece !== ''),
  }))
  const shape = (route: Route<Asker>): string =>
    route.pattern
      .map((piece) => (piece.startsWith(':') ? `~${namedPart(piece).ending || '~'}` : piece))
      .join('/')
  routes.sort((one, other) => (shape(one) < shape(other) ? -1 : 1))
  const byLength = new Map<number, Route<Asker>[]>()
  let last: string | undefined
  for (const route of routes) {
    if (shape(route) === last) throw new Error(`Two pages have the address ${route.page.path}`)
    last = shape(route)
    byLength.set(route.pattern.length, [...(byLength.get(route.pattern.length) ?? []), route])
  }
  return (parts) => {
    for (const route of byLength.get(parts.length) ?? []) {
      const params = paramsOf(route.pattern, parts)
      if (params) return { page: route.page, params }
    }
    return undefined
  }
}

const LONGEST_VALUE = 200

/** The parameters that a page knows, each once (the first stands), without control characters, trimmed and of bounded length; empty ones are left out. */
export function queryOf(names: readonly string[], search: string): Record<string, string> {
  if (names.length === 0 || search === '') return {}
  const given = new URLSearchParams(search)
  const query: Record<string, string> = {}
  for (const name of names) {
    const value = (given.get(name) ?? '')
      .replace(/[\p{Cc}\ufffd]+/gu, ' ')
      .normalize('NFC')
      .trim()
      .slice(0, LONGEST_VALUE)
    if (value !== '') query[name] = value.isWellFormed() ? value : value.toWellFormed()
  }
  return query
}

/** The canonical address: the path with the query in the page's own order. */
export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}
