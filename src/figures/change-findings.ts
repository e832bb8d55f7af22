/** Judges changes between two values: their difference, their percentage, and the way they went. */
import type { Bound } from './change-binding.ts'
import { type Direction } from './direction.ts'
import { below, divided, type Exact, HUNDRED, minus, ONE, size, times, ZERO } from './exact.ts'
import { slipInFigure } from './explanation.ts'
import { type Figure, type Unit, unsigned } from './figure.ts'
import type { Finding } from './finding.ts'
import { difference, type Interval, meet, percentOf, pointAt, sizes } from './interval.ts'
import { type Judgement, judge, type Recomputed } from './judge.ts'
import { amount, lessOrMore, said } from './message.ts'
import type { Pair } from './pair.ts'

type Values = { readonly old: Figure; readonly now: Figure }

/** Every reading that the wording allows, the plain one first; where the order is open, the other way round too. */
export function readingsOf({ old, now, open }: Pair, direction: Direction | undefined): Values[] {
  const plain = { old, now }
  if (!open) return [plain]
  const turned = { old: now, now: old }
  return direction !== undefined && !agrees(plain, direction) ? [turned, plain] : [plain, turned]
}

/** Whether two values can have gone the way that the words say. */
export function agrees({ old, now }: Values, direction: Direction): boolean {
  if (meet(old.loose, now.loose)) return true
  return below(old.value, now.value) === (direction === 'up')
}

function changed({ old, now }: Values): Recomputed {
  return {
    point: size(minus(now.value, old.value)),
    stands: sizes(difference(now.stands, old.stands)),
    loose: sizes(difference(now.loose, old.loose)),
  }
}

const HUNDREDS = pointAt(HUNDRED)

/** By how many percent `now` differs from `old`; undefined where that was nothing. */
export function percentChanged({ old, now }: Values): Recomputed | undefined {
  const over = (part: (figure: Figure) => Interval): Interval | undefined => {
    const share = percentOf(part(now), part(old))
    return share && sizes(difference(share, HUNDREDS))
  }
  const [stands, loose] = [over(({ stands: own }) => own), over(({ loose: own }) => own)]
  if (!stands || !loose) return undefined
  const point = times(HUNDRED, size(minus(divided(now.value, old.value), ONE)))
  return { point, stands, loose }
}

/** The point in steps of the stated figure's unit, with two places more. */
const computed = (point: Exact, unit: Unit): string => amount(point, unit)

export function verdictInWords(
  stated: Figure,
  point: Exact,
  { verdict, severity, discrepancy }: Judgement,
): string {
  if (verdict === 'consistent') return `as stated (${said(stated)})`
  if (verdict === 'consistent-within-rounding')
    return `the text says ${said(stated)}, which rounding explains`
  if (severity === 'truncation') return `the text says ${said(stated)}, cut off rather than rounded`
  const slip = slipInFigure(stated, point)
  const gap = lessOrMore(discrepancy ?? ZERO, stated.unit)
  return `the text says ${said(stated)} (${gap})${slip === undefined ? '' : `; ${slip}`}`
}

type Claim = {
  kind: 'change' | 'percent-change' | 'difference'
  stated: Figure
  given: (values: Values) => Recomputed | undefined
  formula: string
}

/** The finding of one claim: the first reading that comes out, else the plainest. */
function claimFinding(
  { kind, stated, given, formula }: Claim,
  readings: readonly Values[],
): Finding | undefined {
  const own = unsigned(stated)
  const tried = readings.flatMap((values) => {
    const recomputed = given(values)
    return recomputed ? [{ values, recomputed, judgement: judge(own, recomputed) }] : []
  })
  const best = tried.find(({ judgement }) => judgement.verdict !== 'inconsistent') ?? tried[0]
  if (!best) return undefined
  const { values, recomputed, judgement } = best
  const way = below(values.now.value, values.old.value) ? 'a fall' : 'a rise'
  return {
    kind,
    stated: { role: kind === 'percent-change' ? 'percent' : 'change', figure: stated },
    operands: [
      { role: 'from', figure: values.old },
      { role: 'to', figure: values.now },
    ],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula,
    recomputed,
    discrepancy: judgement.discrepancy,
    message: `From ${said(values.old)} to ${said(values.now)} is ${way} of ${computed(recomputed.point, stated.unit)}; ${verdictInWords(own, recomputed.point, judgement)}.`,
  }
}

/** A change whose words go one way and whose values go the other; or the bare direction of two values. */
function directionFinding(bound: Bound, direction: Direction): Finding {
  const { old, now } = bound.pair
  const agreed = readingsOf(bound.pair, direction).some((values) => agrees(values, direction))
  const way = direction === 'up' ? 'rise' : 'fall'
  return {
    kind: 'other',
    subkind: 'direction',
    stated: { role: 'to', figure: now },
    operands: [{ role: 'from', figure: old }],
    verdict: agreed ? 'consistent' : 'inconsistent',
    severity: agreed ? 'none' : 'error',
    formula: direction === 'up' ? 'from < to' : 'from > to',
    message: agreed
      ? `From ${said(old)} to ${said(now)} is a ${way}, as the text says.`
      : `The text speaks of a ${way}; from ${said(old)} to ${said(now)} is none.`,
  }
}

const CLAIM_OF_DIRECTION =
  /\b(?:increas\w+|rose|risen|rising|grew|grown|decreas\w+|reduc(?:ed|ing|tion)|fell|fallen|falling|dropp\w+|declin\w+|went (?:up|down)|improv\w+)\b/

/** What the wording of a sentence says of two values. */
export function pairFindings(bound: Bound): Finding[] {
  const { pair, percent, delta, direction, words, remainder } = bound
  const readings = readingsOf(pair, direction)
  const points = pair.old.unit === '%'
  const claims: Claim[] = []
  if (delta)
    claims.push({
      kind: points || remainder ? 'difference' : 'change',
      stated: delta,
      given: changed,
      formula: 'stated = |to − from|',
    })
  if (percent)
    claims.push({
      kind: 'percent-change',
      stated: percent,
      given: percentChanged,
      formula: 'stated % = 100 × |to − from| ÷ from',
    })
  const findings = claims.flatMap((claim) => claimFinding(claim, readings) ?? [])
  const way = direction ?? (CLAIM_OF_DIRECTION.test(words) ? wayOf(words) : undefined)
  if (way === undefined) return findings
  const wrong = !readings.some((values) => agrees(values, way))
  if (findings.length === 0 ? CLAIM_OF_DIRECTION.test(words) : wrong && !pair.open && direction !== undefined)
    return [...findings, directionFinding(bound, way)]
  return findings
}

/** The one way that words speak of; undefined where they speak of both. */
function wayOf(words: string): Direction | undefined {
  const up = /\b(?:increas\w+|rose|risen|rising|grew|grown|went up)\b/.test(words)
  const down =
    /\b(?:decreas\w+|reduc(?:ed|ing|tion)|fell|fallen|falling|dropp\w+|declin\w+|went down)\b/.test(words)
  return up === down ? undefined : up ? 'up' : 'down'
}
