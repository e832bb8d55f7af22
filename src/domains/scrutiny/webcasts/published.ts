/** What the public gets of the recording of a meeting. */
import { longDate, stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { bodyPath } from '../bodies/body.ts'
import { servedIn } from '../serving-files.ts'
import { type Webcast, webcastPath } from './webcast.ts'

const parse: stored.Reader<Webcast> = stored.fields({
  body: stored.fields({ slug: stored.text, name: stored.text }),
  date: stored.day,
  url: stored.text,
  items: stored.list(
    stored.fields({ item: stored.text, at: stored.number, url: stored.orNull(stored.text) }),
  ),
  source: stored.fields({ path: stored.text, title: stored.text }),
})

export const webcastKind: Kind<Webcast, Webcast> = {
  name: 'webcast',
  words: { one: 'Recording of a meeting', many: 'Recordings of meetings' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ body, date, url, items, source }) => ({
    title: `Recording: ${body.name}, ${longDate(date)}`,
    path: webcastPath({ body, date }),
    date,
    body: bodyPath(body.slug),
    summary: 'Can be watched on another site',
    state: null,
    content: { body, date, url, items, source },
    paragraphs: [],
    files: servedIn(source.path),
  }),
}
