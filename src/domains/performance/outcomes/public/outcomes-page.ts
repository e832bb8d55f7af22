/** How investigations ended: the rates with what they count, the national figure beside, and what each outcome means. */
import type { LocalDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  type Html,
  html,
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
import type { Breakdown, Measure } from '../../measures/measure.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { sourceLink } from '../../measures/public/report-words.ts'
import { spanWords } from '../../measures/spans.ts'
import { cellWords, numberWords, valueWords } from '../../measures/value-words.ts'
import { toldChange, yearChange } from '../../reference/changes.ts'
import { cellOf, latestOf } from '../../reference/latest.ts'
import { basisLine, basisPiece } from '../../reference/public/basis-words.ts'
import { madeUp, measureLink } from '../../reference/public/figure-row.ts'
import { TREE_PATH } from '../crime-tree.ts'
import { type Grouping, type OutcomeFramework, type OutcomeType, ungrouped } from '../outcome-framework.ts'
import type { OutcomesAnswer } from '../reads.ts'

/** The page at /outcomes. */
export function outcomesPage({ framework, measures, byForce }: OutcomesAnswer, request: PageRequest): View {
  const rates = measures.filter(({ definition }) => definition.unit.style === 'percent')
  const counts = measures.filter(({ definition }) => definition.unit.style !== 'percent')
  return {
    title: 'What became of reported crimes',
    description: 'How investigations of crime ended, how often, and what each outcome means in plain words.',
    section: 'measures',
    addressesVictims: true,
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'What became of reported crimes' })}
${lead('How investigations ended and how often, and what each outcome means. A charge is only one of them, and not always the one that a victim wants.')}
${term('Why do so few crimes end with a charge?', 'A rate counts the outcomes that were given in a year against the crimes that were recorded in that year. Crimes of the last months are often still being looked into and have no outcome yet. When more crimes are recorded, the rate falls even if as many people are charged as before. Many victims do not wish to go on, which is their choice.')}
${paragraph(html`${link(TREE_PATH, 'How recorded crime is divided')} shows which crimes there are.`)}
${sectionHeading('How often', 'm', 'rates')}
${rates.length === 0 ? paragraph('No rates of outcomes are on this record yet.') : ratesTable(rates, byForce, request.today)}
${counts.length === 0 ? '' : countsTable(counts, request.today)}
${framework === undefined ? paragraph('No list of the types of outcome is on this record yet.') : typesPart(framework)}`,
  }
}

const ratesTable = (
  rates: readonly Measure[],
  byForce: ReadonlyMap<string, Breakdown>,
  today: LocalDate,
): Html =>
  html`${scrollTable({
    caption: 'Rates of outcomes: the newest figure of each',
    columns: [
      { text: 'Rate' },
      { text: 'Newest' },
      { text: 'Which counts' },
      { text: 'Against the year before' },
      { text: 'England and Wales' },
      { text: 'When' },
      { text: 'Who says so' },
    ],
    rows: rates.map((measure) => rateRow(measure, byForce.get(measure.slug), today)),
    rowHeaders: true,
    stacked: true,
  })}${paragraph('Rates change in percentage points: from 7.5% to 5.4% is 2.1 points lower. Where the source prints no numbers behind a rate, nobody can check it.')}`

function rateRow(measure: Measure, forces: Breakdown | undefined, today: LocalDate): Piece[] {
  const newest = latestOf(measure.observations, today)
  if (newest === undefined)
    return [measureLink(measure), 'no figure on this record', '', changeAlone(measure), '', '', '']
  const { unit } = measure.definition
  const change = yearChange(measure, newest.span)
  const national = cellOf(forces, 'england-and-wales', newest.span)
  return [
    measureLink(measure),
    html`${cellWords(newest.cell, unit)}${madeUp(newest)}`,
    countsOf(newest.cell),
    change === undefined ? 'not given' : change.words,
    national === undefined ? 'not given' : cellWords(national, unit),
    spanWords(newest.span),
    sourceLink(newest.report.source),
  ]
}

/** "22,067 of 34,765"; or that the source gives no numbers. */
const countsOf = ({ events, base }: { events: number | null; base: number | null }): string =>
  events === null || base === null
    ? 'the source gives no numbers'
    : `${numberWords(events, 0)} of ${numberWords(base, 0)}`

/** The newest change that a source states of a measure without values. */
function changeAlone(measure: Measure): Piece {
  const told = measure.changes.at(-1)
  if (told === undefined) return ''
  return html`${spanWords(told.span)}: ${toldChange(measure, told).words} (${sourceLink(told.report.source)})`
}

const countsTable = (counts: readonly Measure[], today: LocalDate): Html =>
  scrollTable({
    caption: 'Numbers of outcomes',
    columns: [{ text: 'What is counted' }, { text: 'Newest' }, { text: 'Change' }],
    rows: counts.map((measure): Piece[] => {
      const newest = latestOf(measure.observations, today)
      const change = newest === undefined ? undefined : yearChange(measure, newest.span)
      return [
        measureLink(measure),
        newest === undefined
          ? 'the number itself is not printed'
          : html`${valueWords(newest.cell, measure.definition.unit)}, ${spanWords(newest.span)} (${sourceLink(newest.report.source)})${madeUp(newest)}`,
        change === undefined ? changeAlone(measure) : change.words,
      ]
    }),
    rowHeaders: true,
    stacked: true,
  })

function typesPart({ types, basis, groupings, register }: OutcomeFramework): Html {
  const [main, ...others] = groupings
  return html`${sectionHeading(`The ${types.length} ways an investigation can end`, 'm', 'types')}
${paragraph('Each recorded crime gets one outcome in the end. A crime that is still being looked into has none yet.')}
${confirmedWords(types)}
${main === undefined ? typesList(types) : inGroups(main, types)}
${basisLine(basis, register)}
${others.map((grouping) => otherGrouping(grouping, types))}`
}

/** Said once for all types, since a mark on each would be most of the page. */
function confirmedWords(types: readonly OutcomeType[]): Html {
  const confirmed = types.filter((type) => type.confirmed).map(({ number }) => number)
  if (confirmed.length === types.length) return html``
  return paragraph(
    confirmed.length === 0
      ? 'Nobody has held these numbers and names against the framework yet.'
      : `Of these, ${confirmed.length === 1 ? 'number' : 'numbers'} ${confirmed.join(' and ')} ${confirmed.length === 1 ? 'was' : 'were'} confirmed. The other numbers and names are not confirmed yet.`,
  )
}

const inGroups = (grouping: Grouping, types: readonly OutcomeType[]): Html =>
  html`${paragraph(html`Gathered as in ${grouping.name}. ${grouping.words ?? ''}`)}${grouping.groups.map(
    (group) =>
      html`<h3 class="govuk-heading-s" id="group-${group.slug}">${group.name}</h3>${group.words === null ? '' : paragraph(group.words)}${typesList(
        types.filter(({ number }) => group.types.includes(number)),
      )}`,
  )}${leftOut(grouping, types)}`

const leftOut = (grouping: Grouping, types: readonly OutcomeType[]): Html => {
  const left = ungrouped(types, grouping)
  return left.length === 0
    ? html``
    : html`<h3 class="govuk-heading-s" id="in-no-group">In no group</h3>${typesList(left)}`
}

const typesList = (types: readonly OutcomeType[]): Html =>
  bullets(
    types.map(
      ({ number, name, words, since }) =>
        html`<strong id="type-${number}">${name}</strong> (outcome ${number}): ${words}${since === null ? '' : html` Since ${day(since)}.`}`,
    ),
  )

/** Another way to gather the same types, so that a rate "out of court" is read as the paper that prints it means it. */
const otherGrouping = ({ slug, name, words, groups, basis }: Grouping, types: readonly OutcomeType[]): Html =>
  html`${sectionHeading(`Grouped otherwise: ${name}`, 'm', `grouping-${slug}`)}
${words === null ? '' : paragraph(words)}
${scrollTable({
  caption: `${name}: which types are in which group`,
  columns: [{ text: 'Group' }, { text: 'Types of outcome in it' }],
  rows: groups.map((group) => [
    group.name,
    group.types
      .map((number) => `${types.find((type) => type.number === number)?.name ?? ''} (${number})`)
      .join('; '),
  ]),
  rowHeaders: true,
})}
<p class="sm-source">Source: ${basisPiece(basis)}</p>`
