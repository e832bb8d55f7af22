/** All work programmes on the record, newest first. */

import { longDate } from '../../../../lib/index.ts'
import { bullets, html, lead, link, pageTop, paragraph, type View } from '../../../../web/index.ts'
import type { ProgrammeRow } from '../reads.ts'

export const programmesPage = (programmes: readonly ProgrammeRow[]): View => ({
  title: 'Work programmes',
  description: 'What each body planned to deal with at its coming meetings.',
  section: 'meetings',
  main: html`${pageTop({ title: 'Work programmes' })}
${lead('A work programme is a body’s list of what it plans to deal with at its coming meetings. Each is kept as it was printed.')}
${
  programmes.length === 0
    ? paragraph('No work programme has been published yet.')
    : bullets(
        programmes.map(
          ({ path, title, content }) =>
            html`${link(path, title)}, laid before the meeting of ${longDate(content.laidBefore.date)}`,
        ),
      )
}`,
})
