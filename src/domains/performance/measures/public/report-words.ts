/** Who says a figure, how sure it is and where it stands, in words with links; and the mark of what is made up. */
import { longDate } from '../../../../lib/index.ts'
import { type Html, html, insetText, joined, link } from '../../../../web/index.ts'
import type { Owner } from '../measure.ts'
import type { Report, Source } from '../observation.ts'

/** What stands wherever a number was made up. */
export const MADE_UP = 'Made-up numbers, to show how this looks'

/** The mark of made-up numbers, as a word in a border. */
export const madeUpMark = (length: 'whole' | 'short' = 'whole'): Html =>
  html`<strong class="sm-state sm-made-up">${length === 'whole' ? MADE_UP : 'Made-up numbers'}</strong>`

/** Said before anything else of a page with made-up numbers. */
export const madeUpNotice = (all: boolean): Html =>
  insetText({
    html: html`<strong>${MADE_UP}.</strong> ${
      all
        ? 'They say nothing about policing.'
        : 'They say nothing about policing. Some figures on this page are real; each made-up one is marked.'
    }`,
  })

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** "Official statistics", "Figures of Kent Police", "Figures of the partner Neighbourhood Watch". */
export function originWords(origin: Report['origin'], owner: Owner): string {
  if (origin === 'official') return 'Official statistics'
  if (origin === 'survey') return 'A survey'
  if (origin === 'inspection') return 'What inspectors found'
  if (origin === 'partner') return `Figures of a partner${owner.kind === 'partner' ? `, ${owner.name}` : ''}`
  return `Own figures of ${owner.name}`
}

/** "Official statistics, provisional, as at 31 October 2019, in the release “…”." */
export function reportWords(report: Report, owner: Owner): string {
  const parts = [
    originWords(report.origin, owner),
    report.status === 'provisional' ? 'provisional, so they may be revised' : 'final',
    report.release === null ? '' : `published in “${report.release}”`,
    report.asAt === null ? '' : `as they stood on ${longDate(report.asAt)}`,
  ]
  return `${capital(parts.filter((part) => part !== '').join(', '))}.`
}

/** The address of the place on the record that says so; null where it is not on the record. */
export const sourceHref = ({ path, anchor }: Source): string | null =>
  path === null ? null : anchor === null ? path : `${path}#${anchor}`

/** "Panel report B1, paragraph 26", as a link where it is on the record. */
export function sourceLink(source: Source): Html {
  const words = joined([source.title, source.place], ', ')
  const href = sourceHref(source)
  return href === null ? words : link(href, words)
}

/** Two sources are the same place. */
export const sourceKey = ({ path, title, place, anchor }: Source): string =>
  JSON.stringify([path, title, place, anchor])
