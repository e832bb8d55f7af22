/** Shows pages: finds the page of an address, asks it once for each state of the record, and keeps what it answered. */

import { addressOf, finderOf, type Match, pathOf, queryOf, readAddress } from './address.ts'
import { type Answer, movedAnswer, textAnswer, writtenAnswer } from './answer.ts'
import { pageCache } from './cache.ts'
import type { Failure } from './errors.ts'
import type { ServedFile } from './files.ts'
import type { KeptCopy } from './kept-copy.ts'
import { documentOf, type Surround } from './layout.ts'
import { Moved, type Page, type Site, Text } from './page.ts'
import { keepStanding, type Standing } from './standing.ts'
import { type Asset, lookStylesheet } from './stylesheet.ts'

/** A small file at an address of its own. */
export type FixedFile = Asset

/** What a surface hands over to be served. */
export type Shell<Asker> = {
  pages: readonly Page<Asker>[]
  /** The handle that pages read with. */
  ask: Asker
  site: () => Promise<Site>
  /** Changes with every publication. */
  revision: () => Promise<string>
  /** Whether an error means that the record cannot be asked at the moment, rather than a fault of ours. */
  unavailable: (error: unknown) => boolean
  /** The present address of what once stood at a path. */
  movedFrom: (path: string) => Promise<string | undefined>
  /** A published file, by its SHA-256 and name. */
  file: (sha256: string, name: string) => Promise<ServedFile | undefined>
  /** Small texts and pictures at fixed addresses: /robots.txt, /favicon.svg. */
  fixed: readonly FixedFile[]
  /** Takes one line of JSON about a fault. */
  log: (line: string) => void
  /** Where built stylesheets are kept. */
  cacheFolder: string
  /** The site's address for print, without a path; empty when not known. */
  origin: string
  clock: () => Date
  /** Milliseconds between two questions whether the record changed; 0 asks for every page. */
  fresh: number
  /** Milliseconds in which the head of a request must have come. 8,000 unless given. */
  patience?: number
  /** Most bytes of pages to keep in memory. */
  keep: number
  /** What is served while the record cannot be asked; without one, pages of a while ago that are still in memory. */
  copy?: KeptCopy
}

/** How many pages may be in the making at once; more are sent away to try again. */
const MOST_MAKING = 128

/** Where a request was when something broke, as the log names it. */
export type Whereabouts = { page: string }

type Found = Answer | ServedFile | Failure

export type Shown = {
  /** What is kept for a target, without waiting; undefined when it has to be found. */
  kept: (target: string) => Answer | undefined
  find: (target: string, place: Whereabouts) => Promise<Found>
  surround: (path: string) => Surround
  surroundKey: () => string
}

/** A target that is its own canonical address and has no query: most of all requests. */
const PLAIN = /^\/(?:[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*)?$/

/** A parameter without a value, as forms send the fields that were left empty: the address is shown without it. */
const EMPTY = /(?:^|&)[^&=]+=(?:&|$)/

type PageKeeper<Asker> = {
  now: (key: string, on: Standing) => Answer | 404 | undefined
  pageAt: (on: Standing, path: string, match: Match<Asker>, query: Record<string, string>) => Promise<Found>
}

/** Asks pages, and keeps what they answered for as long as the record stands as it did. */
function pageKeeper<Asker>(
  shell: Shell<Asker>,
  surroundOn: (on: Standing, path: string) => Surround,
): PageKeeper<Asker> {
  const cache = pageCache<Answer | 404>(shell.keep)

  async function asked(
    on: Standing,
    path: string,
    match: Match<Asker>,
    query: Record<string, string>,
  ): Promise<Answer | 404> {
    const { origin } = shell
    const request = { site: on.site, path, params: match.params, query, today: on.today, on: null, origin }
    const answer = await match.page.answer(shell.ask, request)
    if (answer instanceof Moved) return movedAnswer(answer.to)
    if (answer instanceof Text) return writtenAnswer(answer)
    if (answer !== undefined) return textAnswer(documentOf(answer, surroundOn(on, path)).text)
    const present = await shell.movedFrom(path)
    return present === undefined ? 404 : movedAnswer(present)
  }

  return {
    now: (key, on) => cache.now(key, on.key),
    async pageAt(on, path, match, query) {
      const key = addressOf(path, query)
      const kept = cache.now(key, on.key)
      if (kept) return kept
      if (cache.making() >= MOST_MAKING) return 503
      try {
        return await cache.make(key, on.key, async () => {
          const value = await asked(on, path, match, query)
          return { value, size: value === 404 ? 0 : value.body.plain.length * 2 }
        })
      } catch (error) {
        // The copy knows what was withdrawn meanwhile, and memory does not.
        const earlier = shell.copy === undefined && shell.unavailable(error) ? cache.earlier(key) : undefined
        if (earlier === undefined) throw error
        return earlier
      }
    },
  }
}

/** Answers at addresses that no page has: stylesheets, robots.txt, the site's mark. */
function fixedAnswers(
  look: Asset,
  fixed: readonly FixedFile[],
): (path: string, on: Standing) => Answer | undefined {
  const answers = new Map(fixed.map((one) => [one.path, textAnswer(one.bytes, one)]))
  answers.set(look.path, textAnswer(look.bytes, { mediaType: look.mediaType, forEver: true }))
  return (path, { colours }) => {
    const known = answers.get(path)
    if (known || path !== colours.path) return known
    const made = textAnswer(colours.bytes, { mediaType: colours.mediaType, forEver: true })
    answers.set(path, made)
    return made
  }
}

async function fileAt<Asker>(shell: Shell<Asker>, parts: readonly string[], written: string): Promise<Found> {
  const [, sha256 = '', name = ''] = parts
  if (!/^[0-9a-f]{64}$/i.test(sha256) || name.length > 255) return 404
  const file = await shell.file(sha256.toLowerCase(), name)
  if (!file) return 404
  const path = pathOf(['files', file.sha256, file.name])
  return written === path ? file : movedAnswer(path)
}

/** Prepares a surface's pages to be shown. */
export async function showing<Asker>(shell: Shell<Asker>): Promise<Shown> {
  const look = await lookStylesheet(shell.cacheFolder)
  const keeper = keepStanding(shell)
  let standing = await keeper.current()
  const finder = finderOf(shell.pages)
  const fixed = fixedAnswers(look, shell.fixed)
  const surroundOn = (on: Standing, path: string): Surround => ({
    site: on.site,
    styles: [look.path, on.colours.path],
    path,
    today: on.today,
  })
  const pages = pageKeeper(shell, surroundOn)

  async function find(target: string, place: Whereabouts): Promise<Found> {
    const address = readAddress(target)
    if (address.found === 'malformed') return 400
    const { parts, written, search } = address
    const still = fixed(written, standing)
    if (still) return still
    if (parts[0] === 'files' && parts.length === 3) {
      place.page = '/files/:sha256/:name'
      return fileAt(shell, parts, written)
    }
    const lower = parts.map((part) => part.toLowerCase())
    const match = finder(lower)
    if (!match) return 404
    place.page = match.page.path
    standing = keeper.known() ?? (await keeper.current())
    const path = pathOf(lower)
    const query = queryOf(match.page.query, search)
    return written === path && !EMPTY.test(search)
      ? pages.pageAt(standing, path, match, query)
      : movedAnswer(addressOf(path, query))
  }

  return {
    find,
    surround: (path) => surroundOn(standing, path),
    surroundKey: () => standing.key,
    kept(target) {
      const known = keeper.known()
      if (known) standing = known
      if (!known || !PLAIN.test(target)) return undefined
      const answer = pages.now(target, standing)
      return answer === 404 ? undefined : answer
    },
  }
}
