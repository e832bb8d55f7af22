/** A drawing on a page, and as a file of its own. */
import { escape, type Html, html } from '../web/index.ts'
import type { Drawing } from './drawing.ts'
import { GROUND, INK, QUIET } from './marks.ts'
import { wrapped } from './words-room.ts'

const FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"

const svg = (drawing: Drawing, look: string): Html =>
  html`<svg xmlns="http://www.w3.org/2000/svg" class="sm-chart__drawing ${look}" role="img" aria-labelledby="${drawing.id}-title ${drawing.id}-desc" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" font-family="${FONT}"><title id="${drawing.id}-title">${drawing.title}</title><desc id="${drawing.id}-desc">${drawing.description}</desc>${drawing.body}</svg>`

/** Drawings that are no wider can be read in less room. */
const MEDIUM = 720

/**
 * A drawing on a page: one picture with a name and a description for those who cannot see it. With a narrow drawing of
 * the same, the page shows the one that fits its room, and screen readers meet that one only. Needs the look, by which
 * a drawing is never wider than its room.
 */
export const figure = (wide: Drawing, narrow?: Drawing): Html =>
  narrow === undefined
    ? html`<div class="sm-chart">${svg(wide, 'sm-chart__any')}</div>`
    : html`<div class="sm-chart${wide.width <= MEDIUM ? ' sm-chart--medium' : ''}">${svg(wide, 'sm-chart__wide')}${svg(narrow, 'sm-chart__narrow')}</div>`

/** What the numbers on flags stand for, below their chart. Nothing where there are none. */
export const chartKey = (key: readonly { number: number; words: string }[]): Html =>
  key.length === 0
    ? html``
    : html`<ol class="sm-chart__key">${key.map((line) => html`<li value="${line.number}">${line.words}</li>`)}</ol>`

/** Without characters that XML 1.0 does not allow, which a title pasted from elsewhere may hold. */
const lawful = (text: string): string =>
  Array.from(text.toWellFormed(), (character) => {
    const code = character.codePointAt(0) ?? 0
    const allowed =
      code >= 0x20 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10 || code === 13
    return allowed ? character : '\ufffd'
  }).join('')

const EDGE = 24
const TITLE = 22
const SMALL = 14

/**
 * A drawing as an SVG file: on white, with its title above, and below it what flags stand for and where the figures come
 * from, so that it can be understood wherever it is passed on. Its letters are Arial or whatever sans is there.
 */
export function standalone(
  drawing: Drawing & { key?: readonly { number: number; words: string }[] },
  said: { source: string },
): string {
  const inner = drawing.width
  const heads = wrapped(drawing.title, TITLE, inner * 0.96)
  const notes = [...(drawing.key ?? []).map((line) => `${line.number}: ${line.words}`), said.source].flatMap(
    (line) => wrapped(line, SMALL, inner),
  )
  const top = EDGE + heads.length * TITLE * 1.3 + 10
  const notesTop = top + drawing.height + 26
  const height = Math.ceil(notesTop + notes.length * SMALL * 1.5 + EDGE - SMALL)
  const width = inner + EDGE * 2
  const text = (line: string, y: number, size: number, rest: string): string =>
    `<text x="${EDGE}" y="${Math.round(y)}" font-size="${size}" ${rest}>${escape(line)}</text>`
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${escape(drawing.id)}-title ${escape(drawing.id)}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<title id="${escape(drawing.id)}-title">${escape(drawing.title)}</title><desc id="${escape(drawing.id)}-desc">${escape(drawing.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
    ...heads.map((line, index) =>
      text(line, EDGE + TITLE * (0.9 + index * 1.3), TITLE, `font-weight="700" fill="${INK}"`),
    ),
    `<g transform="translate(${EDGE} ${Math.round(top)})">${drawing.body.text}</g>`,
    ...notes.map((line, index) => text(line, notesTop + index * SMALL * 1.5, SMALL, `fill="${QUIET}"`)),
    '</svg>',
    '',
  ]
  return lawful(lines.join('\n'))
}
