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
  openLogOf,
  publicFiles,
} from '../../log/index.ts'
import { atOneMoment, logSize, type PublicRecord } from '../../record/index.ts'
import { Stopped } from './alarm.ts'
import { CopyFolder, type Finished } from './folder.ts'
import { manifestText } from './manifest.ts'
import { putSite } from './pages.ts'
import { everyLeaf, putTexts } from './texts.ts'
import { isOfTheRecord, keepWhatIsNotWithdrawn } from './withdrawn.ts'

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
  /** Addresses of pages that could not be made: the copy has them as they were. */
  failed: readonly string[]
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
      await this.#putLog(log, copy)
      // To make all pages anew takes a while in a large record; what was withdrawn must not wait for it.
      if (await keepWhatIsNotWithdrawn(ask, copy)) {
        await this.#finish(log, copy)
        await copy.begin()
        for (const path of copy.standing.keys()) if (isOfTheRecord(path)) copy.keep(path)
      }
      return await this.#copySite(ask, log, copy)
    })
  }

  async #putLog(log: Log, copy: CopyFolder): Promise<void> {
    for (const path of await publicFiles(log.folder))
      await copy.put(`log/${path}`, await readFile(join(log.folder, path)))
  }

  async #copySite(ask: PublicRecord, log: Log, copy: CopyFolder): Promise<Pass> {
    const { dataDir, origin, clock } = this.#of
    const [asked, failed] = await Promise.all([
      askWitnesses(log.folder, { timeout: WITNESS_TIME }),
      putSite({ ask, files: join(dataDir, 'files'), origin, clock, logFolder: log.folder }, copy),
    ])
    // Witnesses may have signed meanwhile.
    await this.#putLog(log, copy)
    const done = await this.#finish(log, copy)
    const witnesses = isRefusal(asked) ? [unusable(asked)] : asked
    return { leaves: log.size, ...done, failed, witnesses }
  }

  async #finish(log: Log, copy: CopyFolder): Promise<Finished> {
    const { dataDir, clock, ask } = this.#of
    const { authority } = ask
    const key = await keyOf(dataDir, authority)
    return await copy.finish((files) =>
      manifestText({ authority, moment: clock().toISOString(), log, files }, key),
    )
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
