/** Writes files into a backup one after the other, and says of each what went in. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ZipFile } from 'yazl'
import { placeOfFile } from '../../record/index.ts'
import type { Packed } from './backup-list.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function sha256OfFile(place: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  return hash.digest('hex')
}

const NEWLINE = 10

export class BackupWriter {
  readonly #zip: ZipFile
  readonly #writing: Promise<void>

  /** `writing` rejects when what is written cannot be kept. */
  constructor(zip: ZipFile, writing: Promise<void>) {
    this.#zip = zip
    this.#writing = writing
  }

  /** A stream of lines, each a row. */
  async stream(path: string, source: Readable): Promise<Packed & { rows: number }> {
    const hash = createHash('sha256')
    let [bytes, rows] = [0, 0]
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        bytes += chunk.length
        for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows += 1
        done(null, chunk)
      },
    })
    const ended = new Promise<void>((resolve, reject) => {
      counted.once('end', resolve)
      counted.once('error', reject)
      source.once('error', reject)
    })
    this.#zip.addReadStream(source.pipe(counted), path)
    await Promise.race([ended, this.#untilBroken()])
    return { path, sha256: hash.digest('hex'), bytes, rows }
  }

  /** A kept file; undefined where the folder lacks it, or has other bytes under its name. */
  async file(path: string, folder: string, sha256: string): Promise<Packed | undefined> {
    const place = placeOfFile(folder, sha256)
    if (!existsSync(place) || (await sha256OfFile(place)) !== sha256) return undefined
    const packed = await this.stream(path, createReadStream(place).pipe(new PassThrough()))
    return { path, sha256: packed.sha256, bytes: packed.bytes }
  }

  async bytes(path: string, bytes: Buffer): Promise<Packed> {
    this.#zip.addBuffer(bytes, path, { compress: bytes.length > 0 })
    return { path, sha256: sha256Of(bytes), bytes: bytes.length }
  }

  /** Never resolves while the file is being written; rejects when that fails. */
  async #untilBroken(): Promise<never> {
    await this.#writing
    throw new Error('The backup ended before all of it was written')
  }
}
