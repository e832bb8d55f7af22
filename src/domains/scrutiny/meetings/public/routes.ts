/** The pages of meetings: the list, a meeting, its minutes and its papers. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { meetingAt, meetingList, minutesAt, paperAt } from '../reads.ts'
import { comparedMinutes, comparedPapers, minutesVersions, paperVersions } from '../reads-versions.ts'
import { meetingPage } from './meeting-page.ts'
import { meetingsPage } from './meetings-page.ts'
import { minutesPage } from './minutes-page.ts'
import { paperPage } from './paper-page.ts'
import { versionsPage } from './versions-page.ts'

export const meetingPages: readonly Page<PublicRecord>[] = [
  page('/meetings', { lists: 'meeting', query: ['body', 'part'], read: meetingList, view: meetingsPage }),
  page('/meetings/:body/:date', { read: meetingAt, view: meetingPage }),
  page('/meetings/:body/:date/minutes', { query: ['version'], read: minutesAt, view: minutesPage }),
  page('/meetings/:body/:date/minutes/versions', {
    addresses: comparedMinutes,
    query: ['from', 'to'],
    read: minutesVersions,
    view: versionsPage,
  }),
  page('/meetings/:body/:date/papers/:paper/versions', {
    addresses: comparedPapers,
    query: ['from', 'to'],
    read: paperVersions,
    view: versionsPage,
  }),
  page('/meetings/:body/:date/papers/:paper', { query: ['version'], read: paperAt, view: paperPage }),
]
