/** The door of web: the shell that every surface shares. Knows no domain and no database. */
export { escape, Html, html } from './html.ts'
export type { Piece } from './html.ts'
export { Moved, page } from './page.ts'
export type { Page, PageRequest, Section, Site, View } from './page.ts'
