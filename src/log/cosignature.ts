/** Signatures of witnesses (C2SP tlog-cosignature): that they saw this checkpoint, at this moment, grow out of what they saw before. */
import { verify } from 'node:crypto'
import type { Checkpoint } from './checkpoint.ts'
import type { LogKey } from './key.ts'
import {
  COSIGNS,
  type Note,
  type NoteSignature,
  publicKeyObject,
  signatureLine,
  type VerifierKey,
} from './note.ts'

const HEADER = 'cosignature/v1'

/** What a witness signs: the moment in seconds since 1970, and the text of the checkpoint. */
const cosignedMessage = (seconds: bigint, text: string): string => `${HEADER}\ntime ${seconds}\n${text}`

/** The line by which a witness, with a key of type 4, signs a checkpoint at a moment in seconds since 1970. */
export function cosignatureBy(witness: LogKey, { note }: Checkpoint, seconds: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = witness.signature(cosignedMessage(BigInt(seconds), note.text))
  return signatureLine(witness.name, witness.id, Buffer.concat([time, signature]))
}

/** Whether a line under the text is this witness's cosignature of it. */
export function isCosignature(text: string, line: NoteSignature, witness: VerifierKey): boolean {
  if (witness.type !== COSIGNS || line.name !== witness.name || line.id !== witness.id) return false
  if (line.signature.length !== 72) return false
  const message = cosignedMessage(line.signature.readBigUInt64BE(), text)
  return verify(null, Buffer.from(message), publicKeyObject(witness.publicKey), line.signature.subarray(8))
}

/** Whether a note has a cosignature of this witness, and every one that it has is right. */
export function isCosignedBy(note: Note, witness: VerifierKey): boolean {
  const mine = note.signatures.filter(({ name, id }) => name === witness.name && id === witness.id)
  return mine.length > 0 && mine.every((line) => isCosignature(note.text, line, witness))
}
