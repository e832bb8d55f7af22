/** Finds the running heads, feet and page numbers of a document by their recurring from page to page. */
import { type Row, rowText } from './rows.ts'

/** The rows of one page and what the file itself marks as furniture. */
export type PageRows = { number: number; height: number; rows: Row[]; artifacts: Row[] }

const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** How many rows at the head and at the foot of a page may be furniture. */
const EDGE = 4

type Edge = { row: Row; key: string; page: number }

/**
 * The rows that are furniture: the same words, digits apart, at the same height of three pages that follow each other
 * or alternate. In a document of few pages only what stands on all of them in smaller letters than the rest: a heading
 * may well stand at the head of two pages.
 */
export function furnitureOf(pages: readonly PageRows[]): Set<Row> {
  const found = new Set<Row>()
  const usual = middleSize(pages)
  for (const group of Map.groupBy(pages.flatMap(edgesOf), ({ key }) => key).values()) {
    const recurring =
      pages.length > 4 ? chained(group) : group.length === pages.length && pages.length > 1 ? group : []
    const small = (row: Row) => row.size < usual * 0.97 || numberIn(rowText(row)) !== null
    for (const { row } of recurring) if (pages.length > 4 || small(row)) found.add(row)
  }
  for (const page of pages) {
    const foot = page.rows.at(-1)
    if (foot !== undefined && foot.y > page.height * 0.88 && isOwnNumber(rowText(foot), page.number))
      found.add(foot)
  }
  return found
}

/** Those of the edges, in the order of their pages, that have two others within two pages of the next. */
function chained(group: readonly Edge[]): Edge[] {
  const chains: Edge[][] = []
  for (const edge of group) {
    const chain = chains.at(-1)
    if (chain !== undefined && edge.page - (chain.at(-1)?.page ?? 0) <= 2) chain.push(edge)
    else chains.push([edge])
  }
  return chains.filter((chain) => new Set(chain.map(({ page }) => page)).size > 2).flat()
}

function middleSize(pages: readonly PageRows[]): number {
  const sizes = pages
    .flatMap((page) => page.rows.map((row) => row.size))
    .toSorted((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}

const isOwnNumber = (text: string, page: number): boolean => numberIn(text) === page

function edgesOf(page: PageRows): Edge[] {
  const head = page.rows.slice(0, EDGE).filter((row) => row.y < page.height * 0.16)
  const foot = page.rows.slice(-EDGE).filter((row) => row.y > page.height * 0.84)
  return [...new Set([...head, ...foot])].flatMap((row) => {
    const text = rowText(row)
    if (text.length > 160) return []
    return [{ row, key: `${shape(text)}@${Math.round(row.y / 4)}`, page: page.number }]
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
