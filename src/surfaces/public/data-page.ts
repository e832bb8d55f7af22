/** Open data (W4, W5): how to have any page, any list and the whole record as values, and what may be relied on. */
import type { PublicRecord } from '../../record/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type Page,
  type Piece,
  page,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  type View,
} from '../../web/index.ts'
import { kinds } from './kinds.ts'
import { licenceLine } from './licence.ts'
import { countsByKind } from './values.ts'

const code = (text: string): Html => html`<code>${text}</code>`

const FIELDS: readonly (readonly [field: string, meaning: Piece])[] = [
  ['id', 'the entry’s own number (a UUID). It never changes and is never used again.'],
  ['kind', 'what sort of thing it is; the kinds are below.'],
  ['path', 'its address on this site. An address that an entry has left leads to its present one.'],
  ['page, json', 'the same as a page and as values, whole.'],
  ['title, summary', 'what lists show of it.'],
  ['date', 'the day it happened, was said or takes effect (YYYY-MM-DD, in London); null where it has none.'],
  ['body', 'the path of the panel, board or committee it belongs to, or null.'],
  ['state', 'such as the state of an action: open, done …; null where the kind has none.'],
  ['version, publishedAt', 'which version this is, and since when it stands (ISO 8601, UTC).'],
  ['content', 'what its page shows, in fields of its kind.'],
  [
    'paragraphs',
    'the words that search finds, each with its anchor on the page and the number as printed; null where it was published before they were kept with it.',
  ],
  ['files', 'the papers as they were handed in: name, SHA-256, and where to fetch each.'],
  [
    'links.from, links.to',
    'what it hangs together with: from it to others, and from others to it; each says of which kind the link is and why, in words.',
  ],
  [
    'proof',
    'its line in the log and the salt, for checking that it was not altered; see “Check the record”.',
  ],
]

function dataView(
  counts: ReadonlyMap<string, number>,
  { site }: Parameters<Page<PublicRecord>['answer']>[1],
): View {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    title: 'Open data',
    description:
      'The whole public record, and every page of it, as values for programs: where, in which form, under which terms.',
    section: null,
    main: html`${pageTop({ title: 'Open data' })}${lead(
      html`Everything on this site can be had as values: each page, each list, and the whole record of ${String(all)} entries in one file. No key and no account is needed.`,
    )}${sectionHeading('The whole record', 'm')}${paragraph(
      html`${link('/data/record.jsonl', 'Download the whole record (JSON lines)')}. The first line says of which moment it is and how many entries of each kind follow; then each entry has a line; the last line says that nothing is missing. A download that breaks off has no such line.`,
    )}${sectionHeading('Any page', 'm')}${paragraph(
      html`Put ${code('.json')} behind its address: ${link('/meetings.json', '/meetings.json')}, ${link('/actions.json', '/actions.json')}. For the first page it is ${link('/index.json', '/index.json')}. With ${code('?on=2026-03-27')} you get it as it stood at the end of that day. A list of more than 500 entries names the address of its next part in ${code('next')}.`,
    )}${paragraph(
      html`What was withdrawn answers with status 410 and says when and why; ${link('/withdrawn', 'all withdrawals')} are listed.`,
    )}${sectionHeading('What changed', 'm')}${paragraph(
      html`${link('/feeds', 'Feeds')} tell what became public last: of everything, of one body, of one priority, of one kind. ${link('/sitemap.xml', 'The sitemap')} has every page with the moment of its last change.`,
    )}${sectionHeading('Terms', 'm')}${paragraph(licenceLine(site))}${paragraph(
      'Papers of other publishers, such as inspectors, may have terms of their own, which they state.',
    )}${sectionHeading('The fields of an entry', 'm')}${scrollTable({
      caption: 'What each entry has, in the JSON of its page and in the whole record',
      columns: [{ text: 'Field' }, { text: 'What it holds' }],
      rowHeaders: true,
      rows: FIELDS.map(([field, meaning]) => [code(field), meaning]),
    })}${sectionHeading('Kinds', 'm')}${scrollTable({
      caption: 'The kinds of entry, and how many there are now',
      columns: [{ text: 'Kind' }, { text: 'In words' }, { text: 'Entries', numeric: true }],
      rowHeaders: true,
      rows: kinds.map(({ name, words }) => [code(name), words.one, counts.get(name) ?? 0]),
    })}${sectionHeading('What you may rely on', 'm')}${bullets([
      'Ids are never used again, and an address stays good: it leads on when a thing moves.',
      'Fields may be added. None is removed or changes its meaning without a note in the list of changes that comes with the software.',
      'A published version never changes. A correction is a new version, and the earlier one stays reachable by its day.',
      'Numbers and words are given as printed. Where a paper says nothing, the field is null.',
    ])}`,
  }
}

/** /data. */
export const dataPage: Page<PublicRecord> = page('/data', {
  days: 'none',
  read: countsByKind,
  view: dataView,
})
