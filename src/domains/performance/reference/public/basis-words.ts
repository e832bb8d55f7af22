/** Says what a list rests on, and plainly when nobody confirmed it. */
import { type Html, html, link, type Piece, source } from '../../../../web/index.ts'
import type { Basis, RegisterFile } from '../reference.ts'

/** "HMICFRS, about the data" as a link where it can be read, with a word where it is unconfirmed. */
export const basisPiece = ({ title, path, confirmed }: Basis): Html =>
  html`${path === null ? title : link(path, title)}${confirmed ? '' : html` <strong>(not confirmed yet)</strong>`}`

/** The line under a list: what it rests on, and the register that brought it. */
export const basisLine = (basis: Basis, register: RegisterFile | null, ...more: readonly Piece[]): Html =>
  source(
    html`Source: ${basisPiece(basis)}`,
    ...(register === null ? [] : [html`kept in ${link(register.path, register.title)}`]),
    ...more,
  )

/** The mark beside one line of a list that nobody has held against its source. */
export const unconfirmedMark = (confirmed: boolean): Html =>
  confirmed ? html`` : html` <span class="govuk-hint">(not confirmed)</span>`
