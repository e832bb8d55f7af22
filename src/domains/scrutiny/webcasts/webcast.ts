/**
 * The recording of a meeting that its body has put on another site, with the moment in it at which each item begins, so
 * that nobody has to watch for hours to hear one answer.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { itemAnchor } from '../anchors.ts'
import { type BodyOf, meetingPath } from '../meetings/meeting.ts'

export type WebcastItem = {
  /** As the agenda prints it: "B1". */
  item: string
  /** In seconds from the beginning of the recording. */
  at: number
  /** Where the recording begins at that moment; null where its site has no such address. */
  url: string | null
}

export type Webcast = {
  body: BodyOf
  date: LocalDate
  url: string
  /** In the order of the recording. */
  items: WebcastItem[]
  /** The register that says so, as it is served. */
  source: { path: string; title: string }
}

export const webcastKey = (bodySlug: string, date: LocalDate): string => `${bodySlug}/${date}`

export const webcastPath = ({ body, date }: Pick<Webcast, 'body' | 'date'>): string =>
  `${meetingPath(body.slug, date)}#webcast`

/** Seconds from "0:43:10" or "43:10"; undefined when it is no such time. */
export function secondsFrom(text: string): number | undefined {
  const [, hours = '0', minutes = '', seconds = ''] = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)$/.exec(text) ?? []
  if (minutes === '' || (hours !== '0' && Number(minutes) > 59)) return undefined
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** "43 minutes 10 seconds into the recording". */
export function momentInWords(at: number): string {
  const parts = [
    [Math.floor(at / 3600), 'hour'],
    [Math.floor(at / 60) % 60, 'minute'],
    [at % 60, 'second'],
  ] as const
  const said = parts.flatMap(([count, word]) =>
    count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`],
  )
  return said.length === 0 ? 'at the beginning of the recording' : `${said.join(' ')} into the recording`
}

/** The moment at which the item at an anchor of the agenda begins. */
export const momentOf = (
  webcast: Pick<Webcast, 'items'> | undefined,
  anchor: string,
): WebcastItem | undefined => webcast?.items.find(({ item }) => itemAnchor(item) === anchor)

/** Recordings are led to over https alone. */
export const isWebcastAddress = (url: string): boolean =>
  url.startsWith('https://') && URL.canParse(url) && !/[\s\p{Cc}]/u.test(url)

/** The site that shows the recording: "example.org". */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')
