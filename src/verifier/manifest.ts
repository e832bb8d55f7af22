/** Checks every file of a copy against its signed manifest: none altered, none missing, none besides. */
import { join } from 'node:path'
import { type Findings, type Found, filesBelow, fileText, hashOfFile } from './findings.ts'
import { checkSigned } from './head.ts'
import { base64, type PublicKey, type SignedText, signedText } from './notes.ts'

type Line = { sha256: string; bytes: number }

type Manifest = {
  note: SignedText
  authority: string
  moment: string
  size: number
  root: Buffer
  files: Map<string, Line>
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

/** Reads a manifest; answers the line at which it leaves its form, when it does. */
function manifestOf(text: string): Manifest | number {
  const note = signedText(text)
  if (note === null) return 0
  const [title, authority = '', moment = '', size = '', coded = '', ...lines] = note.text
    .slice(0, -1)
    .split('\n')
  const root = base64(coded)
  if (title !== 'shiremoot copy') return 1
  if (authority === '' || !MOMENT.test(moment) || Number.isNaN(Date.parse(moment))) return 2
  if (!/^(?:0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return 4
  const files = new Map<string, Line>()
  let before = ''
  for (const [index, line] of lines.entries()) {
    const [, sha256 = '', bytes = '', path = ''] = /^([0-9a-f]{64}) (0|[1-9]\d{0,14}) (.+)$/.exec(line) ?? []
    if (path === '' || path === 'manifest' || path <= before) return index + 6
    files.set(path, { sha256, bytes: Number(bytes) })
    before = path
  }
  return { note, authority, moment, size: Number(size), root, files }
}

/** What the manifest is held against: the log of the same copy. Its head is null when it could not be read. */
export type Beside = {
  keys: readonly PublicKey[]
  head: { origin: string; size: number; root: Buffer } | null
}

/** Checks the manifest of a copy, and every file by it. */
export async function checkManifest(folder: string, beside: Beside, findings: Findings): Promise<void> {
  const text = await fileText(folder, 'manifest')
  if (text === null) {
    findings.fault(
      'manifest-missing',
      'manifest',
      'manifest, which lists every file of the copy, is missing.',
    )
    return
  }
  const manifest = manifestOf(text)
  if (typeof manifest === 'number') {
    const where = manifest === 0 ? 'its signature' : `line ${manifest}`
    findings.fault(
      'manifest-malformed',
      'manifest',
      `manifest is not of its form at ${where}: it was altered.`,
    )
    return
  }
  checkSigned(manifest.note, 'manifest', beside.keys, findings)
  agreeWithLog(manifest, beside, findings)
  const left = new Set(manifest.files.keys())
  for await (const found of filesBelow(folder)) {
    if (found.path === 'manifest') continue
    left.delete(found.path)
    checkFile(folder, found, manifest.files.get(found.path), findings)
  }
  for (const path of left)
    findings.fault('file-missing', path, `${path} is missing; manifest lists it as of ${manifest.moment}.`)
}

function agreeWithLog(manifest: Manifest, { head }: Beside, findings: Findings): void {
  if (head === null) return
  if (head.origin !== `shiremoot/${manifest.authority}`)
    findings.fault(
      'manifest-differs',
      'manifest',
      `manifest is that of ${manifest.authority}, and the log that of ${head.origin}.`,
    )
  if (head.size !== manifest.size || !head.root.equals(manifest.root))
    findings.fault(
      'manifest-differs',
      'manifest',
      `manifest was made when the log had ${manifest.size} leaves, and log/checkpoint covers ${head.size}: one of them is older or was altered.`,
    )
}

function checkFile(folder: string, { path, plain }: Found, line: Line | undefined, findings: Findings): void {
  if (line === undefined || !plain) {
    const what = plain ? 'manifest does not list it' : 'it is no plain file'
    findings.fault('file-extra', path, `${path} does not belong in the copy: ${what}.`)
    return
  }
  const { sha256, bytes } = hashOfFile(join(folder, path))
  const named = /^files\/([0-9a-f]{64})\//.exec(path)?.[1]
  if (named !== undefined && named !== sha256)
    findings.fault(
      'file-misnamed',
      path,
      `${path} is not the file that its address names: its SHA-256 is ${sha256}.`,
    )
  if (sha256 !== line.sha256 || bytes !== line.bytes) {
    const how = bytes === line.bytes ? 'its bytes differ' : `it has ${bytes} bytes and had ${line.bytes}`
    findings.fault('file-altered', path, `${path} was altered since the manifest was signed: ${how}.`)
    return
  }
  findings.checked.files += 1
  if (path.endsWith('.html')) findings.checked.pages += 1
}
