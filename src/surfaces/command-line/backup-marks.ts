/** By what a restored record is known to be the same: the hashes of its leaves, and how some of its pages read. */
import type { Kysely } from '../../database/index.ts'
import {
  authorities,
  leavesOf,
  logSize,
  type PublishedTables,
  type RecordTables,
} from '../../record/index.ts'
import type { PageMark } from './backup-list.ts'
import { sha256Of } from './backup-writer.ts'

/** How many pages of each authority are compared. */
const PAGES = 20
const LEAVES_AT_ONCE = 1000

/** The hashes of all leaves of every authority, in order. */
export async function logHashes(
  db: Kysely<RecordTables>,
): Promise<{ authority: string; hashes: Buffer[] }[]> {
  const published = db.$pickTables<keyof PublishedTables>()
  const all: { authority: string; hashes: Buffer[] }[] = []
  for (const authority of await authorities(published)) {
    const ask = { db: published, authority }
    const size = await logSize(ask)
    const hashes: Buffer[] = []
    for (let from = 0; from < size; from += LEAVES_AT_ONCE)
      for (const { hash } of await leavesOf(ask, from, Math.min(size, from + LEAVES_AT_ONCE)))
        hashes.push(hash)
    all.push({ authority, hashes })
  }
  return all
}

/** Pages spread over all addresses, as they read on the day of `at`. The same record gives the same marks. */
export async function pageMarks(db: Kysely<RecordTables>, files: string, at: Date): Promise<PageMark[]> {
  // The site's libraries take a while to load.
  const { buildPublicSite, everyAddress } = await import('../public/index.ts')
  const published = db.$pickTables<keyof PublishedTables>()
  const marks: PageMark[] = []
  for (const authority of await authorities(published)) {
    const ask = { db: published, authority }
    const addresses: string[] = []
    for await (const address of everyAddress(ask)) addresses.push(address)
    const site = await buildPublicSite({ ask, files, clock: () => at, keep: 0, fresh: 3_600_000 })
    const step = Math.max(1, addresses.length / PAGES)
    for (let at = 0; at < addresses.length; at += step) {
      const address = addresses[Math.floor(at)] ?? '/'
      const answer = await site.inject({ method: 'GET', url: address })
      if (answer.statusCode === 200) marks.push({ authority, address, sha256: sha256Of(answer.rawPayload) })
    }
    await site.close()
  }
  return marks
}
