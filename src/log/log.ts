/**
 * The log of an authority as files. It only grows: nothing is signed that disagrees with what was signed before, and what
 * is signed stands on disk first.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { type Checkpoint, checkpointOf, checkpointText, readCheckpoint } from './checkpoint.ts'
import { keysOf } from './cosigned.ts'
import { damaged, orDamaged } from './damaged.ts'
import { isThere, syncFolder, writeDurably } from './durable.ts'
import { Edge, type TileFile } from './edge.ts'
import { keyFolder, type LogFolder, logFolder, originOf, PUBLIC_KEY_FILE } from './folder.ts'
import { type LogKey, loadKey, makeKey, signNote } from './key.ts'
import { signedBy } from './note.ts'
import { leavesIn, TILE, tilePath, tileWidth } from './tiles.ts'
import { whileWriting } from './writing.ts'

/** What a log is after an act: how many leaves, and their root. */
export type Standing = { readonly size: number; readonly root: Buffer }

export class Log {
  readonly folder: LogFolder
  readonly origin: string
  readonly #key: LogKey
  #edge: Edge
  #root: Buffer
  /** What the key signed and the folder lacks: it was killed in between, or the folder is older than the key. */
  #owed: Checkpoint | undefined

  constructor(folder: LogFolder, origin: string, key: LogKey, edge: Edge, owed: Checkpoint | undefined) {
    this.folder = folder
    this.origin = origin
    this.#key = key
    this.#edge = edge
    this.#root = edge.root()
    this.#owed = owed
  }

  /** How many leaves the checkpoint covers. */
  get size(): number {
    return this.#edge.size
  }

  get root(): Buffer {
    return this.#root
  }

  /** Compares leaves, of which the first has number `from`, with those in the log. Refuses with 'log-forked' at a difference. */
  async agrees(leaves: readonly Uint8Array[], from: number): Promise<Refusal | undefined> {
    const to = Math.min(this.size, from + leaves.length)
    if (from >= to) return undefined
    const held = await orDamaged(this.folder, () => leavesIn(this.folder, this.size, from, to))
    if (isRefusal(held)) return held
    const differs = held.findIndex((leaf, at) => !leaf.equals(leaves[at] ?? Buffer.alloc(0)))
    if (differs < 0) return undefined
    return refuse(
      'log-forked',
      `Leaf ${from + differs} of the log in ${this.folder} is not what the record says it is: one of them was altered. Nothing was signed; compare both with an earlier copy.`,
    )
  }

  /**
   * Adds leaves, of which the first has number `from`, and signs the checkpoint over all. Leaves that the log has already
   * are compared. Refuses, and writes nothing: 'log-forked' when they disagree with what was signed, 'log-shrunk' when
   * they end before it, 'log-gap' when leaves between are missing, 'log-in-use' when another process writes the log.
   */
  async append(leaves: readonly Uint8Array[], from: number = this.size): Promise<Standing | Refusal> {
    const end = from + leaves.length
    const signed = Math.max(this.size, this.#owed?.size ?? 0)
    if (from > this.size)
      return refuse(
        'log-gap',
        `The log in ${this.folder} has ${this.size} leaves; it cannot go on with leaf ${from}.`,
      )
    if (end < signed)
      return refuse(
        'log-shrunk',
        `The record has ${end} leaves, and ${signed} were signed in ${this.folder}: publications are missing from the record. Restore a newer backup of it; nothing was signed.`,
      )
    const differs = await this.agrees(leaves, from)
    if (differs !== undefined) return differs
    const edge = this.#edge.copy()
    for (const leaf of leaves.slice(this.size - from)) {
      edge.add(Buffer.from(leaf))
      if (edge.size === this.#owed?.size && !edge.root().equals(this.#owed.root))
        return this.#forked(this.#owed)
    }
    if (edge.size === this.size && (edge.size > 0 || (await isThere(join(this.folder, 'checkpoint')))))
      return { size: this.size, root: this.root }
    return whileWriting(this.folder, () => this.#write(edge))
  }

  #forked(owed: Checkpoint): Refusal {
    return refuse(
      'log-forked',
      `The first ${owed.size} leaves of the record are not those that were signed (${join(this.#key.folder, 'last-signed')}): the record was altered. Nothing was signed; compare it with an earlier copy.`,
    )
  }

  /** Tiles first, then what the key remembers, the checkpoint last. */
  async #write(edge: Edge): Promise<Standing | Refusal> {
    const changed = await this.#changedMeanwhile()
    if (changed !== undefined) return changed
    const files = edge.filesSince(this.size)
    for (const file of files) await this.#clearUnsigned(file)
    const folders = new Set<string>()
    for (const { level, index, width, bytes } of files) {
      const path = join(this.folder, tilePath(level, index, width))
      await writeDurably(path, bytes, { folder: 'later' })
      folders.add(dirname(path))
    }
    for (const folder of folders) await syncFolder(folder)
    const root = edge.root()
    const note = signNote(checkpointText(this.origin, edge.size, root), this.#key)
    const checkpoint = checkpointOf(note)
    if (checkpoint === undefined) throw new Error(`What was signed is no checkpoint: ${note}`)
    await this.#key.remember(checkpoint)
    await writeDurably(join(this.folder, 'checkpoint'), note)
    this.#edge = edge
    this.#root = root
    this.#owed = undefined
    // A tile that is full needs its unfinished forms no more.
    for (const { level, index, width } of files) {
      if (width === TILE)
        await rm(join(this.folder, `${tilePath(level, index)}.p`), { recursive: true, force: true })
    }
    return { size: edge.size, root }
  }

  /** Another process may have signed since this one opened the log. */
  async #changedMeanwhile(): Promise<Refusal | undefined> {
    const last = await this.#key.lastSigned()
    const expected = Math.max(this.size, this.#owed?.size ?? 0)
    if ((last?.size ?? 0) <= expected) return undefined
    return refuse(
      'log-in-use',
      `Another process has signed the log in ${this.folder} since this one opened it; let one of them go on alone.`,
    )
  }

  /** What a killed process wrote of a tile and never signed goes, so that no later reader meets it. */
  async #clearUnsigned({ level, index }: TileFile): Promise<void> {
    const folder = join(this.folder, `${tilePath(level, index)}.p`)
    if (!(await isThere(folder))) return
    const signed = tileWidth(level === 'entries' ? 0 : level, index, this.size)
    for (const name of await readdir(folder)) {
      if (!/^\d+$/.test(name) || Number(name) > signed) await rm(join(folder, name))
    }
  }
}

/** Opens a log to write to it; makes the folder when there is none. Refuses when what is there is not what `key` signed. */
export async function openLog(
  folder: LogFolder,
  given: { origin: string; key: LogKey },
): Promise<Log | Refusal> {
  const { origin, key } = given
  await mkdir(folder, { recursive: true })
  const mine = await putPublicKey(folder, key)
  if (isRefusal(mine)) return mine
  const signed = await orDamaged(folder, async () => ({
    held: await readCheckpoint(folder),
    last: await key.lastSigned(),
  }))
  if (isRefusal(signed)) return signed
  const { held, last } = signed
  if (held !== undefined && !(await keysOf(folder)).some((one) => signedBy(held.note, one)))
    return damaged(folder, 'its checkpoint is not signed by its key')
  for (const one of [held, last]) {
    if (one !== undefined && one.origin !== origin)
      return refuse(
        'log-of-another',
        `The log in ${folder} or its key is that of ${one.origin}, not of ${origin}; name the right folder.`,
      )
  }
  if (held !== undefined && last?.size === held.size && !last.root.equals(held.root))
    return refuse(
      'log-forked',
      `Two different logs of ${held.size} leaves were signed with the key of ${folder}: restore the folder and its key from one backup.`,
    )
  const edge = held === undefined ? Edge.empty() : await orDamaged(folder, () => Edge.read(folder, held.size))
  if (isRefusal(edge)) return edge
  if (held !== undefined && !edge.root().equals(held.root))
    return damaged(folder, 'its tiles are not those that its checkpoint covers')
  return new Log(folder, origin, key, edge, (last?.size ?? 0) > edge.size ? last : undefined)
}

/** Puts the public key beside the log, where readers find it. */
async function putPublicKey(folder: LogFolder, key: LogKey): Promise<Refusal | undefined> {
  const path = join(folder, PUBLIC_KEY_FILE)
  if (!(await isThere(path))) {
    await writeDurably(path, `${key.vkey}\n`)
    return undefined
  }
  if ((await readFile(path, 'utf8')).trim() === key.vkey) return undefined
  return refuse(
    'log-key-differs',
    `${path} is not the public half of the key in ${key.folder}. Put the right key back; if it is lost, rename key.pub to key-before.pub and publish a notice of the new key.`,
  )
}

/**
 * Opens the log of an authority in a data folder, with its key; makes both the first time. Refuses with 'log-key-missing'
 * when there is a log and its key is gone: then somebody has to decide.
 */
export async function openLogOf(dataDir: string, authority: string): Promise<Log | Refusal> {
  const [folder, keys] = [logFolder(dataDir, authority), keyFolder(dataDir, authority)]
  const origin = originOf(authority)
  const key = await loadKey(keys)
  if (isRefusal(key)) return key
  if (key !== undefined) return openLog(folder, { origin, key })
  if (await isThere(join(folder, PUBLIC_KEY_FILE)))
    return refuse(
      'log-key-missing',
      `The log in ${folder} was signed with a key that is not in ${keys}. Put it back from your backup; if it is lost, rename key.pub to key-before.pub and publish a notice of the new key.`,
    )
  const made = await makeKey(keys, origin)
  return isRefusal(made) ? made : openLog(folder, { origin, key: made })
}
