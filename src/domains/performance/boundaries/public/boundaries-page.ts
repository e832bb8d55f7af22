/** Whose the boundaries on maps are, under which terms, and which areas they have. */
import type { PublishedEntry } from '../../../../record/index.ts'
import {
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
import { type Boundaries, boundariesWords } from '../boundaries.ts'

/** The page at /boundaries/:dimension. */
export function boundariesPage({ content }: PublishedEntry<Boundaries>, _request: PageRequest): View {
  const { dimension, areas, positions, file } = content
  const title = `Boundaries of ${dimension.many}`
  const coded = areas.some(({ code }) => code !== null)
  const simpler =
    positions.kept < positions.given
      ? ` The file has ${positions.given.toLocaleString('en-GB')} corners; ${positions.kept.toLocaleString('en-GB')} of them are kept here, with borders between neighbours kept in common.`
      : ''
  return {
    title,
    description: `Which ${dimension.many} the maps on this record show, and whose the boundaries are.`,
    section: 'measures',
    main: html`${pageTop({ kicker: link('/measures', 'Measures'), title })}
${lead(`Maps of measures on this record are drawn with these ${areas.length} ${dimension.many}. They settle no question of where a border runs.`)}
${paragraph(html`${boundariesWords(content)} From ${link(file.path, file.title)}.${simpler}`)}
${sectionHeading('The areas', 'm', 'areas')}
${scrollTable({
  caption: title,
  columns: [{ text: capital(dimension.one) }, ...(coded ? [{ text: 'Code' }] : [])],
  rows: areas.map(({ name, code }) => [name, ...(coded ? [code ?? ''] : [])]),
  rowHeaders: true,
})}`,
  }
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
