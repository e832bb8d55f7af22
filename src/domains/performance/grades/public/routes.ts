/** The page of inspection grades. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { GRADES_PATH } from '../inspection.ts'
import { inspections } from '../reads.ts'
import { gradesPage } from './grades-page.ts'

export const gradesPages: readonly Page<PublicRecord>[] = [
  page(GRADES_PATH, { read: (ask: PublicRecord) => inspections(ask), view: gradesPage }),
]
