/** What readers of a register rely on: a count is what its choice shows, and no row falls between two parts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { choosing, filterOptions, type Narrowing, narrowed, partOf, ROWS_A_PART } from './register.ts'

type Row = { state: string; owner: string }
const by: Narrowing<Row> = {
  state: (row, choice) => row.state === choice,
  owner: (row, choice) => row.owner === choice,
}
const row = fc.record({ state: fc.constantFrom('open', 'done'), owner: fc.constantFrom('a', 'b', 'c') })

test('the number beside a choice is the number of rows that the choice shows, whatever else is chosen', () => {
  fc.assert(
    fc.property(fc.array(row), fc.option(fc.constantFrom('a', 'b', 'c'), { nil: '' }), (rows, owner) => {
      const choices = { owner }
      const options = ['open', 'done'].map((value) => ({ value, text: value }))
      const links = filterOptions({
        path: '/x',
        name: 'state',
        everything: 'any',
        choices,
        rows,
        by,
        options,
      })
      for (const link of links) {
        const query = Object.fromEntries(new URL(link.href, 'http://x').searchParams)
        assert.equal(narrowed(rows, query, by).length, link.count)
      }
    }),
  )
})

test('following the links shows every row once', () => {
  const rows = Array.from({ length: ROWS_A_PART * 2 + 7 }, (_, index) => index)
  const seen: number[] = []
  let choices: Record<string, string> = {}
  for (;;) {
    const part = partOf(rows, '/x', choices)
    seen.push(...part.rows)
    if (part.next === null) break
    choices = Object.fromEntries(new URL(part.next, 'http://x').searchParams)
  }
  assert.deepEqual(seen, rows)
})

test('a part that does not exist is the first one', () => {
  for (const part of ['0', '-1', '99', 'x', '1.5']) assert.equal(partOf([1, 2], '/x', { part }).from, 0)
})

test('another choice begins at the first part again and keeps the rest', () => {
  assert.equal(
    choosing('/actions', { state: 'open', part: '3' }, 'owner', 'panel'),
    '/actions?state=open&owner=panel',
  )
  assert.equal(choosing('/actions', { state: 'open' }, 'state', null), '/actions')
})
