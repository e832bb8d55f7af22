/** All small papers, family by family. */
import { AGENDAS } from './agendas.ts'
import type { Document } from './documents.ts'
import { MINUTES } from './minutes.ts'
import { PAGES } from './pages.ts'
import { PEOPLE } from './people.ts'
import { PROMISES } from './promises.ts'
import { REPORTS } from './reports.ts'
import { RESOLUTIONS } from './resolutions.ts'
import { WELSH } from './welsh.ts'

export const FAMILIES: readonly (readonly [string, readonly Document[]])[] = [
  ['minutes', MINUTES],
  ['resolutions', RESOLUTIONS],
  ['people', PEOPLE],
  ['agendas', AGENDAS],
  ['pages of a committee', PAGES],
  ['promises', PROMISES],
  ['Welsh', WELSH],
  ['reports, decisions and tables', REPORTS],
]

export const DOCUMENTS: readonly Document[] = FAMILIES.flatMap(([, documents]) => documents)
