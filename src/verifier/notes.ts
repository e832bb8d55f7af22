/** Reads signed notes, keys and cosignatures by C2SP signed-note and tlog-cosignature, and takes nothing that is not of their form. */
import { createPublicKey, verify } from 'node:crypto'
import { digest } from './merkle.ts'

const NOTE_KEY = 0x01
const WITNESS_KEY = 0x04
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const SPKI = '302a300506032b6570032100'

export type PublicKey = {
  readonly vkey: string
  readonly name: string
  readonly id: number
  readonly kind: 'log' | 'witness'
  readonly bytes: Buffer
}

type SignatureLine = { name: string; id: number; bytes: Buffer }

export type SignedText = { readonly text: string; readonly signatures: readonly SignatureLine[] }

/** Bytes of standard base64 with its padding, in the one form that they have; null for anything else. */
export function base64(text: string): Buffer | null {
  if (!/^(?:[A-Za-z0-9+/]{4})+$|^(?:[A-Za-z0-9+/]{4})*[A-Za-z0-9+/]{2,3}={1,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

const isName = (name: string): boolean => name.length > 0 && !/[\p{White_Space}\p{Cc}+]/u.test(name)

/** Reads a vkey; null when it is malformed, or its id is not the hash of its name and key. */
export function publicKey(vkey: string): PublicKey | null {
  const found = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey)
  const [name, hash, material] = [found?.[1] ?? '', found?.[2] ?? '', base64(found?.[3] ?? '')]
  if (material?.length !== 33 || !isName(name)) return null
  const type = material[0]
  if (type !== NOTE_KEY && type !== WITNESS_KEY) return null
  const id = digest(Buffer.concat([Buffer.from(`${name}\n`), material])).subarray(0, 4)
  if (id.toString('hex') !== hash) return null
  const kind = type === NOTE_KEY ? 'log' : 'witness'
  return { vkey, name, id: id.readUInt32BE(), kind, bytes: material.subarray(1) }
}

/** Takes a note apart; null when it is not of the form. */
export function signedText(note: string): SignedText | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || /(?!\n)\p{Cc}/u.test(note)) return null
  const signatures: SignatureLine[] = []
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name = '', coded = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    const bytes = base64(coded)
    if (!isName(name) || bytes === null || bytes.length <= 4) return null
    signatures.push({ name, id: bytes.readUInt32BE(), bytes: bytes.subarray(4) })
  }
  return { text: note.slice(0, end + 1), signatures }
}

const ed25519 = (key: PublicKey, message: string, signature: Buffer): boolean =>
  signature.length === 64 &&
  verify(
    null,
    Buffer.from(message),
    createPublicKey({
      key: Buffer.concat([Buffer.from(SPKI, 'hex'), key.bytes]),
      format: 'der',
      type: 'spki',
    }),
    signature,
  )

function rightOne(note: SignedText, key: PublicKey, signature: Buffer): boolean {
  if (key.kind === 'log') return ed25519(key, note.text, signature)
  if (signature.length !== 72) return false
  const time = signature.readBigUInt64BE()
  return ed25519(key, `cosignature/v1\ntime ${time}\n${note.text}`, signature.subarray(8))
}

/** What a note has of a key: no signature, a right one, or (then the note is to be refused) a wrong one. */
export function signatureOf(note: SignedText, key: PublicKey): 'none' | 'right' | 'wrong' {
  const mine = note.signatures.filter(({ name, id }) => name === key.name && id === key.id)
  if (mine.length === 0) return 'none'
  return mine.every(({ bytes }) => rightOne(note, key, bytes)) ? 'right' : 'wrong'
}

export type TreeHead = {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly note: SignedText
}

/** Reads a checkpoint (C2SP tlog-checkpoint); null when it is not of the form. */
export function treeHead(text: string): TreeHead | null {
  const note = signedText(text)
  if (note === null) return null
  const [origin = '', size = '', coded = '', ...more] = note.text.slice(0, -1).split('\n')
  const root = base64(coded)
  if (origin === '' || !/^(?:0|[1-9][0-9]{0,14})$/.test(size) || root?.length !== 32) return null
  return more.includes('') ? null : { origin, size: Number(size), root, note }
}

/**
 * What a note has of a key that is given as a vkey: no signature, a right one or a wrong one; 'unreadable' when the note or
 * the key is not of its form.
 */
export function verifyNote(note: string, vkey: string): 'none' | 'right' | 'wrong' | 'unreadable' {
  const [read, key] = [signedText(note), publicKey(vkey)]
  return read === null || key === null ? 'unreadable' : signatureOf(read, key)
}
