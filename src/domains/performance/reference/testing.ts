/** Builders for tests of reference lists and their pages. */
import { date, type LocalDate } from '../../../lib/index.ts'
import type { Html, PageRequest } from '../../../web/index.ts'
import { TODAY } from '../testing.ts'
import type { Basis, RegisterFile } from './reference.ts'

export const aBasis = (change: Partial<Basis> = {}): Basis => ({
  title: 'A report of the inspectors',
  path: null,
  confirmed: true,
  ...change,
})

export const aRegisterFile: RegisterFile = { path: `/files/${'a'.repeat(64)}/list.json`, title: 'list.json' }

/** A request of a page of Anyshire. */
export const aRequest = (
  change: Partial<Omit<PageRequest, 'today'>> & { today?: string | LocalDate } = {},
): PageRequest => ({
  site: {
    authority: 'anyshire',
    name: 'Anyshire policing, on the record',
    tagline: '',
    publisher: 'the Office',
    words: {
      policingBody: 'Commissioner',
      chief: 'Chief Constable',
      force: 'Anyshire Police',
      panel: 'Panel',
      area: 'Anyshire',
    },
    ink: '#000000',
    gold: '#b7832f',
    contact: [],
  },
  path: '/',
  params: {},
  query: {},
  on: null,
  ...change,
  today: date(change.today ?? TODAY),
})

/** What a reader meets: the words of a page, without its tags, pictures and their descriptions. */
export const wordsOf = ({ text }: Html): string =>
  text
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
