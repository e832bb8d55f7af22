/** Shows pages: finds the page of an address, asks it once for each state of the record, and keeps what it answered. */

import type { Instant, LocalDate } from '../lib/index.ts'
import { addressOf, finderOf, pathOf, queryOf, readAddress } from './address.ts'
import { type Answer, movedAnswer, textAnswer } from './answer.ts'
import { dayAsked } from './days.ts'
import type { Failure } from './errors.ts'
import type { ServedFile } from './files.ts'
import type { KeptCopy } from './kept-copy.ts'
import { type AroundPage, documentOf, type Surround } from './layout.ts'
import { type Moved, type Page, type PageRequest, type Site, Stream, type Text, type View } from './page.ts'
import { daysOf, pageKeeper, VALUES_QUERY, type Wanted, wantedAt } from './page-keeper.ts'
import type { Provenance } from './provenance.ts'
import { keepStanding, type Standing } from './standing.ts'
import { type Asset, lookStylesheet } from './stylesheet.ts'

/** A small file at an address of its own. */
export type FixedFile = Asset

/** Why nothing stands at an address: in words, and as values for who asks for those. */
export type Absence = { status: 404 | 410; view: View; values: unknown }

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
  /** The handle that reads the record as it stood at the end of a day in London. */
  askOn: (day: LocalDate) => Asker
  /** When the record was first and last added to; null where nothing was published, and `first` undefined where it cannot say. */
  span: () => Promise<{ first: Instant | null | undefined; last: Instant | null }>
  /** The standing of the entry whose page is asked for; asked beside the page itself. */
  provenance: (ask: Asker, request: PageRequest) => Promise<Provenance | undefined>
  /** Why a page has nothing to show; undefined when nothing was ever there. */
  absence: (ask: Asker, request: PageRequest) => Promise<Moved | Absence | undefined>
  /** A page as values, for programs; undefined when there is no such thing. */
  values: (ask: Asker, request: PageRequest, page: Page<Asker>) => Promise<Text | undefined>
  /** A published file, by its SHA-256 and name. */
  file: (sha256: string, name: string) => Promise<ServedFile | undefined>
  /** A file of the verifiable log, by its path below /log/. */
  logFile?: (path: string) => Promise<{ bytes: Buffer; forGood: boolean } | undefined>
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
  /** Whether the copy goes before the record: it has not answered yet, or is known not to be what was published. */
  copyFirst?: () => boolean
  /** Whether anything was withdrawn since the copy was made, which then still has it. */
  takenSinceCopy?: () => Promise<boolean>
}

/** Where a request was when something broke, as the log names it. */
export type Whereabouts = { page: string }

type Found = Answer | Stream | ServedFile | Failure

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

/** A file of the log, as others fetch it to check the record: https://c2sp.org/tlog-tiles. */
async function logFileAt<Asker>(shell: Shell<Asker>, written: string): Promise<Found> {
  const path = written.slice('/log/'.length)
  const found = await shell.logFile?.(path)
  if (found === undefined) return 404
  const mediaType = path.startsWith('tile/') ? 'application/octet-stream' : 'text/plain; charset=utf-8'
  return textAnswer(found.bytes, { mediaType, forEver: found.forGood })
}

/** What stands below the addresses of files: those that were published, and those of the log. */
function fileBelow<Asker>(
  shell: Shell<Asker>,
  parts: readonly string[],
  written: string,
): { page: string; found: Promise<Found> } | undefined {
  if (parts[0] === 'files' && parts.length === 3)
    return { page: '/files/:sha256/:name', found: fileAt(shell, parts, written) }
  if (parts[0] === 'log' && parts.length > 1) return { page: '/log/:file', found: logFileAt(shell, written) }
  return undefined
}

/** Prepares a surface's pages to be shown. */
export async function showing<Asker>(shell: Shell<Asker>): Promise<Shown> {
  const look = await lookStylesheet(shell.cacheFolder)
  const keeper = keepStanding(shell)
  let standing = await keeper.current()
  const finder = finderOf(shell.pages)
  const fixed = fixedAnswers(look, shell.fixed)
  const surroundOn = (on: Standing, path: string, page?: AroundPage): Surround => ({
    site: on.site,
    styles: [look.path, on.colours.path],
    path,
    today: on.today,
    origin: shell.origin,
    last: on.last,
    ...(page === undefined ? {} : { page }),
  })
  const pages = pageKeeper(shell, surroundOn)

  /** The page of an address that was read, as of the day that it asks for. */
  async function pageOf(wanted: Wanted<Asker>, written: string, search: string): Promise<Found> {
    standing = keeper.known() ?? (await keeper.current())
    const { page } = wanted.match
    const query = queryOf(wanted.asValues ? VALUES_QUERY : page.query, search)
    const ground = { path: wanted.path, query, ...standing, days: daysOf(page) }
    const when = dayAsked(search, ground)
    if (when.asked === 'lead') return movedAnswer(when.to, 302)
    if (when.asked === 'refused')
      return textAnswer(documentOf(when.view, surroundOn(standing, '')).text, { status: when.status })
    const on = when.asked === 'day' ? when.day : null
    if (written === wanted.path && !EMPTY.test(search))
      return pages.pageAt(standing, { ...wanted, query, on })
    return movedAnswer(addressOf(wanted.path, on === null ? query : { ...query, on }))
  }

  async function find(target: string, place: Whereabouts): Promise<Found> {
    const address = readAddress(target)
    if (address.found === 'malformed') return 400
    const { parts, written, search } = address
    const still = fixed(written, standing)
    if (still) return still
    const file = fileBelow(shell, parts, written)
    if (file) {
      place.page = file.page
      return file.found
    }
    const wanted = wantedAt(finder, parts)
    if (!wanted) return 404
    place.page = wanted.match.page.path
    return pageOf(wanted, written, search)
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
      return answer === 404 || answer instanceof Stream ? undefined : answer
    },
  }
}
