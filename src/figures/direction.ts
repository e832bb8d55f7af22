/** The words that say which way something went. */
export type Direction = 'up' | 'down'

export const UP_WORDS =
  'increas\\w*|rise[sn]?|rising|rose|gr[eo]w\\w*|up|uplift|higher|more|climb\\w*|gain\\w*|additional|extra|jump\\w*|surg\\w*|greater|above'
export const DOWN_WORDS =
  'decreas\\w*|reduc\\w*|f[ea]ll(?:s|en|ing)?|drop\\w*|declin\\w*|down|lower\\w*|fewer|less|cut|shr[aiu]nk\\w*|below|saving'
const WORD = new RegExp(`\\b(?:(${UP_WORDS})|(${DOWN_WORDS}))\\b`, 'g')
/** A noun or verb of change: what a percentage or a number "by" or "of" belongs to. */
export const CHANGE =
  '(?:increas\\w*|ris(?:e[sn]?|ing)|rose|gr[eo]w\\w*|uplift|climb\\w*|jump\\w*|surg\\w*|gain\\w*|up|decreas\\w*|reduc\\w*|f[ea]ll(?:s|en|ing)?|drop\\w*|declin\\w*|down|cut|shr[aiu]nk\\w*|chang\\w*|higher|lower|difference|underspend|overspend|shortfall|surplus|deficit|gap|variance)'

const directionsIn = (words: string): Direction[] =>
  [...words.matchAll(WORD)].map((found) => (found[1] === undefined ? 'down' : 'up'))

/** The last word of direction in `words`. */
export const lastDirection = (words: string): Direction | undefined => directionsIn(words).at(-1)

/** The first word of direction in `words`. */
export const firstDirection = (words: string): Direction | undefined => directionsIn(words)[0]

/** Amounts between two values that are no change over time: "an underspend of £0.6m". */
export const isRemainder = (words: string): boolean =>
  /\b(?:underspend|overspend|shortfall|surplus|deficit|gap|variance|difference)\b[^.;{}]{0,40}$/.test(words)
