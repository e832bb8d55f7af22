/** The colours an authority may choose, and the contrast they must have (WCAG 2.2, 1.4.3 and 1.4.11). */
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import type { Site } from './page.ts'
import { type Asset, shortHash } from './stylesheet.ts'

const PAPER = '#fbf9f5'

type Rgb = readonly [number, number, number]

function channels(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!match) return undefined
  return [
    Number.parseInt(match[1] ?? '', 16),
    Number.parseInt(match[2] ?? '', 16),
    Number.parseInt(match[3] ?? '', 16),
  ]
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** The contrast ratio of two colours written #rrggbb, from 1 to 21; 0 when one is not a colour. */
export function contrast(one: string, other: string): number {
  const first = channels(one)
  const second = channels(other)
  if (!first || !second) return 0
  const [darker, lighter] = [luminance(first), luminance(second)].toSorted((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** A tint: `share` (0 to 1) of the colour over white. */
function tint(colour: string, share: number): string {
  const rgb = channels(colour) ?? [0, 0, 0]
  return `#${rgb
    .map((value) =>
      Math.round(255 - (255 - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Checks an authority's colours: ink carries text on white and on the pale band (4.5 to 1), gold carries marks on white (3 to 1). */
export function checkColours(colours: { ink: string; gold: string }): Refusal | undefined {
  for (const [name, colour, ground, wanted] of [
    ['ink', colours.ink, '#ffffff', 4.5],
    ['ink', colours.ink, PAPER, 4.5],
    ['gold', colours.gold, '#ffffff', 3],
  ] as const) {
    if (!channels(colour))
      return refuse('colour-unreadable', `The ${name} “${colour}” is not a colour written #rrggbb.`)
    const found = contrast(colour, ground)
    if (found < wanted) {
      return refuse(
        'contrast-too-low',
        `The ${name} ${colour} has a contrast of ${found.toFixed(1)} to 1 on ${ground}; it needs ${wanted} to 1. Choose a darker one.`,
      )
    }
  }
  return undefined
}

/** An address of a site without a path, as print shows it before a source: https://example.police.uk. */
const ORIGIN = /^https?:\/\/[a-z0-9.[\]:-]+$/i

/** The site's own small stylesheet: its colours, and its address for print. A refusal when the colours cannot be read by all. */
export function siteStylesheet(site: Pick<Site, 'ink' | 'gold'>, origin = ''): Asset | Refusal {
  const refused = checkColours(site)
  if (isRefusal(refused)) return refused
  const address = ORIGIN.test(origin) ? origin : ''
  const css =
    `:root{--sm-ink:${site.ink};--sm-thread:${site.gold};--sm-thread-pale:${tint(site.gold, 0.24)}}` +
    `@media print{:root{--sm-ink:#000}.sm-source a[href^="/"]::after{content:" (${address}" attr(href) ")"}}`
  const bytes = Buffer.from(css)
  return { path: `/assets/site-${shortHash(bytes)}.css`, mediaType: 'text/css; charset=utf-8', bytes }
}
