/** Keeps every version that a paper or minutes have had within reach: those that readers had, and no draft among them. */
import { type ImportAct, isPublicFile, type Kind, workingCopy } from '../../../record/index.ts'
import type { Gathering } from '../gathering.ts'
import type { Place } from '../paper-context.ts'

type Versioned = { version: number; earlier: readonly { version: number; file: { sha256: string } }[] }

type Versions<Working extends Versioned, Content> = {
  /** Of the entry as it stands; those of its versions begin with it. */
  key: string
  place: Place
  kind: Kind<Working, Content>
  now: Versioned
  /** The version that the file at hand replaced just now. */
  old: Working | null
}

/**
 * Brings the earlier versions of an entry and what they are to it. All of them each time: one that was replaced while
 * its successor was a draft becomes a version to readers when that is published. One that nobody published never does.
 */
export async function bringVersions<Working extends Versioned, Content>(
  act: ImportAct,
  gathering: Gathering,
  { key, place, kind, now, old }: Versions<Working, Content>,
): Promise<void> {
  const { authority } = act.permit
  for (const { version, file } of now.earlier) {
    const oldKey = `${key}/version-${version}`
    const known =
      old?.version === version ? old : (await workingCopy(act.tx, authority, kind, oldKey))?.working
    if (known === undefined) continue
    const goes = (await isPublicFile(act.tx, authority, file.sha256)) ? undefined : 'waits'
    const oldPlace = await gathering.entry(kind, oldKey, known, 'Replaced by a newer version', goes)
    await gathering.join(place, oldPlace, 'supersedes', `version ${version + 1} in place of ${version}`)
  }
}
