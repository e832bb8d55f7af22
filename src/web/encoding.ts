/** Bodies as they go over the wire: compressed once for each encoding that is asked for. */
import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Brotli's quality for pages: nearly as small as the next steps, at a part of their time. */
const FAST = 4

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const known = new Map<string, Encoding>()

function weight(part: string): number {
  const quality = /;\s*q\s*=\s*([0-9.]+)/i.exec(part)
  if (!quality) return part.includes(';') ? 0 : 1
  const value = Number(quality[1])
  return Number.isFinite(value) ? value : 0
}

function chosen(accept: string): Encoding {
  const wanted = new Map(
    accept
      .split(',', 32)
      .map((part) => [part.split(';', 1)[0]?.trim().toLowerCase() ?? '', weight(part)] as const),
  )
  for (const encoding of ['br', 'gzip'] as const) {
    if ((wanted.get(encoding) ?? wanted.get('*') ?? 0) > 0) return encoding
  }
  return 'identity'
}

/** The encoding to answer with. Anything odd falls back to the plain body, which every reader understands. */
export function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const remembered = known.get(accept)
  if (remembered) return remembered
  const encoding = chosen(accept)
  if (known.size < 100 && accept.length < 100) known.set(accept, encoding)
  return encoding
}

/** Up to this many bytes compressing takes less than handing it to another thread does. */
const SMALL = 65_536

async function compressed(plain: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  const small = plain.length <= SMALL && quality <= FAST
  if (encoding === 'gzip') return small ? gzipSync(plain) : zip(plain)
  const options: BrotliOptions = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  }
  return small ? brotliCompressSync(plain, options) : brotli(plain, options)
}

/** A body that compresses itself at most once for each encoding. */
export class Body {
  readonly plain: Buffer
  readonly #made = new Map<Encoding, Buffer>()
  readonly #quality: number
  /** `quality` is brotli's, 0 to 11: low for what is read once, 11 for what is kept for ever. */
  constructor(plain: Buffer, quality: number = FAST) {
    this.plain = plain
    this.#quality = quality
    this.#made.set('identity', plain)
  }
  /** What is ready now, without waiting. */
  ready(encoding: Encoding): Buffer | undefined {
    return this.#made.get(encoding)
  }
  async in(encoding: Encoding): Promise<Buffer> {
    const ready = this.#made.get(encoding)
    if (ready) return ready
    const made = await compressed(this.plain, encoding, this.#quality)
    this.#made.set(encoding, made)
    return made
  }
  /** Bytes held. */
  get size(): number {
    let size = 0
    for (const buffer of this.#made.values()) size += buffer.length
    return size
  }
}
