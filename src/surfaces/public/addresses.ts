/** Every address at which the site answers: for the sitemap, and for the copy that is kept of it. */
import { type PublicRecord, publishedPaths } from '../../record/index.ts'
import { type FixedFile, finderOf, hasValues, type Page, valuesPath } from '../../web/index.ts'

/** An address, when what it shows was last added to (null where it is made of many things), and whether it is a web page. */
export type Listed = { address: string; changed: string | null; isPage: boolean }

const isWebPage = (path: string): boolean => !/\.[a-z]+$/.test(path)

/** The addresses of pages that follow from no entry: those without named parts, and what pages list themselves. */
async function ofRoutes(
  ask: PublicRecord,
  pages: readonly Page<PublicRecord>[],
): Promise<Map<string, Page<PublicRecord>>> {
  const found = new Map<string, Page<PublicRecord>>()
  for (const page of pages) {
    if (page.addresses !== undefined)
      for (const address of await page.addresses(ask)) found.set(address, page)
    else if (!page.path.includes(':')) found.set(page.path, page)
  }
  return found
}

/**
 * Every page, each with its values where it has them, every feed and every fixed file, each once. Filters, other days and
 * later parts of lists, which have a query, are not among them.
 */
export async function* everyListed(
  ask: PublicRecord,
  pages: readonly Page<PublicRecord>[],
  fixed: readonly Pick<FixedFile, 'path'>[],
): AsyncGenerator<Listed> {
  const find = finderOf(pages)
  const routes = await ofRoutes(ask, pages)
  for (const [address, page] of routes) yield* withValues(address, page, null, false)
  for await (const { path, publishedAt } of publishedPaths(ask)) {
    if (routes.has(path)) continue
    const match = find(path.split('/').filter((part) => part !== ''))
    if (match !== undefined) yield* withValues(path, match.page, publishedAt, true)
  }
  for (const { path } of fixed) yield { address: path, changed: null, isPage: false }
}

function* withValues(
  address: string,
  page: Page<PublicRecord>,
  changed: string | null,
  ofEntry: boolean,
): Generator<Listed> {
  yield { address, changed, isPage: isWebPage(page.path) }
  if (hasValues(page, ofEntry)) yield { address: valuesPath(address), changed, isPage: false }
}
