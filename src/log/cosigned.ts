/** Puts the signatures of witnesses under the checkpoint that they signed, whether they came over the wire or in a file. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { type Checkpoint, checkpointOf, noteText, readCheckpoint } from './checkpoint.ts'
import { isCosignature } from './cosignature.ts'
import { orDamaged } from './damaged.ts'
import { isThere, writeDurably } from './durable.ts'
import { type LogFolder, publicKeyFiles, WITNESSED_FILE } from './folder.ts'
import {
  type Note,
  type NoteSignature,
  readSignatureLine,
  readVkey,
  signedBy,
  type VerifierKey,
} from './note.ts'
import { tilesOf } from './tiles.ts'
import { rootAt } from './tree.ts'
import { readWitnesses } from './witnesses.ts'
import { whileWriting } from './writing.ts'

/** Which witnesses' signatures were added, and under a checkpoint of how many leaves. */
export type Cosigned = { readonly size: number; readonly witnesses: readonly string[] }

/** The keys that have signed this log: `key.pub`, and those before it. */
export async function keysOf(folder: LogFolder): Promise<VerifierKey[]> {
  const keys: VerifierKey[] = []
  for (const name of await publicKeyFiles(folder)) {
    const key = readVkey(await readFile(join(folder, name), 'utf8'))
    if (key !== undefined) keys.push(key)
  }
  return keys
}

/**
 * Adds cosignatures to the log. `text` is a checkpoint of this log with the witnesses' lines under it, or those lines alone
 * (then they have to be for the present checkpoint). Signatures by others than the witnesses of `witnesses.json` are left
 * out. Refuses: 'cosignature-of-nobody', 'cosignature-wrong', 'cosignature-of-another-log', 'no-log', 'log-damaged'.
 */
export async function addCosignatures(folder: LogFolder, text: string): Promise<Cosigned | Refusal> {
  if (!(await isThere(join(folder, 'checkpoint')))) return noLog(folder)
  return whileWriting(folder, () => orDamaged(folder, () => add(folder, text)))
}

const noLog = (folder: LogFolder): Refusal =>
  refuse('no-log', `There is no log in ${folder} that could be cosigned; check the name of the authority.`)

async function add(folder: LogFolder, text: string): Promise<Cosigned | Refusal> {
  const present = await readCheckpoint(folder)
  if (present === undefined) return noLog(folder)
  const about = await cosignedCheckpoint(folder, present, text)
  if (isRefusal(about)) return about
  const right = await rightOnes(folder, about.checkpoint, about.lines)
  if (isRefusal(right)) return right
  const { checkpoint } = about
  if (checkpoint.note.text === present.note.text)
    await writeDurably(join(folder, 'checkpoint'), noteText(withLines(present.note, right)))
  const witnessed = await readCheckpoint(folder, WITNESSED_FILE)
  if (witnessed === undefined || witnessed.size < checkpoint.size)
    await writeDurably(
      join(folder, WITNESSED_FILE),
      noteText(withLines(logLines(checkpoint.note, await keysOf(folder)), right)),
    )
  else if (witnessed.note.text === checkpoint.note.text)
    await writeDurably(join(folder, WITNESSED_FILE), noteText(withLines(witnessed.note, right)))
  return { size: checkpoint.size, witnesses: right.map(({ name }) => name) }
}

/** The checkpoint that the lines are about, and the lines. */
async function cosignedCheckpoint(
  folder: LogFolder,
  present: Checkpoint,
  text: string,
): Promise<{ checkpoint: Checkpoint; lines: readonly NoteSignature[] } | Refusal> {
  const brought = checkpointOf(text)
  if (brought === undefined) {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => readSignatureLine(line.trim()))
      .filter((line) => line !== undefined)
    return { checkpoint: present, lines }
  }
  const signed = (await keysOf(folder)).some((key) => signedBy(brought.note, key))
  const ours =
    signed &&
    brought.origin === present.origin &&
    brought.size <= present.size &&
    (await rootAt(tilesOf(folder, present.size), brought.size)).equals(brought.root)
  if (ours) return { checkpoint: brought, lines: brought.note.signatures }
  return refuse(
    'cosignature-of-another-log',
    `The checkpoint that was cosigned (${brought.origin}, ${brought.size} leaves) is none of the log in ${folder}: keep the file, and find out who signed it.`,
  )
}

async function rightOnes(
  folder: LogFolder,
  { note }: Checkpoint,
  lines: readonly NoteSignature[],
): Promise<NoteSignature[] | Refusal> {
  const witnesses = await readWitnesses(folder)
  if (isRefusal(witnesses)) return witnesses
  const right: NoteSignature[] = []
  for (const line of lines) {
    const witness = witnesses.find(({ key }) => key.name === line.name && key.id === line.id)
    if (witness === undefined) continue
    if (!isCosignature(note.text, line, witness.key))
      return refuse(
        'cosignature-wrong',
        `The signature by ${line.name} is not of this checkpoint: it was altered, or made for another one; ask for it again.`,
      )
    right.push(line)
  }
  if (right.length > 0) return right
  return refuse(
    'cosignature-of-nobody',
    `No witness that ${join(folder, 'witnesses.json')} names has signed it; add the witness's name and vkey there first.`,
  )
}

/** The note with the lines of the log's own keys alone. */
const logLines = ({ text, signatures }: Note, keys: readonly VerifierKey[]): Note => ({
  text,
  signatures: signatures.filter((line) => keys.some((key) => key.name === line.name && key.id === line.id)),
})

/** The note with these lines added; each key signs once. */
const withLines = ({ text, signatures }: Note, lines: readonly NoteSignature[]): Note => ({
  text,
  signatures: [
    ...signatures.filter((held) => !lines.some((line) => line.name === held.name && line.id === held.id)),
    ...lines,
  ],
})
