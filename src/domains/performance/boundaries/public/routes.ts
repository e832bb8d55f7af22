/** The page of boundaries. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { boundariesAt } from '../reads.ts'
import { boundariesPage } from './boundaries-page.ts'

export const boundariesPages: readonly Page<PublicRecord>[] = [
  page('/boundaries/:dimension', {
    read: (ask: PublicRecord, { params }) => boundariesAt(ask, params['dimension'] ?? ''),
    view: boundariesPage,
  }),
]
