/** Holds the sources to `architecture.mjs`: who imports whom, and through which door. Prints each breach with its place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import * as house from '../architecture.mjs'
import { type Imported, importsOf } from './imports-of.ts'

export type Breach = { file: string; line: number; what: string }

/** An import whose target is a file of ours, its path from the root. */
type Edge = Imported & { to: string }

type File = { path: string; module: string | undefined; edges: Edge[]; isTest: boolean }

const FOLDERS = ['src', 'test', 'bench', 'scripts']

/** Every breach below a root, which is laid out as this repository is. */
export function breachesIn(root: string): Breach[] {
  const found: Breach[] = []
  const files = new Map<string, File>()
  for (const path of FOLDERS.flatMap((folder) => sourcesBelow(root, folder))) {
    const file = { path, module: moduleOf(path), edges: [], isTest: isTest(path) }
    files.set(path, file)
    if (path.startsWith('src/') && file.module === undefined) {
      found.push({ file: path, line: 1, what: 'belongs to no module that architecture.mjs names' })
    }
    for (const imported of importsOf(readFileSync(join(root, path), 'utf8')))
      resolveImport(root, file, imported, found)
  }
  for (const file of files.values()) {
    for (const edge of file.edges) {
      const what = crossing(file, edge) ?? insideDomain(file, edge)
      if (what !== undefined) found.push({ file: file.path, line: edge.line, what })
    }
  }
  found.push(...cycles(files), ...reachesActs(files))
  return found.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line)
}

function sourcesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|js|mts)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
}

function moduleOf(path: string): string | undefined {
  return Object.keys(house.modules).find((name) => path.startsWith(`src/${name}/`))
}

const isTest = (path: string): boolean =>
  path.endsWith('.test.ts') || isForTests(path) || path.startsWith('test/')

/** Builders and servers for tests: `testing.ts`, `testing-pages.ts`. */
const isForTests = (path: string): boolean => /(^|\/)testing(-[^/]+)?\.ts$/.test(path)

/** Turns an import into an edge between files, or into a breach when that cannot be. */
function resolveImport(root: string, file: File, imported: Imported, found: Breach[]): void {
  const { specifier, line } = imported
  const breach = (what: string): void => {
    found.push({ file: file.path, line, what })
  }
  if (specifier === null) {
    if (file.path.startsWith('src/'))
      breach('imports a computed path, which nobody can check: write the path out')
    return
  }
  if (imported.how === 'url' && !/\.(ts|mjs|js)$/.test(specifier)) return
  if (specifier.startsWith('.')) {
    const target = resolve(root, dirname(file.path), specifier)
    const to = relative(root, target)
    if (!existsSync(target)) breach(`imports ${specifier}, which is not there`)
    else if (to.startsWith('..')) breach(`imports ${specifier}, which is outside the repository`)
    else file.edges.push({ ...imported, to })
    return
  }
  if (isBuiltin(specifier)) return
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const homes: readonly string[] | undefined = Object.hasOwn(house.outside, name)
    ? house.outside[name]
    : undefined
  if (homes?.some((home) => file.path.startsWith(home)) === true) return
  if (file.isTest && house.forTests.includes(name)) return
  breach(
    homes === undefined
      ? `imports ${specifier}, which has no home in architecture.mjs`
      : `imports ${specifier}, whose home is ${homes.join(', ')}`,
  )
}

/** What is wrong with an import from one module into another. */
function crossing(file: File, { to }: Edge): string | undefined {
  if (to.endsWith('.test.ts')) return `imports the test ${to}`
  if (isForTests(to) && !file.isTest && !file.path.startsWith('bench/'))
    return `imports ${to}, which is for tests alone`
  if (file.path.startsWith('src/') && !to.startsWith('src/'))
    return `imports ${to}: sources know nothing outside src`
  const target = moduleOf(to)
  if (target === undefined || target === file.module) return undefined
  const may: readonly string[] | undefined =
    file.module === undefined ? undefined : house.modules[file.module]
  if (may !== undefined && !may.includes(target)) return `imports ${target}, which ${file.module} may not`
  if (to === `src/${target}/index.ts` || isForTests(to) || house.moreDoors.includes(to)) return undefined
  return `imports ${to} behind the door src/${target}/index.ts`
}

/** What is wrong with an import for the layers of a domain. */
function insideDomain(file: File, edge: Edge): string | undefined {
  if (file.module?.startsWith('domains/') !== true || file.isTest || !bringsValues(edge)) return undefined
  const name = basename(file.path)
  const target = moduleOf(edge.to)
  const asks = house.asksTheRecord.names.test(name) || house.asksTheRecord.files.includes(file.path)
  if (!asks && (target === 'database' || target === 'record')) {
    return `takes more than types from ${target}: only reads, writes and imports of a domain ask it`
  }
  if (name.endsWith('-page.ts') && /^reads(-.+)?\.ts$/.test(basename(edge.to))) {
    return `takes more than types from ${edge.to}: a page shows what its route has read`
  }
  return undefined
}

const bringsValues = (edge: Imported): boolean =>
  !edge.typeOnly && (edge.names.length === 0 || edge.names.some(({ typeOnly }) => !typeOnly))

/** Each ring of files that import each other when they run. */
function cycles(files: ReadonlyMap<string, File>): Breach[] {
  const found: Breach[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      found.push({
        file: path,
        line: 1,
        what: `is part of a ring of imports: ${[...trail.slice(start), path].join(' → ')}`,
      })
      return
    }
    if (done.has(path)) return
    for (const edge of files.get(path)?.edges ?? []) {
      if (edge.how === 'static' && !edge.typeOnly) visit(edge.to, [...trail, path])
    }
    done.add(path)
  }
  for (const path of files.keys()) visit(path, [])
  return found
}

/** Each way by which something that only shows (a `public` folder of a domain, `reads`, the public surface) comes to what changes the record. */
function reachesActs(files: ReadonlyMap<string, File>): Breach[] {
  return [...files.values()].filter(onlyShows).flatMap((file) => {
    const way = wayToActs(files, file)
    return way === undefined
      ? []
      : [{ file: file.path, line: 1, what: `reaches what changes the record: ${way.join(' → ')}` }]
  })
}

function onlyShows({ path, module, isTest: test }: File): boolean {
  if (test) return false
  if (module === 'surfaces/public') return true
  if (module?.startsWith('domains/') !== true) return false
  return path.includes('/public/') || /^reads(-.+)?\.ts$/.test(basename(path))
}

/**
 * The shortest way over imports of any kind, types included. It is followed through domains, and not through the surface
 * itself, which hands domains' pages on and so must know their doors.
 */
function wayToActs(files: ReadonlyMap<string, File>, from: File): string[] | undefined {
  const queue = [[from.path]]
  const seen = new Set<string>([from.path])
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    const file = files.get(way.at(-1) ?? '')
    if (file === undefined || !(file.module === from.module || (inDomain(from) && inDomain(file)))) continue
    if (file !== from && house.changesTheRecord.test(basename(file.path))) return way
    const act = takesAct(file)
    if (act !== undefined) return [...way, `${act} of record`]
    for (const { to } of file.edges) {
      if (seen.has(to)) continue
      seen.add(to)
      queue.push([...way, to])
    }
  }
  return undefined
}

const inDomain = ({ module }: File): boolean => module?.startsWith('domains/') === true

function takesAct(file: File): string | undefined {
  const names = file.edges
    .filter(({ to }) => moduleOf(to) === 'record')
    .flatMap((edge) => edge.names.map(({ name }) => name))
  return names.find((name) => name === '*' || house.acts.includes(name))
}

if (import.meta.main) {
  const found = breachesIn(resolve(import.meta.dirname, '..'))
  for (const { file, line, what } of found) console.error(`${file}:${line} ${what}.`)
  if (found.length > 0) process.exitCode = 1
}
