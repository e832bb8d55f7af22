/** Builders for tests of what becomes of papers: readings as a reader would return them, and a record to bring them into. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { date, isRefusal } from '../../lib/index.ts'
import type { Attendance, Attendee, Block, Reading } from '../../papers/index.ts'
import { aReading as anyReading } from '../../papers/testing.ts'
import { type Brought, keepFile, publishBrought, type Source } from '../../record/index.ts'
import type { TestRecord } from '../../record/testing.ts'
import { importer, kinds } from './index.ts'

/** A block to be written: its offsets follow from its text. */
type Written =
  | { heading: string; level?: 1 | 2 | 3 | 4 | 5 | 6 }
  | { paragraph: string; number?: string; quote?: boolean; page?: number }
  | { list: string[]; markers?: string[] }
  | { table: string[][]; columns: string[]; title?: string }

/** A tree of blocks and the text they stand in. */
export function written(parts: readonly Written[]): { blocks: Block[]; text: string } {
  let text = ''
  const blocks = parts.map((part): Block => {
    const words = wordsOf(part)
    const at = {
      page: 'page' in part ? (part.page ?? null) : null,
      start: text.length,
      end: text.length + words.length,
    }
    text += `${words}\n\n`
    if ('heading' in part)
      return { type: 'heading', level: part.level ?? 2, text: part.heading, number: null, ...at }
    if ('paragraph' in part) {
      return {
        type: 'paragraph',
        text: part.paragraph,
        number: part.number ?? null,
        quote: part.quote ?? false,
        ...at,
      }
    }
    if ('list' in part) {
      const items = part.list.map((words_, index) => ({
        marker: part.markers?.[index] ?? '-',
        text: words_,
        items: [],
      }))
      return { type: 'list', ordered: part.markers !== undefined, items, ...at }
    }
    return {
      type: 'table',
      title: part.title ?? null,
      columns: part.columns,
      rows: part.table,
      rowHeaders: true,
      ...at,
    }
  })
  return { blocks, text }
}

function wordsOf(part: Written): string {
  if ('heading' in part) return part.heading
  if ('paragraph' in part) return part.paragraph
  return 'list' in part
    ? part.list.join('\n')
    : [part.columns, ...part.table].map((row) => row.join('\t')).join('\n')
}

/** A reading of a panel's meeting with nothing in it but what a test is about. */
export const aReading = (parts: Partial<Reading> = {}): Reading =>
  anyReading({ kind: 'other', body: 'Anyshire Police and Crime Panel', date: '2019-11-21', ...parts })

export const anAttendee = (asPrinted: string, parts: Partial<Attendee> = {}): Attendee => ({
  name: asPrinted,
  asPrinted,
  role: null,
  organisation: null,
  substituteFor: null,
  ...parts,
})

export const someAttendance = (parts: Partial<Attendance> = {}): Attendance => ({
  present: [],
  apologies: [],
  substitutes: [],
  alsoPresent: [],
  inAttendance: [],
  late: [],
  ...parts,
})

/** A file whose bytes are its name, so that two names are two files. */
export function aSource(name = 'paper.md', corrections: Partial<Source['corrections']> = {}): Source {
  const sha256 = createHash('sha256').update(name).digest('hex')
  const none = { paper: {}, people: {}, serves: [], progress: [], plan: {} }
  const path = `/files/${sha256}/${name}`
  return { name, sha256, mediaType: 'text/markdown', path, corrections: { ...none, ...corrections } }
}

/** Brings readings into a record and publishes what was brought, unless it is to stay a draft, as the import command does; its files go when the tests end. */
export function aBringer(ending: { after: (undo: () => void) => unknown }) {
  const folder = mkdtempSync(join(tmpdir(), 'scrutiny-files-'))
  ending.after(() => rmSync(folder, { recursive: true }))
  return async (
    record: TestRecord,
    reading: Reading,
    source: Source = aSource(),
    { publishes = true } = {},
  ): Promise<Brought> => {
    const { permits, act } = record
    const brought = await act((tx) =>
      importer.bring(
        { tx, permit: permits.bring, today: date('2019-12-01'), asDraft: !publishes },
        reading,
        source,
      ),
    )
    if (isRefusal(brought)) throw new Error(brought.message)
    const { name, mediaType } = source
    await act(async (tx) => {
      await keepFile(tx, permits.bring, { name, mediaType, bytes: Buffer.from(name) }, folder)
      if (publishes) await publishBrought(tx, permits.publish, kinds, brought)
    })
    return brought
  }
}

/** What an import changed, in words; nothing when it brought only what was there. */
export const changes = (brought: Brought): string[] => [
  ...brought.entries
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ path, outcome }) => `${outcome} ${path}`),
  ...brought.links
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ from, kind, to }) => `${from} ${kind} ${to}`),
]
