/** A measure of one force beside the others: the sentence, dots with their intervals, the funnel, and the table by name. */
import { axisWords, figure, funnelDrawing, intervalDots } from '../../../../charts/index.ts'
import {
  filterLinks,
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
import { type Measure, measurePath } from '../../measures/measure.ts'
import { MADE_UP, sourceLink } from '../../measures/public/report-words.ts'
import { spanKey, spanWords } from '../../measures/spans.ts'
import { numberWords } from '../../measures/value-words.ts'
import { basisLine } from '../../reference/public/basis-words.ts'
import type { Compared } from '../compared.ts'
import { GROUPS_PATH } from '../comparison-group.ts'
import {
  comparisonSentence,
  figureWords,
  funnelWords,
  meanCaveats,
  nationalWords,
  ofWhat,
} from '../comparison-words.ts'
import type { ForceFigure } from '../force-figure.ts'
import type { ComparisonAnswer } from '../reads.ts'

/** The page at /measures/:measure/compared. */
export function comparedPage({ measure, compared }: ComparisonAnswer, { site, path }: PageRequest): View {
  const title = `${measure.title}: beside other forces`
  return {
    title,
    description: `How ${site.words.force} stands beside other forces, with the range of chance.`,
    section: 'measures',
    main: html`${pageTop({ kicker: link(measurePath(measure.slug), measure.title), title })}
${lead(compared === undefined ? `No figures of other forces are on this record for this measure, so ${site.words.force} cannot be held against them.` : comparisonSentence(compared, measure.definition))}
${compared === undefined ? '' : comparisonPart(measure, compared, path)}`,
  }
}

function comparisonPart(measure: Measure, compared: Compared, path: string): Html {
  const { mean, report } = compared
  return html`${report.invented ? paragraph(html`<strong class="sm-state sm-made-up">${MADE_UP}</strong>`) : ''}
${spanChoice(compared, path)}
${meanCaveats(compared).map((caveat) => paragraph(caveat))}
${paragraph(html`England and Wales: ${nationalWords(compared, ofWhat(measure.definition, compared.in))}.`)}
${term('What are most similar forces, and what is a range?', html`Forces whose areas are alike in people and place, not in policing, are held against each other. ${link(GROUPS_PATH, 'Which forces those are')} changes over the years. The average counts every force once, with this force among them. Each figure has a range: had the same risk held for another year, chance alone would very likely have brought a figure within it.`)}
${measure.definition.caveats.map((caveat) => paragraph(caveat))}
${dotsPart(measure, compared)}
${funnelPart(measure, compared)}
${sectionHeading('The same as a table', 'm', 'table')}
${forcesTable(measure, compared)}
${compared.withoutFigure.length === 0 ? '' : paragraph(`Without a figure for this time: ${compared.withoutFigure.join(', ')}.`)}
<p class="sm-source">Source: ${sourceLink(report.source)}${report.invented ? html` · <strong>${MADE_UP}</strong>` : ''}</p>
${typeof mean === 'string' ? '' : basisLine(mean.group.basis, mean.group.register, link(GROUPS_PATH, 'all groups'))}`
}

const MOST_SPANS = 8

const spanChoice = ({ span, spans }: Compared, path: string): Html =>
  spans.length < 2
    ? html``
    : filterLinks(
        'Figures of',
        spans.slice(0, MOST_SPANS).map((each) => ({
          text: spanWords(each),
          href: `${path}?span=${spanKey(each)}`,
          current: spanKey(each) === spanKey(span),
        })),
      )

const numberStyle = ({ in: { style } }: Compared): ((value: number) => string) =>
  axisWords({ style, per: null, digits: 2 })

/** The force and those most similar to it; every force where nobody named a group. */
function dotsPart(measure: Measure, compared: Compared): Html {
  const { own, forces, mean, in: how } = compared
  const shown = typeof mean === 'string' ? forces : mean.figures
  if (shown.length < 2) return html``
  const unit = ofWhat(measure.definition, how)
  const parts = {
    id: 'beside',
    title: `${measure.title}: ${own?.name ?? 'forces'} and ${typeof mean === 'string' ? 'other forces' : 'its most similar forces'}`,
    description: `${comparisonSentence(compared, measure.definition)} The table below has every figure.`,
    number: (value: number) => figureWords(value, how),
    unitWords: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}, with 95% intervals`,
    areas: shown.map((each) => ({
      name: each.name,
      value: each.value,
      interval: each.interval,
      ours: each.key === own?.key,
    })),
    mean: typeof mean === 'string' ? null : { value: mean.mean, words: 'mean of the group' },
    order: 'name' as const,
    fromZero: true,
    possible: { least: 0, most: how.style === 'percent' ? 100 : null },
  }
  return html`${figure(intervalDots(parts, 'wide'), intervalDots(parts, 'narrow'))}`
}

function funnelPart(measure: Measure, compared: Compared): Html {
  const { funnel, own, in: how } = compared
  if (funnel === null)
    return how.style === 'percent' || compared.forces.length === 0
      ? html``
      : paragraph(
          'There are too few forces with numbers here to say what is usual among them, so no funnel is drawn.',
        )
  const said = funnelWords(funnel)
  const unit = ofWhat(measure.definition, how)
  const parts = {
    id: 'funnel',
    title: `${measure.title}: all forces by size`,
    description: said.join(' '),
    funnel,
    ours: own?.name ?? '',
    per: how.per,
    number: numberStyle(compared),
    unitWords: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`,
    sizeNumber: axisWords({ style: 'count', per: null, digits: 0 }),
    sizeWords: measure.definition.population?.words ?? 'Number that the rate is of',
  }
  return html`${sectionHeading('All forces, by size', 'm', 'funnel')}
${said.map((words) => paragraph(words))}
${figure(funnelDrawing(parts, 'wide'), funnelDrawing(parts, 'narrow'))}`
}

/** By name: an order by value would be a league table. */
function forcesTable(measure: Measure, compared: Compared): Html {
  const { forces, in: how, own, mean } = compared
  const group = new Set(typeof mean === 'string' ? [] : mean.figures.map(({ key }) => key))
  return scrollTable({
    caption: `${measure.title}, ${spanWords(compared.span)}, ${ofWhat(measure.definition, how)}: by name of the force`,
    columns: [
      { text: 'Force' },
      { text: 'Compared as' },
      { text: 'Figure', numeric: true },
      { text: 'Likely between', numeric: true },
      { text: 'Counted', numeric: true },
      { text: 'Of', numeric: true },
    ],
    rows: [
      ...forces.map((each): Piece[] => [
        each.key === own?.key ? html`<strong>${each.name}</strong>` : each.name,
        each.key === own?.key ? 'this force' : group.has(each.key) ? 'most similar' : '',
        figureWords(each.value, how),
        rangeOf(each, compared),
        each.events === null ? 'not given' : numberWords(each.events, 0),
        each.base === null ? 'not given' : numberWords(each.base, 0),
      ]),
      ...(compared.national?.how === 'stated'
        ? [
            [
              'England and Wales, as printed',
              'the whole',
              figureWords(compared.national.value, how),
              '',
              '',
              '',
            ],
          ]
        : []),
    ],
    rowHeaders: true,
  })
}

const rangeOf = ({ interval }: ForceFigure, { in: how }: Compared): string =>
  interval === null
    ? 'no numbers behind it'
    : `${figureWords(interval.low, how)} to ${figureWords(interval.high, how)}`
