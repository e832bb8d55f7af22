/** The kind under which an accepted mapping is kept: a working copy for the next file, and never public. */
import { stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { type Mapping, parseMapping } from './mapping.ts'

/** A mapping with the file that it was accepted with. */
export type KeptMapping = { mapping: Mapping; file: { name: string; sha256: string } }

const parse: stored.Reader<KeptMapping> = stored.fields({
  mapping: parseMapping,
  file: stored.fields({ name: stored.text, sha256: stored.text }),
})

/** Not among the kinds that are published, and no import offers one for publication: it stands under an address of its own only because every entry has one. */
export const dataMappingKind: Kind<KeptMapping, Record<string, never>> = {
  name: 'data-mapping',
  words: { one: 'Mapping of a data file', many: 'Mappings of data files' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ file }) => ({
    title: `Mapping of ${file.name}`,
    path: `/data-mappings/${file.sha256}`,
    date: null,
    body: null,
    summary: '',
    state: null,
    content: {},
    paragraphs: [],
  }),
}
