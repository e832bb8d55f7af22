/** Finds the ruled lines of a page, which say where the rows and columns of a table part. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from './page.ts'

/** Lines along the page (`level`) and down it (`upright`), in the coordinates of the page as read. */
export type Rules = {
  level: { y: number; from: number; until: number }[]
  upright: { x: number; from: number; until: number }[]
}

type Matrix = readonly [number, number, number, number, number, number]

const SAME: Matrix = [1, 0, 0, 1, 0, 0]
/** Pages with more lines than this are drawings. */
const MOST_LINES = 20_000

/** All straight lines and edges of boxes that a page draws. */
export async function rulesOf(page: PDFPageProxy, at: Page['at']): Promise<Rules> {
  const list = await page.getOperatorList({ annotationMode: 0 })
  const rules: Rules = { level: [], upright: [] }
  const saved: Matrix[] = []
  let now: Matrix = SAME
  for (let index = 0; index < list.fnArray.length; index += 1) {
    const operator = list.fnArray[index]
    const values: unknown = list.argsArray[index]
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(now)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = saved.pop() ?? SAME
    if (operator === OPS.transform) now = times(now, matrixIn(values))
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(values)) now = times(now, matrixIn(values[0]))
    if (operator === OPS.constructPath && Array.isArray(values)) draw(rules, values[1], now, at)
    if (rules.level.length + rules.upright.length > MOST_LINES) return { level: [], upright: [] }
  }
  return rules
}

function matrixIn(values: unknown): Matrix {
  const listed = values instanceof Float32Array || values instanceof Float64Array ? [...values] : values
  if (!Array.isArray(listed)) return SAME
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = listed.map(Number)
  return [a, b, c, d, e, f]
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** How many numbers follow each step of a path: move, line, curve, short curve, close. */
const LENGTHS = [2, 2, 6, 4, 0] as const

function draw(rules: Rules, paths: unknown, matrix: Matrix, at: Page['at']): void {
  if (!Array.isArray(paths) || !(paths[0] instanceof Float32Array)) return
  const steps = paths[0]
  let here: readonly [number, number] | undefined
  let begun: readonly [number, number] | undefined
  for (let index = 0; index < steps.length; ) {
    const kind = steps[index] ?? 0
    const length = LENGTHS[kind] ?? 0
    const x = steps[index + length - 1] ?? 0
    const y = steps[index + length] ?? 0
    const there = length === 0 ? begun : point(matrix, x, y, at)
    if (kind === 0) begun = there
    else if (kind !== 2 && kind !== 3) addLine(rules, here, there)
    here = there
    index += length + 1
  }
}

const point = (m: Matrix, x: number, y: number, at: Page['at']): readonly [number, number] =>
  at(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])

function addLine(
  rules: Rules,
  from: readonly [number, number] | undefined,
  until: readonly [number, number] | undefined,
) {
  if (from === undefined || until === undefined) return
  const [x1, y1] = from
  const [x2, y2] = until
  if (Math.abs(y1 - y2) < 0.8 && Math.abs(x1 - x2) > 8) {
    rules.level.push({ y: (y1 + y2) / 2, from: Math.min(x1, x2), until: Math.max(x1, x2) })
  } else if (Math.abs(x1 - x2) < 0.8 && Math.abs(y1 - y2) > 5) {
    rules.upright.push({ x: (x1 + x2) / 2, from: Math.min(y1, y2), until: Math.max(y1, y2) })
  }
}
