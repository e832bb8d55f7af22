/** The thread in which PDFs are opened, so that a file made to hang or to fill the memory can be stopped from outside. */
import { parentPort } from 'node:worker_threads'
import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOfPdf, type PdfLines } from './document.ts'

/** More pages than any pack has; reading them would take minutes. */
export const MOST_PAGES = 2000

export type Asked = { id: number; bytes: Uint8Array }
export type Answer =
  | { id: number; progress: number }
  | { id: number; read: PdfLines }
  | { id: number; refused: 'encrypted' | 'damaged' | 'no-pages' | 'too-many-pages'; pages: number }

parentPort?.on('message', (asked: Asked) => {
  void answer(asked).then((said) => parentPort?.postMessage(said, []))
})

async function answer({ id, bytes }: Asked): Promise<Answer> {
  const task = getDocument({
    data: bytes,
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
    const document = await task.promise
    return await readOpen(id, document)
  } catch (error) {
    if (error instanceof PasswordException) return { id, refused: 'encrypted', pages: 0 }
    if (isOfTheFile(error)) return { id, refused: 'damaged', pages: 0 }
    throw error
  } finally {
    await task.destroy()
  }
}

async function readOpen(id: number, document: PDFDocumentProxy): Promise<Answer> {
  const pages = document.numPages
  if (pages < 1) return { id, refused: 'no-pages', pages }
  if (pages > MOST_PAGES) return { id, refused: 'too-many-pages', pages }
  let done = 0
  const read = await linesOfPdf(document, () => {
    done += 1
    if (done % 10 === 0) parentPort?.postMessage({ id, progress: done } satisfies Answer, [])
  })
  return { id, read }
}

/** Errors that pdfjs throws over what a file contains, by the names it gives them; a bug of ours has another. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:InvalidPDFException|FormatError|UnknownErrorException|MissingPDFException|ResponseException|XRefEntryException|XRefParseException|ParserEOFException|AbortException)$/.test(
    error.name,
  )
