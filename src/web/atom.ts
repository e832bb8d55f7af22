/**
 * Writes Atom feeds (RFC 4287), by which a program tells its reader what is new. Everything that comes from a paper is
 * escaped, and what XML 1.0 cannot hold is left out.
 */
import { createHash } from 'node:crypto'
import type { Instant } from '../lib/index.ts'

export type FeedEntry = {
  /** A UUID that stays with the thing, whatever becomes of its title or address. */
  id: string
  title: string
  /** Of its page, beginning with a slash. */
  path: string
  /** When it became public as it stands. */
  updated: Instant
  /** One plain sentence; empty where there is none. */
  summary: string
  /** What sort of thing it is: "Paper". */
  sort: string
}

export type Feed = {
  /** Of the feed itself, beginning with a slash. */
  path: string
  /** Of the page that shows the same things to people. */
  page: string
  title: string
  subtitle: string
  /** Who publishes the record. */
  author: string
  /** When nothing is in the feed, this is its moment. */
  updated: Instant
  /** Newest publication first. */
  entries: readonly FeedEntry[]
}

/** Characters that a document of XML 1.0 may not hold, or that its readers are advised to refuse. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in an element or in a quoted attribute. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)

/** A UUID (RFC 9562, version 8) that follows from words alone: the id of a feed, the same wherever the site stands. */
export function idFrom(words: string): string {
  const bytes = createHash('sha256').update(words).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const linkTo = (href: string, rel: string, mediaType: string): string =>
  `<link rel="${rel}" type="${mediaType}" href="${xml(href)}"/>`

/**
 * The text of a feed. `origin` is the site's address without a path; where it is not known addresses are relative,
 * which RFC 4287 allows. `authority` keeps the ids of two sites' feeds apart.
 */
export function atomText(feed: Feed, { origin, authority }: { origin: string; authority: string }): string {
  const newest = feed.entries.reduce<Instant>(
    (latest, { updated }) => (updated > latest ? updated : latest),
    feed.entries[0]?.updated ?? feed.updated,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:uuid:${idFrom(`${authority} ${feed.path}`)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.subtitle)}</subtitle>
<updated>${moment(newest)}</updated>
<author><name>${xml(feed.author)}</name></author>
${linkTo(`${origin}${feed.path}`, 'self', 'application/atom+xml')}
${linkTo(`${origin}${feed.page}`, 'alternate', 'text/html')}
${feed.entries.map((entry) => entryText(entry, origin)).join('')}</feed>
`
}

function entryText({ id, title, path, updated, summary, sort }: FeedEntry, origin: string): string {
  return `<entry><id>urn:uuid:${xml(id)}</id><title>${xml(title)}</title><updated>${moment(updated)}</updated>${linkTo(
    `${origin}${path}`,
    'alternate',
    'text/html',
  )}<category term="${xml(sort)}"/><summary>${xml(summary === '' ? title : summary)}</summary></entry>
`
}

/** A moment as RFC 3339 writes it, whatever the database wrote. */
const moment = (at: Instant): string => new Date(at).toISOString()
