/** The newest of the values that stand as numbers beside the one before, with the range that chance alone could bring. */
import { axisWords, type ChangeBarParts, chanceAround, changeBar, figure } from '../../../../charts/index.ts'
import { type Html, html } from '../../../../web/index.ts'
import { type Change, signed } from '../change.ts'
import type { Measure } from '../measure.ts'
import { spanWords } from '../spans.ts'
import type { Window } from '../telling.ts'
import { unitTitle } from './drawn.ts'

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** What chance alone could bring around no change; null where nobody can say. */
export function chanceOf({ chance, percent, points }: Change): { low: number; high: number } | null {
  if (chance === null || chance.to === null) return null
  if (chance.in === 'points')
    return points === null ? null : { low: chance.from - points, high: chance.to - points }
  if (percent === null) return null
  return chanceAround(1 + percent / 100, { low: 1 + chance.from / 100, high: 1 + chance.to / 100 })
}

function changeOf(change: Change): ChangeBarParts['change'] {
  const { percent, points } = change
  const value = percent ?? points
  if (value === null) return null
  const end = percent === null ? ' points' : '%'
  return { value, number: (amount) => signed(amount, end), chance: chanceOf(change) }
}

/** Both values from nought, and their change against chance. Nothing where there are no two values, or none exact. */
export function changePicture(measure: Measure, { observation, before, change }: Window): Html {
  const after = observation.cell.value
  const first = before?.cell.value ?? null
  if (before === null || change === null || after === null || first === null) return html``
  if (after < 0 || first < 0 || changeOf(change) === null) return html``
  if (before.cell.hedge !== null || observation.cell.hedge !== null) return html``
  const { unit } = measure.definition
  const parts: ChangeBarParts = {
    id: `change-${measure.slug}`,
    title: `${measure.title}: ${spanWords(observation.span)} beside ${spanWords(before.span)}`,
    description: change.words,
    number: axisWords(unit),
    unitWords: unitTitle(unit),
    before: { words: capital(spanWords(before.span)), value: first },
    after: { words: capital(spanWords(observation.span)), value: after },
    change: changeOf(change),
  }
  return html`<div class="sm-in-column">${figure(changeBar(parts), changeBar(parts, 'narrow'))}</div>`
}
