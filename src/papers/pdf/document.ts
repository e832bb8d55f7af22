/** Reads all pages of an open PDF into lines: furniture off, regions in order, tables found, pieces joined. */

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { greatest } from '../extent.ts'
import type { Line } from '../tree.ts'
import { assemble } from './assemble.ts'
import { regionsOf } from './columns.ts'
import { type Fonts, fontBook } from './fonts.ts'
import { furnitureOf, type PageRows, printedPages } from './furniture.ts'
import { gridsOf } from './grids.ts'
import { type Page, pageOf, type Run } from './page.ts'
import { type Leading, paragraphsOf } from './paragraphs.ts'
import type { Piece } from './pieces.ts'
import { type Row, rowsOf } from './rows.ts'
import { rulesOf } from './rules.ts'
import { cellsOf, type Span, seemsWrapped, tablesIn } from './tables.ts'
import { taggedPieces } from './tags.ts'

export type PdfLines = {
  text: string
  lines: Line[]
  pages: number
  printedPages: (string | null)[]
  /** Pages on which no words were found, and pages with words set at a slant that were left out. */
  empty: number[]
  slanted: number[]
}

type Work = { pages: Page[]; fonts: Fonts; proxies: PDFPageProxy[] }

/** Reads the whole document. `progress` is called after each page, so that whoever waits knows it goes on. */
export async function linesOfPdf(document: PDFDocumentProxy, progress: () => void): Promise<PdfLines> {
  const work = await readPages(document, progress)
  const sheets = work.pages.map(
    (page): PageRows => ({
      number: page.number,
      height: page.height,
      rows: rowsOf(page.number, page.runs, work.fonts),
      artifacts: rowsOf(page.number, page.artifacts, work.fonts),
    }),
  )
  const furniture = furnitureOf(sheets)
  const printed = printedPages(sheets, furniture)
  const labels = printed.some((number) => number !== null) ? null : await document.getPageLabels()
  const own = sheets.map((sheet) => sheet.rows.filter((row) => !furniture.has(row)))
  const { body, leading } = usualOf(own.flat())
  const pieces: Piece[] = []
  for (const [index, page] of work.pages.entries()) {
    const heights = new Set(
      sheets[index]?.rows.filter((row) => furniture.has(row)).flatMap((row) => row.runs),
    )
    const runs = heights.size === 0 ? page.runs : page.runs.filter((run) => !heights.has(run))
    const proxy = work.proxies[index]
    pieces.push(
      ...(taggedPieces(page, runs, work.fonts, leading) ??
        (await placedPieces(page, runs, proxy, work.fonts, leading))),
    )
    // What pdfjs keeps of a page is let go, or a large pack would fill the memory.
    proxy?.cleanup()
    progress()
  }
  return {
    ...assemble(pieces, body),
    pages: document.numPages,
    printedPages: labels ?? printed,
    empty: work.pages.filter((_, index) => (own[index] ?? []).length === 0).map((page) => page.number),
    slanted: work.pages.filter((page) => page.slanted > 0).map((page) => page.number),
  }
}

/** How many pages are asked for at once. */
const AHEAD = 2

async function readPages(document: PDFDocumentProxy, progress: () => void): Promise<Work> {
  const marked = await document.getMarkInfo()
  const tagged = isMarked(marked)
  const work: Work = { pages: [], fonts: fontBook(), proxies: [] }
  const ask = async (number: number) => {
    const proxy = await document.getPage(number)
    return { proxy, page: await pageOf(proxy, tagged) }
  }
  // The next pages are unpacked while one is looked at.
  const coming: ReturnType<typeof ask>[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    while (coming.length < AHEAD && number + coming.length <= document.numPages)
      coming.push(ask(number + coming.length))
    const next = await coming.shift()
    if (next === undefined) break
    await work.fonts.learn(next.proxy, new Set(next.page.runs.map((run) => run.font)))
    work.pages.push(next.page)
    work.proxies.push(next.proxy)
    progress()
  }
  return work
}

/** pdfjs tells this as a map, though its types say an object. */
const isMarked = (marked: unknown): boolean =>
  marked instanceof Map
    ? marked.get('Marked') === true
    : typeof marked === 'object' && marked !== null && Reflect.get(marked, 'Marked') === true

/** The size of most letters, and how far apart rows of each size stand. */
function usualOf(rows: readonly Row[]): { body: number; leading: Leading } {
  const sizes = new Map<number, number>()
  const gaps = new Map<number, { all: number[]; within: number[] }>()
  rows.forEach((row, index) => {
    const size = Math.round(row.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + row.right - row.x)
    const before = rows[index - 1]
    if (before === undefined || before.page !== row.page || Math.abs(before.size - row.size) > 0.3) return
    const gap = (row.y - before.y) / row.size
    if (gap < 0.9 || gap > 2.6) return
    const seen = gaps.get(size) ?? { all: [], within: [] }
    gaps.set(size, seen)
    seen.all.push(gap)
    // A row that goes on in small letters stands in the midst of a paragraph.
    if (/^[a-z]{2}/.test(row.segments[0]?.text ?? '')) seen.within.push(gap)
  })
  const body = [...sizes].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 10
  const usual = new Map(
    [...gaps].map(([size, { all, within }]) => [
      size,
      within.length > 0 ? commonest(within) : Math.min(commonest(all), 1.35),
    ]),
  )
  return { body, leading: (size) => usual.get(Math.round(size * 2) / 2) ?? usual.get(body) ?? 1.25 }
}

function commonest(gaps: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const gap of gaps) {
    const place = Math.round(gap * 20) / 20
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 1.25
}

/** Pieces by the places of words alone; the page is asked for its ruled lines only where a table needs them. */
async function placedPieces(
  page: Page,
  runs: readonly Run[],
  proxy: PDFPageProxy | undefined,
  fonts: Fonts,
  leading: Leading,
): Promise<Piece[]> {
  const regions = regionsOf(runs).map((region) => rowsOf(page.number, region, fonts))
  const wrapped = regions.some((rows) => tablesIn(rows).some((span) => seemsWrapped(rows, span)))
  const grids = wrapped && proxy !== undefined ? gridsOf(await rulesOf(proxy, page.at)) : []
  return regions.flatMap((rows) => piecesOf(rows, tablesIn(rows, grids), leading))
}

function piecesOf(rows: readonly Row[], spans: readonly Span[], leading: Leading): Piece[] {
  const pieces: Piece[] = []
  const limit = greatest(rows.map((row) => row.right))
  let at = 0
  const prose = (until: number) => {
    if (until > at)
      for (const piece of paragraphsOf(rows.slice(at, until), leading, limit)) pieces.push(piece)
  }
  for (const span of spans) {
    prose(span.from)
    const page = rows[span.from]?.page ?? 0
    cellsOf(rows, span, leading).forEach((row, index) =>
      pieces.push({ type: 'row', page, ...row, opens: index === 0 }),
    )
    at = span.until
  }
  prose(rows.length)
  return pieces
}
