/** Where a measure's pages stand: the way down to them, and how families of measures are called. */
import { type Html, joined, link, type Piece } from '../../../../web/index.ts'
import type { Measure } from '../measure.ts'

export const MEASURES_PATH = '/measures'

/** The way back to all measures, above the title of a page. */
export const FROM_MEASURES: Html = link(MEASURES_PATH, 'Measures')

export const READING_PATH = '/measures/how-to-read'
export const REVISED_PATH = '/measures/revised'

/** "Recorded crime", "Volunteers: community speedwatch". */
export function familyWords(family: string): string {
  const words = family
    .split('/')
    .map((part) => part.replaceAll('-', ' ').trim())
    .filter((part) => part !== '')
    .join(': ')
  return words === '' ? 'Other' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** "Measures · Recorded crime", and what follows. */
export const measureKicker = ({ family }: Pick<Measure, 'family'>, ...parts: readonly Piece[]): Html =>
  joined([link(MEASURES_PATH, 'Measures'), familyWords(family), ...parts], ' · ')

/** The way back to how all this is read. */
export const readingLink = (): Html => link(READING_PATH, 'How to read this')
