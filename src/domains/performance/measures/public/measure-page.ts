/** A measure as anyone can read it: one plain sentence, the chart, the numbers behind it, and where they come from. */
import { type LocalDate, longDate } from '../../../../lib/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  twoColumns,
  type View,
} from '../../../../web/index.ts'
import { breakdownPath, type Measure } from '../measure.ts'
import type { MeasureAnswer } from '../reads-pages.ts'
import { spanWords } from '../spans.ts'
import { type Telling, tell } from '../telling.ts'
import { cellWords } from '../value-words.ts'
import { chartPart, eventsPart } from './chart-part.ts'
import { commentaryPart } from './commentary-part.ts'
import { belowMeasure, downloadsPart } from './downloads-part.ts'
import { freshnessLine } from './freshness-mark.ts'
import { measureKicker, REVISED_PATH, readingLink } from './measure-top.ts'
import { quotationLine } from './quoted-part.ts'
import { madeUpNotice, reportWords, sourceKey, sourceLink } from './report-words.ts'
import { revisionsOf } from './revisions.ts'
import { chartTable } from './table-part.ts'
import { assuranceMark, variationMark } from './variation-mark.ts'
import { windowsPart } from './windows-part.ts'

/** The page at /measures/:measure. */
export function measurePage(answer: MeasureAnswer, { today }: PageRequest): View {
  const { measure } = answer
  const telling = tell(measure, today)
  return {
    title: measure.title,
    description: telling.sentence,
    section: 'measures',
    main: html`${pageTop({ kicker: measureKicker(measure, measure.definition.owner.name), title: measure.title })}
${telling.invented === 'none' ? '' : madeUpNotice(telling.invented === 'all')}
${lead(telling.sentence)}
${signs(measure, telling)}
${chartPart(measure, telling)}
${counted(measure)}
${twoColumns(
  html`${windowsPart(measure, telling)}${commentaryPart(measure, telling)}${eventsPart(measure)}`,
  html`${provenance(answer, telling)}`,
)}
${tablePart(measure, telling)}
${partsPart(answer)}
${downloadsPart(measure, telling.chart !== null)}`,
  }
}

/** Where the newest value lies, and which way would be better, in words. */
const signs = ({ definition }: Measure, { variation, assurance }: Telling): Html =>
  html`<p class="govuk-body">${variation === null ? '' : html`${variationMark(variation)} `}${assuranceMark(assurance)}${assurance === 'none' ? '' : ' '}${definition.directionWords} ${readingLink()}.</p>`

/** What is counted, and what it does not tell: where search leads to. */
const counted = ({ definition: { words, caveats } }: Measure): Html =>
  html`${sectionHeading('What is counted', 'm', 'definition')}${paragraph(words)}${caveats.length === 0 ? '' : bullets(caveats)}`

/** Where the figures come from: who says so, how sure they are, and what was revised. */
function provenance(answer: MeasureAnswer, telling: Telling): Html {
  const { measure } = answer
  const { newest } = telling
  const { definition, slug } = measure
  const owner = definition.owner.kind === 'partner' ? partnerWords(measure) : ''
  return html`<div class="sm-side"><h2>Where it comes from</h2>${
    newest === null ? '' : html`<p>${reportWords(newest.report, definition.owner)}</p>`
  }${owner === '' ? '' : html`<p>${owner}</p>`}<p>${definition.source}</p>${freshnessLine(measure, telling.today)}${sources(telling)}<p>${link(belowMeasure(slug, 'definition'), 'How it is measured, and what changed')}</p>${revisionsShort(measure)}${serves(answer)}${quotedIn(answer)}</div>`
}

const partnerWords = ({ definition: { owner } }: Measure): string =>
  `The police neither collect nor check these figures: ${owner.name} answers for them.`

/** How many sources are named; the table for programs names that of each value. */
const SOURCES = 4

function sources({ charted, windows, newest }: Telling): Html {
  const all = [
    ...(newest === null ? [] : [newest]),
    ...windows.map(({ observation }) => observation),
    ...charted.toReversed(),
  ].map(({ report }) => report.source)
  const each = [...new Map(all.map((source) => [sourceKey(source), source])).values()]
  if (each.length === 0) return html``
  return html`<h3 class="govuk-heading-s">Said in</h3><ul class="govuk-list">${each
    .slice(0, SOURCES)
    .map((source) => html`<li class="sm-source">${sourceLink(source)}</li>`)}${
    each.length > SOURCES
      ? html`<li>and ${each.length - SOURCES} more, named in the table for programs</li>`
      : ''
  }</ul>`
}

/** ", until 17 October 2019"; nothing where nobody said. */
const untilWords = (until: LocalDate | null): string => (until === null ? '' : ` until ${longDate(until)}`)

/** The newest revisions in a line each: "was 197,300 until 17 October 2019". */
function revisionsShort({ observations, definition, slug }: Measure): Html {
  const all = revisionsOf(observations)
  if (all.length === 0) return html``
  return html`<h3 class="govuk-heading-s">Revised</h3><ul class="govuk-list">${all
    .slice(0, 3)
    .map(
      (revision) =>
        html`<li>${spanWords(revision.span)}: ${cellWords(revision.now, definition.unit)}, was ${cellWords(revision.was, definition.unit)}${untilWords(revision.until)}</li>`,
    )}</ul><p>${link(`${belowMeasure(slug, 'definition')}#revisions`, all.length > 3 ? `All ${all.length} revisions` : 'Who said so, and when')}</p>`
}

const serves = ({ priorities }: MeasureAnswer): Html =>
  priorities.length === 0
    ? html``
    : html`<h3 class="govuk-heading-s">What of the plan it shows something about</h3><ul class="govuk-list">${priorities.map(({ path, title }) => html`<li>${link(path, title)}</li>`)}</ul>`

/** How many quotations the page lists. */
const QUOTED = 6

/** The papers that quote it, those whose figure was revised since first. */
function quotedIn({ quotations }: MeasureAnswer): Html {
  if (quotations.length === 0) return html``
  const all = quotations.toSorted((one, other) => Number(one.now === null) - Number(other.now === null))
  return html`<h3 class="govuk-heading-s">What quotes it</h3><ul class="govuk-list">${all
    .slice(0, QUOTED)
    .map((figure) => html`<li>${quotationLine(figure)}</li>`)}${
    all.length > QUOTED ? html`<li>and ${all.length - QUOTED} more places</li>` : ''
  }</ul>${all.some(({ now }) => now !== null) ? html`<p>${link(REVISED_PATH, 'All quoted figures that were revised')}</p>` : ''}`
}

const tablePart = (measure: Measure, telling: Telling): Html =>
  telling.charted.length === 0
    ? html``
    : html`${sectionHeading('The same as a table', 'm')}${chartTable(measure, telling, {
        caption: `${measure.title}, newest first`,
        anchor: 'table',
      })}`

/** The measure by parts. */
const partsPart = ({ measure, breakdowns }: MeasureAnswer): Html =>
  breakdowns.length === 0
    ? html``
    : html`${sectionHeading('By parts', 'm', 'parts')}${bullets(
        breakdowns.map(({ outline: { dimension, parts } }) =>
          link(
            breakdownPath(measure.slug, dimension.slug),
            `By ${dimension.one}: ${parts.length} ${parts.length === 1 ? dimension.one : dimension.many}`,
          ),
        ),
      )}`
