/** `shiremoot import --propose`: proposes what the columns of a spreadsheet mean, shows what they would bring, and keeps nothing. */
import type { Installation } from './installation.ts'

export function proposeMappings(
  _installation: Pick<Installation, 'db'>,
  _files: readonly string[],
  _asked: { save: boolean; json: boolean; authority: string },
): Promise<number> {
  return Promise.resolve(2)
}
