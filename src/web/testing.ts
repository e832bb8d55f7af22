/** Builders for tests of what is served. */
import { join } from 'node:path'
import type { Site } from './page.ts'
import type { Shell } from './showing.ts'

/** A site of an area that does not exist. */
export const aSite = (site: Partial<Site> = {}): Site => ({
  authority: 'mercia',
  name: 'Mercia policing, on the record',
  tagline: 'What was promised, and what came of it',
  publisher: 'the Office of the Mercia Commissioner',
  words: {
    policingBody: 'Commissioner',
    chief: 'Chief Constable',
    force: 'Mercia Police',
    panel: 'Panel',
    area: 'Mercia',
  },
  ink: '#14253d',
  gold: '#b7832f',
  contact: [{ label: 'Email', value: 'office@example.org', href: 'mailto:office@example.org' }],
  ...site,
})

/** A shell without pages, over a record that never changes and is asked for every page. */
export const aShell = (shell: Partial<Shell<null>> = {}): Shell<null> => ({
  pages: [],
  ask: null,
  site: async () => aSite(),
  revision: async () => '1',
  unavailable: () => false,
  askOn: () => null,
  span: async () => ({ first: null, last: null }),
  provenance: async () => undefined,
  absence: async () => undefined,
  values: async () => undefined,
  file: async () => undefined,
  fixed: [
    { path: '/robots.txt', mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from('User-agent: *\n') },
  ],
  log: (line) => {
    throw new Error(`A fault was logged: ${line}`)
  },
  cacheFolder: join(import.meta.dirname, '../../.cache/css'),
  origin: '',
  clock: () => new Date(),
  fresh: 0,
  keep: 10_000_000,
  ...shell,
})

export { readCalendar, readFeed } from './testing-feeds.ts'
export type { SeenPage } from './testing-pages.ts'
export { leadsTo, seen } from './testing-pages.ts'
