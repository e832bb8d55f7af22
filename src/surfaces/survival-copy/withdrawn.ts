/** Takes what was withdrawn out of the copy before all its pages are made anew. */
import { type PublicRecord, publishedFiles } from '../../record/index.ts'
import { fileOfAddress } from '../../web/index.ts'
import type { CopyFolder } from './folder.ts'
import { pathOfPaper } from './pages.ts'
import { addressInText } from './texts.ts'

/** The whole record in one file: it holds what was withdrawn as well. */
const WHOLE_RECORD = 'data/record.jsonl'

/** Whether a file of the copy is a text of the record or of the log, rather than of the site. */
export const isOfTheRecord = (path: string): boolean => /^(record|log)\//.test(path)

/** The files of the copy that show what stands at an address, by the texts that went. */
async function filesOf(copy: CopyFolder, texts: readonly string[]): Promise<Set<string>> {
  const files = new Set<string>([WHOLE_RECORD])
  for (const text of texts) {
    const address = await addressInText(copy, text)
    if (address === undefined) continue
    files.add(fileOfAddress(address, true))
    files.add(`${address.slice(1)}.json`)
    // Its tables, pictures and versions stand below it. What else does is made anew with all pages.
    for (const path of copy.standing.keys()) if (path.startsWith(`${address.slice(1)}/`)) files.add(path)
  }
  return files
}

/**
 * When texts went from the record, keeps all of the copy but them, the pages at their addresses, and the papers that may not be
 * read any more; true when there was anything to take out. The texts of the record and the log have been put already.
 */
export async function keepWhatIsNotWithdrawn(ask: PublicRecord, copy: CopyFolder): Promise<boolean> {
  const texts = [...copy.standing.keys()].filter((path) => path.startsWith('record/') && !copy.has(path))
  if (texts.length === 0) return false
  const gone = await filesOf(copy, texts)
  const papers = new Set((await publishedFiles(ask)).map(({ sha256, name }) => pathOfPaper(sha256, name)))
  for (const path of copy.standing.keys()) {
    if (isOfTheRecord(path) || gone.has(path)) continue
    if (!path.startsWith('files/') || papers.has(path)) copy.keep(path)
  }
  return true
}
