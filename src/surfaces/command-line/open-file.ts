/** Opens the files that a person names on the command line. */
import { readFile, stat } from 'node:fs/promises'
import { type Refusal, refuse } from '../../lib/index.ts'

/** The largest file of any form; readers of a form refuse sooner. */
const MOST_BYTES = 100_000_000

/** Opens a file that a person named; refuses what is missing, a folder, no file, too large, or not permitted. */
export async function openFile(path: string): Promise<Uint8Array | Refusal> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      return refuse('is-a-folder', `${path} is a folder: name the files in it, as in ${path}/*.pdf.`)
    if (!found.isFile())
      return refuse('not-a-file', `${path} is not a file: give a text, Markdown or PDF file.`)
    if (found.size > MOST_BYTES)
      return refuse(
        'file-too-large',
        `${path} is larger than the 100 MB that are read: split it into papers.`,
      )
    return await readFile(path)
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse('file-not-found', `${path} is not there: check the name and the folder.`)
    if (code === 'EACCES' || code === 'EPERM')
      return refuse(
        'file-not-readable',
        `${path} may not be read by this user: change its permissions or copy it.`,
      )
    // A link that leads to itself, a name longer than any file's.
    if (code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'EINVAL' || code === 'ERR_INVALID_ARG_VALUE')
      return refuse('not-a-file', `${shortened(path)} leads to no file: check the name, or the link.`)
    throw problem
  }
}

/** A name that fits in a sentence. */
const shortened = (path: string): string => (path.length > 200 ? `${path.slice(0, 100)}…` : path)
