/** Notes how far an import of many files is, so that one that was cut off goes on where it stopped. */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FileOutcome, ImportOptions } from './bring-files.ts'

export type Journal = {
  /** What came of the files that an earlier run had settled, and that are as they were. */
  done: ReadonlyMap<string, FileOutcome>
  /** Notes what came of a file, once the record has it. */
  note(outcome: FileOutcome): void
  /** All files are settled: the journal is no longer needed. */
  finish(): void
}

/** A line of the journal: an outcome, and what the file looked like. */
type Line = { as: string; outcome: FileOutcome }

const NONE: Journal = { done: new Map(), note: () => undefined, finish: () => undefined }

/**
 * Opens the journal of an import in `folder`: the same files for the same authority, published or not, by the same
 * person, go on; anything else is another import. One file, and a dry run, need none.
 */
export function openJournal(
  folder: string | undefined,
  files: readonly string[],
  options: ImportOptions,
): Journal {
  if (folder === undefined || files.length < 2 || options.dryRun) return NONE
  mkdirSync(folder, { recursive: true })
  const place = join(folder, `${nameOf(files, options)}.jsonl`)
  const done = new Map<string, FileOutcome>()
  for (const { as, outcome } of linesOf(place))
    if (as === lookOf(outcome.file)) done.set(outcome.file, outcome)
  if (done.size > 0)
    options.onProgress?.(`Going on after ${done.size} of ${files.length} files that were settled before.`)
  return {
    done,
    note: (outcome) => {
      appendFileSync(place, `${JSON.stringify({ as: lookOf(outcome.file), outcome } satisfies Line)}\n`)
    },
    finish: () => {
      rmSync(place, { force: true })
    },
  }
}

function nameOf(files: readonly string[], { authority, publish, by }: ImportOptions): string {
  const asked = [authority, publish, by ?? null, ...files.map((file) => resolve(file)).toSorted()]
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32)
}

/** How a file and the corrections beside it look from outside; another look means that it may say something else. */
const lookOf = (file: string): string => [file, `${file}.corrections.json`].map(look).join(' ')

function look(file: string): string {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    return found === undefined ? 'absent' : `${found.size} ${found.mtimeMs} ${found.ino}`
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EACCES') return 'closed to us'
    throw problem
  }
}

/** The lines that were written whole; the last may have been cut off with the import. */
function linesOf(place: string): Line[] {
  if (!existsSync(place)) return []
  const whole = readFileSync(place, 'utf8').split('\n').slice(0, -1)
  return whole.map((line): Line => JSON.parse(line))
}
