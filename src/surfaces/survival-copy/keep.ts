/** Brings log and copy to the state of the record: the log first, then the copy, both from one moment of the record. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, type Refusal } from '../../lib/index.ts'
import {
  type Asked,
  askWitnesses,
  keyFolder,
  type Log,
  type LogKey,
  loadKey,
  logFolder,
  openLogOf,
  publicFiles,
} from '../../log/index.ts'
import { atOneMoment, logSize, type PublicRecord } from '../../record/index.ts'
import { Stopped } from './alarm.ts'
import { CopyFolder } from './folder.ts'
import { manifestText } from './manifest.ts'
import { putSite } from './pages.ts'
import { everyLeaf, putTexts } from './texts.ts'

export type Kept = {
  ask: PublicRecord
  dataDir: string
  origin: string
  clock: () => Date
}

/** What a pass did, and what came of asking witnesses meanwhile. */
export type Pass = {
  leaves: number
  written: number
  removed: number
  files: number
  witnesses: readonly Asked[]
}

/** How long a witness may take, in milliseconds: the copy is made meanwhile and waits no longer. */
const WITNESS_TIME = 5_000

function orStopped<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Stopped({ fault: value.code, words: value.message })
  return value
}

/** Keeps log and copy of one authority. It alone has the signing key. */
export class RecordKeeper {
  readonly #of: Kept
  #copy: CopyFolder | undefined

  constructor(of: Kept) {
    this.#of = of
  }

  /** Brings both up to date. Throws `Stopped` when the record is not what was published before: nothing is written then. */
  async keep(): Promise<Pass> {
    const { dataDir } = this.#of
    const log = orStopped(await openLogOf(dataDir, this.#of.ask.authority))
    return await atOneMoment(this.#of.ask, async (ask) => {
      const size = await logSize(ask)
      this.#copy ??= await CopyFolder.open(join(dataDir, 'copy'), ask.authority)
      const copy = this.#copy
      await copy.begin()
      // What was altered is found before anything is signed.
      await putTexts(ask, size, copy)
      await follow(log, ask, size)
      return await this.#copySite(ask, log, copy)
    })
  }

  async #copySite(ask: PublicRecord, log: Log, copy: CopyFolder): Promise<Pass> {
    const { dataDir, origin, clock } = this.#of
    const { authority } = ask
    const folder = logFolder(dataDir, authority)
    const [asked] = await Promise.all([
      askWitnesses(folder, { timeout: WITNESS_TIME }),
      putSite({ ask, files: join(dataDir, 'files'), origin, clock, logFolder: folder }, copy),
    ])
    for (const path of await publicFiles(folder))
      await copy.put(`log/${path}`, await readFile(join(folder, path)))
    const key = await keyOf(dataDir, authority)
    const done = await copy.finish((files) =>
      manifestText({ authority, moment: clock().toISOString(), log, files }, key),
    )
    return { leaves: log.size, ...done, witnesses: isRefusal(asked) ? [unusable(asked)] : asked }
  }
}

/** A list of witnesses that cannot be used keeps nothing from being published. */
const unusable = ({ message }: Refusal): Asked => ({ witness: '', outcome: 'refused', words: message })

/** Holds every leaf that is in the log against the record, and adds those that are not. */
async function follow(log: Log, ask: PublicRecord, size: number): Promise<void> {
  const added: Buffer[] = []
  const signed = log.size
  for await (const leaves of everyLeaf(ask, size)) {
    const from = leaves[0]?.number ?? 0
    const bytes = leaves.map(({ leaf }) => leaf)
    orStopped((await log.agrees(bytes, from)) ?? 'agrees')
    added.push(...bytes.slice(Math.max(0, signed - from)))
  }
  orStopped(await log.append(added, Math.min(signed, size)))
}

async function keyOf(dataDir: string, authority: string): Promise<LogKey> {
  const key = orStopped(await loadKey(keyFolder(dataDir, authority)))
  if (key === undefined) throw new Error('A log was opened without its key')
  return key
}
