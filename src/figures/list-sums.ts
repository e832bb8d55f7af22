/** Totals in the heading of a list, taken apart by its entries. */
import { added, judgeSum, type Sum, sumFinding } from './adding.ts'
import { same, whole } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding, Operand } from './finding.ts'
import { judge } from './judge.ts'
import type { List } from './list.ts'
import type { Sentence } from './sentence.ts'
import { BREAKDOWN } from './sum-in-text.ts'

const RATE =
  /\b(?:(?:a|per|each|every) (?:year|month|week|day)|monthly|weekly|daily|annually|on average|average of|average)\b/
const ONLY_SOME = /\b(?:includ\w+|such as|e\.?g\.?|among|examples?|some of)\b/

/** The first figure of an entry, of some unit, that is not a percentage of it. */
const amountOf = (entry: readonly Sentence[], unit: Figure['unit']): Figure | undefined =>
  entry.flatMap(({ figures }) => figures).find((figure) => figure.unit === unit)

const labelOf = (entry: readonly Sentence[]): string =>
  (entry[0]?.words ?? '')
    .replace(/\{\d+\}|^\W+|[\n:.;]+$/g, '')
    .trim()
    .slice(0, 60)

/** The amounts of a list's entries; entries without one are passed over, and counted. */
export function amountsOf(list: List, unit: Figure['unit']): { operands: Operand[]; without: number } {
  const operands = list.entries.flatMap((entry): Operand[] => {
    const figure = amountOf(entry, unit)
    return figure ? [{ role: labelOf(entry), figure }] : []
  })
  return { operands, without: list.entries.length - operands.length }
}

const sumOf = (total: Figure, addends: readonly Operand[]): Sum => ({
  kind: 'sum-in-text',
  stated: { role: 'total', figure: total },
  addends,
  subject: 'The entries of the list add',
})

/** "The 275 referrals are broken down as follows:" and a figure in each entry. */
function broken(list: List): Finding[] {
  const head = list.head.at(-1)
  if (!head || ONLY_SOME.test(head.words) || !/: ?$/.test(head.words)) return []
  const sure = BREAKDOWN.test(head.words) || /\b(?:as follows|breakdown)\b/.test(head.words)
  const sums = head.figures.flatMap((total): Sum[] => {
    if (total.unit === '%' || total.unit === 'points') return []
    const { operands, without } = amountsOf(list, total.unit)
    return without === 0 && operands.length > 1 ? [sumOf(total, operands)] : []
  })
  const sound = sums.find((sum) => judgeSum(sum).verdict !== 'inconsistent')
  if (sound) return [sumFinding(sound)]
  const [only, ...more] = sums
  // "The four tasks are as follows" counts its entries.
  const counts = only !== undefined && same(only.stated.figure.value, whole(list.entries.length))
  return sure && only && more.length === 0 && !counts ? [sumFinding(only)] : []
}

/** A rate in the paragraph before ("60,000 a month") that the rates of the entries make up. Never an alarm: some may be left out. */
function rated(list: List): Finding[] {
  const heads = list.head.flatMap(({ figures, words }) => (RATE.test(words) ? figures : []))
  const addends = list.entries.flatMap((entry): Operand[] => {
    const figure = RATE.test(entry.map(({ words }) => words).join(' ')) ? amountOf(entry, null) : undefined
    return figure ? [{ role: labelOf(entry), figure }] : []
  })
  if (addends.length < 3) return []
  const total = heads.find((figure) => {
    const fits = judge(figure, added(addends.map((addend) => addend.figure)))
    return figure.unit === null && fits.verdict !== 'inconsistent'
  })
  return total ? [sumFinding(sumOf(total, addends))] : []
}

/** The sums that a list states. */
export function listSums(list: List): Finding[] {
  const sums = broken(list)
  return sums.length > 0 ? sums : rated(list)
}
