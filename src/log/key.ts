/** The key that signs a log: an Ed25519 key in a file that its owner alone may read, beside what it signed last. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '../lib/index.ts'
import { type Checkpoint, checkpointOf, noteText } from './checkpoint.ts'
import { DamagedFile, isThere, textIfThere, writeDurably } from './durable.ts'
import { fromBase64, isKeyName, type KeyType, keyIdOf, SIGNS_NOTES, signatureLine, vkeyOf } from './note.ts'

const KEY_FILE = 'log.key'
const LAST_FILE = 'last-signed'
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Signs notes under one name. The private part never leaves it. */
export class LogKey {
  readonly name: string
  readonly id: string
  /** The public key as a vkey line, to give to whoever verifies. */
  readonly vkey: string
  /** The folder that it was loaded from. */
  readonly folder: string
  readonly #private: KeyObject

  constructor(folder: string, name: string, type: KeyType, seed: Uint8Array) {
    this.#private = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
    const raw = createPublicKey(this.#private).export({ format: 'der', type: 'spki' }).subarray(-32)
    this.folder = folder
    this.name = name
    this.id = keyIdOf(name, type, raw)
    this.vkey = vkeyOf(name, type, raw)
  }

  /** The bytes of a signature over a message. */
  signature(message: string): Buffer {
    return sign(null, Buffer.from(message), this.#private)
  }

  /** The line that signs a note's text, which ends with a newline. */
  signatureLine(text: string): string {
    return signatureLine(this.name, this.id, this.signature(text))
  }

  /** The last checkpoint that the key signed, kept beside it: it outlasts the loss of the log's folder. */
  async lastSigned(): Promise<Checkpoint | undefined> {
    const path = join(this.folder, LAST_FILE)
    const text = await textIfThere(path)
    if (text === undefined) return undefined
    const found = checkpointOf(text)
    if (found === undefined) throw new DamagedFile(`${path} is no checkpoint`)
    return found
  }

  /** Notes what is signed, before anybody sees it. */
  async remember(checkpoint: Checkpoint): Promise<void> {
    await writeDurably(join(this.folder, LAST_FILE), noteText(checkpoint.note), { mode: 0o600 })
  }
}

/** `text`, a note's text ending with a newline, with the key's signature below it. */
export const signNote = (text: string, key: LogKey): string => `${text}\n${key.signatureLine(text)}`

/**
 * Makes a key in the folder `folder` and answers it. Refuses with 'log-key-there' when the folder has one: a key is never
 * written over.
 */
export async function makeKey(
  folder: string,
  name: string,
  type: KeyType = SIGNS_NOTES,
): Promise<LogKey | Refusal> {
  if (!isKeyName(name)) throw new Error(`A key cannot be called “${name}”`)
  const path = join(folder, KEY_FILE)
  if (await isThere(path))
    return refuse('log-key-there', `${path} is a key already; move it away if you mean to make another.`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const seed = generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .subarray(-32)
  const key = new LogKey(folder, name, type, seed)
  const secret = Buffer.concat([Uint8Array.of(type), seed]).toString('base64')
  await writeDurably(path, `PRIVATE+KEY+${name}+${key.id}+${secret}\n`, { mode: 0o600 })
  return key
}

/**
 * The key of a folder; undefined when it has none. Refuses with 'log-key-unusable' when the file is not of its form and
 * with 'log-key-readable' when others than its owner may read it.
 */
export async function loadKey(folder: string): Promise<LogKey | Refusal | undefined> {
  const path = join(folder, KEY_FILE)
  const text = await textIfThere(path)
  if (text === undefined) return undefined
  if (((await stat(path)).mode & 0o077) !== 0)
    return refuse('log-key-readable', `${path} signs the log, and others may read it; run chmod 600 on it.`)
  const [, name = '', id = '', secret = ''] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)\n?$/.exec(text) ?? []
  const bytes = fromBase64(secret)
  const type = ([1, 4] as const).find((one) => one === bytes?.[0])
  if (bytes?.length === 33 && type !== undefined) {
    const key = new LogKey(folder, name, type, bytes.subarray(1))
    if (key.id === id) return key
  }
  return refuse(
    'log-key-unusable',
    `${path} is not a key as Shiremoot writes one; put back the copy that you keep of it.`,
  )
}
