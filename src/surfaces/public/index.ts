/** The door of the public site: puts the pages of all domains and its own together, and serves them. */
import { resolve } from 'node:path'
import { publicPages as figuresPages } from '../../domains/checked-figures/index.ts'
import { publicPages as performancePages } from '../../domains/performance/index.ts'
import { publicPages as planPages } from '../../domains/plan/index.ts'
import { publicPages as scrutinyPages } from '../../domains/scrutiny/index.ts'
import { type LogFolder, publicFile } from '../../log/index.ts'
import {
  asAt,
  fileNamed,
  type PublicRecord,
  placeOfFile,
  readSite,
  standingOf,
  takenSince,
} from '../../record/index.ts'
import {
  buildServer,
  type FixedFile,
  keptCopy,
  type Page,
  page,
  type Server,
  stylesOf,
} from '../../web/index.ts'
import { absence } from './absence.ts'
import { everyListed } from './addresses.ts'
import { citePage } from './cite-page.ts'
import { dataPage } from './data-page.ts'
import { feedPages } from './feeds/routes.ts'
import { homeView } from './home-page.ts'
import { markIco, markSvg } from './mark.ts'
import { proofPages } from './proof/routes.ts'
import { found, home } from './reads.ts'
import { recordLines } from './record-lines.ts'
import { SEARCH_PARAMETERS } from './search-choices.ts'
import { searchView } from './search-page.ts'
import { sitemapPages } from './sitemap.ts'
import { stillPages } from './still-pages.ts'
import { withdrawalPages } from './tombstone-page.ts'
import { unavailable } from './unavailable.ts'
import { pageValues } from './values.ts'
import { wellKnownPages } from './well-known.ts'
import { whoseSite } from './whose-site.ts'

export { kinds } from './kinds.ts'
export { RESULTS, TESTED, type Tested } from './tested.ts'
export { unavailable }

export type SiteOptions = {
  ask: PublicRecord
  /** The folder of kept files. */
  files: string
  /** The site's public address without a path (https://record.example.police.uk), for print; shown paths stand alone when it is not given. */
  origin?: string
  /** Takes one line of JSON for each fault; standard error unless told. */
  log?: (line: string) => void
  /** Milliseconds after which the record is asked again whether it changed: 1000 unless told. */
  fresh?: number
  clock?: () => Date
  /** Most bytes of pages to keep in memory: 64 MB unless told; 0 makes each page anew. */
  keep?: number
  /** The public folder of the verifiable log, for its signed statement; proofs are taken from the record where it is not given. */
  logFolder?: LogFolder
  /** The folder of the kept copy, which is served while the record is away; it may be missing yet. */
  copy?: string
  /** Whether the record is known not to be what was published: then the copy is served before it. */
  isAltered?: () => boolean
  /** Pages besides those of the site: the copy has one of its own. */
  more?: readonly Page<PublicRecord>[]
}

/** A site that is being served. */
export type PublicSite = { address: string; close: () => Promise<void> }

/** The pages that belong to no domain. */
const ownPages: readonly Page<PublicRecord>[] = [
  page('/', { read: home, view: homeView }),
  page('/search', { query: SEARCH_PARAMETERS, days: 'told', read: found, view: searchView }),
  ...stillPages<PublicRecord>(),
  ...feedPages,
  ...withdrawalPages,
  citePage,
  dataPage,
  recordLines,
  ...wellKnownPages,
]

/** The pages that a sitemap lists. */
const mappedPages: readonly Page<PublicRecord>[] = [
  ...ownPages,
  ...planPages,
  ...scrutinyPages,
  ...figuresPages,
  ...performancePages,
]

const pagesWith = (log: LogFolder | undefined): readonly Page<PublicRecord>[] => [
  ...mappedPages,
  ...proofPages(log),
  ...sitemapPages((ask) => everyListed(ask, [...mappedPages, ...proofPages(log)], [])),
]

/** Every page of the public site. */
export const publicPages: readonly Page<PublicRecord>[] = pagesWith(undefined)

const fixed: readonly FixedFile[] = [
  { path: '/favicon.svg', mediaType: 'image/svg+xml', bytes: markSvg },
  { path: '/favicon.ico', mediaType: 'image/x-icon', bytes: markIco() },
]

/**
 * Every address at which the site answers 200: pages, their values, feeds, fixed files and stylesheets, each once. The
 * site's own address is part of the name of a stylesheet. Filters, other days and later parts of lists are left out.
 */
export async function* everyAddress(ask: PublicRecord, { origin = '' } = {}): AsyncGenerator<string> {
  for await (const { address } of everyListed(ask, publicPages, fixed)) yield address
  yield* await stylesOf(await readSite(ask), origin, BUILT)
}

const toStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Stylesheets that can be built again at any time. */
const BUILT = resolve(import.meta.dirname, '../../../.cache/css')

/** The most memory that kept pages may take, in bytes. */
const KEPT_PAGES = 64_000_000

const logFileIn =
  (folder: LogFolder) =>
  (path: string): ReturnType<typeof publicFile> =>
    publicFile(folder, path)

/** The public site, not listening: for tests, and for whoever listens in another way. */
export function buildPublicSite(options: SiteOptions): Promise<Server> {
  const { ask, files } = options
  const copy = options.copy === undefined ? undefined : keptCopy(options.copy)
  const record = whoseSite(ask, copy)
  return buildServer<PublicRecord>({
    pages: [...pagesWith(options.logFolder), ...(options.more ?? [])],
    ask,
    ...record,
    ...(copy === undefined ? {} : { copy }),
    // Pages that ask nothing of the record would else be made without it.
    takenSinceCopy: async () => copy !== undefined && (await takenSince(ask, await copy.leaves())),
    copyFirst: () => !record.hasAnswered() || options.isAltered?.() === true,
    unavailable,
    askOn: (day) => asAt(ask, day),
    // An earlier version of a paper is an entry of its own, at an address with its number.
    provenance: (asking, { path, query }) =>
      standingOf(asking, query['version'] === undefined ? path : `${path}?version=${query['version']}`),
    absence: (asking, request) => absence(ask, asking, request),
    values: pageValues,
    file: async (sha256, name) => {
      const file = await fileNamed(ask, sha256, name)
      return file && { ...file, place: placeOfFile(files, file.sha256) }
    },
    ...(options.logFolder === undefined ? {} : { logFile: logFileIn(options.logFolder) }),
    fixed,
    log: options.log ?? toStandardError,
    cacheFolder: BUILT,
    origin: options.origin ?? '',
    clock: options.clock ?? (() => new Date()),
    fresh: options.fresh ?? 1000,
    keep: options.keep ?? KEPT_PAGES,
  })
}

/**
 * Serves the public site on a port of this machine (0: any free one), for this machine alone unless `host` names an
 * address to listen on. Rejects with the system's code (EADDRINUSE) when the port is taken. `close` lets requests under
 * way end.
 */
export async function startPublicSite(
  options: SiteOptions & { port: number; host?: string },
): Promise<PublicSite> {
  const host = options.host ?? 'localhost'
  const atPort = (port: number | string): string =>
    `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const server = await buildPublicSite({ ...options, origin: options.origin ?? atPort(options.port) })
  const listening = await server.listen({ port: options.port, host })
  return { address: atPort(new URL(listening).port || 80), close: async () => server.close() }
}
