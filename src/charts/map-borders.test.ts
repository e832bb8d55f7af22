/** Whether simpler outlines leave no gap between neighbours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, meetings, simplerRing } from './map-borders.ts'

const key = ([x, y]: Cell): string => `${x},${y}`

/** The corners of the common border, in one order. */
const inner = (ring: readonly Cell[] = []): string[] =>
  ring
    .filter(([x]) => x >= 40 && x <= 60)
    .map(key)
    .toSorted()

test('two areas keep the same border, whatever its shape and from whichever corner each begins', () => {
  const border = fc.array(fc.integer({ min: 40, max: 60 }), { minLength: 1, maxLength: 40 })
  const turn = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(
      border,
      turn,
      turn,
      fc.double({ min: 0, max: 15, noNaN: true }),
      (xs, one, other, tolerance) => {
        const height = (xs.length + 1) * 10
        const shared = xs.map((x, index): Cell => [x, (index + 1) * 10])
        const left = turned([[0, 0], [50, 0], ...shared, [50, height], [0, height]], one)
        const right = turned([[100, height], [50, height], ...shared.toReversed(), [50, 0], [100, 0]], other)
        const fixed = meetings([left, right])
        const [ours, theirs] = [left, right].map((ring) => simplerRing(ring, fixed, tolerance))
        assert.deepEqual(inner(ours), inner(theirs))
        assert.ok(inner(ours).includes('50,0') && inner(ours).includes(`50,${height}`))
      },
    ),
  )
})

const turned = (ring: readonly Cell[], by: number): Cell[] => {
  const at = by % ring.length
  return [...ring.slice(at), ...ring.slice(0, at)]
}

test('no corner that stays was moved, and those that went lay within the tolerance', () => {
  const ring: Cell[] = [
    [0, 0],
    [50, 1],
    [100, 0],
    [100, 100],
    [0, 100],
  ]
  assert.deepEqual(simplerRing(ring, new Set(), 2).toSorted(byPlace), [ring[0], ring[4], ring[2], ring[3]])
  assert.equal(simplerRing(ring, new Set(), 0.5).length, 5)
})

const byPlace = (one: Cell, other: Cell): number => one[0] - other[0] || one[1] - other[1]
