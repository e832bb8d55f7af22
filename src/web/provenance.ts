/** From when a page is, which versions it had, and how anyone can check that it was not altered: the foot of each page. */
import { type Instant, type LocalDate, londonDate, longDate, longMoment } from '../lib/index.ts'
import { type Html, html, type Piece } from './html.ts'
import { joined, link } from './pieces.ts'

export type PublishedVersion = { version: number; publishedAt: Instant; until: Instant | null }

/** The standing of the entry whose page this is. */
export type Provenance = PublishedVersion & {
  /** All of them, in order. */
  versions: readonly PublishedVersion[]
  /** Its line of the log; null where it has none. */
  leaf: number | null
}

/** As many earlier versions as the foot lists. */
const MOST_LISTED = 3

const moment = (at: Instant): Html => html`<time datetime="${at}">${longMoment(at)}</time>`

function earlier(versions: readonly PublishedVersion[], path: string): Html {
  const listed = versions.slice(0, MOST_LISTED).map(({ version, publishedAt, until }) => {
    const day = londonDate(new Date(publishedAt))
    // A version that was replaced on its own day stood at the end of none.
    const stood = until === null || londonDate(new Date(until)) !== day
    const words = `version ${version}`
    return html`${stood ? link(`${path}?on=${day}`, words) : words} of ${longDate(day)}`
  })
  const more = versions.length - listed.length
  return html`; earlier: ${joined(listed, ', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** "Published on 22 November 2026 at 10:31, version 2 of 3; earlier: …", with the way to its proof. */
function ofEntry(found: Provenance, path: string): Html {
  const before = found.versions.filter(({ version }) => version < found.version).toReversed()
  const count = found.versions.length
  return html`Published on ${moment(found.publishedAt)}${
    count > 1
      ? html`, version ${found.version} of ${count}${before.length > 0 ? earlier(before, path) : ''}`
      : ''
  }. ${
    found.leaf === null
      ? link('/verify', 'How to check that nothing was altered')
      : link(`/proof/${found.leaf}`, 'Check that it has not been altered since')
  }.`
}

/** From when a page is: of its own entry where it has one, of the record as a whole where it is a list. */
export function provenanceLine(parts: {
  entry: Provenance | undefined
  path: string
  last: Instant | null
  on: LocalDate | null
}): Piece {
  if (parts.entry !== undefined) return html`<p>${ofEntry(parts.entry, parts.path)}</p>`
  if (parts.last === null || parts.on !== null) return ''
  return html`<p>The record was last added to on ${moment(parts.last)}. ${link('/verify', 'How to check that nothing was altered')}.</p>`
}
