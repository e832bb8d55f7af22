/** The page of how figures are checked. */
import type { PublicRecord } from '../../../record/index.ts'
import { type Page, page } from '../../../web/index.ts'
import { figuresOnRecord } from '../reads.ts'
import { figuresPage } from './figures-page.ts'
import { FIGURES_PATH } from './figures-panel.ts'

export const publicPages: readonly Page<PublicRecord>[] = [
  page(FIGURES_PATH, {
    query: ['part'],
    read: (ask: PublicRecord) => figuresOnRecord(ask),
    view: figuresPage,
  }),
]
