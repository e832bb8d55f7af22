/** Reads every entry of a log and settles, against the signed root, which hashes its leaves have. */

import { type Findings, few, fileBytes } from './findings.ts'
import { bytesOf, entriesIn, pathOf, placesOf, WIDTH, widthAt } from './layout.ts'
import { digest, hashOfEntry, rootOver } from './merkle.ts'
import type { TreeHead } from './notes.ts'

/** A row of hashes, 32 bytes each. */
export type Row = Buffer

export type Leaves = {
  /** The hash of each leaf, as well as it can be known. */
  readonly hashes: Row
  /** Whether they are what the checkpoint signed. */
  readonly settled: boolean
}

/** What is told of each entry that was read, in order. */
export type Heed = (entry: Buffer, number: number) => void

/** A bundle as it was read: the hashes of its entries, and how many bytes are left over at its end. */
type Bundle = { row: Row; left: number } | null

/** One group of up to 256 leaves: what its bundle of entries says, and what its tile says. */
type Group = {
  readonly index: number
  readonly width: number
  readonly bundle: Bundle
  readonly tile: Row | null
}

/** Reads bundles and tiles of the lowest level, and compares them with each other and with the root. */
export async function readLeaves(
  log: string,
  at: string,
  head: TreeHead,
  heed: Heed,
  findings: Findings,
): Promise<Leaves> {
  const groups: Group[] = []
  let missing = 0
  for (const { index, width } of placesOf('entries', head.size)) {
    const bundle = await readBundle(log, index, width, heed)
    const tile = await readRow(log, 0, index, width)
    groups.push({ index, width, bundle, tile })
    missing = bundle === null && tile === null ? missing + 1 : 0
    if (missing === MISSING_IN_A_ROW) return endsEarly(groups, at, head, findings)
  }
  const settled = settle(groups, head, await readLevelOne(log, head.size))
  const hashes = settled ?? bestKnown(groups, head.size)
  for (const group of groups) blame(group, hashes, settled !== null, at, findings)
  const whole = groups.every((group) => usable(group) !== null)
  if (settled === null && whole)
    findings.fault(
      'root-differs',
      `${at}checkpoint`,
      `The root of the ${head.size} leaves is ${rootOver(hashes).toString('base64')}, and ${at}checkpoint says ${head.root.toString('base64')}: leaves or checkpoint were altered.`,
    )
  if (settled !== null) findings.checked.leaves = head.size
  return { hashes, settled: settled !== null }
}

/** A checkpoint may say any number: where so much is missing in a row, nobody looks for the rest. */
const MISSING_IN_A_ROW = 16

function endsEarly(groups: readonly Group[], at: string, head: TreeHead, findings: Findings): Leaves {
  const { index, width } = groups.findLast(({ bundle, tile }) => bundle !== null || tile !== null) ?? {
    index: -1,
    width: 0,
  }
  const first = pathOf({ level: 'entries', index: index + 1, width: WIDTH })
  findings.fault(
    'bundle-missing',
    `${at}${first}`,
    `${at}${first} and all after it are missing: ${at}checkpoint covers ${head.size} leaves, and files are there for ${Math.max(0, index * WIDTH + width)}.`,
  )
  return { hashes: Buffer.alloc(0), settled: false }
}

/** A tile of hashes, from its own file or, when the log has grown since, from the full one; null when it is missing. */
export async function readRow(log: string, level: number, index: number, width: number): Promise<Row | null> {
  const exact = await fileBytes(log, pathOf({ level, index, width }))
  if (exact !== null || width === WIDTH) return exact
  const full = await fileBytes(log, pathOf({ level, index, width: WIDTH }))
  return full?.length === bytesOf(WIDTH) ? full.subarray(0, bytesOf(width)) : null
}

async function readBundle(log: string, index: number, width: number, heed: Heed): Promise<Bundle> {
  const exact = await fileBytes(log, pathOf({ level: 'entries', index, width }))
  const bytes = exact ?? (await fileBytes(log, pathOf({ level: 'entries', index, width: WIDTH })))
  if (bytes === null) return null
  const { entries, left } = entriesIn(bytes)
  const shown = exact === null ? entries.slice(0, width) : entries
  for (const [offset, entry] of shown.entries()) heed(entry, index * WIDTH + offset)
  return { row: Buffer.concat(shown.map(hashOfEntry)), left: exact === null ? 0 : left }
}

/** The lowest level but one: for each full group the root that it has to have. */
async function readLevelOne(log: string, size: number): Promise<Row> {
  const rows: Buffer[] = []
  for (const { index, width } of placesOf(1, size)) {
    const row = await readRow(log, 1, index, width)
    rows.push(row?.length === bytesOf(width) ? row : Buffer.alloc(bytesOf(width)))
  }
  return Buffer.concat(rows)
}

const bundleRow = ({ bundle, width }: Group): Row | null =>
  bundle !== null && bundle.left === 0 && bundle.row.length === bytesOf(width) ? bundle.row : null

const tileRow = ({ tile, width }: Group): Row | null => (tile?.length === bytesOf(width) ? tile : null)

/** What is known of a group at all: by its bundle, else by its tile. */
const usable = (group: Group): Row | null => bundleRow(group) ?? tileRow(group)

const bestKnown = (groups: readonly Group[], size: number): Row => {
  const hashes = Buffer.alloc(bytesOf(size))
  for (const group of groups) usable(group)?.copy(hashes, bytesOf(group.index * WIDTH))
  return hashes
}

/** The leaf hashes that have the signed root: by the bundles, by the tiles, or by whichever the level above bears out. */
function settle(groups: readonly Group[], head: TreeHead, levelOne: Row): Row | null {
  const borneOut = (group: Group): Row | null => {
    const wanted = levelOne.subarray(bytesOf(group.index), bytesOf(group.index + 1))
    const rows = [bundleRow(group), tileRow(group)].filter((row) => row !== null)
    return rows.find((row) => group.width === WIDTH && rootOver(row).equals(wanted)) ?? null
  }
  const ways: ((group: Group) => Row | null)[] = [
    usable,
    (group) => tileRow(group) ?? bundleRow(group),
    (group) => borneOut(group) ?? usable(group),
    (group) => borneOut(group) ?? tileRow(group) ?? bundleRow(group),
  ]
  for (const way of ways) {
    const rows = groups.map(way)
    const known = rows.filter((row) => row !== null)
    if (known.length < rows.length) return null
    const hashes = Buffer.concat(known)
    if (rootOver(hashes).equals(head.root)) return hashes
  }
  return null
}

/** Names what is wrong with a group's files. */
function blame(group: Group, hashes: Row, settled: boolean, at: string, findings: Findings): void {
  const { index, width, bundle, tile } = group
  const right = hashes.subarray(bytesOf(index * WIDTH), bytesOf(index * WIDTH + width))
  const bundlePath = pathOf({ level: 'entries', index, width })
  const tilePath = pathOf({ level: 0, index, width })
  if (!settled && bundleRow(group) !== null && tileRow(group)?.equals(bundleRow(group) ?? right) === false) {
    findings.fault(
      'bundle-altered',
      `${at}${bundlePath}`,
      `${at}${bundlePath} and ${at}${tilePath} disagree on leaf ${few(differing(bundleRow(group) ?? right, tile ?? right, index))}: one of them was altered.`,
    )
    return
  }
  if (bundle === null)
    findings.fault(
      'bundle-missing',
      `${at}${bundlePath}`,
      `${at}${bundlePath}, which holds leaves, is missing.`,
    )
  else if (bundle.left > 0 || !bundle.row.equals(right))
    blameBundle(bundle, `${at}${bundlePath}`, group, right, hashes, findings)
  blameTile(tile, { path: `${at}${tilePath}`, level: 0, width }, right, placeFinder(at, 0, hashes), findings)
}

const differing = (one: Row, other: Row, index: number): number[] => {
  const found: number[] = []
  for (let at = 0; at < Math.max(one.length, other.length); at += 32) {
    if (!one.subarray(at, at + 32).equals(other.subarray(at, at + 32))) found.push(index * WIDTH + at / 32)
  }
  return found
}

function blameBundle(
  bundle: { row: Row; left: number },
  place: string,
  group: Group,
  right: Row,
  hashes: Row,
  findings: Findings,
): void {
  const elsewhere = placeFinder('', 'entries', hashes)(bundle.row)
  const prefix = bundle.row.length < right.length && bundle.row.equals(right.subarray(0, bundle.row.length))
  if (elsewhere !== null && !bundle.row.equals(right))
    findings.fault('bundle-swapped', place, `${place} holds what belongs in ${elsewhere}.`)
  else if (prefix)
    findings.fault(
      'bundle-cut-off',
      place,
      `${place} is cut off: it holds ${bundle.row.length / 32} of ${group.width} leaves.`,
    )
  else {
    const leaves = differing(bundle.row, right, group.index)
    const which =
      leaves.length === 1
        ? `leaf ${leaves[0]} is not the one that was`
        : `leaves ${few(leaves)} are not those that were`
    const what = leaves.length === 0 ? 'bytes stand after its last leaf' : `${which} signed`
    findings.fault('bundle-altered', place, `${place} was altered: ${what}.`)
  }
}

/** Tells where a row belongs, when it is that of another place of its level. */
export function placeFinder(at: string, level: number | 'entries', hashes: Row): (row: Row) => string | null {
  return (row) => {
    const wanted = digest(row)
    const count = hashes.length / 32
    for (const { index, width } of placesOf('entries', count)) {
      if (width !== row.length / 32) continue
      const belongs = hashes.subarray(bytesOf(index * WIDTH), bytesOf(index * WIDTH + width))
      if (digest(belongs).equals(wanted))
        return `${at}${pathOf({ level, index, width: widthAt(0, index, count) })}`
    }
    return null
  }
}

/** Names what is wrong with a tile of hashes, of which `right` is what it has to hold. */
export function blameTile(
  tile: Row | null,
  { path, width }: { path: string; level: number; width: number },
  right: Row,
  belongsAt: (row: Row) => string | null,
  findings: Findings,
): void {
  if (tile?.equals(right) === true) return
  if (tile === null) {
    findings.fault('tile-missing', path, `${path}, a tile of hashes, is missing.`)
    return
  }
  const elsewhere = belongsAt(tile)
  if (elsewhere !== null) findings.fault('tile-swapped', path, `${path} holds what belongs in ${elsewhere}.`)
  else if (tile.length < right.length && tile.equals(right.subarray(0, tile.length)))
    findings.fault(
      'tile-cut-off',
      path,
      `${path} is cut off: it has ${tile.length} bytes of ${bytesOf(width)}.`,
    )
  else
    findings.fault(
      'tile-altered',
      path,
      `${path} was altered: its hashes are not those of the leaves below it.`,
    )
}
