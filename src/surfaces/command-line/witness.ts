/**
 * `shiremoot witness`: what a witness does who was given a copy on a memory stick. It verifies the copy against the
 * checkpoint it signed before, and only then signs the present one (C2SP tlog-cosignature).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { cosignatureBy, loadKey, makeKey, noteText, readCheckpoint } from '../../log/index.ts'
import { verifyFolder } from '../../verifier/index.ts'
import { badArguments } from './bad-arguments.ts'
import { isMissing } from './log-folders.ts'
import { reportLines } from './verify-words.ts'

const HELP = `bin/shiremoot witness DIR --name NAME --keep FOLDER [--key VKEY] [--out FILE]

For whoever witnesses a log that is not their own: verifies the copy or log in DIR, checks that it goes on from what was
signed last time, and signs its checkpoint. Give the printed vkey to the log's owner once, and the signed file each time.

  --name NAME      the name to sign with, as an address without https: panel.example.org/witness
  --keep FOLDER    where your key and what you signed last are kept; made the first time; keep it to yourself
  --key VKEY       the log's key, as its owner told you by another way than the copy
  --out FILE       where the signed checkpoint goes; otherwise it is printed

Exit: 0 signed; 1 something was altered, nothing was signed; 2 there was nothing to sign.
`

type Asked = { folder: string; name: string; keep: string; key: string | undefined; out: string | undefined }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const text = { type: 'string' } as const
  const options = {
    name: text,
    keep: text,
    key: text,
    out: text,
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) return 'help'
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0)
      return refuse('no-file', 'witness needs the name of one folder, a copy or a log.')
    if (values.name === undefined || values.keep === undefined)
      return refuse(
        'bad-arguments',
        'witness needs --name and --keep; bin/shiremoot witness --help says more.',
      )
    if (/[\s+]/.test(values.name) || values.name === '')
      return refuse(
        'bad-arguments',
        'The name of a witness has no spaces and no plus signs, as in panel.example.org/witness.',
      )
    return { folder, name: values.name, keep: values.keep, key: values.key, out: values.out }
  } catch (problem) {
    return badArguments('witness', problem)
  }
}

async function lastSigned(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (failure) {
    if (isMissing(failure)) return undefined
    throw failure
  }
}

/** Verifies and signs; answers the exit code. */
async function witness({ folder, name, keep, key, out }: Asked): Promise<number | Refusal> {
  await mkdir(keep, { recursive: true, mode: 0o700 })
  const mine = (await loadKey(keep)) ?? (await makeKey(keep, name, 4))
  if (isRefusal(mine)) return mine
  if (mine.name !== name)
    return refuse(
      'bad-arguments',
      `The key in ${keep} is that of ${mine.name}: give that as --name, or another folder as --keep.`,
    )
  const inside = await verifyFolder(folder, key === undefined ? {} : { key })
  if (inside.origin === null)
    return refuse('nothing-to-verify', `${folder} is neither a copy of a record nor a log with a checkpoint.`)
  const seenFile = join(keep, `${inside.origin.replace(/[^\w.-]/g, '_')}.checkpoint`)
  const since = await lastSigned(seenFile)
  const report =
    since === undefined
      ? inside
      : await verifyFolder(folder, { ...(key === undefined ? {} : { key }), since })
  process.stderr.write(`${reportLines(folder, report).join('\n')}\n`)
  if (!report.ok) {
    process.stderr.write('Nothing was signed. Keep this copy: it may show who altered what.\n')
    return 1
  }
  const checkpoint = await readCheckpoint(report.found === 'copy' ? join(folder, 'log') : folder)
  if (checkpoint === undefined || checkpoint.root.toString('base64') !== report.root)
    return refuse(
      'nothing-to-verify',
      `The checkpoint in ${folder} went or changed while it was verified; try again.`,
    )
  // What is signed is remembered first: a witness never signs two histories.
  await writeFile(seenFile, noteText(checkpoint.note))
  const signed = noteText(checkpoint.note) + cosignatureBy(mine, checkpoint, Math.floor(Date.now() / 1000))
  if (out === undefined) process.stdout.write(signed)
  else await writeFile(out, signed)
  process.stderr.write(
    `Signed ${checkpoint.size} leaves of ${checkpoint.origin} as ${mine.name}.\n  Your vkey: ${mine.vkey}\n`,
  )
  return 0
}

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  const done = isRefusal(asked) ? asked : await witness(asked)
  if (!isRefusal(done)) return done
  process.stderr.write(`${done.message}\n`)
  return 2
}
