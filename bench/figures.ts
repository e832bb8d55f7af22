/** How often a digit changed in a true figure raises an alarm, and how fast a paper is checked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkFigures, type Relation } from '../src/figures/index.ts'

const SAMPLES = resolve(import.meta.dirname, '..', process.env['SHIREMOOT_SAMPLES'] ?? '../shared')

type Label = {
  document: string
  kind: string
  verdict: string
  weak?: boolean
  stated: { start: number; end: number; text: string; lo: number; hi: number; value: number } | null
  operands: { start: number; end: number; text: string; lo: number; hi: number; value: number }[]
  recomputed: { point: number; lo: number; hi: number } | null
  id: string
  subkind?: string
  formula: string
}

/** The labels of the sample papers, as far as the benchmark reads them. */
function labels(): Label[] {
  const parsed: { relations: Label[] } = JSON.parse(
    readFileSync(join(SAMPLES, 'gold/figures/gold-seeds.json'), 'utf8'),
  )
  return parsed.relations
}

/** Every text that differs from `digits` in one digit; a number keeps its length and its first digit is no zero. */
function changed(digits: string): string[] {
  return Array.from(digits, (digit, at) => {
    if (!/\d/.test(digit)) return []
    const others = Array.from('0123456789').filter(
      (other) => other !== digit && !(other === '0' && at === digits.search(/\d/)),
    )
    return others.map((other) => `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`)
  }).flat()
}

const alarms = (relations: readonly Relation[]): Relation[] =>
  relations.filter(({ verdict }) => verdict === 'inconsistent')

type Row = { kind: string; relations: number; cases: number; raised: number; missed: string[] }

const numberIn = (words: string): number => {
  const scale = /m(?:illion)?$/i.test(words) ? 1e6 : /k$/i.test(words) ? 1e3 : 1
  return Number(words.replace(/[^\d.]/g, '')) * scale
}

/** Whether a changed figure leaves the interval in which its relation still holds. */
function leaves({ recomputed, operands, formula, stated, subkind }: Label, value: number): boolean {
  if (!stated) return false
  const half = (stated.hi - stated.lo) / 2
  if (recomputed) {
    return value + half <= recomputed.lo || value - half >= recomputed.hi ? value !== recomputed.point : false
  }
  // An order or a bound: it holds while the changed figure stands to each operand as the stated one does.
  if (formula !== 'compare') return value !== stated.value
  const bounds = operands.map((operand) => operand.value)
  if (subkind === 'weighted-mean-bounds')
    return value + half < Math.min(...bounds) || value - half > Math.max(...bounds)
  return bounds.some(
    (bound) => Math.sign(bound - value) !== Math.sign(bound - stated.value) && bound !== value,
  )
}

/** Changes each stated digit of each true relation, one at a time, and counts the alarms near it that were not there before. */
function mutations(): Row[] {
  const texts = new Map<string, string>()
  const rows = new Map<string, Row>()
  const required = labels().filter(
    ({ verdict, weak, stated }) => verdict.startsWith('consistent') && !(weak ?? false) && stated !== null,
  )
  for (const label of required) {
    const text = texts.get(label.document) ?? readFileSync(join(SAMPLES, 'seeds', label.document), 'utf8')
    texts.set(label.document, text)
    const { stated } = label
    if (!stated) continue
    const kind = label.subkind === undefined ? label.kind : `${label.kind}: ${label.subkind}`
    const row = rows.get(kind) ?? { kind, relations: 0, cases: 0, raised: 0, missed: [] }
    rows.set(kind, row)
    row.relations += 1
    for (const figure of changed(stated.text)) {
      if (!leaves(label, numberIn(figure))) continue
      row.cases += 1
      if (raises(text, stated.start, stated.end, figure)) row.raised += 1
      else row.missed.push(`${label.id} ${figure}`)
    }
  }
  return [...rows.values()]
}

/** Whether an alarm stands on the changed figure. The text about it is enough: relations reach no further. */
function raises(text: string, start: number, end: number, figure: string): boolean {
  const from = Math.max(0, text.lastIndexOf('\n\n', Math.max(0, start - 4000)))
  const to = Math.min(text.length, end + 4000)
  const near = `${text.slice(from, start)}${figure}${text.slice(end, to)}`
  const at = start - from
  return alarms(checkFigures({ text: near }).relations).some(
    ({ stated, operands, start: first, end: last }) =>
      [...(stated ? [stated] : []), ...operands].some((each) => each.start <= at && at < each.end) ||
      (stated === null && first <= at && at < last),
  )
}

/** The ruler: a bare regex over the same text that finds runs of digits. */
function digitsIn(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/\d[\d,.]*/g)) count += 1
  return count
}

function secondsOf(work: () => void, times = 5): number {
  const taken = Array.from({ length: times }, () => {
    const began = performance.now()
    work()
    return (performance.now() - began) / 1000
  })
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

function speeds(): void {
  const folder = join(SAMPLES, 'seeds')
  const prose = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n\n')
  for (const times of [1, 4, 16]) {
    const text = `${prose}\n\n`.repeat(times)
    const megabytes = text.length / 1e6
    checkFigures({ text })
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const seconds = secondsOf(() => void checkFigures({ text }), 3)
    const memory = (process.memoryUsage().heapUsed - before) / 1e6
    const ruler = secondsOf(() => void digitsIn(text), 3)
    console.log(
      `${megabytes.toFixed(2)} MB of prose: ${(megabytes / seconds).toFixed(2)} MB a second; the bare regex ${(megabytes / ruler).toFixed(0)} MB a second; ratio ${(ruler / seconds).toFixed(3)}; heap grew ${Math.max(0, memory).toFixed(0)} MB`,
    )
  }
  const worst: Record<string, string> = {
    'digits in one line': '7'.repeat(10_000_000),
    'digits and commas': '1,234,'.repeat(1_600_000),
    'digits and spaces': '12 '.repeat(1_000_000),
    'brackets and percent': '(5%) '.repeat(400_000),
    'one word a line': '12\n'.repeat(1_000_000),
    pipes: '| 1 | 2 |\n'.repeat(200_000),
  }
  for (const [name, text] of Object.entries(worst)) {
    const seconds = secondsOf(() => void checkFigures({ text }), 1)
    console.log(`${name}, ${(text.length / 1e6).toFixed(1)} MB: ${seconds.toFixed(2)} s`)
  }
}

if (!existsSync(join(SAMPLES, 'gold/figures')))
  console.log(`no sample papers in ${SAMPLES}; set SHIREMOOT_SAMPLES`)
else {
  const rows = mutations()
  let [cases, raised, relations] = [0, 0, 0]
  for (const row of rows) {
    console.log(
      `${row.kind.padEnd(34)} ${String(row.relations).padStart(3)} relations ${String(row.raised).padStart(5)} of ${String(row.cases).padStart(5)} raised`,
    )
    if (process.argv.includes('--missed')) console.log(`    ${row.missed.join(', ')}`)
    cases += row.cases
    raised += row.raised
    relations += row.relations
  }
  console.log(
    `${'all'.padEnd(34)} ${String(relations).padStart(3)} relations ${String(raised).padStart(5)} of ${String(cases).padStart(5)} raised: ${(raised / cases).toFixed(3)}\n`,
  )
  speeds()
}
