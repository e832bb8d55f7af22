/** How figures are checked, in plain words, and everything on the record that was found not to add up. */
import { longDate } from '../../../lib/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageLinks,
  pageTop,
  paragraph,
  type State,
  scrollTable,
  sectionHeading,
  stateTag,
  type View,
} from '../../../web/index.ts'
import { periodInWords } from '../disagreement.ts'
import { findingsOnRecord, type ListedFinding } from '../listed-finding.ts'
import type { FiguresOnRecord } from '../reads.ts'
import { findingAnchor, replyPart, sideHref } from './figures-panel.ts'

/** How many findings a part of the list shows. */
const ROWS = 50

/** The page at /figures. */
export function figuresPage(answer: FiguresOnRecord, { query, path }: PageRequest): View {
  const listed = findingsOnRecord(answer)
  return {
    title: 'How figures are checked',
    description:
      'Which figures of public papers are compared with others in the same paper, and what was found not to add up.',
    section: null,
    main: html`${pageTop({ title: 'How figures are checked' })}
${lead('When a paper is published here, its figures are compared with each other: do the rows of a table add to its total, is a rise “from 200 to 250” the 25% that the paper says?')}
${howTo()}
${sectionHeading('What was found', 'm', 'found')}
${paragraph(countWords(answer, listed))}
${findingsList(listed, { part: Number(query['part'] ?? '1'), path })}
${sectionHeading('Two papers give different figures', 'm', 'different-figures')}
${disagreements(answer.disagreements)}`,
  }
}

const howTo = (): Html =>
  html`${sectionHeading('What is checked', 'm', 'checked')}${bullets([
    'totals of tables, by row and by column',
    'rises and falls: “from A to B”, with the change in numbers or in per cent',
    'shares: “53 of 120, or 44%”, and lists of shares that should make 100%',
    'sums in sentences: “made up of 12, 30 and 8”',
    'amounts per month, week or day, and the same quantity stated twice',
  ])}${sectionHeading('What is not', 'm', 'not-checked')}${paragraph(
    'Whether a figure is true. A figure that stands alone cannot be compared with anything, and most do. Where the words do not say how figures hang together, or a line of the file is damaged, nothing is said. Silence is no approval.',
  )}${sectionHeading('How to read it', 'm', 'reading')}${paragraph(
    'A printed figure stands for a range: 58% is anything from 57.5% up to 58.5%. We say that something does not add up only when no rounding can explain it, and we show the calculation so that you can do it again. A difference can be a slip of one digit, a row that was left out, or a late change; it does not say that anybody meant to mislead.',
  )}${paragraph(
    'The body that wrote the paper can reply, and its reply stands beside the finding. When a later version of the paper puts it right, both pages say so. A remark, such as that two values alone show no trend, is no fault.',
  )}`

function countWords({ documents }: FiguresOnRecord, listed: readonly ListedFinding[]): string {
  if (documents.length === 0) return 'No paper on this record has been checked yet.'
  const compared = documents.reduce((sum, { figures }) => sum + figures.compared, 0)
  const stands = listed.filter(({ state }) => state !== 'corrected').length
  const papers = `${documents.length.toLocaleString('en-GB')} ${documents.length === 1 ? 'paper was' : 'papers were'} checked`
  const figures = `${compared.toLocaleString('en-GB')} ${compared === 1 ? 'figure' : 'figures'} compared with others`
  const found =
    stands === 0
      ? 'Everything that was compared agrees.'
      : stands === 1
        ? 'One thing does not add up.'
        : `${stands.toLocaleString('en-GB')} things do not add up.`
  return `${papers}, with ${figures}. ${found}`
}

const STATES: Readonly<Record<ListedFinding['state'], State>> = {
  stands: { words: 'Stands', tone: 'plain' },
  replied: { words: 'Replied', tone: 'plain' },
  corrected: { words: 'Corrected', tone: 'done' },
}

function findingsList(
  listed: readonly ListedFinding[],
  { part, path }: { part: number; path: string },
): Html {
  if (listed.length === 0) return html``
  const last = Math.ceil(listed.length / ROWS)
  const shown = Number.isInteger(part) && part >= 1 && part <= last ? part : 1
  const rows = listed.slice((shown - 1) * ROWS, shown * ROWS)
  return html`<ul class="govuk-list govuk-list--spaced">${rows.map(findingRow)}</ul>${pageLinks({
    first: shown > 1 ? path : null,
    next: shown < last ? `${path}?part=${shown + 1}` : null,
    nextText: 'Show more',
    firstText: 'Back to the first',
  })}`
}

function findingRow({ state, document, finding, reply, corrected }: ListedFinding): Html {
  const [first] = finding.places
  if (first === undefined) return html``
  const paper = link(`${document.path}#${findingAnchor(finding.ref)}`, document.title)
  const when = document.date === null ? '' : `, ${longDate(document.date)}`
  const put = corrected === undefined ? '' : html` ${link(corrected, 'Read it as it is now')}.`
  return html`<li>${stateTag(STATES[state])} ${paper}${when}. ${first.label}: ${first.message}${put}${reply === undefined ? '' : replyPart(reply)}</li>`
}

function disagreements(found: FiguresOnRecord['disagreements']): Html {
  const said = paragraph(
    'The same measure for the same period, printed with different values in two papers. Figures are sometimes revised between papers; nothing here says which is right. Only measures that both papers name in nearly the same words are compared, so there may be others.',
  )
  if (found.length === 0) return html`${said}${paragraph('None was found.')}`
  return html`${said}${found.map(({ label, period, sides }) =>
    scrollTable({
      caption: `${label.charAt(0).toUpperCase()}${label.slice(1)}, ${periodInWords(period)}`,
      columns: [{ text: 'Paper' }, { text: 'Where' }, { text: 'Figure', numeric: true }],
      rows: sides.map((side) => [
        html`${side.title}${side.date === null ? '' : `, ${longDate(side.date)}`}`,
        link(sideHref(side), side.measure.place),
        side.measure.stated,
      ]),
      rowHeaders: true,
    }),
  )}`
}
