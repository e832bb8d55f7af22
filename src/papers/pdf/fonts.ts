/** Learns of each font of a PDF whether it is bold or italic, which the text of a page alone does not tell. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Weight = { bold: boolean; italic: boolean }
export type Fonts = {
  /** Looks at the fonts of a page that were not seen before; costs a pass over that page when there are any. */
  learn(page: PDFPageProxy, names: ReadonlySet<string>): Promise<void>
  weight(name: string): Weight
}

const PLAIN: Weight = { bold: false, italic: false }

/** An empty book of fonts, for one document. */
export function fontBook(): Fonts {
  const known = new Map<string, Weight>()
  return {
    async learn(page, names) {
      const unseen = [...names].filter((name) => !known.has(name))
      if (unseen.length === 0) return
      await page.getOperatorList({ annotationMode: 0 })
      for (const name of unseen) known.set(name, await weightOf(page, name))
    },
    weight: (name) => known.get(name) ?? PLAIN,
  }
}

async function weightOf(page: PDFPageProxy, name: string): Promise<Weight> {
  const font: unknown = await new Promise((resolve) => {
    // A font that only hidden text uses is never sent, so its answer would not come.
    const late = setTimeout(() => resolve(undefined), 200)
    page.commonObjs.get(name, (found: unknown) => {
      clearTimeout(late)
      resolve(found)
    })
  })
  if (typeof font !== 'object' || font === null) return PLAIN
  const called = 'name' in font && typeof font.name === 'string' ? font.name : ''
  const flagged = (flag: 'bold' | 'black' | 'italic') => flag in font && Reflect.get(font, flag) === true
  return {
    bold: flagged('bold') || flagged('black') || /bold|black|heavy|demi/i.test(called),
    italic: flagged('italic') || /italic|oblique/i.test(called),
  }
}
