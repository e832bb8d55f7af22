/** The pages of national measures and of the force's contribution to them. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { NATIONAL_PATH } from '../national-set.ts'
import { nationalMeasures, nationalSetAt } from '../reads.ts'
import { nationalPage, nationalSetPage } from './national-page.ts'

export const nationalPages: readonly Page<PublicRecord>[] = [
  page(NATIONAL_PATH, {
    read: (ask: PublicRecord, { today }) => nationalMeasures(ask, today),
    view: nationalPage,
  }),
  page(`${NATIONAL_PATH}/:set`, {
    read: (ask: PublicRecord, { params }) => nationalSetAt(ask, params['set'] ?? ''),
    view: nationalSetPage,
  }),
]
