/**
 * The texts of the record beside their leaves, one file each (src/verifier/README.md): with them, and without us, anybody
 * can tell that nothing was altered. Each is held against its leaf before it is kept.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Leaf, leavesOf, type PublicRecord, textsOfLeaves } from '../../record/index.ts'
import { Stopped } from './alarm.ts'
import type { CopyFolder } from './folder.ts'

/** How many leaves are read at once. */
const AT_ONCE = 500

/** Where the text of a leaf is kept. */
export const textPath = ({
  act,
  entry,
  version,
  number,
}: Pick<Leaf, 'act' | 'entry' | 'version' | 'number'>): string =>
  act === 'publish' ? `record/${entry}/${version}.json` : `record/${act}/${number}.json`

/** Every leaf of a log of `size` leaves, in order. */
export async function* everyLeaf(ask: PublicRecord, size: number, from = 0): AsyncGenerator<Leaf[]> {
  for (let first = from; first < size; first += AT_ONCE)
    yield await leavesOf(ask, first, Math.min(size, first + AT_ONCE))
}

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The commitment in a leaf's bytes. */
function commitmentIn({ leaf, number, entry }: Leaf): string {
  const read: unknown = JSON.parse(leaf.toString())
  if (
    typeof read === 'object' &&
    read !== null &&
    'commitment' in read &&
    typeof read.commitment === 'string'
  )
    return read.commitment
  throw altered(number, entry, 'its leaf is not of its form')
}

const altered = (leaf: number, entry: string, why: string): Stopped =>
  new Stopped({
    fault: 'record-altered',
    words: `What the record says of leaf ${leaf} (entry ${entry}) is not what was published: ${why}. Nothing was written; compare the record with a backup.`,
    leaf,
    entry,
  })

/**
 * Puts the texts of all leaves into the copy. Throws `Stopped` at the first that is not what its leaf commits to, and at one
 * that went without having been withdrawn.
 */
export async function putTexts(ask: PublicRecord, size: number, copy: CopyFolder): Promise<void> {
  const missing: Leaf[] = []
  /** The last leaf that took content of an entry away. */
  const takenAway = new Map<string, number>()
  for await (const leaves of everyLeaf(ask, size)) {
    const texts = await textsOfLeaves(ask, leaves)
    for (const leaf of leaves) {
      if (leaf.act === 'withdraw' || leaf.act === 'erase') takenAway.set(leaf.entry, leaf.number)
      const text = texts.get(leaf.number) ?? null
      if (text === null || leaf.salt === null) missing.push(leaf)
      else if (sha256(leaf.salt, sha256(text)).toString('hex') !== commitmentIn(leaf))
        throw altered(leaf.number, leaf.entry, 'its text was altered')
      else {
        const kept = { leaf: leaf.number, salt: leaf.salt.toString('hex'), text }
        await copy.put(textPath(leaf), Buffer.from(`${JSON.stringify(kept)}\n`))
      }
    }
  }
  for (const leaf of missing) {
    // What the copy never had was published before texts were kept, and is no loss.
    if (!copy.standing.has(textPath(leaf)) || (takenAway.get(leaf.entry) ?? -1) > leaf.number) continue
    if (leaf.act !== 'links' || !(await namesTakenAway(copy, leaf, takenAway)))
      throw altered(leaf.number, leaf.entry, 'its text is gone, and nobody withdrew it')
  }
}

/** Whether a list of links, as the copy has it, leads to something withdrawn since: then the list goes with that. */
async function namesTakenAway(
  copy: CopyFolder,
  leaf: Leaf,
  takenAway: ReadonlyMap<string, number>,
): Promise<boolean> {
  const kept: unknown = JSON.parse(await readFile(join(copy.folder, textPath(leaf)), 'utf8'))
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || typeof kept.text !== 'string')
    return false
  const links: unknown = JSON.parse(kept.text)
  if (!Array.isArray(links)) return false
  return links.some(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'to' in one &&
      typeof one.to === 'string' &&
      (takenAway.get(one.to) ?? -1) > leaf.number,
  )
}

/** The address that an entry's text, as the copy has it, says it stands at; undefined where it says none. */
export async function addressInText(copy: CopyFolder, path: string): Promise<string | undefined> {
  const kept: unknown = JSON.parse(await readFile(join(copy.folder, path), 'utf8'))
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || typeof kept.text !== 'string')
    return undefined
  const text: unknown = JSON.parse(kept.text)
  const found = typeof text === 'object' && text !== null && 'path' in text ? text.path : undefined
  return typeof found === 'string' ? found.split('#', 1)[0] : undefined
}
