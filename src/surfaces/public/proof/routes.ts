/** The pages on which one checks the record. `folder` is that of the log's files, where they are at hand. */
import type { LogFolder } from '../../../log/index.ts'
import type { PublicRecord } from '../../../record/index.ts'
import { type Page, page } from '../../../web/index.ts'
import { proofPage } from './proof-page.ts'
import { proofOf } from './reads.ts'
import { proofValues } from './values.ts'
import { logAsItStands, verifyPage } from './verify-page.ts'

/** The signed statement follows a publication by a moment, and so these pages are made anew for whoever asks. */
export const proofPages = (folder: LogFolder | undefined): readonly Page<PublicRecord>[] => [
  page('/proof/:leaf', {
    days: 'none',
    anew: true,
    read: (ask: PublicRecord, { params }) => proofOf(ask, folder, params['leaf'] ?? ''),
    view: proofPage,
  }),
  page('/proof/:leaf.json', {
    anew: true,
    read: (ask: PublicRecord, { params }) => proofOf(ask, folder, params['leaf'] ?? ''),
    view: proofValues,
  }),
  page('/verify', {
    days: 'none',
    anew: true,
    read: (ask: PublicRecord) => logAsItStands(ask, folder),
    view: verifyPage,
  }),
]
