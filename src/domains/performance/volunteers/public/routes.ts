/** The page of volunteers. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { volunteers } from '../reads.ts'
import { VOLUNTEERS_PATH } from '../scheme.ts'
import { volunteersPage } from './volunteers-page.ts'

export const volunteersPages: readonly Page<PublicRecord>[] = [
  page(VOLUNTEERS_PATH, { read: (ask: PublicRecord) => volunteers(ask), view: volunteersPage }),
]
