/** What can be taken away from a measure's page: the table, its description, the picture, a poster. */
import { bullets, type Html, html, link, sectionHeading } from '../../../../web/index.ts'
import { type Measure, measurePath } from '../measure.ts'

/** Below the page's own address. */
export const BELOW = {
  table: 'table.csv',
  metadata: 'table.csv-metadata.json',
  svg: 'chart.svg',
  png: 'chart.png',
  poster: 'poster',
  definition: 'definition',
} as const

export const belowMeasure = (slug: string, part: keyof typeof BELOW): string =>
  `${measurePath(slug)}/${BELOW[part]}`

/** Links to take the measure away. A picture only where there is a chart. */
export function downloadsPart({ slug }: Measure, hasChart: boolean): Html {
  const to = (part: keyof typeof BELOW, words: string): Html => link(belowMeasure(slug, part), words)
  return html`${sectionHeading('Take it away', 'm', 'downloads')}${bullets([
    html`${to('table', 'The table (CSV)')}, and ${to('metadata', 'what its columns mean (CSVW)')}`,
    ...(hasChart
      ? [
          html`The picture, ${to('svg', 'for the web and for print (SVG)')} or ${to('png', 'for documents (PNG)')}`,
        ]
      : []),
    html`${to('poster', 'A poster to print')}, one page`,
    html`${to('definition', 'How it is measured')}, what changed and what was revised`,
  ])}`
}
