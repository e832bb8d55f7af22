/** Reads the arguments of the commands that act on what stands at addresses: withdraw, erase and reinstate. */
import { parseArgs } from 'node:util'
import { type Refusal, refuse } from '../../lib/index.ts'
import { badArguments } from './bad-arguments.ts'

export type AskedOfPaths = {
  paths: string[]
  authority: string
  by?: string
  dryRun: boolean
  json: boolean
  dataDir: string | undefined
  /** The options that are the command's own: texts, and flags that were set. */
  texts: ReadonlyMap<string, string>
  flags: ReadonlySet<string>
}

/** What a command takes besides what all of them take. */
export type Taken = { command: string; texts: readonly string[]; flags: readonly string[] }

type Given = { values: Readonly<Record<string, unknown>>; positionals: string[] }

function parsed(args: string[], { command, texts, flags }: Taken): Given | Refusal {
  const options = Object.fromEntries([
    ...['authority', 'as', 'data', ...texts].map((name) => [name, { type: 'string' as const }]),
    ...['dry-run', 'json', 'help', ...flags].map((name) => [name, { type: 'boolean' as const }]),
  ])
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: { ...values }, positionals }
  } catch (problem) {
    return badArguments(command, problem)
  }
}

/** What was asked; 'help' where that is. An address may be given as a browser shows it. */
export function askedOfPaths(args: string[], taken: Taken): AskedOfPaths | Refusal | 'help' {
  const given = parsed(args, taken)
  if ('code' in given) return given
  const { values, positionals } = given
  if (values['help'] === true) return 'help'
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const paths = positionals.map(pathIn)
  const odd = positionals.find((_, index) => paths[index] === undefined)
  if (positionals.length === 0 || odd !== undefined)
    return refuse(
      'no-path',
      `${odd === undefined ? 'Name' : `"${odd}" is no address; name`} the address of a page of the site, for example: bin/shiremoot ${taken.command} /meetings/panel/2019-11-21 --authority kent.`,
    )
  const authority = text('authority')
  if (authority === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(authority))
    return refuse(
      'no-authority',
      'Say whose record it is with --authority, in lower-case letters, digits and hyphens, such as kent.',
    )
  const by = text('as')
  if (by === '')
    return refuse('no-name', '--as is empty; give a name and a role, such as "Jane Doe, policy officer".')
  return {
    paths: paths.flatMap((path) => path ?? []),
    authority,
    ...(by === undefined ? {} : { by }),
    dryRun: values['dry-run'] === true,
    json: values['json'] === true,
    dataDir: text('data'),
    texts: new Map(
      taken.texts.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name) ?? '']])),
    ),
    flags: new Set(taken.flags.filter((name) => values[name] === true)),
  }
}

function pathIn(address: string): string | undefined {
  if (address.startsWith('/') && !address.startsWith('//')) return address
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined
  const { pathname, hash } = new URL(address)
  return decodeURI(pathname) + decodeURI(hash)
}
