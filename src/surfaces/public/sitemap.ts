/** /sitemap.xml as sitemaps.org says: every page, in several files when there are more than one may hold. */
import type { PublicRecord } from '../../record/index.ts'
import { escape, type Page, page, Text } from '../../web/index.ts'
import type { Listed } from './addresses.ts'

/** As many addresses as one file may hold. */
export const MOST_IN_ONE = 50_000

const XML = 'application/xml; charset=utf-8'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const url = (origin: string, { address, changed }: Listed): string =>
  `<url><loc>${escape(`${origin}${address}`)}</loc>${changed === null ? '' : `<lastmod>${changed}</lastmod>`}</url>`

/** One file of addresses. */
export const sitemapText = (origin: string, listed: readonly Listed[]): Text =>
  new Text(
    XML,
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n${listed.map((one) => `${url(origin, one)}\n`).join('')}</urlset>\n`,
  )

/** The index of `files` files. */
export const sitemapIndex = (origin: string, files: number): Text =>
  new Text(
    XML,
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${Array.from(
      { length: files },
      (_, index) => `<sitemap><loc>${escape(origin)}/sitemaps/${index + 1}.xml</loc></sitemap>\n`,
    ).join('')}</sitemapindex>\n`,
  )

const partsOf = (found: readonly Listed[]): number => Math.ceil(found.length / MOST_IN_ONE)

/** /sitemap.xml, and its parts where it has some. `listed` gives every address of the site. */
export function sitemapPages(
  listed: (ask: PublicRecord) => AsyncIterable<Listed>,
): readonly Page<PublicRecord>[] {
  async function pagesOf(ask: PublicRecord): Promise<Listed[]> {
    const found: Listed[] = []
    for await (const one of listed(ask)) if (one.isPage) found.push(one)
    return found
  }
  return [
    page('/sitemap.xml', {
      read: pagesOf,
      view: (found, { origin = '' }) =>
        found.length > MOST_IN_ONE ? sitemapIndex(origin, partsOf(found)) : sitemapText(origin, found),
    }),
    page('/sitemaps/:part.xml', {
      addresses: async (ask) => {
        const parts = partsOf(await pagesOf(ask))
        return parts > 1 ? Array.from({ length: parts }, (_, index) => `/sitemaps/${index + 1}.xml`) : []
      },
      read: async (ask: PublicRecord, { params }) => {
        const part = Number(params['part'])
        const found = await pagesOf(ask)
        const own =
          Number.isSafeInteger(part) && part > 0
            ? found.slice((part - 1) * MOST_IN_ONE, part * MOST_IN_ONE)
            : []
        return found.length > MOST_IN_ONE && own.length > 0 ? own : undefined
      },
      view: (own, { origin = '' }) => sitemapText(origin, own),
    }),
  ]
}
