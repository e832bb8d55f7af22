/** How the charts of measures are read, explained once: what is usual, what is not, and why two points say little. */
import { type ControlChartParts, controlChartDrawing, figure } from '../../../../charts/index.ts'
import { dateOf, type LocalDate, longMonth } from '../../../../lib/index.ts'
import { controlChart } from '../../../../statistics/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { FROM_MEASURES } from './measure-top.ts'
import { MADE_UP, madeUpMark } from './report-words.ts'
import { assuranceMark, variationMark } from './variation-mark.ts'

/** Counts that vary as counts do, and nothing happened. */
const STEADY = [52, 47, 55, 50, 44, 53, 58, 49, 46, 54, 51, 57, 45, 50, 56, 48, 53, 47, 52, 49]
/** The same until a month in which something changed. */
const CHANGED = [52, 47, 55, 50, 44, 53, 58, 49, 46, 54, 51, 57, 60, 63, 61, 66, 62, 64, 61, 65]

const monthAt = (index: number): LocalDate => {
  const found = dateOf(2018 + Math.floor(index / 12), (index % 12) + 1, 1)
  if (found === undefined) throw new Error('Every month has a first day')
  return found
}

function example(id: string, title: string, description: string, values: readonly number[]): Html {
  const chart = controlChart(
    values.map((value, index) => ({ date: monthAt(index), value })),
    { improvement: 'neutral', target: null, rebase: [], fixAfter: 12, screenOutliers: false },
  )
  const parts: ControlChartParts = {
    id,
    title,
    description,
    chart,
    number: (value) => String(Math.round(value)),
    unitWords: 'Made-up events each month',
    dateWords: (date) => longMonth(date),
    annotations: [],
    breaks: [],
    target: null,
    fromZero: false,
    possible: { least: 0, most: null },
  }
  return html`${figure(controlChartDrawing(parts), controlChartDrawing(parts, 'narrow'))}<p class="sm-what">${MADE_UP}.</p>`
}

/** The page at /measures/how-to-read. */
export function howToReadPage(_answer: object, _request: PageRequest): View {
  return {
    title: 'How to read measures',
    description:
      'What the charts of measures show, which changes are more than chance, and why two figures alone say little.',
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'How to read measures' })}
${lead('Numbers go up and down by themselves. These pages say which changes are more than that.')}
<div class="sm-reading">
${variation()}
${twoPoints()}
${marks()}
${assurance()}
${colours()}
${others()}
</div>`,
  }
}

const variation = (): Html =>
  html`${sectionHeading('Usual variation', 'm', 'variation')}${paragraph(
    'Nothing is counted twice with the same result. Some months bring more, others fewer, although nothing has changed. The band in a chart shows how far that goes: it is drawn from how much each value differs from the one before it. The line in its middle is the usual level.',
  )}${example(
    'steady',
    'A series in which nothing changed',
    'Twenty months of made-up counts between 44 and 58. All lie within the usual range.',
    STEADY,
  )}${paragraph(
    'In this chart the values jump from 44 to 58 within two months, and still nothing has changed. To ask who caused that would be to ask who caused a die to show a six.',
  )}${sectionHeading('More than usual variation', 'm', 'unusual')}${paragraph('Four patterns would rarely come about by chance:')}${bullets(
    [
      'a single value outside the band',
      'seven values in a row above the usual level, or seven below it',
      'seven values in a row, each higher than the last, or each lower',
      'two of three neighbours close to the same edge of the band, and the third on the same side of the usual level',
    ],
  )}${example(
    'changed',
    'A series in which something changed',
    'Twenty months of made-up counts. After twelve months they stay above the usual level.',
    CHANGED,
  )}${paragraph(
    'From the thirteenth month on the values stay above the usual level. That is worth a question. The chart says that something changed, not what: better recording, more reports and more crime can look alike.',
  )}`

const twoPoints = (): Html =>
  html`${sectionHeading('Why two figures alone say little', 'm', 'two-points')}${paragraph(
    '“Up 12% on last year” compares two points. In the first chart above one can choose two months and call it a rise of a third, or two others and call it a fall. Where a page here gives a change between two figures, its picture gives the range that chance alone could bring: a change inside that range is no news.',
  )}${paragraph(
    'Its sentence says the same from the other side: “allowing for chance, between +4.8% and +19.4%” is where the change itself lies. Where that reaches from less to more, it is no clear change. What there is on a day, such as officers or cadets, is counted whole, and figures that are not exact or come without the numbers behind them tell too little: there the page says that nobody can tell.',
  )}${paragraph(
    'The range assumes that the events are independent of each other. Crimes often are not, so that real chance goes further than the range says: it is the most generous test of whether a change is real.',
  )}${paragraph(
    'Totals of twelve months are given as numbers and never as a chart with a band. Two neighbouring totals share eleven months, so that a chart of them would show trends that are not there.',
  )}`

const marks = (): Html =>
  html`${sectionHeading('The signs', 'm', 'signs')}${paragraph(
    'Beside each measure a sign says where its newest value lies. The words say the same.',
  )}${scrollTable({
    caption: 'Signs of variation and what they mean',
    columns: [{ text: 'Sign' }, { text: 'What it means' }],
    rows: [
      [variationMark('common_cause'), 'The newest value is what this series usually brings.'],
      [
        html`${variationMark('neutral_high')} ${variationMark('neutral_low')}`,
        'The newest value is unusual, and neither more nor less is good by itself. The page says why.',
      ],
      [
        html`${variationMark('improvement_high')} ${variationMark('improvement_low')}`,
        'The newest value is unusual, and in the direction that its definition calls better.',
      ],
      [
        html`${variationMark('concern_high')} ${variationMark('concern_low')}`,
        'The newest value is unusual, and in the direction that its definition calls worse.',
      ],
    ],
  })}`

const assurance = (): Html =>
  html`${sectionHeading('Where there is a target', 'm', 'assurance')}${paragraph(
    'Many plans set no numerical targets, and then there is none here. Where a plan sets one, the sign says whether the usual range lies beyond it.',
  )}${scrollTable({
    caption: 'Signs of a target and what they mean',
    columns: [{ text: 'Sign' }, { text: 'What it means' }],
    rows: [
      [assuranceMark('pass'), 'The whole usual range is on the good side of the target.'],
      [
        assuranceMark('fail'),
        'The whole usual range misses the target: it will go on to do so unless something changes.',
      ],
      [
        assuranceMark('inconsistent'),
        'The target lies within the usual range: some values meet it and some miss it, and nothing has changed in between.',
      ],
    ],
  })}`

const colours = (): Html =>
  html`${sectionHeading('Why there is no red, amber and green', 'm', 'colours')}${paragraph(
    'Such colours turn every small step into a verdict, go by two points, and cannot be told apart by many people. Most measures of policing also have no good direction: more reports of domestic abuse may mean more harm, or more trust.',
  )}`

const others = (): Html =>
  html`${sectionHeading('Words on these pages', 'm', 'words')}${bullets([
    html`<strong>Provisional</strong>: the figure may be revised. When it is, the page keeps what was said before, and papers that quoted it say so. ${link('/measures/revised', 'Quoted figures that were revised')}.`,
    html`<strong>As at</strong>: the day on which the figures stood like this. Records are corrected later, and the same month counted again gives another number.`,
    html`<strong>Hidden</strong>: a number so small that it could point to a person. As many others are hidden as it takes that nobody can work it out.`,
    html`<strong>Break</strong>: from that day on the figures are not comparable with those before, for instance because something is counted differently.`,
    html`<strong>On trial</strong>: fewer than twelve values, so that the band will still move.`,
    html`${madeUpMark()}: no figure of policing. It is there to show how a page looks.`,
  ])}${paragraph(
    html`The charts are XmR control charts, computed by the rules of NHS England’s Making Data Count. <span class="sm-what">The limits are the mean plus and minus 2.66 times the mean step between neighbours.</span> ${link('/figures', 'How figures in papers are checked')} is another matter.`,
  )}`
