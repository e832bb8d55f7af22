/** Reads a backup, and believes nothing of it that its list and the list's own SHA-256 do not bear out. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { migrationsHere } from '../../database/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type BackupList, commentOf, FORM, LIST, type Packed, readList } from './backup-list.ts'
import { sealOf } from './backup-seal.ts'
import { sha256Of } from './backup-writer.ts'

/** A list is some hundred bytes for each file; more than this is none of ours. */
const LONGEST_LIST = 200_000_000

export class BackupReader {
  readonly list: BackupList
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, list: BackupList) {
    this.#zip = zip
    this.#entries = entries
    this.list = list
  }

  /** Opens a backup and reads all of it once. Refuses one that is damaged, cut off, foreign, or made by a later version. */
  static async open(file: string): Promise<BackupReader | Refusal> {
    if (!existsSync(file))
      return refuse('file-not-found', `There is no file ${file}; look at its name and folder.`)
    const zip = await openPromise(file, { autoClose: false, lazyEntries: true }).catch(reasonOf)
    if (typeof zip === 'string') return damaged(file, zip)
    const opened = await BackupReader.#read(file, zip).catch((failure: unknown) =>
      damaged(file, reasonOf(failure)),
    )
    if (isRefusal(opened)) zip.close()
    return opened
  }

  static async #read(file: string, zip: ZipFile): Promise<BackupReader | Refusal> {
    // Backups of before the seal have none.
    const [, form, seal] = /^shiremoot backup (\d+) [0-9a-f]{64}(?: ([0-9a-f]{64}))?$/.exec(zip.comment) ?? []
    if (form === undefined)
      return refuse(
        'not-a-backup',
        `${file} is a zip file that bin/shiremoot backup did not write, or its end was altered: name a backup.`,
      )
    if (Number(form) > FORM) return newer(file)
    if (seal !== undefined && seal !== (await sealOf(file)))
      return damaged(file, 'it is not what its seal says')
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const listed = entries.get(LIST)
    if (listed === undefined || listed.uncompressedSize > LONGEST_LIST)
      return damaged(file, 'its list is missing')
    const text = await buffer(await zip.openReadStreamPromise(listed))
    if (!zip.comment.startsWith(commentOf(sha256Of(text)))) return damaged(file, 'its list was altered')
    const list = readList(JSON.parse(text.toString()))
    const reader = new BackupReader(zip, entries, list)
    return (await reader.#wrong(file)) ?? (await unknownMigration(file, list)) ?? reader
  }

  /** The bytes of something that the list names. */
  async read({ path }: Packed): Promise<Readable> {
    const entry = this.#entries.get(path)
    if (entry === undefined) throw new Error(`The backup has no ${path}`)
    return await this.#zip.openReadStreamPromise(entry)
  }

  close(): void {
    this.#zip.close()
  }

  async #wrong(file: string): Promise<Refusal | undefined> {
    const all: Packed[] = [...this.list.tables, ...this.list.files]
    if (this.#entries.size !== all.length + 1) return damaged(file, 'it holds other files than its list')
    for (const packed of all) {
      if (!isPlace(packed.path)) return damaged(file, `its list names ${packed.path}`)
      const hash = createHash('sha256')
      await pipeline(await this.read(packed), hash)
      if (hash.digest('hex') !== packed.sha256)
        return damaged(file, `${packed.path} is not what the list says`)
      if (!isNamedByItsBytes(packed))
        return damaged(file, `${packed.path} holds other bytes than its name says`)
    }
    return undefined
  }
}

/** Whether a path is one that a backup may fill. */
const isPlace = (path: string): boolean =>
  /^(tables|files|log|keys)\/[^\0]+$/.test(path) && !path.split('/').includes('..')

/** Kept files are called by their SHA-256. */
const isNamedByItsBytes = ({ path, sha256 }: Packed): boolean =>
  !path.startsWith('files/') || path === `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure))

const damaged = (file: string, why: string): Refusal =>
  refuse(
    'backup-damaged',
    `${file} cannot be restored, because it is damaged or cut off (${why}): take another backup.`,
  )

const newer = (file: string): Refusal =>
  refuse(
    'backup-newer',
    `${file} was made by a later version of Shiremoot than this one: restore it with that version.`,
  )

async function unknownMigration(file: string, list: BackupList): Promise<Refusal | undefined> {
  const here = await migrationsHere()
  const unknown = list.migrations.some(({ name, checksum }, index) => {
    const ours = here[index]
    return ours?.name !== name || ours.checksum !== checksum
  })
  return unknown ? newer(file) : undefined
}
