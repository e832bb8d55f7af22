/** The sentences about a comparison: what the page, its pictures and its table say alike. */
import { longDate } from '../../../lib/index.ts'
import type { Funnel } from '../../../statistics/index.ts'
import type { Population, Unit } from '../measures/measure.ts'
import { spanWords } from '../measures/spans.ts'
import { numberWords } from '../measures/value-words.ts'
import type { Compared } from './compared.ts'
import type { ComparedIn, ForceFigure } from './force-figure.ts'

/** "0.50" for a rate, "5.4%" for a share. */
export const figureWords = (value: number, { style, digits }: ComparedIn): string =>
  `${numberWords(value, digits)}${style === 'percent' ? '%' : ''}`

/** "0.50 (0.47 to 0.53)"; without an interval it says so. */
export const withInterval = ({ value, interval }: ForceFigure, how: ComparedIn): string =>
  interval === null
    ? `${figureWords(value, how)} (no interval: the source gives no numbers behind it)`
    : `${figureWords(value, how)} (${figureWords(interval.low, how)} to ${figureWords(interval.high, how)})`

/** Whose figures are compared: their unit, and the people that a rate is of. */
export type Counted = { unit: Unit; population: Pick<Population, 'words'> | null }

/** "crimes per 1,000 residents", "of recorded crimes". */
export const ofWhat = ({ unit: { many, style }, population }: Counted, { per }: ComparedIn): string =>
  style === 'percent'
    ? `of ${many.replace(/^of /, '')}`
    : `${many} per ${numberWords(per, 0)}${population === null ? '' : ` ${population.words}`}`

/** The one sentence: the force's figure with its interval, the mean of its group, and whether they differ by more than chance. */
export function comparisonSentence({ own, mean, in: how, span, funnel }: Compared, of: Counted): string {
  if (own === null)
    return 'The figures of other forces are on this record; those of this force are not among them.'
  const said = `In the ${spanWords(span)} the figure of ${own.name} was ${withInterval(own, how)} ${ofWhat(of, how)}`
  if (mean === 'no-group')
    return `${said}. Nobody has said on this record which forces were most similar to it then, so it is held against none.`
  if (mean === 'has-none') return `${said}. It has no group of most similar forces.`
  if (mean === 'no-figures') return `${said}. The forces most similar to it have no figures here.`
  const average = `the mean of its most similar forces, itself among them, was ${figureWords(mean.mean, how)}`
  if (mean.difference === null)
    return `${said}; ${average}. The source gives no numbers behind the figures, so nobody can say whether the difference is more than chance.`
  const { clear, value } = mean.difference
  const usual = clear ? usualWords(own.name, funnel) : ''
  return clear
    ? `${said}; ${average}. ${own.name} was ${value > 0 ? 'above' : 'below'} it by more than chance in counting would bring.${usual}`
    : `${said}; ${average}. The difference is not more than chance in counting would bring.`
}

/** Where forces differ far beyond chance, a clear difference from a mean may still be nothing unusual, and that is said with it. */
function usualWords(own: string, funnel: Funnel | null): string {
  const place = funnel?.places.find(({ name }) => name === own)
  if (funnel === null || place === undefined || !funnel.overDispersed) return ''
  return place.outsideAdjusted
    ? ' Among all forces, which differ far more than chance brings, it is unusual as well.'
    : ' But forces differ from each other far more than chance brings, and among all of them this is nothing unusual.'
}

/** What else to know of the mean: forces without figures, and a group that nobody confirmed. */
export function meanCaveats({ mean }: Compared): string[] {
  if (typeof mean === 'string') return []
  const { group, figures, missing } = mean
  const list = figures.map(({ name }) => name).join(', ')
  return [
    `The group: ${list}, as it stood from ${longDate(group.from)}. The mean counts each force once, large or small.`,
    ...(missing.length === 0
      ? []
      : [`Without a figure here and left out of the mean: ${missing.join(', ')}.`]),
    ...(group.basis.confirmed
      ? []
      : ['Nobody has confirmed this group yet; another would have another mean.']),
  ]
}

/** "0.57 uses per 1,000 residents (all 43 forces together)"; `of` says of what. */
export const nationalWords = ({ national, in: how }: Compared, of: string): string => {
  if (national === null) return 'not given'
  const value = [figureWords(national.value, how), of].filter(Boolean).join(' ')
  return national.how === 'stated' ? value : `${value} (all ${national.forces} forces together)`
}

/** How many forces lie outside, before and after what forces vary anyway; and why nothing is ranked. */
export function funnelWords({ places, overDispersed, dispersion }: Funnel): string[] {
  const outside = places.filter((place) => place.outsideOuter).length
  const adjusted = places.filter((place) => place.outsideAdjusted)
  const all = `${outside} of ${places.length} forces lie outside the limits that chance in counting would set (99.8%)`
  if (!overDispersed) return [`${all}.`]
  return [
    `${all}. So many cannot all be exceptional. Forces differ for reasons besides policing: people who come to work or to visit are counted in no population, and forces record in their own ways. Together they vary ${numberWords(dispersion, 0)} times as much as chance.`,
    adjusted.length === 0
      ? 'Once the limits are widened for that, no force lies outside.'
      : `Once the limits are widened for that, ${adjusted.length === 1 ? 'one force lies' : `${adjusted.length} forces lie`} outside: ${adjusted.map(({ name }) => name).join(', ')}.`,
    'That is why forces are not ranked here.',
  ]
}
