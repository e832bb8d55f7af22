/** The pages of outcomes and of crime types. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { TREE_PATH } from '../crime-tree.ts'
import { OUTCOMES_PATH } from '../outcome-framework.ts'
import { crimeTypes, outcomes } from '../reads.ts'
import { crimeTypesPage } from './crime-types-page.ts'
import { outcomesPage } from './outcomes-page.ts'

export const outcomesPages: readonly Page<PublicRecord>[] = [
  page(OUTCOMES_PATH, { read: (ask: PublicRecord) => outcomes(ask), view: outcomesPage }),
  page(TREE_PATH, {
    query: ['span'],
    read: (ask: PublicRecord, { query }) => crimeTypes(ask, query['span']),
    view: crimeTypesPage,
  }),
]
