/** How recorded crime divides, each part with its measure and figure, and whether the parts make their printed whole. */
import {
  filterLinks,
  type Html,
  html,
  joined,
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
import type { Span } from '../../measures/observation.ts'
import { sourceLink } from '../../measures/public/report-words.ts'
import { spanKey, spanWords } from '../../measures/spans.ts'
import { cellWords, numberWords } from '../../measures/value-words.ts'
import { yearChange } from '../../reference/changes.ts'
import { basisLine, unconfirmedMark } from '../../reference/public/basis-words.ts'
import { FIGURE_COLUMNS, figureRow, madeUp, measureLink } from '../../reference/public/figure-row.ts'
import { type Check, type Hung, type HungTree, TREE_PATH } from '../crime-tree.ts'
import { OUTCOMES_PATH } from '../outcome-framework.ts'
import type { CrimeTypesAnswer } from '../reads.ts'

/** The page at /outcomes/crime-types. */
export function crimeTypesPage({ tree, hung, measures }: CrimeTypesAnswer, { today }: PageRequest): View {
  return {
    title: 'How recorded crime is divided',
    description: 'The groups of recorded crime and their parts, each with its figure where one is printed.',
    section: 'measures',
    main: html`${pageTop({ kicker: link(OUTCOMES_PATH, 'What became of reported crimes'), title: 'How recorded crime is divided' })}
${lead('Police forces record crime by the same rules and in the same groups. Each is shown with its figure, where a paper or a file on this record gives one.')}
${term('Is this all crime?', 'No. Many people never tell the police. Fraud is recorded nationally and is not in a force’s own figures. Domestic abuse, hate crime and knife crime are not groups of their own: they run across all of them, so they cannot be added to what stands here. Antisocial behaviour is not a crime by itself and is counted apart.')}
${
  tree === undefined || hung === undefined
    ? html`${paragraph('No tree of crime types is on this record yet.')}${measures.length === 0 ? '' : otherMeasures(measures, today)}`
    : html`${treePart(hung)}
${basisLine(tree.basis, tree.register)}
${hung.others.length === 0 ? '' : html`${sectionHeading('Across the groups, or counted otherwise', 'm', 'others')}${paragraph('These are measures of recorded crime that are no part of the tree. They overlap with it and must not be added to it.')}${otherMeasures(hung.others, today)}`}`
}`,
  }
}

const otherMeasures = (
  measures: CrimeTypesAnswer['measures'],
  today: Parameters<typeof figureRow>[1],
): Html =>
  scrollTable({
    caption: 'Other measures of recorded crime',
    columns: FIGURE_COLUMNS,
    rows: measures.map((measure) => figureRow(measure, today)),
    rowHeaders: true,
    stacked: true,
  })

function treePart({ span, spans, whole, totals, check }: HungTree): Html {
  return html`${span === null ? paragraph('No figures of recorded crime are on this record yet.') : spanChoice(span, spans)}
${scrollTable({
  caption: span === null ? 'The whole and its halves' : `The whole and its halves, ${spanWords(span)}`,
  columns: columns(span),
  rows: [whole, ...totals.map((total) => total.hung)].map((hung) => nodeRow(hung, span)),
  rowHeaders: true,
  stacked: true,
})}
${checkWords([check, ...totals.map((total) => total.check)])}
${span === null ? '' : paragraph('Wherever a printed whole and all of its parts have a figure, they are added up, and this page says whether they agree.')}
${totals.map(
  ({ hung, groups }) =>
    html`${sectionHeading(hung.node.name, 'm', hung.node.slug)}${hung.node.words === null ? '' : paragraph(hung.node.words)}${groups.map((group) => groupPart(group, span))}`,
)}`
}

/** One group: its own figure and those of its parts in a table, and the parts of which nothing is on the record in a line. */
function groupPart(
  { hung, parts, check }: HungTree['totals'][number]['groups'][number],
  span: Span | null,
): Html {
  const { node } = hung
  const said = [hung, ...parts].filter((each) => span !== null && isSaid(each, span))
  const silent = parts.filter((part) => !said.includes(part))
  return html`<h3 class="govuk-heading-s" id="${node.slug}">${node.name}${unconfirmedMark(node.confirmed)}</h3>
${node.words === null ? '' : paragraph(node.words)}
${
  said.length === 0
    ? ''
    : scrollTable({
        caption: span === null ? node.name : `${node.name}, ${spanWords(span)}`,
        columns: columns(span),
        rows: said.map((each) => nodeRow(each, span)),
        rowHeaders: true,
        stacked: true,
      })
}${silentWords(silent, said.length > 0)}${checkWords([check])}`
}

const isSaid = ({ measure, observation }: Hung, span: Span): boolean =>
  observation !== undefined || (measure !== undefined && yearChange(measure, span) !== undefined)

/** "Also in it, without a figure for this time: rape; other sexual offences (not confirmed)." */
function silentWords(silent: readonly Hung[], hasOthers: boolean): Html {
  if (silent.length === 0) return html``
  const names = silent.map(
    ({ node, measure }) =>
      html`${measure === undefined ? node.name : measureLink({ slug: measure.slug, title: node.name })}${unconfirmedMark(node.confirmed)}`,
  )
  return paragraph(
    html`${hasOthers ? 'Also in it, without a figure for this time: ' : 'In it, without a figure for this time: '}${joined(names, '; ')}.`,
  )
}

const spanChoice = (span: Span, spans: readonly Span[]): Html =>
  spans.length < 2
    ? paragraph(`Figures of the ${spanWords(span)}.`)
    : filterLinks(
        'Figures of',
        spans.slice(0, MOST_SPANS).map((each) => ({
          text: spanWords(each),
          href: `${TREE_PATH}?span=${each.from}/${each.until}`,
          current: spanKey(each) === spanKey(span),
        })),
      )

/** Enough to choose from; monthly figures would make hundreds. */
const MOST_SPANS = 8

const columns = (span: Span | null): { text: string }[] => [
  { text: 'Crime' },
  ...(span === null
    ? []
    : [{ text: 'Recorded' }, { text: 'Against the year before' }, { text: 'Who says so' }]),
]

function nodeRow({ node, measure, observation }: Hung, span: Span | null): Piece[] {
  const name = html`${measure === undefined ? node.name : measureLink({ slug: measure.slug, title: node.name })}${unconfirmedMark(node.confirmed)}`
  if (span === null) return [name]
  if (measure === undefined) return [name, 'no measure on this record', '', '']
  const change = yearChange(measure, span)
  const report = observation?.report ?? change?.report
  return [
    name,
    observation === undefined
      ? change === undefined
        ? 'no figure for this time'
        : 'the number itself is not printed'
      : html`${cellWords(observation.cell, measure.definition.unit)}${madeUp(observation)}`,
    change === undefined ? 'not given' : change.words,
    report === undefined ? '' : sourceLink(report.source),
  ]
}

/** Whether the parts make the whole, where both are there. */
function checkWords(checks: readonly Check[]): Html {
  return html`${checks.map(({ name, parts, added }) => {
    if (added.outcome === 'agrees')
      return paragraph(`${name}: the ${parts} parts add up to ${numberWords(added.sum, 0)}, as printed.`)
    if (added.outcome === 'differs')
      return paragraph(
        html`<strong>${name}: the parts do not add up.</strong> They make ${numberWords(added.sum, 0)}; ${numberWords(added.stated, 0)} is printed, ${numberWords(Math.abs(added.over), 0)} ${added.over > 0 ? 'more' : 'fewer'}. Both stand as they were printed.`,
      )
    return added.why === 'hedged'
      ? paragraph(`${name}: some figures are rough, so they cannot be added up.`)
      : ''
  })}`
}
