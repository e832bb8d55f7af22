import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { connect, sql } from '../database/index.ts'
import { embeddedServer } from '../database/testing.ts'
import { canonical, storable } from './canonical.ts'

/** JSON as a page could hold it, without the characters that are replaced. */
const json = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
  .filter((value) => !/\\u0000/.test(JSON.stringify(value)))

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, shuffled(inner)]),
  )
}

test('the canonical text is JSON of the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 1_000 },
  )
})

test('the order in which fields were written makes no difference to the canonical text', () => {
  fc.assert(
    fc.property(json, (value) => {
      assert.equal(canonical(shuffled(value)), canonical(value))
    }),
    { numRuns: 1_000 },
  )
})

test('two values with one canonical text are the same value', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      const same = JSON.stringify(shuffled(shuffled(one))) === JSON.stringify(shuffled(shuffled(other)))
      if (same) assert.equal(canonical(one), canonical(other))
      if (canonical(one) === canonical(other)) {
        assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a value that PostgreSQL has kept has the canonical text it had before', async (t) => {
  const logins = await embeddedServer.database(t)
  const db = connect<unknown>(logins.application, { connections: 1, letsProcessEnd: true })
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      const text = canonical(value)
      const { rows } = await sql<{ kept: unknown }>`select ${text}::jsonb as kept`.execute(db)
      assert.equal(canonical(rows[0]?.kept), text)
    }),
    { numRuns: 300 },
  )
})

test('the examples of RFC 8785 come out as printed there', () => {
  assert.equal(
    canonical({
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      literals: [null, true, false],
    }),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  )
  assert.equal(
    canonical({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\ud83d\ude00': 'Emoji',
      '\u0080': 'Control',
      ö: 'Latin',
    }),
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew"}',
  )
})

test('members that are undefined are left out, and what JSON cannot say is thrown out with its place', () => {
  assert.equal(canonical({ a: undefined, b: 1 }), '{"b":1}')
  assert.throws(() => canonical({ a: [1, Number.NaN] }), /value\.a\[1\] is NaN/)
  assert.throws(() => canonical({ at: new Date(0) }), /value\.at is not plain data/)
  assert.throws(() => canonical({ f: () => 1 }), /value\.f is a function/)
  assert.throws(() => canonical([undefined]), /value\[0\] is a undefined/)
})

test('half a surrogate pair and U+0000 are replaced, whole pairs stay', () => {
  assert.equal(storable('a\u0000b\ud83d\ude00c\ud83dd\ude00'), 'a\ufffdb😀c\ufffdd\ufffd')
})
