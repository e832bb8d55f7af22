/** How people reach the police: each way of contact with its share of all, and whether the printed whole is their sum. */
import {
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
  type View,
} from '../../../../web/index.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { MADE_UP, sourceLink } from '../../measures/public/report-words.ts'
import { spanWords } from '../../measures/spans.ts'
import { cellWords, numberWords, valueWords } from '../../measures/value-words.ts'
import { FIGURE_COLUMNS, figureRow, measureLink } from '../../reference/public/figure-row.ts'
import type { Channels } from '../channels.ts'
import type { ContactAnswer } from '../reads.ts'

/** The page at /contact-channels. */
export function channelsPage({ channels, others }: ContactAnswer, { today }: PageRequest): View {
  const empty = channels.length === 0 && others.length === 0
  const caveats = others.flatMap(({ definition, title }) =>
    definition.caveats.map((caveat) => `${title}: ${caveat}`),
  )
  return {
    title: 'How people reach the police',
    description:
      'Calls, online reports and other ways in which people reach the police, and how often each is used.',
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'How people reach the police' })}
${lead(
  empty
    ? 'No figures about how people reach the police are on this record yet.'
    : 'Which ways people use to reach the police, and how often. Call 999 in an emergency, 101 otherwise.',
)}
${paragraph(html`See also ${link('/satisfaction', 'what victims say of the police')}.`)}
${channels.map(channelsPart)}
${
  others.length === 0
    ? ''
    : html`${sectionHeading('More about contact', 'm', 'more')}${scrollTable({
        caption: 'Other figures about contact',
        columns: FIGURE_COLUMNS,
        rows: others.map((measure) => figureRow(measure, today)),
        rowHeaders: true,
        stacked: true,
      })}${caveats.map((caveat) => paragraph(caveat))}`
}`,
  }
}

function channelsPart({ measure, span, report, rows, together, whole, added }: Channels): Html {
  const { unit, caveats } = measure.definition
  return html`${sectionHeading(measureLink(measure), 'm', measure.slug)}
${scrollTable({
  caption: `${measure.title} by way of contact, ${spanWords(span)}`,
  columns: [
    { text: 'Way of contact' },
    { text: 'How often', numeric: true },
    { text: 'Of all that are listed', numeric: true },
  ],
  rows: [
    ...rows.map(({ name, cell, share }): Piece[] => [
      name,
      cellWords(cell, unit),
      share === null ? '' : `${numberWords(share, 1)}%`,
    ]),
    ...(together === null ? [] : [['All that are listed', numberWords(together, 0), '100%']]),
  ],
  rowHeaders: true,
})}
${paragraph(wholeWords({ whole, added, together, unit }))}
${caveats.map((caveat) => paragraph(caveat))}
<p class="sm-source">Source: ${sourceLink(report.source)}${report.invented ? html` · <strong>${MADE_UP}</strong>` : ''}</p>`
}

type Whole = Pick<Channels, 'whole' | 'added' | 'together'> & {
  unit: Channels['measure']['definition']['unit']
}

/** What is printed for the whole, beside what the parts make. */
function wholeWords({ whole, added, together, unit }: Whole): string {
  if (whole === undefined) return 'No figure for the whole is printed.'
  const printed = `For the whole, ${valueWords(whole.cell, unit)} is printed`
  if (added.outcome === 'agrees') return `${printed}, which is what the parts make.`
  if (added.outcome === 'differs')
    return `${printed}; the parts make ${numberWords(added.sum, 0)}. They do not add up, and both stand as they were printed.`
  if (added.why === 'hedged' && together !== null)
    return `${printed}, as a round figure; the parts make ${numberWords(together, 0)}.`
  return `${printed}; not every part has a figure, so it cannot be said whether they add up.`
}
