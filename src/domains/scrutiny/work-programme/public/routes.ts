/** The pages of work programmes: all of them, and one of a body and month. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { allProgrammes, programmeAt } from '../reads.ts'
import { programmePage } from './programme-page.ts'
import { programmesPage } from './programmes-page.ts'

export const programmePages: readonly Page<PublicRecord>[] = [
  page('/work-programme', { lists: 'work-programme', read: allProgrammes, view: programmesPage }),
  page('/work-programme/:body/:month', { read: programmeAt, view: programmePage }),
]
