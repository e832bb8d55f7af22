/** The recording of a meeting on another site, as links that say where they lead and to which moment. */
import { type Html, html, insetText, link, type Piece } from '../../../../web/index.ts'
import type { Notice } from '../../notices/notice.ts'
import { momentInWords, momentOf, siteOf, type Webcast } from '../../webcasts/webcast.ts'

/** "Watch this item: 43 minutes 10 seconds into the recording"; nothing where no moment of it is known. */
export function momentLink(webcast: Webcast | undefined, anchor: string): Piece {
  const moment = momentOf(webcast, anchor)
  if (webcast === undefined || moment === undefined) return null
  const words = `Watch this item, ${momentInWords(moment.at)}`
  return html`${link(moment.url ?? webcast.url, words)} (on ${siteOf(moment.url ?? webcast.url)})`
}

/** What the side of a page says of the recording. */
export const recordingPart = (webcast: Webcast | undefined): { title: string; items: Piece[] }[] =>
  webcast === undefined
    ? []
    : [
        {
          title: 'Recording',
          items: [
            html`${link(webcast.url, 'Watch the meeting')}. This opens another site, ${siteOf(webcast.url)}.`,
            html`As the ${link(webcast.source.path, 'register of recordings')} says.`,
          ],
        },
      ]

/** That a meeting is not held, with the reason; nothing while it is. */
export const cancelledNotice = (notice: Notice | undefined): Html =>
  notice === undefined || notice.cancelled === null
    ? html``
    : insetText({
        html: html`<strong>This meeting is cancelled.</strong> ${notice.cancelled} ${link(notice.source.path, 'The notice that says so')}.`,
      })
