/** Makes lines ready to become blocks: furniture goes, and a number that stands alone joins the words it belongs to. */
import { isFurniture } from './furniture.ts'
import type { Line } from './tree.ts'

/** Drops what stands on a page and is no part of the document; the line after it may go on with a paragraph. */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const dropped = lines.map((line) => line.cells === null && isFurniture(line.text))
  return lines.flatMap((line, index) => {
    if (dropped[index] === true) return []
    return dropped[index - 1] === true ? [{ ...line, gap: true, pageBreak: true }] : [line]
  })
}

/** A number alone on its line belongs to the words on the next: "1." over "Apologies", "Minute No. 12" over "Subject: …". */
export function withNumbers(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    const next = lines[index + 1]
    if (line === undefined) break
    const text = next === undefined ? null : numberOver(line, next)
    if (text === null || next === undefined) joined.push(line)
    else {
      joined.push({
        ...next,
        text,
        start: line.start,
        gap: line.gap,
        pageBreak: line.pageBreak,
        page: line.page,
      })
      index += 1
    }
  }
  return joined
}

function numberOver(line: Line, next: Line): string | null {
  if (line.cells !== null || next.cells !== null || line.heading !== null) return null
  if (/^\d{1,3}\.$/.test(line.text))
    return /^\p{Lu}/u.test(next.text) && next.text.length < 200 ? `${line.text} ${next.text}` : null
  const minute = /^(?:minute|item) (?:no\.?|number)\s*(\d{1,4})$/i.exec(line.text)?.[1]
  const subject = /^(?:subject|title|heading):\s*(\p{L}.{2,150})$/iu.exec(next.text)?.[1]
  return minute === undefined || subject === undefined ? null : `Minute ${minute}: ${subject}`
}
