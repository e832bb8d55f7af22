/** What the public gets of a notice of a meeting. */
import { longDate, stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { bodyPath } from '../bodies/body.ts'
import { servedIn } from '../serving-files.ts'
import { type Notice, noticePath } from './notice.ts'

const parse: stored.Reader<Notice> = stored.fields({
  body: stored.fields({ slug: stored.text, name: stored.text }),
  date: stored.day,
  time: stored.orNull(stored.text),
  place: stored.orNull(stored.text),
  cancelled: stored.orNull(stored.text),
  source: stored.fields({ path: stored.text, title: stored.text }),
})

export const noticeKind: Kind<Notice, Notice> = {
  name: 'meeting-notice',
  words: { one: 'Notice of a meeting', many: 'Notices of meetings' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ body, date, time, place, cancelled, source }) => ({
    title: `Notice: ${body.name}, ${longDate(date)}`,
    path: noticePath({ body, date }),
    date,
    body: bodyPath(body.slug),
    summary: cancelled === null ? 'Announced' : `Cancelled: ${cancelled}`,
    state: cancelled === null ? 'announced' : 'cancelled',
    content: { body, date, time, place, cancelled, source },
    paragraphs: [],
    files: servedIn(source.path),
  }),
}
