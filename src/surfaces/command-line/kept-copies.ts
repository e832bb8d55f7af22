/** Where the data folder has the kept copy of an authority. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SITE_FILE } from '../../web/index.ts'

export const copyFolder = (dataDir: string, authority: string): string => join(dataDir, 'copy', authority)

/** The authority of which there is a copy to serve; undefined where nothing was kept yet. */
export function copiedAuthority(dataDir: string): string | undefined {
  const folder = join(dataDir, 'copy')
  if (!existsSync(folder)) return undefined
  return (
    readdirSync(folder)
      .toSorted()
      // What begins with a dot is a copy in the making.
      .find((name) => !name.startsWith('.') && existsSync(join(folder, name, SITE_FILE)))
  )
}
