/** The figure of a table's cell, where the cell holds a figure and nothing else. */
import { negated } from './exact.ts'
import { type Figure, figureOf } from './figure.ts'
import { numberAt } from './scanner.ts'

const MARKUP = /<\/?[a-z]{1,6}>|[*_\\|\s]/gi

/** The figure between `start` and `end`; brackets around it make it negative. Null where other words stand there too. */
export function soleFigure(text: string, start: number, end: number): Figure | null {
  const within = text.slice(start, end)
  const at = within.search(/\d/)
  if (at < 0) return null
  const bare = numberAt(text, start + at)
  if (bare === undefined || bare.end > end) return null
  const before = text.slice(start, bare.start).replace(MARKUP, '')
  const after = text.slice(bare.end, end).replace(MARKUP, '')
  const bracketed = /^£?\($/.test(before) && after === ')'
  const alone = before === '' || before === '+'
  if (!bracketed && !(alone && /^(?:|\[\d\]|†)$/.test(after))) return null
  return figureOf(bracketed && bare.value.top > 0n ? { ...bare, value: negated(bare.value) } : bare)
}
