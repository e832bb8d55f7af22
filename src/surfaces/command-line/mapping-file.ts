/** Reads the mapping of a spreadsheet, from the file `NAME.mapping.json` beside it or from one that is named. */
import { readFile } from 'node:fs/promises'
import { type Mapping, readMapping } from '../../domains/performance/index.ts'
import { type Refusal, refuse } from '../../lib/index.ts'

/** Where the mapping of a spreadsheet stands. */
export const mappingBeside = (sheet: string): string => `${sheet}.mapping.json`

/**
 * The mapping that is named, or the one beside `sheet` (its path); null when there is none there. One that cannot be used
 * is refused: columns taken for others would be worse than none.
 */
export async function mappingFrom(
  sheet: string,
  named: string | undefined,
): Promise<Mapping | null | Refusal> {
  const path = named ?? mappingBeside(sheet)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (named === undefined && (code === 'ENOENT' || code === 'ENAMETOOLONG')) return null
    if (code === 'ENOENT')
      return refuse('mapping-not-found', `${path} is not there; name the mapping that --mapping should use.`)
    throw problem
  }
  try {
    return readMapping(JSON.parse(text), path)
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    return refuse(
      'mapping-not-json',
      `${path} is not valid JSON (${problem.message}); mend it or take it away.`,
    )
  }
}
