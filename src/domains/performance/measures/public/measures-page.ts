/** All measures: by family, each with its newest figure; and by what of the plan they show something about. */
import {
  bullets,
  filterLinks,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { besideLinks } from '../../reference/public/beside-links.ts'
import type { ListedMeasure } from '../reads.ts'
import type { MeasuresAnswer } from '../reads-pages.ts'
import { measureCard, measureCards } from './measure-card.ts'
import { familyWords, MEASURES_PATH, READING_PATH, REVISED_PATH } from './measure-top.ts'

/** As many small charts as a page takes without becoming heavy. */
const CHARTS = 48

/** The page at /measures, and at /measures?family=… one family of it. */
export function measuresPage(answer: MeasuresAnswer, request: PageRequest): View {
  const { measures } = answer
  const { family } = request.query
  const shown =
    family === undefined ? measures : measures.filter(({ outline }) => topFamily(outline.family) === family)
  const charts = shown.filter(({ outline }) => outline.definition.frequency !== 'irregular').length
  return {
    title: family === undefined ? 'Measures' : `Measures: ${familyWords(family)}`,
    description: `What is counted and asked about policing in ${request.site.words.area}, which changes are more than chance, and where each figure comes from.`,
    section: 'measures',
    main: html`${pageTop({ title: family === undefined ? 'Measures' : html`Measures: ${familyWords(family)}` })}
${lead('What is counted and asked about policing here, which changes are more than chance, and where each figure comes from.')}
${paragraph(html`${link(READING_PATH, 'How to read this')} · ${link(REVISED_PATH, 'Quoted figures that were revised')} · ${link('/figures', 'How figures in papers are checked')}`)}
${measures.length === 0 ? paragraph('No measure has been published here yet.') : ''}
${families(measures, family)}
${byFamily(shown, request, charts <= CHARTS)}
${family === undefined ? html`${byPriority(answer)}${besideLinks()}` : ''}`,
  }
}

const familiesOf = (measures: readonly ListedMeasure[]): [string, ListedMeasure[]][] => [
  ...Map.groupBy(measures, ({ outline }) => outline.family),
]

/** "volunteers" of "volunteers/cadets". */
const topFamily = (family: string): string => family.split('/')[0] ?? family

function families(measures: readonly ListedMeasure[], current: string | undefined): Html {
  const all = [...Map.groupBy(measures, ({ outline }) => topFamily(outline.family))]
  if (all.length < 2) return html``
  return filterLinks('Show', [
    { text: 'all', href: MEASURES_PATH, current: current === undefined, count: measures.length },
    ...all.map(([family, of]) => ({
      text: familyWords(family),
      href: `${MEASURES_PATH}?family=${encodeURIComponent(family)}`,
      current: family === current,
      count: of.length,
    })),
  ])
}

const byFamily = (shown: readonly ListedMeasure[], { today }: PageRequest, withChart: boolean): Html =>
  html`${familiesOf(shown).map(
    ([family, measures]) =>
      html`${sectionHeading(familyWords(family), 'm')}${measureCards(
        measures.map(({ outline }) => measureCard(outline, { today, level: 3, withChart })),
      )}`,
  )}`

/** Each part of the plan with how many measures show something about it; they stand on its own page, beside what was done. */
function byPriority({ measures, titles }: MeasuresAnswer): Html {
  const paths = [...new Set(measures.flatMap(({ outline }) => outline.serves))].filter((path) =>
    titles.has(path),
  )
  if (paths.length === 0) return html``
  return html`${sectionHeading('By what of the plan they show something about', 'm', 'plan')}${bullets(
    paths.toSorted().map((path) => {
      const plan = titles.get(path.split('/').slice(0, 3).join('/'))
      const of = measures.filter(({ outline }) => outline.serves.includes(path))
      return html`${link(path, titles.get(path))}: ${of.length === 1 ? '1 measure' : `${of.length} measures`}${plan === undefined ? '' : html` <span class="sm-what">(${plan})</span>`}`
    }),
  )}`
}
