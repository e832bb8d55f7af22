/** Adds up what DuckDB found in each file, so that a file that is refused half way leaves nothing behind. Pure. */
import { type Refusal, refuse } from '../../../lib/index.ts'
import type { Columns } from './columns.ts'
import type { Counted, Counting, Counts, Form, Key, Note, PlaceFaults } from './count.ts'
import type { Group } from './engine.ts'
import { forceInName } from './forces.ts'

/** What is being counted of one file that was named, with all that is in it. */
export type Part = {
  /** Adds a file's groups; returns how many rows they have, or refuses 'month-unreadable'. */
  add: (
    groups: readonly Group[],
    columns: Pick<Columns, 'at'>,
    file: { name: string; fileName: string },
  ) => number | Refusal
  /** Puts it with the rest. */
  keep: () => void
}

export type Tally = {
  part: () => Part
  counts: (form: Form, files: Counts['files'], notes: readonly Note[]) => Counts
}

const SEPARATOR = '\u0000'

/** An empty tally for what is asked. */
export function makeTally({ by, places }: Counting): Tally {
  const all = new Map<string, number>()
  const faults: PlaceFaults = { swapped: 0, nowhere: 0, outside: 0 }
  return {
    part() {
      const own = new Map<string, number>()
      const ownFaults: PlaceFaults = { swapped: 0, nowhere: 0, outside: 0 }
      return {
        add(groups, { at }, file) {
          const placed = by.filter((key) => at.has(key))
          const force = by.includes('force') && !at.has('force') ? forceInName(file.fileName) : null
          let rows = 0
          for (const { values, count, ...wrong } of groups) {
            const found = new Map(placed.map((key, index) => [key, (values[index] ?? '').trim()]))
            const month = found.get('month') ?? ''
            if (month !== '' && !MONTH.test(month)) return unreadable(file.name, month, count)
            const key = by.map((each) => valueOf(each, found, force)).join(SEPARATOR)
            own.set(key, (own.get(key) ?? 0) + count)
            rows += count
            addFaults(ownFaults, wrong)
          }
          return rows
        },
        keep() {
          for (const [key, count] of own) all.set(key, (all.get(key) ?? 0) + count)
          addFaults(faults, ownFaults)
        },
      }
    },
    counts: (form, files, notes) => {
      const rows = [...all].map(([key, count]) => rowOf(key, count, by.length)).toSorted(inOrder)
      const total = rows.reduce((sum, { count }) => sum + count, 0)
      return {
        by: [...by],
        form,
        rows,
        total,
        files,
        notes: [...notes],
        places: places === true ? faults : null,
      }
    },
  }
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

const unreadable = (name: string, month: string, count: number): Refusal =>
  refuse(
    'month-unreadable',
    `${name}: ${count === 1 ? 'a row has' : `${count.toLocaleString('en-GB')} rows have`} the month “${month.replace(/\p{C}/gu, '?')}”, which is none such as 2019-01; mend it or fetch the file again. None of its rows was counted.`,
  )

function valueOf(key: Key, found: ReadonlyMap<Key, string>, force: string | null): string {
  const value = found.get(key)
  if (value === undefined) return key === 'force' ? (force ?? '') : ''
  return key === 'district' ? districtInName(value) : value
}

/** "Ashford 001A" is of Ashford: ONS names an LSOA after its district, then a number and a letter. */
const districtInName = (lsoaName: string): string => lsoaName.replace(/ \d{3}[A-Z]+$/, '')

function addFaults(sum: PlaceFaults, more: PlaceFaults): void {
  sum.swapped += more.swapped
  sum.nowhere += more.nowhere
  sum.outside += more.outside
}

const rowOf = (key: string, count: number, keys: number): Counted => ({
  values: keys === 0 ? [] : key.split(SEPARATOR).map((value) => (value === '' ? null : value)),
  count,
})

const collator = new Intl.Collator('en-GB')

function inOrder(one: Counted, other: Counted): number {
  for (const [at, value] of one.values.entries()) {
    const against = other.values[at] ?? null
    if (value === against) continue
    if (value === null || against === null) return value === null ? 1 : -1
    return collator.compare(value, against)
  }
  return 0
}
