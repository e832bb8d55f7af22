/** A paper as anyone can read it: its paragraphs with permalinks, what of the plan it serves, and what came of it. */
import { longDate } from '../../../../lib/index.ts'
import type { LinkedEntry } from '../../../../record/index.ts'
import {
  day,
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
  sideColumn,
  twoColumns,
  type View,
} from '../../../../web/index.ts'
import { figureMarks, figuresPanel } from '../../../checked-figures/index.ts'
import { quotedMarks, quotedPanel } from '../../../performance/index.ts'
import { bodyPath } from '../../bodies/body.ts'
import { counted } from '../../register.ts'
import { writerInWords } from '../attendance.ts'
import { type Paper, paperPath, versionPath } from '../paper.ts'
import { passagesOfPaper } from '../passages.ts'
import type { PaperAnswer } from '../reads.ts'
import { changeMark, changesBox, changesSince, putRightPart } from './changes.ts'
import { documentBody } from './document.ts'

export function paperPage(answer: PaperAnswer, _request: PageRequest): View {
  const { content: paper } = answer.paper
  const changes = changesSince(answer.before, passagesOfPaper(paper), paperPath(paper))
  const { figures } = paper
  const marks = figureMarks(figures)
  const revised = quotedMarks(answer.quoted)
  const item =
    paper.item === null ? null : link(`${answer.meeting}#${paper.item.anchor}`, `item ${paper.item.number}`)
  return {
    title: paper.title,
    description: `${fromWords(paper)}, put to the ${paper.body.name} on ${longDate(paper.date)}.`,
    section: 'meetings',
    main: html`${pageTop({
      kicker: joined(
        [link(bodyPath(paper.body.slug), paper.body.name), link(answer.meeting, longDate(paper.date)), item],
        ' · ',
      ),
      title: paper.title,
    })}
${lead(`${fromWords(paper)}, put to the ${paper.body.name} on ${longDate(paper.date)}.`)}
${answer.old === null ? '' : oldNotice(paper)}
${twoColumns(
  html`${factsLine(paper)}${changesBox(changes)}${notesBox(paper)}${figuresPanel({ figures, around: answer.figures, path: paperPath(paper), what: 'paper', old: answer.old !== null })}${quotedPanel(answer.quoted)}${documentBody(paper.blocks, { level: 2, under: (anchor) => [changeMark(changes, anchor), marks.under(anchor), revised(anchor)], cell: marks.cell })}${putRightPart(paper.putRight)}`,
  side(answer),
)}`,
  }
}

const fromWords = (paper: Paper): string =>
  paper.from === null ? 'A paper' : `A paper from ${writerInWords(paper.from)}`

const oldNotice = (paper: Paper): Html =>
  insetText({
    html: html`This is version ${paper.version}. A newer version has taken its place: ${link(paperPath(paper), 'read the paper as it stands')}.`,
  })

function factsLine(paper: Paper): Html {
  const numbered =
    paper.numbered === 0
      ? 'Its paragraphs carry no numbers.'
      : `${counted(paper.numbered, 'numbered paragraph')}. Choose a number to link to that paragraph.`
  return paragraph(html`${numbered} ${link(paper.file.path, `The file it came in (${paper.file.name})`)}`)
}

/** Places that could not be read, said before the reader meets them. */
function notesBox(paper: Paper): Html {
  const noted = paper.blocks.filter((block) => block.notes.length > 0)
  if (noted.length === 0) return html``
  return finding({
    title: noted.length === 1 ? 'One place could not be read' : `${noted.length} places could not be read`,
    body: html`<p>This page is made from the file we received, and says where that file was damaged instead of guessing.</p><ul class="govuk-list govuk-list--bullet">${noted.map(
      (block) => html`<li>${link(`#${block.anchor}`, placeOf(block))}: ${block.notes.join(' ')}</li>`,
    )}</ul>`,
  })
}

function placeOf(block: Paper['blocks'][number]): string {
  if (block.type === 'paragraph' && block.number !== null) return `Paragraph ${block.number}`
  if (block.type === 'heading') return `The heading “${block.text}”`
  if (block.type === 'table') return `Table ${block.anchor.replace(/^table-/, '')}`
  return block.type === 'list' ? 'A list' : 'A paragraph without a number'
}

function side({ paper, priorities, minutes, outcomes, old }: PaperAnswer): Html {
  return sideColumn([
    {
      title: 'Which part of the plan it serves',
      items:
        priorities.length === 0
          ? ['None was found: this paper has no words that single out a priority of the plan.']
          : priorities.map((each) => html`${link(each.path, each.title)}<br>${each.why}.`),
    },
    { title: 'What came of it', items: cameOfIt(minutes, outcomes) },
    { title: 'Versions', items: versions(paper.content, paper.content.version, old) },
  ])
}

const KINDS: Readonly<Record<string, string>> = { resolution: '', action: 'Action: ', question: 'Question: ' }

function cameOfIt(minutes: readonly LinkedEntry[], outcomes: readonly LinkedEntry[]): Piece[] {
  if (minutes.length === 0) return ['No minutes of this item are on the record yet.']
  const shown = outcomes.filter((row) => KINDS[row.kind] !== undefined)
  const once = [...new Map(shown.map((row) => [row.id, row])).values()]
  const came: Piece[] = once.map((row) => html`${KINDS[row.kind]}${link(row.path, row.title)}`)
  const said = minutes.map((row) => html`${link(row.path, row.title)}`)
  const none = (kind: string, words: string): Piece[] =>
    once.some((row) => row.kind === kind) ? [] : [words]
  return [
    ...said,
    ...came,
    ...none('resolution', 'No resolution is recorded in these minutes.'),
    ...none('question', 'No question is recorded under this item.'),
  ]
}

function versions(paper: Paper, shown: number, old: number | null): Piece[] {
  if (old !== null)
    return [`Version ${shown}, shown here`, html`${link(paperPath(paper), 'The paper as it stands')}`]
  const earlier = paper.earlier
    .toReversed()
    .map(
      ({ version, file }) =>
        html`${link(versionPath(paper, version), `Version ${version}`)}, from ${file.name}`,
    )
  const now =
    paper.version === 1 ? 'First version; none has taken its place' : `Version ${paper.version}, as it stands`
  const compare =
    paper.version === 1 ? [] : [link(`${paperPath(paper)}/versions`, 'What changed between versions')]
  return [html`${now} (${day(paper.date)})`, ...earlier, ...compare]
}
