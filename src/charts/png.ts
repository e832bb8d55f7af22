/** A drawing as a PNG, with letters that travel with the program: whoever runs it may have no fonts at all. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type RenderedImage, renderAsync } from '@resvg/resvg-js'
import { standalone } from './figure.ts'

const require = createRequire(import.meta.url)

/** Liberation Sans, which has Arial's widths, as pdf.js ships it under the SIL Open Font License. */
const fontFiles = ['Regular', 'Bold'].map((weight) =>
  join(dirname(require.resolve('pdfjs-dist/package.json')), `standard_fonts/LiberationSans-${weight}.ttf`),
)

/** As `standalone`, at so many pixels a unit (2 for print). Never asks the machine for fonts. */
export async function png(
  drawing: Parameters<typeof standalone>[0],
  said: { source: string; scale: number },
): Promise<Uint8Array> {
  const image: RenderedImage = await renderAsync(standalone(drawing, said), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: said.scale },
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: 'Liberation Sans',
      sansSerifFamily: 'Liberation Sans',
    },
  })
  return image.asPng()
}
