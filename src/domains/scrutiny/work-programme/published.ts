/** What the public gets of a work programme: its meetings and their items, and what stands at each, as printed. */
import { stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { type Programme, programmePath, programmeTitle } from './programme.ts'

const parse: stored.Reader<Programme> = stored.fields({
  month: stored.text,
  body: stored.fields({ name: stored.text, slug: stored.text, path: stored.text }),
  laidBefore: stored.fields({ date: stored.day, path: stored.text, title: stored.text }),
  meetings: stored.list(
    stored.fields({
      date: stored.orNull(stored.day),
      printed: stored.text,
      items: stored.list(
        stored.fields({
          title: stored.text,
          origin: stored.orNull(stored.text),
          owner: stored.orNull(stored.text),
        }),
      ),
    }),
  ),
  standing: stored.list(stored.text),
  toNote: stored.list(stored.text),
  source: stored.fields({ name: stored.text, path: stored.text }),
})

export type PublishedProgramme = Programme

export const programmeKind: Kind<Programme, PublishedProgramme> = {
  name: 'work-programme',
  words: { one: 'Work programme', many: 'Work programmes' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (programme) => ({
    title: `${programmeTitle(programme)}, ${programme.body.name}`,
    path: programmePath(programme.body.slug, programme.month),
    date: programme.laidBefore.date,
    body: programme.body.path,
    summary: `What the ${programme.body.name} planned to deal with at ${countOf(programme.meetings.length)}.`,
    state: null,
    content: {
      month: programme.month,
      body: programme.body,
      laidBefore: programme.laidBefore,
      meetings: programme.meetings,
      standing: programme.standing,
      toNote: programme.toNote,
      source: programme.source,
    },
    paragraphs: [
      ...programme.meetings.flatMap(({ printed, items }) =>
        items.map(({ title }) => ({ anchor: `meeting-${printed}`, number: null, text: title })),
      ),
      ...[...programme.standing, ...programme.toNote].map((text) => ({
        anchor: 'each-meeting',
        number: null,
        text,
      })),
    ],
  }),
}

const countOf = (count: number): string => (count === 1 ? 'its next meeting' : `its next ${count} meetings`)
