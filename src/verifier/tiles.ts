/** Checks the tiles above the leaves, and that no file of the log holds anything that its checkpoint does not cover. */
import { join } from 'node:path'
import { type Findings, fileBytes, filesBelow } from './findings.ts'
import { bytesOf, entriesIn, type Place, pathOf, placeOf, placesOf, WIDTH, widthAt } from './layout.ts'
import { blameTile, placeFinder, type Row, readRow } from './leaves.ts'
import { hashOfEntry, rootOver } from './merkle.ts'

/** The hashes that each level of tiles has to hold, from the lowest. */
function levelsOver(hashes: Row): Row[] {
  const levels = [hashes]
  for (let row = hashes; row.length >= bytesOf(WIDTH); ) {
    const full = Math.floor(row.length / bytesOf(WIDTH))
    row = Buffer.concat(
      Array.from({ length: full }, (_, index) =>
        rootOver(row.subarray(bytesOf(index * WIDTH), bytesOf((index + 1) * WIDTH))),
      ),
    )
    levels.push(row)
  }
  return levels
}

/** Checks every tile above the lowest level, and the files that are there besides, against the leaves' hashes. */
export async function checkTiles(log: string, at: string, hashes: Row, findings: Findings): Promise<void> {
  const size = hashes.length / 32
  const levels = levelsOver(hashes)
  for (const [level, row] of levels.entries()) {
    if (level === 0) continue
    for (const { index, width } of placesOf(level, size)) {
      const right = row.subarray(bytesOf(index * WIDTH), bytesOf(index * WIDTH + width))
      const path = `${at}${pathOf({ level, index, width })}`
      blameTile(
        await readRow(log, level, index, width),
        { path, level, width },
        right,
        placeFinder(at, level, row),
        findings,
      )
    }
  }
  await checkStrays(log, at, levels, findings)
}

/** Files that the checkpoint does not ask for: earlier forms of a tile are right, anything else is not. */
async function checkStrays(
  log: string,
  at: string,
  levels: readonly Row[],
  findings: Findings,
): Promise<void> {
  const size = (levels[0]?.length ?? 0) / 32
  const newer: string[] = []
  for await (const { path } of filesBelow(join(log, 'tile'), '')) {
    const place = placeOf(`tile/${path}`)
    const where = `${at}tile/${path}`
    if (place === null) {
      if (path.endsWith('.aside'))
        findings.remark(`${where} was left by a writer that was interrupted; it is no part of the log.`)
      else findings.fault('tile-unknown', where, `${where} does not belong in a log.`)
      continue
    }
    const width = widthAt(place.level, place.index, size)
    if (place.width > width) newer.push(where)
    else if (place.width < width && !(await isBeginning(log, place, levels)))
      findings.fault(
        place.level === 'entries' ? 'bundle-altered' : 'tile-altered',
        where,
        `${where}, an earlier form of its tile, is not the beginning of what the log holds now.`,
      )
  }
  const [first] = newer
  // A full tile may stand for an unfinished one, so it is newer only when it holds hashes beyond the checkpoint.
  if (first !== undefined)
    findings.fault(
      'checkpoint-older',
      `${at}checkpoint`,
      `${at}checkpoint covers ${size} leaves, and ${first} holds later ones: the checkpoint is an older one. If the log was being written just now, try again.`,
    )
}

async function isBeginning(log: string, place: Place, levels: readonly Row[]): Promise<boolean> {
  const { level, index, width } = place
  const bytes = (await fileBytes(log, pathOf(place))) ?? Buffer.alloc(0)
  const row = level === 'entries' ? Buffer.concat(entriesIn(bytes).entries.map(hashOfEntry)) : bytes
  const whole = level !== 'entries' || entriesIn(bytes).left === 0
  const right = (levels[level === 'entries' ? 0 : level] ?? Buffer.alloc(0)).subarray(
    bytesOf(index * WIDTH),
    bytesOf(index * WIDTH + width),
  )
  return whole && row.equals(right)
}
