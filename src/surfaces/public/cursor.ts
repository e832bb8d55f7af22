/** The place in a list from which its next part goes on, as an address has it. */
import { localDate, stored } from '../../lib/index.ts'
import type { Cursor } from '../../record/index.ts'

const WRITTEN = /^(\d{4}-\d{2}-\d{2}|undated)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** 2019-11-21.0190…: the day, or "undated", and the id. */
export const cursorText = ({ date, id }: Cursor): string => `${date ?? 'undated'}.${id}`

/** Reads it; null where nothing was given, undefined where it is none. */
export function typedCursor(text: string | undefined): Cursor | null | undefined {
  if (text === undefined) return null
  const [, day = '', id = ''] = WRITTEN.exec(text) ?? []
  if (day === '') return undefined
  const date = day === 'undated' ? null : localDate(day)
  return date === undefined ? undefined : { date, id: stored.entryId(id) }
}
