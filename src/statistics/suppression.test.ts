/** That no hidden count of a table can be worked back from what is shown, at one release or two. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type CountTable,
  type Hiding,
  hiddenRanges,
  type Place,
  type SuppressionOptions,
  suppress,
} from './index.ts'
import { add, printed, shownOf, valueAt } from './testing-tables.ts'

const ALL = { rowTotals: true, columnTotals: true, grandTotal: true }
const THRESHOLD = 5

const marked = ({ cells }: Hiding): string[] =>
  cells.map((row) => row.map((hidden) => (hidden ? 'x' : '.')).join(''))

/**
 * Proves by plain adding that each hidden count may be another: two tables of whole counts that show exactly what the
 * release shows and differ there. So no reasoning whatever from what is shown can pin it.
 */
function provesHidden(table: CountTable, hiding: Hiding, zeros: SuppressionOptions['zeros']): void {
  const shown = printed(shownOf(table, table.cells, hiding))
  const given = new Set(hiding.exposed.map(({ row, column }) => `${row} ${column}`))
  for (const { place, low, high, tables } of hiddenRanges(table, hiding, zeros)) {
    if (given.has(`${place.row} ${place.column}`)) continue
    const [least, most] = tables
    for (const one of tables) {
      assert.equal(printed(shownOf(table, one, hiding)), shown)
      assert.ok(one.flat().every((value) => value === null || (Number.isInteger(value) && value >= 0)))
    }
    assert.equal(valueAt(least, place), low)
    assert.ok(valueAt(most, place) > low, `${JSON.stringify(place)} is pinned in ${JSON.stringify(table)}`)
    if (high !== null) assert.equal(valueAt(most, place), high)
  }
}

const smallStayHidden = (table: CountTable, hiding: Hiding): void =>
  table.cells.forEach((row, at) =>
    row.forEach((value, column) => {
      if (value !== null && value > 0 && value < THRESHOLD) assert.equal(hiding.cells[at]?.[column], true)
    }),
  )

const count = fc.oneof(
  fc.integer({ min: 0, max: 7 }),
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 5, max: 400 }),
  fc.constant(null),
)
const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      cells: fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      shown: fc.record({ rowTotals: fc.boolean(), columnTotals: fc.boolean(), grandTotal: fc.boolean() }),
    }),
  )

const RUNS = Number(process.env['SHIREMOOT_SUPPRESSION_RUNS'] ?? 10_000)

describe('hiding small counts', () => {
  it('hides a small count and one more, so that the total gives neither away', () => {
    const hiding = suppress({ cells: [[3, 20, 30]], shown: ALL }, THRESHOLD)
    assert.equal(hiding.cells[0]?.[0], true)
    assert.equal(hiding.cells[0]?.filter(Boolean).length, 2)
    assert.deepEqual(hiding.exposed, [])
  })

  it('hides four corners where all totals are shown', () => {
    const table = {
      cells: [
        [2, 40, 30],
        [50, 60, 70],
        [80, 90, 95],
      ],
      shown: ALL,
    }
    const hiding = suppress(table, THRESHOLD)
    assert.equal(marked(hiding).join('').replaceAll('.', '').length, 4, marked(hiding).join('/'))
    assert.deepEqual([...hiding.rowTotals, ...hiding.columnTotals, hiding.grandTotal].includes(true), false)
    const [first] = hiddenRanges(table, hiding)
    assert.ok(first !== undefined && first.high !== null && first.high - first.low >= THRESHOLD)
  })

  it('hides nothing else where no total is shown, and nothing at all where nothing is small', () => {
    const none = { rowTotals: false, columnTotals: false, grandTotal: false }
    assert.deepEqual(marked(suppress({ cells: [[3, 20, 0]], shown: none }, THRESHOLD)), ['x..'])
    assert.deepEqual(marked(suppress({ cells: [[0, 5, 20]], shown: ALL }, THRESHOLD)), ['...'])
  })

  it('hides totals that are small themselves, and says what it cannot protect where they are public anyway', () => {
    const table = { cells: [[3], [20]], shown: ALL }
    assert.equal(suppress(table, THRESHOLD).rowTotals[0], true)
    const stay = suppress({ cells: [[3]], shown: ALL }, THRESHOLD, { totals: 'stay' })
    assert.deepEqual(stay.exposed, [{ row: 0, column: 0 }])
  })

  it('treats noughts as asked', () => {
    const table = { cells: [[2, 0, 0]], shown: { rowTotals: true, columnTotals: false, grandTotal: false } }
    const needed = suppress(table, THRESHOLD, { totals: 'stay' })
    assert.equal(needed.cells[0]?.filter(Boolean).length, 2)
    assert.deepEqual(needed.exposed, [])
    const never = suppress(table, THRESHOLD, { totals: 'stay', zeros: 'never' })
    assert.deepEqual(marked(never), ['x..'])
    assert.deepEqual(never.exposed, [{ row: 0, column: 0 }])
    assert.deepEqual(marked(suppress({ cells: [[0, 9, 9, 9]], shown: ALL }, THRESHOLD)), ['....'])
    assert.equal(
      suppress({ cells: [[0, 9, 9, 9]], shown: ALL }, THRESHOLD, { zeros: 'hidden' }).cells[0]?.[0],
      true,
    )
  })

  it('knows that two ones that make a two are given away where noughts are never hidden', () => {
    const table = {
      cells: [[1, 1, 0, 0]],
      shown: { rowTotals: true, columnTotals: false, grandTotal: false },
    }
    const hiding = suppress(table, THRESHOLD, { totals: 'stay', zeros: 'never' })
    assert.equal(hiding.exposed.length, 2)
  })

  it('refuses as a fault of ours what is no count, and rows of different length', () => {
    assert.throws(() => suppress({ cells: [[1.5]], shown: ALL }, THRESHOLD), /no count/)
    assert.throws(() => suppress({ cells: [[-1]], shown: ALL }, THRESHOLD), /no count/)
    assert.throws(() => suppress({ cells: [[1], [1, 2]], shown: ALL }, THRESHOLD), /equally long/)
  })
})

describe('what an outsider can work out', () => {
  it('is the exact range that trying every table gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 2,
        }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (cells, hides) => {
          const table = { cells, shown: ALL }
          const hiding: Hiding = {
            cells: cells.map((row, at) => row.map((_, column) => hides[at * 3 + column] === true)),
            rowTotals: [false, false],
            columnTotals: [false, false, false],
            grandTotal: false,
            exposed: [],
          }
          const wanted = everyTable(cells, hiding)
          for (const { place, low, high } of hiddenRanges(table, hiding)) {
            const values = wanted.map((one) => valueAt(one, place))
            assert.deepEqual([low, high], [Math.min(...values), Math.max(...values)])
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

const sums = (of: readonly (readonly number[])[]): string =>
  [...of.map(add), ...[0, 1, 2].map((column) => add(of.map((row) => row[column] ?? 0)))].join()

/** All tables of whole counts with the same totals that differ only in hidden cells. */
function everyTable(cells: readonly (readonly number[])[], hiding: Hiding): number[][][] {
  const most = Math.max(...cells.map(add))
  let found: number[][] = [[]]
  cells.flat().forEach((value, at) => {
    const free = hiding.cells[Math.floor(at / 3)]?.[at % 3] === true
    const choices = free ? Array.from({ length: most + 1 }, (_, one) => one) : [value]
    found = found
      .flatMap((begun) => choices.map((choice) => [...begun, choice]))
      .filter((begun) => at !== 2 || add(begun) === add(cells[0] ?? []))
  })
  return found.map((flat) => [flat.slice(0, 3), flat.slice(3)]).filter((one) => sums(one) === sums(cells))
}

describe('no hidden count can be worked back', () => {
  it(`in ${RUNS} random tables, and small counts are always hidden`, () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('when-needed', 'hidden', 'never'), (table, zeros) => {
        const hiding = suppress(table, THRESHOLD, { zeros })
        smallStayHidden(table, hiding)
        assert.deepEqual(hiding.exposed, [])
        provesHidden(table, hiding, zeros)
        // Where totals may be hidden too, each small count gets a range as wide as the threshold.
        for (const { place, low, high } of hiddenRanges(table, hiding, zeros))
          if (
            valueAt(table.cells, place) < THRESHOLD &&
            (zeros === 'hidden' || valueAt(table.cells, place) > 0)
          )
            assert.ok(high === null || high - low >= THRESHOLD)
      }),
      { numRuns: RUNS },
    )
  })

  it('where totals stay, but for those counts that are said to be given away', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const hiding = suppress(table, THRESHOLD, { totals: 'stay' })
        smallStayHidden(table, hiding)
        provesHidden(table, hiding, 'when-needed')
        assert.ok(
          !hiding.grandTotal && !hiding.rowTotals.includes(true) && !hiding.columnTotals.includes(true),
        )
      }),
      { numRuns: RUNS / 10 },
    )
  })

  it('from two releases of one table: the second hides and shows the same', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const first = suppress(table, THRESHOLD)
        const was = ({ row, column }: Place): boolean =>
          row !== null && column !== null
            ? first.cells[row]?.[column] === true
            : row !== null
              ? first.rowTotals[row] === true
              : column === null
                ? first.grandTotal
                : first.columnTotals[column] === true
        const before = (place: Place) => (was(place) ? ('hidden' as const) : ('shown-the-same' as const))
        assert.deepEqual(suppress(table, THRESHOLD, { before }), first)
      }),
      { numRuns: RUNS / 10 },
    )
  })

  it('from two releases where a count was revised: what both show together still pins none that neither gave away', () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.integer({ min: 0, max: 9 }), (table, at, value) => {
        const first = suppress(table, THRESHOLD)
        const columns = table.cells[0]?.length ?? 1
        const where = at % (table.cells.length * columns)
        const cells = table.cells.map((row, index) =>
          row.map((one, column) => (one !== null && index * columns + column === where ? value : one)),
        )
        const revised = { cells, shown: table.shown }
        const shown = shownOf(table, table.cells, first)
        const before = ({ row, column }: Place) => {
          const name =
            row !== null && column !== null
              ? `${row} ${column}`
              : row !== null
                ? `row ${row}`
                : column === null
                  ? 'all'
                  : `column ${column}`
          const old = shown.get(name)
          if (old === undefined) return 'hidden' as const
          return old === valueAt(cells, { row, column })
            ? ('shown-the-same' as const)
            : ('shown-otherwise' as const)
        }
        const second = suppress(revised, THRESHOLD, { before })
        first.cells.forEach((row, index) =>
          row.forEach((hidden, column) => {
            if (hidden) assert.equal(second.cells[index]?.[column], true, 'what was hidden stays hidden')
          }),
        )
        provesHidden(revised, second, 'when-needed')
      }),
      { numRuns: RUNS / 10 },
    )
  })
})
