/** The door of web: the shell that every surface shares. Knows no domain and no database. */
export * from './components.ts'
export type { Piece } from './html.ts'
export { escape, Html, html } from './html.ts'
export type { Page, PageRequest, Section, Site, View } from './page.ts'
export { Moved, page } from './page.ts'
export * from './pieces.ts'
export * from './thread.ts'
