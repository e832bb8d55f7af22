/** What a line of the log says, what it commits to, and whether that still agrees. */
import { createHash } from 'node:crypto'
import type { LogFolder } from '../../../log/index.ts'
import { contentOfLeaf, type Leaf, leavesOf, type PublicRecord, standingOf } from '../../../record/index.ts'
import type { Provenance } from '../../../web/index.ts'
import { DAMAGED, type Inclusion, type ProvenIn, proveLeaf, unproven } from './tree.ts'

export type ProofAnswer = {
  leaf: Leaf
  /** What the leaf's bytes say it commits to: 64 hexadecimal digits. */
  commitment: string
  /** What is public of it still; null where its content is withdrawn or erased, or from before all of it was kept. */
  content: { text: string; hash: string; agrees: boolean } | null
  /** Of a publication whose content is public: what it is, and how it stands now. */
  about: { path: string; title: string; kind: string; standing: Provenance | undefined } | null
  proven: ProvenIn
  inclusion: Inclusion
  /** Whether the files of the log are damaged, so that nothing is proved. */
  damaged: boolean
}

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const textIn = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const found = Object.entries(value).find(([key]) => key === name)?.[1]
  return typeof found === 'string' ? found : undefined
}

/** The number of a leaf as an address has it. */
const numberFrom = (text: string): number | undefined =>
  /^(?:0|[1-9]\d{0,11})$/.test(text) ? Number(text) : undefined

/** Reads a leaf and proves it; undefined when the log has none of that number. */
export async function proofOf(
  ask: PublicRecord,
  folder: LogFolder | undefined,
  named: string,
): Promise<ProofAnswer | undefined> {
  const number = numberFrom(named)
  if (number === undefined) return undefined
  const [leaf] = await leavesOf(ask, number, number + 1)
  if (leaf === undefined) return undefined
  const [text, proof] = await Promise.all([
    contentOfLeaf(ask, number),
    proveLeaf(ask, folder, number, leaf.leaf),
  ])
  const damaged = proof === DAMAGED
  const commitment = textIn(JSON.parse(leaf.leaf.toString()), 'commitment') ?? ''
  return {
    leaf,
    commitment,
    content: text === null || leaf.salt === null ? null : contentFor(text, leaf.salt, commitment),
    about: text === null || leaf.act !== 'publish' ? null : await aboutOf(ask, text),
    ...(damaged ? await unproven(ask) : proof),
    damaged,
  }
}

function contentFor(text: string, salt: Buffer, commitment: string): NonNullable<ProofAnswer['content']> {
  const hash = sha256(text)
  return { text, hash: hash.toString('hex'), agrees: sha256(salt, hash).toString('hex') === commitment }
}

async function aboutOf(ask: PublicRecord, text: string): Promise<ProofAnswer['about']> {
  const content: unknown = JSON.parse(text)
  const [path, title, kind] = ['path', 'title', 'kind'].map((name) => textIn(content, name))
  if (path === undefined || title === undefined || kind === undefined) return null
  return { path, title, kind, standing: await standingOf(ask, path) }
}
