/** Whom the log asks to witness its checkpoints: `witnesses.json` in its folder, written by whoever runs it. */
import { join } from 'node:path'
import { type Refusal, refuse, stored } from '../lib/index.ts'
import { textIfThere } from './durable.ts'
import { type LogFolder, WITNESSES_FILE } from './folder.ts'
import { COSIGNS, readVkey, type VerifierKey } from './note.ts'

export type Witness = {
  readonly key: VerifierKey
  /** Where it takes checkpoints (C2SP tlog-witness); null for one that is asked by hand. */
  readonly url: URL | null
}

const LIST = stored.list(
  stored.fields({ name: stored.text, vkey: stored.text, url: stored.orNull(stored.text) }),
)

/** Reads `witnesses.json`, a list of { name, vkey, url }; empty when there is none. Refuses with 'witnesses-unusable'. */
export async function readWitnesses(folder: LogFolder): Promise<Witness[] | Refusal> {
  const path = join(folder, WITNESSES_FILE)
  const text = await textIfThere(path)
  if (text === undefined) return []
  const unusable = (what: string): Refusal =>
    refuse(
      'witnesses-unusable',
      `${path} cannot be used: ${what}. It is a list of { "name", "vkey", "url" }.`,
    )
  let listed: ReturnType<typeof LIST>
  try {
    listed = LIST(JSON.parse(text))
  } catch (failure) {
    return unusable(failure instanceof Error ? failure.message : String(failure))
  }
  const witnesses: Witness[] = []
  for (const { name, vkey, url } of listed) {
    const key = readVkey(vkey)
    if (key?.type !== COSIGNS) return unusable(`the key of ${name} is no key of a witness`)
    const place = url === null ? null : placeOf(url)
    if (url !== null && place === null) return unusable(`the address of ${name} is not one of http or https`)
    witnesses.push({ key, url: place })
  }
  return witnesses
}

/** Where checkpoints are sent below the address of a witness; null when it is no such address. */
function placeOf(url: string): URL | null {
  if (!URL.canParse(url)) return null
  const place = new URL(url)
  if (!/^https?:$/.test(place.protocol) || place.username !== '' || place.password !== '') return null
  place.pathname = `${place.pathname.replace(/\/+$/, '')}/add-checkpoint`
  return place
}
