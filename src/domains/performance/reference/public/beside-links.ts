/** The ways from measures to the pages that say what they mean. */
import { bullets, type Html, html, link, sectionHeading } from '../../../../web/index.ts'

const BESIDE = [
  ['/outcomes', 'What became of reported crimes'],
  ['/outcomes/crime-types', 'How recorded crime is divided'],
  ['/satisfaction', 'What victims say of the police'],
  ['/contact-channels', 'How people reach the police'],
  ['/volunteers', 'Volunteers in policing'],
  ['/inspection-grades', 'What inspectors found'],
  ['/national-measures', 'National priorities, and what is done here'],
  ['/comparison-groups', 'Which forces are compared'],
] as const

/** A list of the pages beside the figures. */
export const besideLinks = (): Html =>
  html`${sectionHeading('Beside the figures', 'm', 'beside')}${bullets(BESIDE.map(([path, words]) => link(path, words)))}`
