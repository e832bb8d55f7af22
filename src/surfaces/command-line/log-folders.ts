/** Finds the logs and copies of a data folder for commands that open no database. */
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The data folder that is meant: `.data` of the checkout when none is named. */
export const dataFolderNamed = (named: string | undefined): string =>
  resolve(named ?? join(import.meta.dirname, '../../../.data'))

/** Whether a file or folder could not be had because it is not there, or is of the other sort. */
export const isMissing = (failure: unknown): boolean =>
  failure instanceof Error &&
  'code' in failure &&
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(failure.code))

/** The copies in a data folder, one for each authority; where there is no copy yet, its log. */
export async function copiesIn(data: string, authority: string | undefined): Promise<string[]> {
  const found = new Map<string, string>()
  for (const kind of ['log', 'copy']) {
    try {
      for (const entry of await readdir(join(data, kind), { withFileTypes: true }))
        if (entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
          found.set(entry.name, join(data, kind, entry.name))
    } catch (failure) {
      if (!isMissing(failure)) throw failure
    }
  }
  return [...found]
    .filter(([name]) => authority === undefined || name === authority)
    .map(([, folder]) => folder)
    .toSorted()
}
