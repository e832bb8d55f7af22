/** Turns the bytes of a web page into text: by its byte order mark, as UTF-8, or by the charset that it declares. */
import { type Refusal, refuse } from '../../lib/index.ts'

const MOST_BYTES = 20 * 1024 * 1024

export type PageText = { text: string; guessed: boolean }

const marked = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** `<meta charset>`, `<meta http-equiv="Content-Type" content="…; charset=…">` or an XML declaration. */
function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  return (
    /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1]
  )
}

/** The words in a named charset; undefined where no such charset is known. */
function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch (problem) {
    if (problem instanceof RangeError) return undefined
    throw problem
  }
}

/**
 * Decodes a page. Bytes that are whole UTF-8 are UTF-8 whatever a page says that was saved again; else the declared
 * charset counts, else Windows-1252, which is told as `guessed`. `header` is the charset that an archive gave with the
 * page. Refuses an empty file ('empty-file') and one over 20 MB ('file-too-large').
 */
export function pageText(bytes: Uint8Array, name: string, header?: string): PageText | Refusal {
  if (bytes.length === 0) return refuse('empty-file', `${name} is empty: there is nothing to read.`)
  if (bytes.length > MOST_BYTES)
    return refuse(
      'file-too-large',
      `${name} is larger than the 20 MB of text that can be read: save the page without its pictures.`,
    )
  const wide = marked(bytes)
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), guessed: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false }
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem
  }
  const label = header ?? declared(bytes)
  const text = label === undefined || /^utf-?(?:8|16)/i.test(label) ? undefined : decodedAs(label, bytes)
  return text === undefined
    ? { text: new TextDecoder('windows-1252').decode(bytes), guessed: true }
    : { text, guessed: false }
}
