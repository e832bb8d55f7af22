/** Takes the text of one page of a PDF as runs with their places, the page turned so that its words run left to right. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Words set in one go. Points; `x` from the left, `y` (the base line) from the top of the page as read. */
export type Run = {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  /** The marked content it stands in, by which the structure tree names it. */
  mark: string | null
}

/** An element of the structure tree: its role, and its content in reading order. */
export type Element = { role: string; content: (Element | string)[] }

export type Page = {
  number: number
  width: number
  height: number
  runs: Run[]
  /** What the file itself marks as no part of the document: running heads, page numbers. */
  artifacts: Run[]
  structure: Element | null
  /** Words set at a slant, as a watermark is; they are not read. */
  slanted: number
  /** Turns a point of the file into a point of the page as read. */
  at: (x: number, y: number) => readonly [x: number, y: number]
}

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]
type Item = Extract<Content, { str: string }>
type Turn = 'upright' | 'up' | 'down' | 'over'

/** Reads a page; `tagged` says that the file has a structure tree worth asking for. */
export async function pageOf(page: PDFPageProxy, tagged: boolean): Promise<Page> {
  const [content, structure] = await Promise.all([
    page.getTextContent({ includeMarkedContent: tagged, disableNormalization: true }),
    tagged ? page.getStructTree() : null,
  ])
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const sorted = sortItems(content.items)
  const turn = commonTurn(sorted.own)
  const box = { left, bottom, width: right - left, height: top - bottom }
  const turned = (items: readonly MarkedItem[]) => items.flatMap((each) => runOf(each, turn, box))
  const runs = turned(sorted.own)
  const sideways = turn === 'up' || turn === 'down'
  return {
    number: page.pageNumber,
    width: sideways ? box.height : box.width,
    height: sideways ? box.width : box.height,
    runs,
    artifacts: turned(sorted.artifacts),
    structure: structure === null ? null : elementOf(structure),
    slanted: sorted.own.length - runs.length,
    at: (x, y) => placed(turn, x - box.left, y - box.bottom, box),
  }
}

type MarkedItem = { item: Item; mark: string | null }

/** Parts what belongs to the document from what is marked as an artifact, and notes the marked content of each item. */
function sortItems(items: readonly Content[]): { own: MarkedItem[]; artifacts: MarkedItem[] } {
  const own: MarkedItem[] = []
  const artifacts: MarkedItem[] = []
  const open: { id: string | null; artifact: boolean }[] = []
  for (const item of items) {
    if ('str' in item) {
      if (item.str.trim() === '') continue
      const within = open.at(-1)
      const place = within?.artifact === true ? artifacts : own
      place.push({ item, mark: within?.id ?? null })
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop()
    else open.push(opened(item, open.at(-1)))
  }
  return { own, artifacts }
}

function opened(marker: object, outer: { id: string | null; artifact: boolean } | undefined) {
  const id = 'id' in marker && typeof marker.id === 'string' ? marker.id : (outer?.id ?? null)
  const artifact = outer?.artifact === true || ('tag' in marker && marker.tag === 'Artifact')
  return { id, artifact }
}

function turnOf(transform: readonly number[]): Turn | undefined {
  const [a = 0, b = 0] = transform
  if (Math.abs(b) <= Math.abs(a) * 0.1) return a >= 0 ? 'upright' : 'over'
  if (Math.abs(a) <= Math.abs(b) * 0.1) return b > 0 ? 'up' : 'down'
  return undefined
}

/** How most of the words of the page stand: a wide table is often set sideways. */
function commonTurn(items: readonly MarkedItem[]): Turn {
  const seen = new Map<Turn, number>()
  for (const { item } of items) {
    const turn = turnOf(item.transform)
    if (turn !== undefined) seen.set(turn, (seen.get(turn) ?? 0) + item.str.length)
  }
  return [...seen].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 'upright'
}

type Box = { left: number; bottom: number; width: number; height: number }

function runOf({ item, mark }: MarkedItem, turn: Turn, box: Box): Run[] {
  if (turnOf(item.transform) !== turn) return []
  const [, , c = 0, d = 0, e = 0, f = 0] = item.transform
  const size = Math.hypot(c, d)
  const [x, y] = placed(turn, e - box.left, f - box.bottom, box)
  return [{ text: item.str, x, y, width: item.width, size, font: item.fontName, mark }]
}

function placed(turn: Turn, x: number, y: number, box: Box): [x: number, y: number] {
  if (turn === 'upright') return [x, box.height - y]
  if (turn === 'over') return [box.width - x, y]
  return turn === 'up' ? [y, x] : [box.height - y, box.width - x]
}

/** How deep a structure tree may nest before what is below is taken as flat; real ones stay under twenty. */
const DEEPEST = 60

function elementOf(node: object, depth = 0): Element {
  const role = 'role' in node && typeof node.role === 'string' ? node.role : 'Span'
  const content: (Element | string)[] = []
  for (const child of childrenOf(node)) {
    if ('type' in child && 'id' in child) {
      if (child.type === 'content' && typeof child.id === 'string') content.push(child.id)
    } else if (depth < DEEPEST) content.push(elementOf(child, depth + 1))
  }
  return { role, content }
}

function childrenOf(node: object): object[] {
  const children: unknown = 'children' in node ? node.children : undefined
  if (!Array.isArray(children)) return []
  return children.filter((child: unknown) => typeof child === 'object' && child !== null)
}
