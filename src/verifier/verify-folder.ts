/** Verifies a folder: the copy of a record, or a log alone. */
import { promises as fs } from 'node:fs'
import { join } from 'node:path'
import { Acts } from './acts.ts'
import { Findings, fileText } from './findings.ts'
import { checkCosigned, checkSigned, headIn, type Signers, signersOf } from './head.ts'
import { readLeaves } from './leaves.ts'
import { checkManifest } from './manifest.ts'
import { rootOver } from './merkle.ts'
import { type TreeHead, treeHead } from './notes.ts'
import { checkRecord } from './record.ts'
import type { Options, Report } from './report.ts'
import { checkTiles } from './tiles.ts'

const names = async (folder: string): Promise<string[]> => {
  try {
    return await fs.readdir(folder)
  } catch (failure) {
    if (
      failure instanceof Error &&
      'code' in failure &&
      (failure.code === 'ENOENT' || failure.code === 'ENOTDIR')
    )
      return []
    throw failure
  }
}

/** What a folder holds, by the names in it. */
async function kindOf(folder: string): Promise<Report['found']> {
  const inside = await names(folder)
  if (inside.includes('manifest') || inside.includes('log')) return 'copy'
  return inside.includes('checkpoint') || inside.includes('tile') ? 'log' : 'nothing'
}

/**
 * Verifies a folder: a copy of a record (`manifest`, `log/`, pages, files), or a log alone (`checkpoint`, `tile/`). Answers
 * with every fault it finds; throws only when a file that is there cannot be read.
 */
export async function verifyFolder(folder: string, options: Options = {}): Promise<Report> {
  const findings = new Findings()
  const found = await kindOf(folder)
  const at = found === 'copy' ? 'log/' : ''
  const log = join(folder, at)
  const signers: Signers =
    found === 'nothing' ? { keys: [], witnesses: [] } : await signersOf(log, at, options.key, findings)
  const head = found === 'nothing' ? null : await headIn(log, at, 'checkpoint', findings)
  const acts = new Acts()
  if (head !== null) await checkLog({ log, at, head, signers, acts, since: options.since }, findings)
  if (found === 'copy') {
    if (head !== null) await checkRecord(folder, log, head.size, acts, findings)
    await checkManifest(folder, { keys: signers.keys, head }, findings)
  }
  return {
    ok: found !== 'nothing' && findings.faults.length === 0,
    found,
    origin: head?.origin ?? null,
    key: signers.keys[0]?.vkey ?? null,
    size: head?.size ?? null,
    root: head?.root.toString('base64') ?? null,
    checked: findings.checked,
    faults: findings.faults,
    remarks: findings.remarks,
  }
}

type LogCheck = {
  log: string
  at: string
  head: TreeHead
  signers: Signers
  acts: Acts
  since: string | undefined
}

async function checkLog(
  { log, at, head, signers, acts, since }: LogCheck,
  findings: Findings,
): Promise<void> {
  const place = `${at}checkpoint`
  checkSigned(head.note, place, signers.keys, findings)
  checkCosigned(head, place, signers, findings)
  const { hashes, settled } = await readLeaves(
    log,
    at,
    head,
    (entry, number) => {
      acts.heed(entry, number)
    },
    findings,
  )
  if (settled) await checkTiles(log, at, hashes, findings)
  const earlier: { words: string; place: string; head: TreeHead }[] = []
  const witnessed = 'checkpoint-witnessed'
  if ((await fileText(log, witnessed)) !== null) {
    const found = await headIn(log, at, witnessed, findings)
    if (found !== null) {
      earlier.push({ words: `${at}${witnessed}`, place: `${at}${witnessed}`, head: found })
      checkCosigned(found, `${at}${witnessed}`, signers, findings)
    }
  }
  if (since !== undefined) {
    const found = treeHead(since)
    if (found === null)
      findings.fault(
        'checkpoint-malformed',
        '--since',
        'The earlier checkpoint that was given is not of the form of one.',
      )
    else earlier.push({ words: 'the earlier checkpoint that was given', place: '--since', head: found })
  }
  for (const one of earlier) {
    checkSigned(one.head.note, one.place, signers.keys, findings)
    checkEarlier(one, head, settled ? hashes : null, place, findings)
  }
}

/** The tree of an earlier checkpoint has to be the beginning of the present one. */
function checkEarlier(
  earlier: { words: string; head: TreeHead },
  now: TreeHead,
  hashes: Buffer | null,
  place: string,
  findings: Findings,
): void {
  const { size, origin, root } = earlier.head
  if (origin !== now.origin)
    findings.fault(
      'history-rewritten',
      place,
      `${place} is of the log ${now.origin}, and ${earlier.words} of ${origin}.`,
    )
  else if (size > now.size)
    findings.fault(
      'history-shrunk',
      place,
      `${place} covers ${now.size} leaves, and ${earlier.words} covers ${size}: later publications are gone.`,
    )
  else if (
    size === now.size ? !root.equals(now.root) : hashes !== null && !rootOver(hashes, size).equals(root)
  )
    findings.fault(
      'history-rewritten',
      place,
      `The first ${size} leaves are not those of ${earlier.words}: history was rewritten and signed anew.`,
    )
}
