/**
 * The strokes that all charts share. Each has its colours as attributes, for files that stand alone, and a class, by which
 * the look sets the authority's colours, print and forced colours. Styles in the line are not allowed on pages.
 */
import { type Html, html, type Piece } from '../web/index.ts'

/** Colours of a chart that stands alone; pages set their own over them. */
export const INK = '#14253d'
export const THREAD = '#b7832f'
export const PALE = '#f3e6cf'
export const QUIET = '#505a5f'
export const LINE = '#d9d4c8'
export const GROUND = '#ffffff'

/** A rectangle in the units of a drawing. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export type Spot = { readonly x: number; readonly y: number }

/** To a tenth of a unit, which nobody sees, and never "-0". */
export const tenth = (value: number): number => Math.round(value * 10) / 10 + 0

/** What is drawn alike: one class and its colours over many marks. */
export const layer = (
  name: string,
  colours: { fill?: string; stroke?: string; width?: number; dash?: string },
  marks: Piece,
): Html =>
  html`<g class="sm-c-${name}" fill="${colours.fill ?? 'none'}"${
    colours.stroke ? html` stroke="${colours.stroke}" stroke-width="${colours.width ?? 1}"` : ''
  }${colours.dash ? html` stroke-dasharray="${colours.dash}"` : ''}>${marks}</g>`

export const rule = (x1: number, y1: number, x2: number, y2: number): Html =>
  html`<line x1="${tenth(x1)}" y1="${tenth(y1)}" x2="${tenth(x2)}" y2="${tenth(y2)}"/>`

export const dot = (at: Spot, radius: number): Html =>
  html`<circle cx="${tenth(at.x)}" cy="${tenth(at.y)}" r="${tenth(radius)}"/>`

export const block = (box: Box): Html =>
  html`<rect x="${tenth(box.left)}" y="${tenth(box.top)}" width="${tenth(Math.max(0, box.right - box.left))}" height="${tenth(Math.max(0, box.bottom - box.top))}"/>`

export const path = (steps: string): Html => html`<path d="${steps}"/>`

/** A line over spots in their order. */
export const polyline = (spots: readonly Spot[]): Html =>
  html`<polyline points="${spots.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join(' ')}"/>`

/** A small triangle whose tip looks up or down. */
export const triangle = (at: Spot, half: number, way: 'up' | 'down'): Html => {
  const rise = way === 'up' ? -half : half
  return path(
    `M${tenth(at.x - half)} ${tenth(at.y - rise)}L${tenth(at.x + half)} ${tenth(at.y - rise)}L${tenth(at.x)} ${tenth(at.y + rise)}Z`,
  )
}

/** A square on its tip. */
export const diamond = ({ x, y }: Spot, half: number): Html =>
  path(
    `M${tenth(x)} ${tenth(y - half)}L${tenth(x + half)} ${tenth(y)}L${tenth(x)} ${tenth(y + half)}L${tenth(x - half)} ${tenth(y)}Z`,
  )

export type Tone = 'quiet' | 'ink' | 'strong'
/** One line of words, which begin, centre or end at x on the base line y. */
export function words(
  text: string,
  at: Spot & { size: number; anchor?: 'start' | 'middle' | 'end'; tone?: Tone },
): Html {
  const tone = at.tone ?? 'quiet'
  return html`<text class="sm-c-${tone}" x="${tenth(at.x)}" y="${tenth(at.y)}" font-size="${at.size}"${
    at.anchor && at.anchor !== 'start' ? html` text-anchor="${at.anchor}"` : ''
  } fill="${tone === 'quiet' ? QUIET : INK}"${tone === 'strong' ? html` font-weight="700"` : ''}>${text}</text>`
}
