/** The pages that hold forces against each other. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { comparedPath, GROUPS_PATH } from '../comparison-group.ts'
import { comparedAddresses, comparison, comparisonGroups } from '../reads.ts'
import { comparedPage } from './compared-page.ts'
import { groupsPage } from './groups-page.ts'

export const comparisonPages: readonly Page<PublicRecord>[] = [
  page(comparedPath(':measure'), {
    query: ['span'],
    addresses: comparedAddresses,
    read: comparison,
    view: comparedPage,
  }),
  page(GROUPS_PATH, { read: comparisonGroups, view: groupsPage }),
]
