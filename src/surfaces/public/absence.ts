/** Why a page has nothing to show: it was withdrawn, it was not public on the day asked for, or it has gone elsewhere. */
import { type LocalDate, londonDate, longDate } from '../../lib/index.ts'
import { movedFrom, type PublicRecord, standingOf, tombstoneAt } from '../../record/index.ts'
import {
  type Absence,
  html,
  lead,
  link,
  Moved,
  type PageRequest,
  pageTop,
  paragraph,
} from '../../web/index.ts'
import { tombstoneValues, tombstoneView } from './tombstone-page.ts'

/**
 * What is known of an address at which no page stands. `now` asks of the present, `ask` of the day that the page was
 * asked for; undefined when nothing was ever there.
 */
export async function absence(
  now: PublicRecord,
  ask: PublicRecord,
  request: PageRequest,
): Promise<Moved | Absence | undefined> {
  const { path, on } = request
  const [withdrawn, moved] = await Promise.all([tombstoneAt(now, path), movedFrom(ask, path)])
  // What stood here on an earlier day is withdrawn for that day as well.
  if (withdrawn !== undefined)
    return { status: 410, view: tombstoneView(withdrawn, request), values: tombstoneValues(withdrawn) }
  if (moved !== undefined) return new Moved(moved)
  return on === null ? undefined : notYet(now, path, on)
}

/** A page that is public, and was not on that day. */
async function notYet(now: PublicRecord, path: string, on: LocalDate): Promise<Absence | undefined> {
  const standing = await standingOf(now, path)
  const first = standing?.versions[0]
  if (first === undefined) return undefined
  const since = londonDate(new Date(first.publishedAt))
  const title = `This page was not public on ${longDate(on)}`
  return {
    status: 404,
    view: {
      title,
      section: null,
      main: html`${pageTop({ title })}${lead(
        since > on
          ? `The first day on which it stood here was ${longDate(since)}.`
          : 'It was here before that day and after it, and not on it.',
      )}${paragraph(link(`${path}?on=${since}`, `See it as it stood on ${longDate(since)}`))}${paragraph(
        link(path, 'See it as it is now'),
      )}`,
    },
    values: { error: 'not-yet-public', message: `${title}.`, path, firstPublic: since },
  }
}
