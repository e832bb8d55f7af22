/** A small survival copy for tests, written without a database, in the form that src/verifier/README.md gives. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  keyFolder,
  type Log,
  loadKey,
  logFolder,
  openLogOf,
  publicFiles,
  readCheckpoint,
  signNote,
} from '../../src/log/index.ts'

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** A leaf, and the text and salt that it commits to. */
export type Said = { act: string; entry: string; version: number; salt: Buffer; text: string; leaf: Buffer }

/** An act as the record says it; its salt follows from what it says, so that a copy is the same in each run. */
export function said(act: string, entry: string, version: number, text: string): Said {
  const salt = sha256(`salt of ${act} ${entry} ${version}`)
  const commitment = createHash('sha256').update(salt).update(sha256(text)).digest('hex')
  return {
    act,
    entry,
    version,
    salt,
    text,
    leaf: Buffer.from(JSON.stringify({ act, commitment, entry, version })),
  }
}

export const entryId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** 275 versions of which 20 have texts, 25 lists of links, one withdrawal: a full tile of 256 and one that is begun. */
export function someActs(): Said[] {
  const acts: Said[] = []
  for (let number = 0; number < 275; number += 1) {
    const entry = entryId(number)
    acts.push(said('publish', entry, 1, `{"title":"Minute ${number} of the panel"}`))
    if (number % 11 === 0) acts.push(said('links', entry, 1, `[{"kind":"serves","to":"${entryId(0)}"}]`))
  }
  acts.push(said('links', entryId(22), 2, '[]'))
  acts.push(
    said('withdraw', entryId(33), 1, '{"at":"2026-11-22","reason":"published-in-error","words":"Twice."}'),
  )
  return acts
}

const write = (path: string, bytes: Uint8Array | string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()

export type Copy = {
  /** The data folder. */
  readonly data: string
  /** The copy itself. */
  readonly folder: string
  readonly log: Log
  /** Every file of the copy, as paths below it. */
  files(): string[]
  /** Writes the copy of the log anew, and the manifest over all that is there. */
  seal(): Promise<void>
  remove(): void
}

/** Opens the log of a data folder; fails when it is refused. */
export async function logOf(data: string): Promise<Log> {
  const log = await openLogOf(data, 'northshire')
  if ('refused' in log) throw new Error(log.message)
  return log
}

/** Adds acts to a log; fails when it is refused. */
export async function append(log: Log, acts: readonly Said[], from = log.size): Promise<void> {
  const outcome = await log.append(
    acts.map(({ leaf }) => leaf),
    from,
  )
  if ('refused' in outcome) throw new Error(outcome.message)
}

/** A sealed copy of `someActs` in a folder of its own. */
export async function aCopy(acts: readonly Said[] = someActs()): Promise<Copy> {
  const data = mkdtempSync(join(tmpdir(), 'shiremoot-copy-'))
  const folder = join(data, 'copy/northshire')
  const log = await logOf(data)
  // Two publications, so that the log has been an unfinished one before.
  await append(log, acts.slice(0, 100))
  await append(log, acts.slice(100))
  for (const [leaf, { act, entry, version, salt, text }] of acts.entries()) {
    if (act === 'publish' && (!/0[5-9]$|1[0-9]$/.test(entry) || entry === entryId(33))) continue
    const path = act === 'publish' ? `record/${entry}/${version}.json` : `record/${act}/${leaf}.json`
    write(join(folder, path), JSON.stringify({ leaf, salt: salt.toString('hex'), text }))
  }
  const paper = Buffer.from('Paper laid before the panel, as it was sent.')
  write(join(folder, `files/${sha256(paper).toString('hex')}/paper.txt`), paper)
  for (const page of [
    'index.html',
    'meetings/panel-2026-11-22.html',
    'meetings/panel-2026-11-22.json',
    'feeds/all.atom',
  ])
    write(join(folder, page), `What readers see at ${page}, at some length: ${'words '.repeat(40)}`)
  const copy: Copy = {
    data,
    folder,
    log,
    files: () => below(folder),
    seal: () => seal(data, folder, log),
    remove: () => rmSync(data, { recursive: true, force: true }),
  }
  await copy.seal()
  return copy
}

async function seal(data: string, folder: string, log: Log): Promise<void> {
  rmSync(join(folder, 'log'), { recursive: true, force: true })
  for (const path of await publicFiles(log.folder)) {
    mkdirSync(dirname(join(folder, 'log', path)), { recursive: true })
    cpSync(join(log.folder, path), join(folder, 'log', path))
  }
  await sealManifest(data, folder)
}

/** Signs the manifest over what lies in the copy, whatever it is. */
export async function sealManifest(data: string, folder: string): Promise<void> {
  rmSync(join(folder, 'manifest'), { force: true })
  const lines = below(folder).map((path) => {
    const bytes = readFileSync(join(folder, path))
    return `${sha256(bytes).toString('hex')} ${bytes.length} ${path}`
  })
  const key = await loadKey(keyFolder(data, 'northshire'))
  const checkpoint = await readCheckpoint(logFolder(data, 'northshire'))
  if (key === undefined || 'refused' in key || checkpoint === undefined)
    throw new Error('no key or checkpoint')
  const head = [
    'shiremoot copy',
    'northshire',
    '2026-11-22T01:02:03.456Z',
    checkpoint.size,
    checkpoint.root.toString('base64'),
  ]
  const sorted = lines.toSorted((one, other) =>
    one.slice(65).replace(/^\d+ /, '') < other.slice(65).replace(/^\d+ /, '') ? -1 : 1,
  )
  writeFileSync(join(folder, 'manifest'), signNote(`${[...head, ...sorted].join('\n')}\n`, key))
}
