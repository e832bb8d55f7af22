/** What programs look for at addresses of their own: robots.txt, security.txt (RFC 9116). */
import { addDays, type LocalDate } from '../../lib/index.ts'
import { type PublicRecord, readSite } from '../../record/index.ts'
import { type Page, page, type Site, Text } from '../../web/index.ts'

const PLAIN = 'text/plain; charset=utf-8'

const robots = (origin: string): Text =>
  new Text(
    PLAIN,
    `# Everything here is public. Searches are made anew for each asker, and other days show what is elsewhere: please leave them.\nUser-agent: *\nDisallow: /search\nDisallow: /*?on=\nDisallow: /*&on=\nDisallow: /data/record.jsonl\n${origin === '' ? '' : `\nSitemap: ${origin}/sitemap.xml\n`}`,
  )

/** For how long security.txt may be believed, in days: more than 30, less than a year. */
const BELIEVED = 180

/** The lines of security.txt; undefined where the authority names nobody to tell. */
export function securityText(
  { securityContact }: Pick<Site, 'securityContact'>,
  today: LocalDate,
  origin: string,
): Text | undefined {
  if (securityContact === undefined) return undefined
  const address = origin === '' ? '' : `Canonical: ${origin}/.well-known/security.txt\n`
  return new Text(
    PLAIN,
    `Contact: ${securityContact}\nExpires: ${addDays(today, BELIEVED)}T00:00:00Z\nPreferred-Languages: en\n${address}`,
  )
}

/** /robots.txt and /.well-known/security.txt. */
export const wellKnownPages: readonly Page<PublicRecord>[] = [
  page('/robots.txt', { read: async () => ({}), view: (_, { origin = '' }) => robots(origin) }),
  page('/.well-known/security.txt', {
    addresses: async (ask) =>
      (await readSite(ask)).securityContact === undefined ? [] : ['/.well-known/security.txt'],
    read: async (_ask: PublicRecord, { site, today, origin = '' }) => securityText(site, today, origin),
    view: (text) => text,
  }),
]
