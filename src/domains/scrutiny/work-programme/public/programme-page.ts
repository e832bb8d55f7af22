/** A work programme's page: what the body planned for each meeting, and which earlier asks are in it or not found in it. */
import { longDate, longMonth } from '../../../../lib/index.ts'
import type { LinkedEntry } from '../../../../record/index.ts'
import {
  bullets,
  facts,
  finding,
  type Html,
  html,
  joined,
  lead,
  link,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  source,
  term,
  type View,
} from '../../../../web/index.ts'
import { capital } from '../../register.ts'
import { originInWords, ownerInWords, type PlannedMeeting, programmeTitle } from '../programme.ts'
import type { PublishedProgramme } from '../published.ts'
import type { ProgrammeAnswer } from '../reads.ts'

export function programmePage(answer: ProgrammeAnswer): View {
  const { content } = answer.programme
  const planned = content.meetings.reduce((sum, meeting) => sum + meeting.items.length, 0)
  return {
    title: answer.programme.title,
    description: answer.programme.summary,
    section: 'meetings',
    main: html`${pageTop({
      kicker: joined(
        [link('/work-programme', 'Work programmes'), link(content.body.path, content.body.name)],
        ' · ',
      ),
      title: programmeTitle(content),
    })}
${lead(`What the ${content.body.name} planned in ${longMonth(content.month)} to deal with at its coming meetings.`)}
${facts([
  { term: 'Meetings planned', value: content.meetings.length, note: `${planned} items` },
  {
    term: 'Earlier requests and promises in it',
    value: answer.carried.length,
    note: 'with words that match',
  },
  { term: 'Not found in it', value: answer.notFound.length, note: 'they may have been met in another way' },
])}
${answer.latest === null ? '' : paragraph(html`A later programme is on the record: ${link(answer.latest.path, answer.latest.title)}.`)}
${content.meetings.map(meetingTable)}
${eachMeeting(content)}
${source(link(content.laidBefore.path, content.laidBefore.title), link(content.source.path, `the file ${content.source.name}`))}
${standingPart(answer.lacking)}
${sectionHeading('What was asked before, and whether it is here', 'm', 'asks')}
${term('How this is worked out', 'Each request and promise made to the panel before this programme is compared with its lines, and with the items of the next agenda, by the words that tell it apart. “Not found” means that no line has words that match. It does not say that nothing was done.')}
${asks('In this programme', answer.carried, 'None of the earlier requests and promises was found in this programme.')}
${asks('Not found in this programme', answer.notFound, 'Every earlier request and promise on the record was found.')}`,
  }
}

function meetingTable(meeting: PlannedMeeting): Html {
  const day = meeting.date === null ? meeting.printed : longDate(meeting.date)
  return html`<div id="meeting-${meeting.printed}">${scrollTable({
    caption: `Planned for ${day}`,
    columns: [{ text: 'Item' }, { text: 'Why it is on the list' }, { text: 'Who brings it' }],
    rows: meeting.items.map((item) => [
      item.title,
      originInWords(item.origin),
      capital(ownerInWords(item.owner)),
    ]),
    rowHeaders: true,
  })}</div>`
}

const eachMeeting = (programme: PublishedProgramme): Html =>
  html`<div id="each-meeting">${
    programme.standing.length === 0
      ? ''
      : html`${sectionHeading('At each meeting', 'm')}${bullets(programme.standing)}`
  }${
    programme.toNote.length === 0
      ? ''
      : html`${sectionHeading('To be noted at each meeting', 'm')}${bullets(programme.toNote)}`
  }</div>`

/** Which agendas lack what stands at each meeting; the link says which items, in fair words. */
function standingPart(lacking: readonly LinkedEntry[]): Html {
  if (lacking.length === 0) return html``
  return finding({
    title: 'Some standing items were not found in an agenda',
    body: html`${lacking.map((meeting) => html`<p>${link(meeting.path, meeting.title)}:</p><ul class="govuk-list govuk-list--bullet">${meeting.why.split('\n').map((line) => html`<li>${line}</li>`)}</ul>`)}`,
  })
}

const asks = (heading: string, entries: readonly LinkedEntry[], none: string): Html =>
  html`<h3 class="govuk-heading-s">${heading} (${entries.length})</h3>${
    entries.length === 0
      ? paragraph(none)
      : bullets(
          entries.map(
            (entry) =>
              html`${link(entry.path, entry.title)}${entry.date === null ? '' : html`, ${longDate(entry.date)}`}: ${entry.why}.`,
          ),
        )
  }`
