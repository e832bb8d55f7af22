/** Every page, feed and file of the public site, answered by the site's own code and put into the copy. */
import { existsSync } from 'node:fs'
import { type PublicRecord, placeOfFile, publishedFiles, readSite } from '../../record/index.ts'
import {
  fileOfAddress,
  html,
  isPageAddress,
  lead,
  link,
  MEDIA_TYPES_FILE,
  NOT_IN_THIS_COPY,
  type Page,
  page,
  pageTop,
  paragraph,
  SITE_FILE,
  withRelativeLinks,
} from '../../web/index.ts'
import { buildPublicSite, everyAddress } from '../public/index.ts'
import { Stopped } from './alarm.ts'
import type { CopyFolder } from './folder.ts'

export type CopiedSite = {
  ask: PublicRecord
  /** The folder of kept files. */
  files: string
  /** The site's address without a path, as its pages print it. */
  origin: string
  clock: () => Date
  /** The folder of the log. */
  logFolder: string
}

/** What links lead to whose end is asked of the record itself. */
const notInThisCopy: Page<PublicRecord> = page(NOT_IN_THIS_COPY, {
  read: async () => ({}),
  view: () => ({
    title: 'Not in this copy',
    section: null,
    main: html`${pageTop({ title: 'Not in this copy' })}${lead(
      'This is a kept copy of the public record. Search, filters, other days and the PNG pictures of charts are not in it; the same charts are there as SVG.',
    )}${paragraph(html`You can go on from ${link('/', 'the first page')}.`)}`,
  }),
})

/** Answered anew for each asker, and so not copied; nor what is about the site itself rather than the record. */
const isLeftOut = (address: string): boolean => address === '/search' || address.includes('/.')

const fileNames = (address: string): string =>
  decodeURIComponent(fileOfAddress(address, isPageAddress(address)))

/**
 * Puts all of the site into the copy, and whose site it is. Gives the addresses of pages that could not be made, which stay as
 * the copy has them. Throws `Stopped` when the record went away meanwhile.
 */
export async function putSite(of: CopiedSite, copy: CopyFolder): Promise<string[]> {
  const { ask } = of
  await copy.put(SITE_FILE, Buffer.from(`${JSON.stringify(await readSite(ask), null, 2)}\n`))
  const kept = await putKeptFiles(of, copy)
  const addresses = new Set<string>([NOT_IN_THIS_COPY])
  for await (const address of everyAddress(ask, { origin: of.origin })) {
    if (!isLeftOut(address) && !address.startsWith('/files/')) addresses.add(address)
  }
  const keptAs = (address: string): string | undefined => {
    return kept.has(address) || addresses.has(address)
      ? fileOfAddress(address, isPageAddress(address))
      : undefined
  }
  const server = await buildPublicSite({
    ask,
    files: of.files,
    logFolder: of.logFolder,
    origin: of.origin,
    clock: of.clock,
    more: [notInThisCopy],
    // One snapshot of the record is copied: it does not change, and nothing is asked twice.
    fresh: 3_600_000,
    keep: 0,
  })
  const failed: string[] = []
  try {
    for (const address of addresses) {
      const file = fileNames(address)
      const answer = await server.inject({ method: 'GET', url: address })
      const isHtml = String(answer.headers['content-type']).startsWith('text/html')
      if (answer.statusCode === 200)
        await copy.put(
          file,
          isHtml ? Buffer.from(withRelativeLinks(answer.body, file, keptAs)) : answer.rawPayload,
        )
      else if (answer.statusCode === 503) throw away(address)
      else if (answer.statusCode >= 500) {
        copy.keep(file)
        failed.push(address)
      }
    }
  } finally {
    await server.close()
  }
  return failed
}

const away = (address: string): Stopped =>
  new Stopped({
    fault: 'record-away',
    words: `The record went away while ${address} was being copied; the copy stays as it was until it is back.`,
  })

const addressOfPaper = (sha256: string, name: string): string =>
  `/files/${sha256}/${encodeURIComponent(name)}`

/** Where a kept file lies in the copy: under a name by which no browser runs what is in it. */
export const pathOfPaper = (sha256: string, name: string): string => fileNames(addressOfPaper(sha256, name))

/** Puts the files that readers may have. Returns their addresses. */
async function putKeptFiles(of: CopiedSite, copy: CopyFolder): Promise<Set<string>> {
  const addresses = new Set<string>()
  const types: Record<string, string> = {}
  for (const { sha256, name, mediaType } of await publishedFiles(of.ask)) {
    const place = placeOfFile(of.files, sha256)
    const path = pathOfPaper(sha256, name)
    const done = existsSync(place) && (await copy.putFile(path, place, sha256))
    if (!done)
      throw new Stopped({
        fault: 'file-altered',
        words: `The kept file ${name} is missing, or not the one that was published (SHA-256 ${sha256}); the copy stays as it was. Put it back from a backup.`,
      })
    addresses.add(addressOfPaper(sha256, name))
    types[`${sha256}/${name}`] = mediaType
  }
  await copy.put(MEDIA_TYPES_FILE, Buffer.from(`${JSON.stringify(types, null, 1)}\n`))
  return addresses
}
