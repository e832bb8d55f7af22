/** The door of web: the shell that every surface shares. Knows no domain and no database. */

export { checkColours, contrast } from './colours.ts'
export * from './components.ts'
export type { ServedFile } from './files.ts'
export type { Piece } from './html.ts'
export { escape, Html, html } from './html.ts'
export type { Page, PageRequest, Section, Site, View } from './page.ts'
export { Moved, page, Text } from './page.ts'
export * from './pieces.ts'
export { buildServer, type Server } from './server.ts'
export type { FixedFile, Shell } from './showing.ts'
export * from './thread.ts'
