/** The door of web: the shell that every surface shares. Knows no domain and no database. */

export { addressOf, finderOf } from './address.ts'
export { atomText, type Feed, type FeedEntry } from './atom.ts'
export { checkColours, contrast } from './colours.ts'
export * from './components.ts'
export {
  addressOfFile,
  fileOfAddress,
  NOT_IN_THIS_COPY,
  withRelativeLinks,
  withSiteLinks,
} from './copy-links.ts'
export type { ServedFile } from './files.ts'
export type { Piece } from './html.ts'
export { escape, Html, html } from './html.ts'
export { type Calendar, type CalendarEvent, calendarText } from './icalendar.ts'
export {
  isPageAddress,
  type KeptCopy,
  keptCopy,
  MANIFEST_FILE,
  MEDIA_TYPES_FILE,
  SITE_FILE,
} from './kept-copy.ts'
export type { Days, Page, PageRequest, Section, Site, View } from './page.ts'
export { Bytes, Moved, page, Stream, Text } from './page.ts'
export { hasValues, valuesPath } from './page-keeper.ts'
export * from './pieces.ts'
export type { Provenance } from './provenance.ts'
export { redlineBody } from './redline.ts'
export { buildServer, type Server } from './server.ts'
export type { Absence, FixedFile, Shell } from './showing.ts'
export { stylesOf } from './styles-of.ts'
export * from './thread.ts'
