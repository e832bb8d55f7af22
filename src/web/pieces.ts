/** The small pieces of our own look that GOV.UK has no component for. All text is escaped. */
import { type LocalDate, longDate } from '../lib/index.ts'
import { pagination } from './components.ts'
import { type Html, html, type Piece } from './html.ts'

const SAFE_ADDRESS = /^(?:\/(?!\/)|#|\?|https?:\/\/|mailto:|tel:)/i

/** An address as it may stand in a link; one that could run as script, or leaves the site unseen, leads to "#". */
export const safeHref = (href: string): string =>
  SAFE_ADDRESS.test(href) && !href.includes('\\') ? href : '#'

/** A link in the running text. Says where it leads in its words. */
export const link = (href: string, words: Piece): Html =>
  html`<a class="govuk-link" href="${safeHref(href)}">${words}</a>`

/** A day in words, readable for machines as well. */
export const day = (date: LocalDate): Html => html`<time datetime="${date}">${longDate(date)}</time>`

/** The top of a page: what it belongs to (with links), and its one h1. */
export const pageTop = (parts: { kicker?: Piece; title: Piece; size?: 'xl' | 'l' }): Html =>
  html`${parts.kicker ? html`<p class="sm-kicker">${parts.kicker}</p>` : ''}<h1 class="govuk-heading-${parts.size ?? 'l'}">${parts.title}</h1>`

/** The one plain sentence that says what the page is. */
export const lead = (words: Piece): Html => html`<p class="sm-lead">${words}</p>`

export type Fact = { term: Piece; value: Piece; note?: Piece }
/** The three or four facts that matter, each with its date or a way to its source in `note`. */
export const facts = (items: readonly Fact[]): Html =>
  html`<dl class="sm-facts">${items.map(
    (item) =>
      html`<div><dt>${item.term}</dt><dd>${item.value}${item.note ? html`<small>${item.note}</small>` : ''}</dd></div>`,
  )}</dl>`

/** Words first; the tone adds a colour and is never the only signal. */
export type State = { words: string; tone: 'plain' | 'late' | 'done' }
/** The state of a thing, in words: "Open", "Not found in the next work programme". */
export const stateTag = (state: State): Html =>
  html`<strong class="sm-state${state.tone === 'plain' ? '' : ` sm-state--${state.tone}`}">${state.words}</strong>`

/** Where a statement stands: "Minute 330, resolution · work programme of November 2019". Give links made with `link`. */
export const source = (...places: readonly Piece[]): Html =>
  html`<p class="sm-source">${joined(places, ' · ')}</p>`

/** Pieces with something between them; empty ones are left out. */
export function joined(pieces: readonly Piece[], between: string): Html {
  const kept = pieces.filter(
    (piece) => piece !== null && piece !== undefined && piece !== false && piece !== '',
  )
  return html`${kept.map((piece, index) => html`${index === 0 ? '' : between}${piece}`)}`
}

export type Card = { number?: string | null; title: string; href: string; body?: Piece }
/**
 * Things side by side, each with a line above and a heading that is a link; one under the other when narrow. The
 * headings are of level 3, under a section's heading; give 2 where the cards follow the page's h1.
 */
export const cardGrid = (cards: readonly Card[], level: 2 | 3 = 3): Html =>
  html`<ul class="sm-grid">${cards.map(
    (card) =>
      html`<li class="sm-card${card.number ? ' sm-card--numbered' : ''}">${card.number ? html`<span class="sm-n">${card.number}</span>` : ''}${
        level === 2
          ? html`<h2>${link(card.href, card.title)}</h2>`
          : html`<h3>${link(card.href, card.title)}</h3>`
      }${card.body ? html`<p>${card.body}</p>` : ''}</li>`,
  )}</ul>`

/** A paragraph with its number as printed, which is its permalink. Without a number it keeps its place and anchor. */
export const paragraphLine = (paragraph: {
  anchor: string
  number: string | null
  text: Piece
  label?: string
}): Html =>
  html`<div class="sm-para" id="${paragraph.anchor}">${
    paragraph.number === null
      ? html`<span></span>`
      : html`<a class="sm-para__number" href="#${paragraph.anchor}"><span class="govuk-visually-hidden">${paragraph.label ?? 'Link to paragraph'} </span>${paragraph.number}</a>`
  }<div>${paragraph.text}</div></div>`

export type Column = { text: Piece; numeric?: boolean }
/**
 * A table with a caption and header cells, which scrolls inside its own frame (focusable, named by the caption) when it
 * is wider than the page. `stacked` sets each row's cells one under the other on a narrow screen instead, with the name of
 * the column before each; the roles are written out, since some browsers forget a table that is not drawn as one.
 */
export function scrollTable(parts: {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Piece[])[]
  /** Whether the first cell names its row. */
  rowHeaders?: boolean
  /** For a permalink: 'table-2'. */
  anchor?: string
  /** Only for columns that are named in plain text. */
  stacked?: boolean
}): Html {
  const role = (name: string): Html => (parts.stacked ? html` role="${name}"` : html``)
  const row = (cells: readonly Html[]): Html => html`<tr class="govuk-table__row"${role('row')}>${cells}</tr>`
  const head = parts.columns.map(
    (column) =>
      html`<th scope="col" class="govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}"${role('columnheader')}>${column.text}</th>`,
  )
  const body = parts.rows.map((cells) =>
    row(
      cells.map((cell, index) =>
        index === 0 && parts.rowHeaders
          ? html`<th scope="row" class="govuk-table__header"${role('rowheader')}>${cell}</th>`
          : html`<td class="govuk-table__cell${parts.columns[index]?.numeric ? ' govuk-table__cell--numeric' : ''}"${role('cell')}${parts.stacked ? nameOf(parts.columns[index]) : ''}>${cell}</td>`,
      ),
    ),
  )
  return html`<div class="sm-frame${parts.stacked ? ' sm-frame--stacked' : ''}" role="region" tabindex="0" aria-label="${parts.caption}"${
    parts.anchor ? html` id="${parts.anchor}"` : ''
  }><table class="govuk-table"${role('table')}><caption class="govuk-table__caption govuk-table__caption--s">${parts.caption}</caption>${
    parts.columns.length === 0
      ? ''
      : html`<thead class="govuk-table__head"${role('rowgroup')}>${row(head)}</thead>`
  }<tbody class="govuk-table__body"${role('rowgroup')}>${body}</tbody></table></div>`
}

/** The name that the look prints before a stacked cell. */
const nameOf = (column: Column | undefined): Html =>
  typeof column?.text === 'string' ? html` data-label="${column.text}"` : html``

/** A plain explanation that opens on demand: term('What is a police and crime panel?', 'Councillors and …'). */
export const term = (question: string, meaning: Piece): Html =>
  html`<details class="govuk-details sm-term"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${question}</span></summary><div class="govuk-details__text">${meaning}</div></details>`

export type FilterLink = { text: string; href: string; current: boolean; count?: number }
/** "Show: everything · promises · questions": the current one is said in bold and is not a link. */
export const filterLinks = (label: string, options: readonly FilterLink[]): Html =>
  html`<nav class="sm-filter" aria-label="${label}"><p class="govuk-body">${label}: ${joined(
    options.map((option) => {
      const words = option.count === undefined ? option.text : `${option.text} (${option.count})`
      return option.current ? html`<strong aria-current="true">${words}</strong>` : link(option.href, words)
    }),
    ' · ',
  )}</p></nav>`

/** Links to the next part of a list that goes on by a cursor, and back to its start. Nothing when there is neither. */
export function pageLinks(parts: {
  first?: string | null
  next?: string | null
  firstText?: string
  nextText?: string
}): Html {
  if (!parts.first && !parts.next) return html``
  return pagination({
    landmarkLabel: 'More of this list',
    ...(parts.first
      ? { previous: { href: safeHref(parts.first), text: parts.firstText ?? 'Back to the start' } }
      : {}),
    ...(parts.next ? { next: { href: safeHref(parts.next), text: parts.nextText ?? 'Show more' } } : {}),
  })
}

/** What is beside the main column: parts with a heading each, edged by the thread when they tie the page to the plan. */
export const sideColumn = (parts: readonly { title: string; items: readonly Piece[] }[]): Html =>
  html`<div class="sm-side">${parts.map(
    (part) =>
      html`<h2>${part.title}</h2><ul class="govuk-list">${part.items.map((item) => html`<li>${item}</li>`)}</ul>`,
  )}</div>`

/** Two thirds and one third, one under the other when narrow. */
export const twoColumns = (main: Piece, side: Piece): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div><div class="govuk-grid-column-one-third">${side}</div></div>`

/** Something the record shows that a reader should notice, with room for its sources: fair words only. */
export const finding = (parts: { title: string; body: Piece; source?: Html }): Html =>
  html`<section class="sm-finding"><h2 class="govuk-heading-s">${parts.title}</h2>${parts.body}${parts.source ?? ''}</section>`

/** A paragraph of running text. */
export const paragraph = (words: Piece): Html => html`<p class="govuk-body">${words}</p>`

/** A heading of the page's parts. Its anchor, if given, is its permalink. */
export const sectionHeading = (words: Piece, size: 'l' | 'm' = 'l', anchor?: string): Html =>
  html`<h2 class="govuk-heading-${size}"${anchor ? html` id="${anchor}"` : ''}>${words}</h2>`

/** A bulleted list. */
export const bullets = (items: readonly Piece[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** Steps in their order: a numbered list. */
export const steps = (items: readonly Piece[]): Html =>
  html`<ol class="govuk-list govuk-list--number">${items.map((item) => html`<li>${item}</li>`)}</ol>`
