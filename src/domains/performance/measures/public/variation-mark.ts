/**
 * What the newest point of a chart says, as a word in a border with a sign before it. The signs are shapes and never
 * colours: no red, amber or green. What each means is explained once, on the page of how to read this.
 */
import type { Assurance, Variation } from '../../../../statistics/index.ts'
import { type Html, html } from '../../../../web/index.ts'

const VARIATIONS: Readonly<Record<Variation, string>> = {
  common_cause: 'Within its usual range',
  improvement_high: 'Higher than usual: better',
  improvement_low: 'Lower than usual: better',
  concern_high: 'Higher than usual: worse',
  concern_low: 'Lower than usual: worse',
  neutral_high: 'Higher than usual',
  neutral_low: 'Lower than usual',
}

const ASSURANCES: Readonly<Record<Exclude<Assurance, 'none'>, string>> = {
  pass: 'Usually meets its target',
  fail: 'Usually misses its target',
  inconsistent: 'Meets its target in some months by chance alone',
}

/** What the newest point says of the series, in two to four words. */
export const variationWords = (variation: Variation): string => VARIATIONS[variation]

/** How the limits stand to the target, in a few words; null where there is no target to compare with. */
export const assuranceWords = (assurance: Assurance): string | null =>
  assurance === 'none' ? null : ASSURANCES[assurance]

/** Drawn in a square of 20, in the colour of the words beside it. */
const sign = (shape: Html): Html =>
  html`<svg class="sm-sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`

const band = html`<path d="M1 5h18M1 15h18" stroke-width="1" stroke-dasharray="2 2"/>`

function variationSign(variation: Variation): Html {
  if (variation === 'common_cause') return sign(html`${band}<path d="M2 11l4-3 4 4 4-4 4 2"/>`)
  const rises = variation.endsWith('_high')
  return sign(
    rises
      ? html`${band}<path d="M2 12l6 0 6-8"/><circle cx="15.500" cy="2.500" r="1.500" fill="currentColor"/>`
      : html`${band}<path d="M2 8l6 0 6 8"/><circle cx="15.500" cy="17.500" r="1.500" fill="currentColor"/>`,
  )
}

const ASSURANCE_SIGNS: Readonly<Record<Exclude<Assurance, 'none'>, Html>> = {
  pass: html`<circle cx="10" cy="10" r="8"/><path d="M6 10.500l3 3 5-7"/>`,
  fail: html`<circle cx="10" cy="10" r="8"/><path d="M6.500 6.500l7 7M13.500 6.500l-7 7"/>`,
  inconsistent: html`<circle cx="10" cy="10" r="8"/><path d="M5.500 11c1.500-3 3-3 4.500 0s3 3 4.500 0"/>`,
}

const marked = (drawn: Html, words: string): Html =>
  html`<strong class="sm-state sm-variation">${drawn} ${words}</strong>`

/** The variation of the newest point: sign and words. */
export const variationMark = (variation: Variation): Html =>
  marked(variationSign(variation), variationWords(variation))

/** The target against the limits: sign and words; nothing where there is no target. */
export const assuranceMark = (assurance: Assurance): Html =>
  assurance === 'none' ? html`` : marked(sign(ASSURANCE_SIGNS[assurance]), ASSURANCES[assurance])
