/** Verifies a folder: the copy of a record, or a log alone. */
import type { Options, Report } from './report.ts'

/**
 * Verifies a folder: a copy of a record (`manifest`, `log/`, pages, files), or a log alone (`checkpoint`, `tile/`). Answers
 * with every fault it finds; throws only when a file that is there cannot be read.
 */
export async function verifyFolder(folder: string, options: Options = {}): Promise<Report> {
  throw new Error(`Not there yet: ${folder} ${JSON.stringify(options)}`)
}
