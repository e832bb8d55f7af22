/** Opens a PDF and reads its lines, or says what about its content stops that. */
import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOfPdf, type PdfLines } from './document.ts'

/** More pages than any pack has; reading them would take minutes. */
const MOST_PAGES = 2000

/** What became of a file: read, or refused by its content. */
export type Opened =
  | { read: PdfLines }
  | { refused: 'encrypted' | 'damaged' | 'no-pages' | 'too-many-pages'; pages: number }

/**
 * Reads the bytes of a PDF. `progress` is called after each page. pdfjs takes the bytes for itself, so it gets a copy.
 * A file made to hang or to fill the memory is for `readApart` to stop.
 */
export async function openPdf(bytes: Uint8Array, progress: () => void): Promise<Opened> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Pictures are not read; fonts are asked for their names only; nothing is drawn, fetched or run.
    maxImageSize: 1,
    fontExtraProperties: true,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    stopAtErrors: false,
  })
  try {
    return await readOpen(await task.promise, progress)
  } catch (error) {
    if (error instanceof PasswordException) return { refused: 'encrypted', pages: 0 }
    if (isOfTheFile(error)) return { refused: 'damaged', pages: 0 }
    throw error
  } finally {
    await task.destroy()
  }
}

async function readOpen(document: PDFDocumentProxy, progress: () => void): Promise<Opened> {
  const pages = document.numPages
  if (pages < 1) return { refused: 'no-pages', pages }
  if (pages > MOST_PAGES) return { refused: 'too-many-pages', pages }
  return { read: await linesOfPdf(document, progress) }
}

/** Errors that pdfjs throws over what a file contains, by the names it gives them; a bug of ours has another. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:InvalidPDFException|FormatError|UnknownErrorException|MissingPDFException|ResponseException|XRefEntryException|XRefParseException|ParserEOFException|AbortException)$/.test(
    error.name,
  )
