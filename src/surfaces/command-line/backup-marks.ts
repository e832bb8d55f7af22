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

/** Some addresses of each authority, spread over all there are. */
export async function someAddresses(
  db: Kysely<RecordTables>,
): Promise<{ authority: string; address: string }[]> {
  const { everyAddress } = await import('../public/index.ts')
  const published = db.$pickTables<keyof PublishedTables>()
  const some: { authority: string; address: string }[] = []
  for (const authority of await authorities(published)) {
    const all: string[] = []
    for await (const address of everyAddress({ db: published, authority })) all.push(address)
    const wanted = Math.min(PAGES, all.length)
    for (let next = 0; next < wanted; next += 1)
      some.push({ authority, address: all[Math.floor((next * all.length) / wanted)] ?? '/' })
  }
  return some
}

/** How these pages read on the day of `at`. The same record gives the same marks; one that is not there has none. */
export async function pageMarks(
  db: Kysely<RecordTables>,
  files: string,
  at: Date,
  wanted: readonly { authority: string; address: string }[],
): Promise<PageMark[]> {
  // The site's libraries take a while to load.
  const { buildPublicSite } = await import('../public/index.ts')
  const marks: PageMark[] = []
  for (const [authority, pages] of Map.groupBy(wanted, (one) => one.authority)) {
    const ask = { db: db.$pickTables<keyof PublishedTables>(), authority }
    const site = await buildPublicSite({ ask, files, clock: () => at, keep: 0, fresh: 3_600_000 })
    for (const { address } of pages) {
      const answer = await site.inject({ method: 'GET', url: address })
      if (answer.statusCode === 200) marks.push({ authority, address, sha256: sha256Of(answer.rawPayload) })
    }
    await site.close()
  }
  return marks
}
