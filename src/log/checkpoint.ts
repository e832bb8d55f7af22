/** Checkpoints as C2SP tlog-checkpoint says: a signed note of origin, number of leaves and root. */
import { join } from 'node:path'
import { DamagedFile, textIfThere } from './durable.ts'
import { fromBase64, type Note, readNote } from './note.ts'

/** A checkpoint as it was read. Whoever needs it to be true verifies its signatures. */
export type Checkpoint = {
  readonly origin: string
  /** How many leaves it covers. */
  readonly size: number
  /** 32 bytes. */
  readonly root: Buffer
  readonly note: Note
}

/** The text that is signed. */
export const checkpointText = (origin: string, size: number, root: Uint8Array): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

/** The note as a file holds it. */
export const noteText = (note: Note): string =>
  `${note.text}\n${note.signatures.map(({ line }) => line).join('')}`

/** Reads a checkpoint; undefined when the text is none. */
export function checkpointOf(text: string): Checkpoint | undefined {
  const note = readNote(text)
  if (note === undefined) return undefined
  const [origin = '', size = '', coded = ''] = note.text.split('\n')
  const root = fromBase64(coded)
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return undefined
  return { origin, size: Number(size), root, note }
}

/** The checkpoint of a log's folder; undefined when there is none yet. Throws when the file is no checkpoint. */
export async function readCheckpoint(folder: string, name = 'checkpoint'): Promise<Checkpoint | undefined> {
  const path = join(folder, name)
  const text = await textIfThere(path)
  if (text === undefined) return undefined
  const found = checkpointOf(text)
  if (found === undefined) throw new DamagedFile(`${path} is no checkpoint`)
  return found
}
