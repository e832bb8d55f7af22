/** Who meets in public, and what each body is for. */
import { cardGrid, html, lead, pageTop, paragraph, sectionHeading, type View } from '../../../../web/index.ts'
import type { BodyRow } from '../reads.ts'

export function bodiesPage(bodies: readonly BodyRow[]): View {
  return {
    title: 'Who meets',
    description: 'The panels, boards and committees that watch over policing, and what each is for.',
    section: 'meetings',
    main: html`${pageTop({ title: 'Who meets' })}
${lead('Panels, boards and committees that run policing or watch over it, what each is for, and who sits on it.')}
${bodies.length === 0 ? paragraph('No body is on the record yet.') : ''}
${bodies.length === 0 ? '' : sectionHeading('Bodies on this record', 'm')}
${cardGrid(
  bodies.map(({ title, path, summary }) => ({
    title,
    href: path,
    body: summary || 'The record does not yet say what it is for.',
  })),
  2,
)}`,
  }
}
