/** The page of attendance. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { attendance } from '../reads.ts'
import { attendancePage } from './attendance-page.ts'

export const attendancePages: readonly Page<PublicRecord>[] = [
  page('/attendance', { query: ['body'], read: attendance, view: attendancePage }),
]
