/** What inspectors graded, cycle by cycle, each with its own questions and scale, and never as a line from one to the next. */
import {
  bullets,
  day,
  type Html,
  html,
  insetText,
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
import { basisLine, unconfirmedMark } from '../../reference/public/basis-words.ts'
import { gradesCounted, type Inspection } from '../inspection.ts'

/** The page at /inspection-grades. */
export function gradesPage(all: readonly Inspection[], { site }: PageRequest): View {
  const [newest] = all
  const force = site.words.force
  return {
    title: 'What inspectors found',
    description: `How inspectors graded ${force}, cycle by cycle.`,
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'What inspectors found' })}
${lead(newest === undefined ? `No grades of an inspection of ${force} are on this record yet.` : newestWords(newest, force))}
${all.length < 2 ? '' : insetText({ text: 'Do not read these as a trend. Each cycle asked its own questions, by its own method, on its own scale, and the inspectors themselves say that grades of different cycles cannot be compared directly. A different grade may mean a different force, or a different question. That is why no line is drawn here.' })}
${term('Who inspects the police?', 'His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) inspects every police force and publishes what it finds. It is not a regulator: what it recommends is not an order. The policing body must publish its comments on a report about its force within 56 days.')}
${all.length > 1 ? contents(all) : ''}
${all.map(ofCycle)}`,
  }
}

function newestWords(inspection: Inspection, force: string): Html {
  const [only] = inspection.grades
  const when = inspection.published === null ? '' : html`, published on ${day(inspection.published)}`
  return inspection.grades.length === 1 && only
    ? html`The newest on this record: in ${inspection.cycle}${when}, inspectors graded ${force} ‘${only.grade ?? 'not graded'}’.`
    : html`The newest on this record is ${inspection.cycle}${when}: ${gradesCounted(inspection)}.`
}

const contents = (all: readonly Inspection[]): Html =>
  html`${sectionHeading('Cycles on this record', 'm')}${bullets(
    all.map(
      (each) =>
        html`${link(`#${each.slug}`, each.cycle)}: ${gradesCounted(each)}${unconfirmedMark(each.basis.confirmed)}`,
    ),
  )}`

function ofCycle(inspection: Inspection): Html {
  const { slug, cycle, programme, published, scale, words, grades, basis, register } = inspection
  const pillars = grades.some(({ pillar }) => pillar !== null)
  return html`${sectionHeading(cycle, 'm', slug)}
${paragraph(html`${programme}. ${published === null ? 'The day of publication is not on this record.' : html`Published on ${day(published)}.`} The grades of this cycle, from best to worst: ${scale.join(', ')}.`)}
${words === null ? '' : paragraph(words)}
${scrollTable({
  caption: `${cycle}: what was graded`,
  columns: [
    ...(pillars ? [{ text: 'Part' }] : []),
    { text: 'Question' },
    { text: 'Grade' },
    { text: 'What the report said besides' },
  ],
  rows: grades.map((graded) => [
    ...(pillars ? [graded.pillar ?? ''] : []),
    graded.question,
    graded.grade === null ? 'Assessed, not graded' : html`<strong>${graded.grade}</strong>`,
    graded.words ?? '',
  ]),
  rowHeaders: true,
  stacked: true,
})}
${basisLine(basis, register)}`
}
