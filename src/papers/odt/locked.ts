/** Tells an OpenDocument file that needs a password: its manifest says how its members were encrypted. */
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { faulty } from '../office/refusals.ts'
import { hearXml } from '../office/xml.ts'

/** The refusal of a locked file; undefined for one that is open to all. */
export function lockedWord(archive: Archive, file: string): Refusal | undefined {
  const manifest = archive.read('META-INF/manifest.xml')
  if (manifest === undefined || isRefusal(manifest)) return manifest
  let locked = false
  const fault = hearXml(manifest, {
    open(name) {
      if (name === 'manifest:encryption-data') locked = true
    },
  })
  if (fault !== undefined) return faulty(fault, file, 'of its list of parts')
  return locked
    ? refuse(
        'archive-locked',
        `${file}: it is locked with a password; remove the password and bring it again.`,
      )
    : undefined
}
