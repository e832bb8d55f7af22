/** A percentage and an amount of one change with one value beside them, or none: the base follows, or is only implied. */
import type { Both, BoundChanges } from './change-binding.ts'
import { verdictInWords } from './change-findings.ts'
import { compare, divided, HUNDRED, minus, plus, times } from './exact.ts'
import { type Figure, unsigned } from './figure.ts'
import type { Finding } from './finding.ts'
import { difference, percentOf, sumOf } from './interval.ts'
import { judge, type Recomputed } from './judge.ts'
import { amount, said } from './message.ts'
import type { Sentence } from './sentence.ts'

/** Words after a value that lead to how it changed: "11,581 offences, up 6.6 %". */
const LED_TO =
  /^[^.;{}]{0,80}(?:[,(:-]|\bwhich is|\bwas|\bis)\s?(?:[a-z ]{0,20})?\b(?:up|down|an? (?:[a-z]+ )?(?:increase|rise|fall|reduction|decrease|drop|decline|growth)|having)\b[^{}]{0,40}$/

type Value = { readonly figure: Figure; readonly is: 'old' | 'now' }

/** The one value in reach that the change leads to or comes from. */
function valueBeside(sentence: Sentence, both: Both, stretches: readonly number[]): Value | undefined {
  const change = [both.percent, both.delta]
  const first = Math.min(...change)
  const unit = sentence.figures[both.delta]?.unit
  const found = sentence.figures.flatMap((figure, index): Value[] => {
    if (change.includes(index) || figure.unit !== unit) return []
    const lead = sentence.gaps[index] ?? ''
    if (index === 0 && /^\W*with (?:a total of |some )?$/.test(lead)) return [{ figure, is: 'now' }]
    if (index === first - 1 && LED_TO.test(sentence.gaps[first] ?? '')) return [{ figure, is: 'now' }]
    if (stretches[index] !== both.stretch) return []
    if (/\bto (?:a (?:new )?total of |reach |stand at |just )?$/.test(lead)) return [{ figure, is: 'now' }]
    return /\b(?:from|on) (?:a (?:total|base) of |the |last year's )?$/.test(lead)
      ? [{ figure, is: 'old' }]
      : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** The percentage that a change of `delta` makes of the value before it. */
function percentOfBase(value: Value, delta: Figure, up: boolean): Recomputed | undefined {
  const { figure } = value
  const add = (value.is === 'now') !== up
  const base: Figure =
    value.is === 'old'
      ? figure
      : {
          ...figure,
          value: add ? plus(figure.value, delta.value) : minus(figure.value, delta.value),
          stands: add ? sumOf(figure.stands, delta.stands) : difference(figure.stands, delta.stands),
          loose: add ? sumOf(figure.loose, delta.loose) : difference(figure.loose, delta.loose),
        }
  if (base.value.top <= 0n || base.stands.lo.top <= 0n || base.loose.lo.top <= 0n) return undefined
  const [stands, loose] = [percentOf(delta.stands, base.stands), percentOf(delta.loose, base.loose)]
  if (!stands || !loose) return undefined
  return { point: times(HUNDRED, divided(delta.value, base.value)), stands, loose }
}

function withValue(percent: Figure, delta: Figure, value: Value, up: boolean): Finding | undefined {
  const given = percentOfBase(value, delta, up)
  if (!given) return undefined
  const judgement = judge(percent, given)
  const sign = up ? '−' : '+'
  const base = value.is === 'old' ? said(value.figure) : `(${said(value.figure)} ${sign} ${said(delta)})`
  return {
    kind: 'percent-change',
    stated: { role: 'percent', figure: percent },
    operands: [
      { role: value.is === 'old' ? 'from' : 'to', figure: value.figure },
      { role: 'change', figure: delta },
    ],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula:
      value.is === 'old' ? 'stated % = 100 × change ÷ from' : `stated % = 100 × change ÷ (to ${sign} change)`,
    recomputed: given,
    discrepancy: judgement.discrepancy,
    message: `${said(delta)} of ${base} is ${amount(given.point, '%')}; ${verdictInWords(percent, given.point, judgement)}.`,
  }
}

/** What an earlier value must have been, where none is stated: nothing to judge, but useful to a reader. */
function impliedBase(percent: Figure, delta: Figure): Finding | undefined {
  if (percent.stands.lo.top <= 0n || compare(delta.stands.lo, delta.stands.hi) > 0) return undefined
  const lo = divided(times(HUNDRED, delta.stands.lo), percent.stands.hi)
  const hi = divided(times(HUNDRED, delta.stands.hi), percent.stands.lo)
  const point = divided(times(HUNDRED, delta.value), percent.value)
  return {
    kind: 'percent-change',
    stated: { role: 'percent', figure: percent },
    operands: [{ role: 'change', figure: delta }],
    verdict: 'undecidable',
    formula: 'from = 100 × change ÷ stated % (the value before is not stated)',
    recomputed: { point, stands: { lo, hi } },
    message: `${said(percent)} and ${said(delta)} together imply a value before of ${amount(lo, delta.unit)} to ${amount(hi, delta.unit)}, which is not stated beside them.`,
  }
}

/** The changes of a sentence that stand beside no pair of values. */
export function changesWithoutPair(sentence: Sentence, { both, stretches }: BoundChanges): Finding[] {
  return both.flatMap((each) => {
    const [percent, delta] = [sentence.figures[each.percent], sentence.figures[each.delta]]
    if (!percent || !delta || percent.value.top === 0n) return []
    const [share, change] = [unsigned(percent), unsigned(delta)]
    const value = valueBeside(sentence, each, stretches)
    const judged = value && each.direction && withValue(share, change, value, each.direction === 'up')
    return judged ?? impliedBase(share, change) ?? []
  })
}
