/** The pages of satisfaction and of ways of contact. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { contactChannels, satisfaction } from '../reads.ts'
import { channelsPage } from './channels-page.ts'
import { satisfactionPage } from './satisfaction-page.ts'

export const satisfactionPages: readonly Page<PublicRecord>[] = [
  page('/satisfaction', { read: (ask: PublicRecord) => satisfaction(ask), view: satisfactionPage }),
  page('/contact-channels', { read: (ask: PublicRecord) => contactChannels(ask), view: channelsPage }),
]
