/** `shiremoot cosign`: puts a witness's signature, brought as a file, under the checkpoint of a log. */
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { addCosignatures, logFolder } from '../../log/index.ts'
import { badArguments } from './bad-arguments.ts'
import { dataFolderNamed } from './log-folders.ts'
import { openFile } from './open-file.ts'

const HELP = `bin/shiremoot cosign FILE --authority ID [--data DIR]

Puts the signature of a witness under the checkpoint that it signed. FILE is what the witness brought back: the checkpoint
with its signature below, or the line of the signature alone. The witness has to be named in log/ID/witnesses.json.

  --authority ID   whose log it is
  --data DIR       the data folder

Exit: 0 done; 2 the signature is not one that counts. docs/verifying.md says what a witness does.
`

type Asked = { file: string; authority: string; data: string }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = {
    authority: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) return 'help'
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0)
      return refuse('no-file', 'cosign needs the name of one file, the checkpoint as the witness signed it.')
    if (values.authority === undefined || !/^[a-z0-9-]+$/.test(values.authority))
      return refuse('no-authority', 'cosign needs --authority, as in --authority kent.')
    return { file, authority: values.authority, data: dataFolderNamed(values.data) }
  } catch (problem) {
    return badArguments('cosign', problem)
  }
}

async function cosign({ file, authority, data }: Asked): Promise<string | Refusal> {
  const bytes = await openFile(file)
  if (isRefusal(bytes)) return bytes
  const folder = logFolder(data, authority)
  const added = await addCosignatures(folder, Buffer.from(bytes).toString('utf8'))
  if (isRefusal(added)) return added
  return `${added.witnesses.join(', ')} signed the log of ${authority} at ${added.size} leaves; the signature is in ${folder}.`
}

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  const done = isRefusal(asked) ? asked : await cosign(asked)
  if (isRefusal(done)) {
    process.stderr.write(`${done.message}\n`)
    return 2
  }
  process.stdout.write(`${done}\n`)
  return 0
}
