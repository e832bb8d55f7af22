/** Opens a page that a browser saved as one file ("Web page, single file", MHTML): its first part that is a page. */
import { type Refusal, refuse } from '../lib/index.ts'
import { readHtml } from './html.ts'
import type { PaperFile } from './read-paper.ts'
import type { Tree } from './tree.ts'

/** Parts that are looked through for the page, which comes first. */
const MOST_PARTS = 50
const MOST_BYTES = 50 * 1024 * 1024

const latin = (bytes: Uint8Array, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, to)).toString('latin1')

/** Whether a file is such an archive: the head of a message whose parts belong together. */
export function isWebArchive({ bytes }: PaperFile): boolean {
  const head = latin(bytes, 4096)
  return (
    /^(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|X-[\w-]+|Content-\w[\w-]*):/i.test(head) &&
    /^content-type:\s*multipart\/related\b/im.test(head)
  )
}

type Part = { head: string; body: string }

/** The head of a message or a part, its folded lines made whole, and what stands below it. */
function parted(words: string): Part {
  const gap = /\r?\n\r?\n/.exec(words)
  if (gap === null) return { head: words, body: '' }
  return {
    head: words.slice(0, gap.index).replace(/\r?\n[ \t]+/g, ' '),
    body: words.slice(gap.index + gap[0].length),
  }
}

const headerOf = ({ head }: Part, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''

const setting = (header: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i')
    .exec(header)
    ?.slice(1)
    .find(Boolean)

/** Quoted-printable (RFC 2045, 6.7): soft ends of lines go, =E2 is a byte. */
const unquoted = (body: string): string =>
  body
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function bytesOf(part: Part): Uint8Array {
  const encoding = headerOf(part, 'content-transfer-encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(part.body) : part.body, 'latin1')
}

/** Reads the page of an archive. Refuses with 'web-archive-broken', 'file-too-large' or a code of the reader of pages. */
export function readWebArchive({ bytes, name }: PaperFile): Tree | Refusal {
  if (bytes.length > MOST_BYTES)
    return refuse(
      'file-too-large',
      `${name} is larger than the 50 MB of a saved page that are read; save it as "Web page, HTML only".`,
    )
  const whole = parted(latin(bytes))
  const boundary = setting(headerOf(whole, 'content-type'), 'boundary')
  const parts =
    boundary === undefined
      ? []
      : whole.body.split(`--${boundary}`, MOST_PARTS).map((words) => parted(words.replace(/^\r?\n/, '')))
  const page = parts.find((part) =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headerOf(part, 'content-type')),
  )
  if (page === undefined)
    return refuse(
      'web-archive-broken',
      `${name} is a saved web page whose parts cannot be found; save it again as "Web page, HTML only".`,
    )
  return readHtml({ name, bytes: bytesOf(page) }, setting(headerOf(page, 'content-type'), 'charset'))
}
