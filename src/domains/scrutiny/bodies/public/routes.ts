/** The pages of bodies: who meets, and one body. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { bodyAt, bodyList } from '../reads.ts'
import { bodiesPage } from './bodies-page.ts'
import { bodyPage } from './body-page.ts'

export const bodyPages: readonly Page<PublicRecord>[] = [
  page('/bodies', { lists: 'body', read: bodyList, view: bodiesPage }),
  page('/bodies/:body', { read: bodyAt, view: bodyPage }),
]
