/** Which test files there are, which of them run together, and whether each was run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf } from './imports-of.ts'
import type { Reported } from './test-reporter.ts'

/** How the process of a group ended. */
export type Ended = { status: number | null; output: string; seconds: number }

/** Every test file of the repository. */
export function testFiles(root: string): string[] {
  const top = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'),
  )
  return top
    .flatMap(({ name }) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
    )
    .filter((file) => /\.test\.(ts|mts|js|mjs)$/.test(file) && !file.includes('node_modules/'))
    .toSorted()
}

const known = new Map<string, string[]>()

/** The files that a file imports to run. */
function importedBy(root: string, file: string): string[] {
  const path = join(root, file)
  let files = known.get(path)
  if (files === undefined) {
    files = existsSync(path)
      ? importsOf(readFileSync(path, 'utf8')).flatMap(({ specifier, typeOnly }) =>
          typeOnly || specifier?.startsWith('.') !== true
            ? []
            : [relative(root, resolve(dirname(path), specifier))],
        )
      : []
    known.set(path, files)
  }
  return files
}

/** A file, and all that it imports over however many files. */
function reachedBy(root: string, file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached
  reached.add(file)
  for (const imported of importedBy(root, file)) reachedBy(root, imported, reached)
  return reached
}

const GROUPS = ['unit', 'database', 'whole', 'process', 'browser'] as const
export type Group = (typeof GROUPS)[number]

/** Which tests a file is run with. */
export function groupOf(root: string, file: string): Group {
  if (file.startsWith('test/browser/')) return 'browser'
  if (file.startsWith('test/process/')) return 'process'
  if (reachedBy(root, file).has('src/database/throwaway.ts')) return 'database'
  // Tests of the command line start it as a process of its own, which takes half a second each.
  return file.startsWith('test/') || file.startsWith('src/surfaces/command-line/') ? 'whole' : 'unit'
}

/** Adds a failure for each file that no test was reported of, and for a process that failed without any test having done so. */
export function complete(
  root: string,
  name: Group,
  files: readonly string[],
  reported: readonly Reported[],
  ended: Ended,
): Reported[] {
  // A file without a test is reported as one test that bears the file's name.
  const real = reported.filter((one) => !standsForFile(one))
  const told = [...real]
  for (const file of files) {
    const empty = reported.some((one) => standsForFile(one) && one.file === join(root, file))
    // A test that another file defines for it, such as one in each of several browsers, is reported of that other file.
    const reached = [...reachedBy(root, file)].map((path) => join(root, path))
    if (empty || !real.some((one) => reached.includes(one.file))) {
      told.push({
        file,
        path: ['has tests, and they are run'],
        outcome: 'failed',
        words: `No test of ${file} was reported.`,
      })
    }
  }
  const unexplained = ended.status !== 0 && !told.some(({ outcome }) => outcome === 'failed')
  if (unexplained || ended.status === null) {
    const words =
      ended.status === null ? 'They were stopped before their end.' : `Ended with ${ended.status}.`
    told.push({
      file: '',
      path: [`the ${name} tests end well`],
      outcome: 'failed',
      words: `${words} The last that was reported: ${reported.at(-1)?.path.join(' › ') ?? 'none'}.\n${ended.output}`,
    })
  }
  return told
}

const standsForFile = ({ outcome, path: [name = '', ...more], file }: Reported): boolean =>
  outcome === 'passed' && more.length === 0 && /\.test\.(ts|mts|js|mjs)$/.test(name) && file.endsWith(name)
