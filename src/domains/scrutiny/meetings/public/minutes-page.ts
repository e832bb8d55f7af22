/** Minutes as anyone can read them: who was there, and for each item what was said, resolved, asked and promised. */
import { longDate } from '../../../../lib/index.ts'
import {
  finding,
  type Html,
  html,
  insetText,
  joined,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  sectionHeading,
  sideColumn,
  stateTag,
  twoColumns,
  type View,
} from '../../../../web/index.ts'
import { type FigureMarks, figureMarks, figuresPanel } from '../../../checked-figures/index.ts'
import { kindInWords } from '../../actions/action.ts'
import { stateOf } from '../../actions/public/action-words.ts'
import { bodyPath } from '../../bodies/body.ts'
import { QUESTION_WORDS, stateOf as stateOfQuestion } from '../../questions/question.ts'
import { counted } from '../../register.ts'
import type { Webcast } from '../../webcasts/webcast.ts'
import type { Attending } from '../attendance.ts'
import { meetingPath } from '../meeting.ts'
import { type Minute, type Minutes, minutesPath, type ResolutionText } from '../minutes.ts'
import { passagesOfMinutes } from '../passages.ts'
import type { MinutesAnswer } from '../reads.ts'
import type { ShownBlock } from '../shown-block.ts'
import { changeMark, changesBox, changesSince, putRightPart } from './changes.ts'
import { documentBody } from './document.ts'
import { momentLink, recordingPart } from './recording.ts'
import { resolvedBox } from './resolved.ts'

export function minutesPage(answer: MinutesAnswer, request: PageRequest): View {
  const { content: minutes } = answer.minutes
  const path = meetingPath(minutes.body.slug, minutes.date)
  const page = minutesPath(minutes.body.slug, minutes.date)
  const changes = changesSince(answer.before, passagesOfMinutes(minutes), page)
  const arose = arisen(answer, request)
  const { figures } = minutes
  const { under: marked, cell } = figureMarks(figures)
  const under: Under = (anchor) => [changeMark(changes, anchor), marked(anchor), arose(anchor)]
  return {
    title: answer.minutes.title,
    description: `What was said and decided at the ${minutes.body.name} on ${longDate(minutes.date)}.`,
    section: 'meetings',
    main: html`${pageTop({
      kicker: joined(
        [link(bodyPath(minutes.body.slug), minutes.body.name), link(path, longDate(minutes.date))],
        ' · ',
      ),
      title: `Minutes, ${longDate(minutes.date)}`,
    })}
${lead(`What was said and decided at the ${minutes.body.name}, as its minutes tell it.`)}
${answer.old === null ? '' : oldNotice(minutes)}
${twoColumns(
  html`${attendanceParts(minutes)}${changesBox(changes)}${notesBox(minutes)}${figuresPanel({ figures, around: answer.figures, path: page, what: 'minutes', old: answer.old !== null })}${minutes.minutes.map((minute) => minutePart(minute, { meeting: path, under, cell, webcast: answer.webcast }))}${putRightPart(minutes.putRight)}`,
  side(answer),
)}`,
  }
}

const oldNotice = (minutes: Minutes): Html =>
  insetText({
    html: html`These are minutes as first published (version ${minutes.version}). They were corrected since: ${link(minutesPath(minutes.body.slug, minutes.date), 'read the minutes as they stand')}.`,
  })

function attendanceParts({ attendance }: Minutes): Html {
  if (attendance.length === 0) return paragraph('These minutes do not say who was there.')
  const apologies = attendance.some(({ group }) => group.startsWith('Apologies'))
  return html`${sectionHeading('Who was there', 'm', 'attendance')}<dl class="govuk-summary-list">${attendance.map(
    ({ group, people }) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${group}</dt><dd class="govuk-summary-list__value">${joined(people.map(personWords), '; ')}</dd></div>`,
  )}</dl>${apologies ? '' : paragraph('No apologies for absence are recorded in these minutes.')}`
}

/** The name with its page, what it is printed with, and the printed form where that differs. */
function personWords(person: Attending): Piece {
  const name = person.person === null ? person.name : link(person.person, person.name)
  const substitute = person.substituteFor === null ? null : `for ${person.substituteFor}`
  const role = person.role !== null && /substitute/i.test(person.role) && substitute ? null : person.role
  const notes = joined([role, person.organisation, substitute], ', ')
  return html`${name}${notes.text === '' ? '' : html` (${notes})`}`
}

function notesBox(minutes: Minutes): Html {
  const noted = minutes.minutes.flatMap((minute) =>
    minute.parts.flatMap((part) =>
      part.type === 'block' && part.block.notes.length > 0 ? [{ minute, block: part.block }] : [],
    ),
  )
  if (noted.length === 0) return html``
  return finding({
    title: noted.length === 1 ? 'One place could not be read' : `${noted.length} places could not be read`,
    body: html`<ul class="govuk-list govuk-list--bullet">${noted.map(
      ({ minute, block }) =>
        html`<li>${link(`#${block.anchor}`, `Minute ${minute.ref}`)}: ${block.notes.join(' ')}</li>`,
    )}</ul>`,
  })
}

type Under = (anchor: string) => Piece

type Around = { meeting: string; under: Under; cell: FigureMarks['cell']; webcast: Webcast | undefined }

function minutePart(minute: Minute, { meeting, under, cell, webcast }: Around): Html {
  const item = minute.item === null ? null : link(`${meeting}#${minute.item.anchor}`, itemWords(minute))
  const heading = minute.number === null ? minute.title : `${minute.number}. ${minute.title}`
  return html`<section aria-labelledby="${minute.anchor}">${sectionHeading(heading, 'm', minute.anchor)}
${whereWords(minute, item, webcast)}
${runsOf(minute).map((run) =>
  run.type === 'blocks'
    ? documentBody(run.blocks, { level: 3, under, cell })
    : resolvedBox(run.resolution, under(run.resolution.anchor)),
)}${declarations(minute)}</section>`
}

/** The item that a minute is of, and where the recording shows it. */
function whereWords(minute: Minute, item: Html | null, webcast: Webcast | undefined): Piece {
  const of = item ?? (minute.agendaRef === null ? null : `${minute.agendaRef} of its agenda`)
  const moment = minute.item === null ? null : momentLink(webcast, minute.item.anchor)
  const words = joined([of, moment], ' · ')
  return words.text === '' ? null : html`<p class="sm-what">${words}</p>`
}

type Run = { type: 'blocks'; blocks: ShownBlock[] } | { type: 'resolution'; resolution: ResolutionText }

/** Blocks that follow each other are printed together, so that headings nest and pages are marked. */
function runsOf(minute: Minute): Run[] {
  const runs: Run[] = []
  for (const part of minute.parts) {
    const last = runs.at(-1)
    if (part.type === 'block' && last?.type === 'blocks') last.blocks.push(part.block)
    else if (part.type === 'block') runs.push({ type: 'blocks', blocks: [part.block] })
    else {
      const resolution = minute.resolutions[part.index]
      if (resolution !== undefined) runs.push({ type: 'resolution', resolution })
    }
  }
  return runs
}

const itemWords = (minute: Minute): string =>
  minute.item?.number ? `On item ${minute.item.number} of the agenda` : 'On this item of the agenda'

function declarations({ declarations: made }: Minute): Html {
  if (made.length === 0) return html``
  return html`<p class="govuk-body">Declarations of interest in this minute:</p><ul class="govuk-list govuk-list--bullet">${made.map(
    ({ name, person, text }) => html`<li>${person === null ? name : link(person, name)}: ${text}</li>`,
  )}</ul>`
}

/** What the record holds that arose from a sentence, shown beside it: the action with its state, the question with its page. */
function arisen({ actions, questions }: MinutesAnswer, request: PageRequest): Under {
  return (anchor) => {
    const here = (path: string): boolean => path === `${request.path}#${anchor}`
    const acts = actions.filter(({ content }) => here(content.source.path))
    const asked = questions.filter(({ content }) => here(content.source.path))
    return [
      ...acts.map(
        ({ content, path, title }) =>
          html`<p class="sm-arose">${kindInWords(content)}: ${link(path, title)} ${stateTag(stateOf(content, request.today))}</p>`,
      ),
      ...asked.map(
        ({ content, path }) =>
          html`<p class="sm-arose">${link(path, `Question ${content.number ?? ''} and its answer`.replace('  ', ' '))} ${QUESTION_WORDS[stateOfQuestion(content)]}</p>`,
      ),
    ]
  }
}

function side({ minutes, actions, questions, old, webcast }: MinutesAnswer): Html {
  const { content } = minutes
  const path = meetingPath(content.body.slug, content.date)
  const resolutions = content.minutes.reduce((sum, minute) => sum + minute.resolutions.length, 0)
  const earlier = content.earlier
    .toReversed()
    .map(
      ({ version, file }) =>
        html`${link(`${minutesPath(content.body.slug, content.date)}?version=${version}`, `Version ${version}`)}, from ${file.name}`,
    )
  return sideColumn([
    {
      title: 'In these minutes',
      items: content.minutes.map((minute) =>
        link(`#${minute.anchor}`, minute.number === null ? minute.title : `${minute.number} ${minute.title}`),
      ),
    },
    {
      title: 'What came of the meeting',
      items: [
        counted(resolutions, 'resolution'),
        actions.length === 0
          ? 'No requests or promises found'
          : link(
              `/actions?meeting=${encodeURIComponent(path)}`,
              counted(actions.length, 'request or promise', 'requests and promises'),
            ),
        questions.length === 0 ? 'No questions found' : counted(questions.length, 'question'),
      ],
    },
    ...recordingPart(webcast),
    {
      title: 'Versions',
      items: [
        html`${old === null ? 'As they stand' : 'An earlier version'}: ${link(content.file.path, `the file (${content.file.name})`)}`,
        ...earlier,
        ...(content.version > 1 && old === null
          ? [
              link(
                `${minutesPath(content.body.slug, content.date)}/versions`,
                'What changed between versions',
              ),
            ]
          : []),
      ],
    },
  ])
}
