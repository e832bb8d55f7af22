/** Finds the running heads, feet and page numbers of a document by their recurring from page to page. */
import { type Row, rowText } from './rows.ts'

/** The rows of one page and what the file itself marks as furniture. */
export type PageRows = { number: number; height: number; rows: Row[]; artifacts: Row[] }

const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** How many rows at the head and at the foot of a page may be furniture. */
const EDGE = 4

type Edge = { row: Row; key: string; page: number }

/** The rows that are furniture. A row recurs when the same words, digits apart, stand at the same height of three pages (of two, in a document of two to four). */
export function furnitureOf(pages: readonly PageRows[]): Set<Row> {
  const edges = pages.flatMap((page) => edgesOf(page))
  const seen = new Map<string, Set<number>>()
  for (const { key, page } of edges) seen.set(key, (seen.get(key) ?? new Set()).add(page))
  const least = pages.length > 4 ? 3 : 2
  const found = new Set<Row>()
  for (const { row, key } of edges) if ((seen.get(key)?.size ?? 0) >= least) found.add(row)
  for (const page of pages) {
    const foot = page.rows.at(-1)
    if (foot !== undefined && foot.y > page.height * 0.88 && isOwnNumber(rowText(foot), page.number))
      found.add(foot)
  }
  return found
}

const isOwnNumber = (text: string, page: number): boolean => numberIn(text) === page

function edgesOf(page: PageRows): Edge[] {
  const head = page.rows.slice(0, EDGE).filter((row) => row.y < page.height * 0.16)
  const foot = page.rows.slice(-EDGE).filter((row) => row.y > page.height * 0.84)
  return [...new Set([...head, ...foot])].flatMap((row) => {
    const text = rowText(row)
    if (text.length > 160) return []
    // Numbers alone recur only with the place they are set at: a table may have figures at its edge.
    const alone = /^\W*\d+\W*$/.test(text)
    const height = Math.round(row.y / 4)
    const place = alone ? `@${height}` : row.y < page.height / 2 ? '@head' : '@foot'
    return [{ row, key: shape(text) + place, page: page.number }]
  })
}

const PAGE_NUMBER =
  /^(?:page |tudalen |p\.? ?)?[-–—]? ?(\d{1,4}) ?[-–—]?(?: (?:of|o|\/) ?\d{1,4})?$|\b(?:page|tudalen) (\d{1,4})(?: (?:of|o|\/) ?\d{1,4})?$|\|\s*(\d{1,4})$/i

function numberIn(text: string): number | null {
  const found = PAGE_NUMBER.exec(text.trim())
  const digits = found?.[1] ?? found?.[2] ?? found?.[3]
  return digits === undefined ? null : Number(digits)
}

/**
 * The number printed on each page: of the numbers in the furniture, that which counts up by one from page to page
 * for longest. A paper inside a pack keeps its own numbers too; the pack's run longer and are taken. Null where none.
 */
export function printedPages(pages: readonly PageRows[], furniture: ReadonlySet<Row>): (string | null)[] {
  const offsets = new Map<number, number>()
  const candidates = pages.map((page) => {
    const rows = [...page.rows.filter((row) => furniture.has(row)), ...page.artifacts]
    return rows
      .flatMap((row) => [rowText(row), ...row.segments.map((segment) => segment.text)])
      .map(numberIn)
      .filter((number) => number !== null)
  })
  candidates.forEach((numbers, index) => {
    for (const number of new Set(numbers)) offsets.set(number - index, (offsets.get(number - index) ?? 0) + 1)
  })
  const ranked = [...offsets].toSorted((one, other) => other[1] - one[1])
  return candidates.map((numbers, index) => {
    const best = ranked.find(([offset]) => numbers.includes(offset + index))
    return best === undefined ? null : String(best[0] + index)
  })
}
