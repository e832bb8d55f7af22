/** What is said of a log whose files are not what they should be. */
import { type Refusal, refuse } from '../lib/index.ts'
import { DamagedFile } from './durable.ts'
import type { LogFolder } from './folder.ts'

/** What an act that reads the log's files answers; a refusal when one of them is missing or not of its form. */
export async function orDamaged<T>(folder: LogFolder, act: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await act()
  } catch (failure) {
    if (failure instanceof DamagedFile) return damaged(folder, failure.message)
    throw failure
  }
}

/** Says that a log cannot be gone on with, and what of it is wrong. */
export const damaged = (folder: LogFolder, what: string): Refusal =>
  refuse(
    'log-damaged',
    `The log in ${folder} cannot be gone on with: ${what}. Move the folder away; it is made again from the record, and only as it was signed.`,
  )
