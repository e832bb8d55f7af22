/** Checks who signed a checkpoint: the log with its key, and the witnesses that the folder names. */
import { promises as fs } from 'node:fs'
import { type Findings, fileText } from './findings.ts'
import { type PublicKey, publicKey, signatureOf, type TreeHead, treeHead } from './notes.ts'

/** Whom a checkpoint is held against. */
export type Signers = {
  /** The keys that may have signed; the first is the one in use. */
  readonly keys: readonly PublicKey[]
  readonly witnesses: readonly PublicKey[]
}

/** Reads the keys of a log's folder, or takes the one that is given. `at` is the folder's own path below what is verified. */
export async function signersOf(
  log: string,
  at: string,
  given: string | undefined,
  findings: Findings,
): Promise<Signers> {
  const keys = await keysOf(log, at, given, findings)
  return { keys, witnesses: await witnessesOf(log, at, findings) }
}

async function keysOf(
  log: string,
  at: string,
  given: string | undefined,
  findings: Findings,
): Promise<PublicKey[]> {
  const present = await keyIn(log, at, 'key.pub', findings)
  if (given !== undefined) {
    const keys = given.trim().split(/\s+/).map(publicKey)
    const known = keys.filter((key) => key?.kind === 'log')
    if (known.length < keys.length) {
      findings.fault(
        'key-malformed',
        '--key',
        'The key that was given is no verifier key of a log; it reads name+id+key.',
      )
      return []
    }
    if (present !== null && !known.some((key) => key?.vkey === present.vkey))
      findings.fault(
        'key-unknown',
        `${at}key.pub`,
        `${at}key.pub is not the key that was given: ${present.vkey} stands there.`,
      )
    return known.filter((key) => key !== null)
  }
  if (present === null) return []
  const names = (await fs.readdir(log)).filter((name) => /^key-[\w.-]+\.pub$/.test(name)).toSorted()
  const former: PublicKey[] = []
  for (const name of names) {
    const key = await keyIn(log, at, name, findings)
    if (key !== null) former.push(key)
  }
  return [present, ...former]
}

async function keyIn(log: string, at: string, name: string, findings: Findings): Promise<PublicKey | null> {
  const text = await fileText(log, name)
  if (text === null) {
    if (name === 'key.pub')
      findings.fault('key-missing', `${at}key.pub`, `${at}key.pub, the key that signs the log, is missing.`)
    return null
  }
  const key = text.endsWith('\n') ? publicKey(text.slice(0, -1)) : null
  if (key?.kind === 'log') return key
  findings.fault('key-malformed', `${at}${name}`, `${at}${name} is no verifier key: it was altered.`)
  return null
}

/** `witnesses.json`: a list of { name, vkey, url }. */
async function witnessesOf(log: string, at: string, findings: Findings): Promise<PublicKey[]> {
  const text = await fileText(log, 'witnesses.json')
  if (text === null) return []
  const keys = vkeysIn(text).map((vkey) => (vkey === null ? null : publicKey(vkey)))
  const witnesses = keys.filter((key) => key?.kind === 'witness')
  if (witnesses.length !== keys.length || keys.length === 0)
    findings.fault(
      'witnesses-malformed',
      `${at}witnesses.json`,
      `${at}witnesses.json names a witness whose key is not of its form; nothing can be checked for that one.`,
    )
  return witnesses.filter((key) => key !== null)
}

function vkeysIn(text: string): (string | null)[] {
  let listed: unknown
  try {
    listed = JSON.parse(text)
  } catch (failure) {
    if (failure instanceof SyntaxError) return []
    throw failure
  }
  if (!Array.isArray(listed)) return []
  return listed.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'vkey' in one && typeof one.vkey === 'string'
      ? one.vkey
      : null,
  )
}

/** Reads the checkpoint in a file of the log's folder; null, with a fault, when it is not of its form. */
export async function headIn(
  log: string,
  at: string,
  name: string,
  findings: Findings,
): Promise<TreeHead | null> {
  const text = await fileText(log, name)
  if (text === null) {
    findings.fault(
      'checkpoint-missing',
      `${at}${name}`,
      `${at}${name} is missing: nothing says what the log is.`,
    )
    return null
  }
  const head = treeHead(text)
  if (head === null)
    findings.fault(
      'checkpoint-malformed',
      `${at}${name}`,
      `${at}${name} is not of the form of a checkpoint: it was altered.`,
    )
  return head
}

/** Checks the signatures of a note that stands at `place`; the key in use has to have signed it, or one before it. */
export function checkSigned(
  note: TreeHead['note'],
  place: string,
  keys: readonly PublicKey[],
  findings: Findings,
): void {
  const outcomes = keys.map((key) => signatureOf(note, key))
  if (outcomes.includes('wrong'))
    findings.fault(
      'signature-wrong',
      place,
      `The signature under ${place} is wrong: the text or the signature was altered since it was signed.`,
    )
  else if (keys.length > 0 && !outcomes.includes('right'))
    findings.fault(
      'key-unknown',
      place,
      `${place} is not signed with the key ${keys[0]?.vkey ?? ''}, but with another.`,
    )
}

/** Checks the signatures of witnesses under a checkpoint. */
export function checkCosigned(head: TreeHead, place: string, signers: Signers, findings: Findings): void {
  const known = [...signers.keys, ...signers.witnesses]
  for (const witness of signers.witnesses) {
    const outcome = signatureOf(head.note, witness)
    if (outcome === 'right') findings.checked.cosignatures += 1
    if (outcome === 'wrong')
      findings.fault(
        'cosignature-wrong',
        place,
        `The signature of the witness ${witness.name} under ${place} is wrong: it signed something else.`,
      )
  }
  const unknown = head.note.signatures.filter(
    ({ name, id }) => !known.some((key) => key.name === name && key.id === id),
  )
  if (unknown.length > 0)
    findings.remark(
      `${place} has ${unknown.length === 1 ? 'a signature' : `${unknown.length} signatures`} by ${unknown.map(({ name }) => name).join(', ')} that could not be checked: witnesses.json does not give the key.`,
    )
}
