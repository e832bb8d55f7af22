/** The kept copy of a site, plain files in a folder: what is served of it while the record cannot be asked. */
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathOf, readAddress } from './address.ts'
import { type Answer, textAnswer } from './answer.ts'
import { fileOfAddress, NOT_IN_THIS_COPY, withSiteLinks } from './copy-links.ts'
import type { ServedFile } from './files.ts'
import { keptCopyNotice } from './kept-copy-notice.ts'
import type { Site } from './page.ts'

export type KeptCopy = {
  /** Whose site it is a copy of; undefined where nothing was kept yet. */
  site: () => Promise<Site | undefined>
  /** What is kept at an address without query; undefined when nothing is. */
  at: (address: string) => Promise<Answer | ServedFile | undefined>
  /** How many leaves the log had when the copy was made, as its manifest says; 0 where there is none. */
  leaves: () => Promise<number>
}

/** The file that says whose site the copy is of. */
export const SITE_FILE = 'site.json'
/** The media types of the kept papers, by SHA-256 and name, as the record has them. */
export const MEDIA_TYPES_FILE = 'media-types.json'
/** The signed list of all other files. */
export const MANIFEST_FILE = 'manifest'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  png: 'image/png',
  pdf: 'application/pdf',
}

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
const typeOf = (name: string): string => TYPES[endingOf(name)] ?? 'application/octet-stream'

/** Whether a page stands at an address of the site, rather than a feed, a stylesheet or another text. */
export const isPageAddress = (address: string): boolean => !(endingOf(address) in TYPES)

/** The bytes of a file; undefined where there is none. */
async function bytesOf(place: string): Promise<Buffer | undefined> {
  try {
    return await readFile(place)
  } catch (failure) {
    if (isMissing(failure)) return undefined
    throw failure
  }
}

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error &&
  'code' in failure &&
  (failure.code === 'ENOENT' ||
    failure.code === 'ENOTDIR' ||
    failure.code === 'EISDIR' ||
    failure.code === 'ENAMETOOLONG')

/** Where a file of the copy lies; undefined for names that no file of ours has. */
function placeIn(folder: string, file: string): string | undefined {
  const address = readAddress(`/${file}`)
  if (address.found === 'malformed' || address.parts.length === 0) return undefined
  return address.parts.some((part) => part.startsWith('.')) ? undefined : join(folder, ...address.parts)
}

/** What the record says that a kept paper is. */
async function mediaTypeOf(folder: string, paper: string): Promise<string> {
  const bytes = await bytesOf(join(folder, MEDIA_TYPES_FILE))
  const types: unknown = bytes === undefined ? {} : JSON.parse(bytes.toString())
  const found: unknown = typeof types === 'object' && types !== null ? Reflect.get(types, paper) : undefined
  return typeof found === 'string' ? found : 'application/octet-stream'
}

async function paperAt(folder: string, address: string): Promise<ServedFile | undefined> {
  const found = readAddress(address)
  if (found.found === 'malformed') return undefined
  const place = placeIn(folder, fileOfAddress(pathOf(found.parts), false))
  if (place === undefined) return undefined
  const [, sha256 = '', name = ''] = found.parts
  if (found.parts.length !== 3 || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  try {
    const { size } = await stat(place)
    return { sha256, name, mediaType: await mediaTypeOf(folder, `${sha256}/${name}`), size, place }
  } catch (failure) {
    if (isMissing(failure)) return undefined
    throw failure
  }
}

/** How much of a manifest is read for its head; its list of files may be megabytes. */
const HEAD_BYTES = 500

/** When the copy was made and how many leaves the log had then: the third and the fourth line of its manifest. */
type Head = { moment: string | undefined; leaves: number }

async function headOf(folder: string): Promise<Head> {
  const [, , moment = '', leaves = ''] = (await beginningOf(join(folder, MANIFEST_FILE))).split('\n')
  return {
    moment: Number.isNaN(Date.parse(moment)) ? undefined : moment,
    leaves: /^\d+$/.test(leaves) ? Number(leaves) : 0,
  }
}

/** The first bytes of a file; none where there is no file. */
async function beginningOf(place: string): Promise<string> {
  try {
    const file = await open(place)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead).toString()
    } finally {
      await file.close()
    }
  } catch (failure) {
    if (isMissing(failure)) return ''
    throw failure
  }
}

/** The copy kept in a folder. The folder may be missing, and may change at any time. */
export function keptCopy(folder: string): KeptCopy {
  /** How long the head of the manifest is remembered, so that not every page reads it. */
  const REMEMBERED = 1000
  let known: { head: Promise<Head>; until: number } | undefined

  function head(): Promise<Head> {
    if (known === undefined || known.until < performance.now())
      known = { head: headOf(folder), until: performance.now() + REMEMBERED }
    return known.head
  }

  async function pageAt(address: string): Promise<Answer | undefined> {
    const file = fileOfAddress(address, true)
    const place = placeIn(folder, file)
    const bytes = place === undefined ? undefined : await bytesOf(place)
    if (bytes === undefined) return undefined
    const { moment: made } = await head()
    const html = withSiteLinks(bytes.toString(), file).replace(
      /<main [^>]*>\n?/,
      (start) => start + keptCopyNotice(made).text,
    )
    return textAnswer(html, { headers: headersOf(made) })
  }

  async function otherAt(address: string): Promise<Answer | undefined> {
    const place = placeIn(folder, address.slice(1))
    const bytes = place === undefined ? undefined : await bytesOf(place)
    if (bytes === undefined) return undefined
    const forEver = address.startsWith('/assets/')
    return textAnswer(bytes, {
      mediaType: typeOf(address),
      forEver,
      headers: headersOf((await head()).moment),
    })
  }

  return {
    async site() {
      const bytes = await bytesOf(join(folder, SITE_FILE))
      if (bytes === undefined) return undefined
      const site: Site = JSON.parse(bytes.toString())
      return site
    },
    async at(address) {
      if (address === NOT_IN_THIS_COPY) return undefined
      if (address.startsWith('/files/')) return await paperAt(folder, address)
      // A page has one address, and the name of its file is not that.
      if (address.endsWith('.html') || address === '/index') return undefined
      return (await otherAt(address)) ?? (await pageAt(address))
    },
    leaves: async () => (await head()).leaves,
  }
}

/** Says in every answer that it is of the copy, also where nothing can be added to what is read. */
const headersOf = (made: string | undefined): Record<string, string> =>
  made === undefined ? {} : { 'shiremoot-kept-copy': made }
