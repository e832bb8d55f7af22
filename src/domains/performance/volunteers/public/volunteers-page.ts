/** The schemes in which people give their time to policing, each with its figures and with whose figures they are. */
import type { LocalDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  term,
  type View,
} from '../../../../web/index.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { basisLine } from '../../reference/public/basis-words.ts'
import { FIGURE_COLUMNS, figureRow } from '../../reference/public/figure-row.ts'
import type { SchemeFigures, VolunteersAnswer } from '../reads.ts'
import { SORT_WORDS, SORTS } from '../scheme.ts'
import { schemeTablePart } from './scheme-table-part.ts'

/** The page at /volunteers. */
export function volunteersPage({ schemes, others }: VolunteersAnswer, { site, today }: PageRequest): View {
  const force = site.words.force
  const partners = schemes.filter(({ scheme }) => scheme.ownerKind === 'partner').length
  return {
    title: 'Volunteers in policing',
    description: `Schemes in which people give their time to policing in ${site.words.area}, with their figures and whose they are.`,
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'Volunteers in policing' })}
${lead(
  schemes.length === 0
    ? `No volunteer schemes in ${site.words.area} are on this record yet.`
    : `${schemes.length} schemes in which people give their time: some are led by ${force}, others are charities and watch groups of their own.`,
)}
${
  partners === 0
    ? ''
    : paragraph(
        `The figures of ${partners} of them belong to partners. ${force} does not own those figures and cannot check them; they are marked with their owner.`,
      )
}
${term('Do these figures add up to one?', 'No. One person may belong to several schemes, hours are counted by some and not by others, and the figures are of different days. They are not added together here.')}
${contents(schemes)}
${SORTS.map((sort) => ofSort(sort, schemes, force, today))}
${others.length === 0 ? '' : html`${sectionHeading('Other figures about volunteers', 'm', 'others')}${figuresTable('Other figures about volunteers', others, today)}`}`,
  }
}

const contents = (schemes: readonly SchemeFigures[]): Html =>
  schemes.length < 4
    ? html``
    : html`<nav aria-label="Schemes">${bullets(
        schemes.map(({ scheme }) => link(`#${scheme.slug}`, scheme.name)),
      )}</nav>`

function ofSort(
  sort: (typeof SORTS)[number],
  schemes: readonly SchemeFigures[],
  force: string,
  today: LocalDate,
): Html {
  const own = schemes.filter(({ scheme }) => scheme.sort === sort)
  if (own.length === 0) return html``
  return html`${sectionHeading(SORT_WORDS[sort])}${own.map((each) => ofScheme(each, force, today))}`
}

function ofScheme({ scheme, measures, table }: SchemeFigures, force: string, today: LocalDate): Html {
  const { slug, name, words, since, basis, register } = scheme
  const tabled = new Set((table?.measures ?? []).map((measure) => measure.slug))
  const listed = measures.filter((measure) => !tabled.has(measure.slug))
  return html`<h3 class="govuk-heading-m" id="${slug}">${name}</h3>
${paragraph(html`${words}${since === null ? '' : html` Since ${day(since)}.`}`)}
${measures.length === 0 && scheme.ownerKind === 'partner' ? '' : ownerLine(scheme, force)}
${listed.length === 0 ? '' : figuresTable(`${name}: figures`, listed, today)}
${table === undefined ? '' : schemeTablePart(name, table)}
${measures.length === 0 ? paragraph('No figures of it are on this record.') : ''}
${basisLine(basis, register)}`
}

/** Whose the figures are, said before them. */
function ownerLine({ owner, ownerKind }: SchemeFigures['scheme'], force: string): Html {
  if (ownerKind === 'partner')
    return paragraph(html`<strong class="sm-state">Figures of ${owner}, not of ${force}</strong>`)
  if (ownerKind === 'policing-body') return paragraph(`Run by ${owner}, not by ${force}.`)
  return owner === force ? html`` : paragraph(`Figures of ${owner}.`)
}

const figuresTable = (caption: string, measures: Parameters<typeof figureRow>[0][], today: LocalDate): Html =>
  scrollTable({
    caption,
    columns: FIGURE_COLUMNS,
    rows: measures.map((measure) => figureRow(measure, today)),
    rowHeaders: true,
    stacked: true,
  })
