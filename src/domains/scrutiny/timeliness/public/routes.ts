/** The page of how soon papers come. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { timeliness } from '../reads.ts'
import { timelinessPage } from './timeliness-page.ts'

export const timelinessPages: readonly Page<PublicRecord>[] = [
  page('/timeliness', { query: ['body', 'part'], read: timeliness, view: timelinessPage }),
]
