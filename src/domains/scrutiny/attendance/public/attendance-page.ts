/** Who was at the meetings of each body, by meeting and by member, in words that shame nobody. */
import {
  day,
  filterLinks,
  type Html,
  html,
  insetText,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  term,
  type View,
} from '../../../../web/index.ts'
import { bodyPath } from '../../bodies/body.ts'
import { counted, filterOptions } from '../../register.ts'
import type { AttendanceAnswer } from '../reads.ts'
import { byMember, countsIn, HOW_WORDS, type How, type Sitting } from '../sitting.ts'

/** The page at /attendance. */
export function attendancePage(answer: AttendanceAnswer, request: PageRequest): View {
  const chosen = answer.bodies.find(({ value }) => value === request.query['body'])
  const bodies = [...new Map(answer.sittings.map(({ body }) => [body.slug, body])).values()]
  return {
    title: chosen === undefined ? 'Who was at the meetings' : `Who was at the meetings: ${chosen.text}`,
    description: 'Attendance at public meetings about policing, as published minutes record it.',
    section: 'meetings',
    main: html`${pageTop({ kicker: link('/meetings', 'Meetings'), title: 'Who was at the meetings' })}
${lead('Attendance as published minutes record it, by meeting and by member.')}
${insetText({ text: 'People who are not in a list of those present may have been there: minutes can leave a name out. This page then says “not listed as present”. It does not say why, and a reason may be private.' })}
${howItIsCounted()}
${
  answer.bodies.length > 1
    ? filterLinks(
        'Show',
        filterOptions({
          path: request.path,
          name: 'body',
          everything: 'All bodies',
          choices: answer.choices,
          rows: answer.whole,
          by: answer.by,
          options: answer.bodies,
        }),
      )
    : ''
}
${bodies.length === 0 ? paragraph('No minutes are on the record here.') : ''}
${bodies.map((body) =>
  ofBody(
    body,
    answer.sittings.filter((sitting) => sitting.body.slug === body.slug),
  ),
)}`,
  }
}

const howItIsCounted = (): Html =>
  term(
    'How this is counted',
    'Only published minutes count. Who was a member on the day is taken from the latest published list of members of that day or of the year before it. Where there is no such list, only those whom the minutes name are shown, and nobody is said to be missing.',
  )

const HOWS: readonly How[] = ['present', 'substitute', 'apologies', 'substituted', 'not-listed']

function ofBody(body: Sitting['body'], sittings: readonly Sitting[]): Html {
  const recorded = sittings.filter(({ isRecorded }) => isRecorded)
  const without = sittings.length - recorded.length
  return html`${sectionHeading(link(bodyPath(body.slug), body.name), 'm', body.slug)}
${paragraph(
  `${counted(sittings.length, 'meeting')} with minutes on the record${
    without === 0 ? '' : `; the minutes of ${without} do not say who was there`
  }.`,
)}
${recorded.length === 0 ? '' : html`${meetingsTable(body, sittings)}${membersTable(body, recorded)}`}`
}

const meetingsTable = (body: Sitting['body'], sittings: readonly Sitting[]): Html =>
  scrollTable({
    caption: `${body.name}: by meeting`,
    columns: [
      { text: 'Minutes of' },
      ...HOWS.map((how) => ({ text: HOW_WORDS[how], numeric: true })),
      { text: 'Members as listed on' },
    ],
    rows: sittings.map((sitting): Piece[] => {
      const counts = countsIn(sitting.members)
      return [
        link(`${sitting.path}#attendance`, day(sitting.date)),
        ...HOWS.map((how): Piece => {
          if (!sitting.isRecorded) return 'not recorded'
          return how === 'not-listed' && sitting.listedOn === null ? 'not known' : counts[how]
        }),
        sitting.listedOn === null ? 'No list of that year' : day(sitting.listedOn),
      ]
    }),
    rowHeaders: true,
    stacked: true,
  })

const membersTable = (body: Sitting['body'], sittings: readonly Sitting[]): Html =>
  scrollTable({
    caption: `${body.name}: by member`,
    columns: [
      { text: 'Member' },
      ...HOWS.map((how) => ({ text: HOW_WORDS[how], numeric: true })),
      { text: 'Meetings counted', numeric: true },
    ],
    rows: byMember(sittings).map(({ name, person, counts, meetings }) => [
      person === null ? name : link(person, name),
      ...HOWS.map((how) => counts[how]),
      meetings,
    ]),
    rowHeaders: true,
  })
