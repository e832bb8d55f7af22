/** How a measure is measured: its definition with the earlier ones, who answers for it, how its chart is computed, what was revised. */
import { type LocalDate, longDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
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
  summaryList,
  type View,
} from '../../../../web/index.ts'
import { computedFigures, shortHash } from '../computed.ts'
import { type Definition, type EarlierDefinition, type Measure, measurePath } from '../measure.ts'
import { spanWords } from '../spans.ts'
import { tell } from '../telling.ts'
import { amountWords, cellWords, numberWords } from '../value-words.ts'
import { latenessPart } from './freshness-mark.ts'
import { measureKicker } from './measure-top.ts'
import { sourceLink } from './report-words.ts'
import { revisionsOf } from './revisions.ts'

/** The page at /measures/:measure/definition. */
export function definitionPage({ measure }: { measure: Measure }, { today }: PageRequest): View {
  return {
    title: `How it is measured: ${measure.title}`,
    description: `What is counted in “${measure.title}”, by whom, and what changed in how it is counted.`,
    section: 'measures',
    main: html`${pageTop({
      kicker: measureKicker(measure, link(measurePath(measure.slug), measure.title)),
      title: html`How it is measured: ${measure.title}`,
    })}
${lead(measure.definition.words)}
${summaryList({ rows: rowsOf(measure.definition).map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) })}
${caveats(measure.definition)}
${chartChoices(measure)}
${computedPart(measure, today)}
${history(measure.definitions)}
${breaks(measure)}
${revisions(measure)}
${latenessPart(measure)}`,
  }
}

function rowsOf(definition: Definition): [string, Piece][] {
  const { owner, unit, population, target, dueAfter } = definition
  return [
    ['Who answers for it', `${owner.name}${OWNER_NOTES[owner.kind]}`],
    ['Where the figures come from', definition.source],
    ['In what it is told', unitWords(unit)],
    ...(population === null
      ? []
      : [
          [
            'Of whom',
            `${numberWords(population.count, 0)} ${population.words} (${population.source}, ${population.year})`,
          ] satisfies [string, Piece],
        ]),
    ['How often', FREQUENCIES[definition.frequency]],
    [
      'When a figure is due',
      dueAfter === null
        ? 'Nobody has said by when.'
        : dueAfter === 1
          ? 'The day after its span ends.'
          : `${dueAfter} days after its span ends.`,
    ],
    ['Which way is better', `${DIRECTIONS[definition.improvement]} ${definition.directionWords}`],
    [
      'Target',
      target === null
        ? 'The plan sets no numerical target for it.'
        : html`${amountWords(target.value, unit)}: ${target.words}${target.by === null ? '' : html`, by ${day(target.by)}`}${target.source === null ? '' : html` (${sourceLink(target.source)})`}`,
    ],
    [
      'Small numbers',
      definition.hideBelow === null
        ? 'None are hidden.'
        : `By parts, numbers below ${definition.hideBelow} are hidden, with as many more as it takes that nobody can work them out.`,
    ],
  ]
}

const OWNER_NOTES: Readonly<Record<Definition['owner']['kind'], string>> = {
  force: '',
  'policing-body': '',
  partner: ', a partner: the police neither collect nor check these figures.',
}

const FREQUENCIES: Readonly<Record<Definition['frequency'], string>> = {
  month: 'Every month.',
  quarter: 'Every three months.',
  year: 'Every year.',
  irregular: 'Whenever a paper gives a figure; no chart is drawn of it.',
}

const DIRECTIONS: Readonly<Record<Definition['improvement'], string>> = {
  increase: 'More is better.',
  decrease: 'Less is better.',
  neutral: 'Neither more nor less is good by itself.',
}

function unitWords(unit: Definition['unit']): string {
  if (unit.style === 'money') return 'Pounds.'
  if (unit.style === 'percent') return unit.many === '' ? 'Per cent.' : `Per cent of ${unit.many}.`
  if (unit.style === 'rate') return `${unit.many} for every ${numberWords(unit.per ?? 1, 0)}.`
  if (unit.style === 'mean') return `A mean, in ${unit.many}.`
  return `${unit.many.charAt(0).toUpperCase()}${unit.many.slice(1)}.`
}

const caveats = ({ caveats: all }: Definition): Html =>
  all.length === 0 ? html`` : html`${sectionHeading('What to bear in mind', 'm', 'caveats')}${bullets(all)}`

function chartChoices({ chart, rebaselines, definition }: Measure): Html {
  if (definition.frequency === 'irregular') return html``
  return html`${sectionHeading('How its chart is computed', 'm', 'chart')}${paragraph(
    html`The usual level is the mean, and the limits follow from how much neighbouring values differ (an XmR control chart). ${link('/measures/how-to-read', 'How to read the chart')}.`,
  )}${bullets([
    chart.screenOutliers
      ? 'Steps between neighbours that are far above the usual step are left out of the limits, once.'
      : 'All steps between neighbours count for the limits.',
    chart.fixAfter === null
      ? 'All values since the last re-baseline count for the limits.'
      : `The first ${chart.fixAfter} values set the limits; later ones are held against them.`,
    'With fewer than 12 values the limits are on trial.',
  ])}${
    rebaselines.length === 0
      ? paragraph('The limits have never been drawn anew.')
      : html`<h3 class="govuk-heading-s" id="rebaselines">When the limits were drawn anew</h3>${bullets(
          rebaselines.map(
            ({ from, reason, by, decidedOn }) =>
              html`From ${day(from)}: ${reason} <span class="sm-what">Decided by ${by} on ${longDate(decidedOn)}.</span>`,
          ),
        )}`
  }`
}

/** Each computed figure with its formula and what it was computed from, to compute again. */
function computedPart(measure: Measure, today: LocalDate): Html {
  const all = computedFigures(tell(measure, today), measure.definition.unit)
  if (all.length === 0) return html``
  return html`${sectionHeading('How its figures are computed', 'm', 'computed')}${scrollTable({
    caption: `Computed figures: ${measure.title}`,
    stacked: true,
    rowHeaders: true,
    columns: [{ text: 'Figure' }, { text: 'Formula' }, { text: 'Fingerprint of its values' }],
    rows: all.map((one) => [one.what, one.formula, html`<code>${shortHash(one)}</code>`]),
  })}${paragraph(
    'The fingerprint is the beginning of a SHA-256 of the values in the table for programs: whoever computes the same from the same values gets the same.',
  )}`
}

function history(definitions: readonly EarlierDefinition[]): Html {
  const heading = sectionHeading('How the definition changed', 'm', 'history')
  if (definitions.length === 0) return html`${heading}${paragraph('It has not changed on this record.')}`
  return html`${heading}${bullets(
    definitions
      .toReversed()
      .map(
        ({ until, definition, why }) =>
          html`Until ${day(until)}: ${definition.words} <span class="sm-what">Source: ${definition.source}. Changed because: ${why}</span>`,
      ),
  )}`
}

const breaks = (measure: Measure): Html =>
  measure.breaks.length === 0
    ? html``
    : html`${sectionHeading('Breaks: figures before and after are not comparable', 'm', 'breaks')}${bullets(
        measure.breaks.map(
          ({ date, reason, source }) =>
            html`From ${day(date)}: ${reason}${source === null ? '' : html` (${sourceLink(source)})`}`,
        ),
      )}`

function revisions({ observations, definition, title }: Measure): Html {
  const heading = sectionHeading('What was revised', 'm', 'revisions')
  const all = revisionsOf(observations)
  if (all.length === 0)
    return html`${heading}${paragraph('No figure has been revised since it came onto this record.')}`
  return html`${heading}${scrollTable({
    caption: `Revisions: ${title}`,
    stacked: true,
    rowHeaders: true,
    columns: [
      { text: 'Span' },
      { text: 'Was', numeric: true },
      { text: 'Until' },
      { text: 'Became', numeric: true },
      { text: 'Said by' },
    ],
    rows: all.map(({ span, was, now, until, before, after }) => [
      spanWords(span),
      cellWords(was, definition.unit),
      until === null ? 'no day given' : longDate(until),
      cellWords(now, definition.unit),
      joined([html`before: ${sourceLink(before.source)}`, html`now: ${sourceLink(after.source)}`], '; '),
    ]),
  })}`
}
