/** Whether control charts hold everything they are given, legibly, at both sizes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { controlChartDrawing } from './control-chart.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing } from './drawing.ts'
import { assertLegible, marksIn, marksOf, month, partsOf, textBoxes } from './testing.ts'

const SIZES: ChartSize[] = ['wide', 'narrow']
/** Two years of usual months, one far above, one far below. */
const SPIKES = Array.from({ length: 24 }, (_, index) =>
  index === 9 ? 200 : index === 17 ? 20 : 100 + (index % 3) * 4,
)

const wordsOf = (drawing: Drawing): string =>
  textBoxes(marksIn(drawing))
    .map(({ words }) => words)
    .join('\n')

test('whatever the values, none lies outside the drawing and no words cover others, wide and narrow', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: -5000, max: 5000 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constant(null),
  )
  const flags = fc.array(fc.integer({ min: -3, max: 90 }), { maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 80 }).filter((values) => values.some((one) => one !== null)),
      flags,
      flags,
      fc.option(fc.integer({ min: -100, max: 100 })),
      fc.boolean(),
      (values, events, breaks, target, fromZero) => {
        const parts = partsOf(values, {
          target,
          fromZero,
          annotations: events.map((at) => ({ date: month(Math.max(0, at)), words: 'An event' })),
          breaks: breaks.map((at) => ({ date: month(Math.max(0, at)), reason: 'A break' })),
          options: { rebase: breaks.map((at) => month(Math.max(0, at))) },
        })
        for (const size of SIZES) assertLegible(controlChartDrawing(parts, size))
      },
    ),
    { numRuns: 150 },
  )
})

test('twenty years of months are all drawn', () => {
  const parts = partsOf(Array.from({ length: 240 }, (_, index) => 300 + ((index * 37) % 90)))
  for (const size of SIZES) {
    const drawing = controlChartDrawing(parts, size)
    assertLegible(drawing)
    const drawn = marksIn(drawing).filter(
      ({ name, classes }) => name === 'polyline' && classes.includes('sm-c-line'),
    )
    assert.equal(drawn.map(({ attributes }) => (attributes['points'] ?? '').split(' ').length).join(), '240')
  }
})

test('high and low are told apart by which way a triangle looks, not by colour', () => {
  const marks = marksIn(controlChartDrawing(partsOf(SPIKES)))
  const ways = marks.filter(({ name, classes }) => name === 'path' && classes.includes('sm-c-ways'))
  const up = ways.filter(({ attributes }) => tipOf(attributes['d'] ?? '') === 'up')
  assert.ok(up.length > 0 && up.length < ways.length)
  assert.equal(
    new Set(
      marks
        .filter(({ name, classes }) => name === 'g' && classes.includes('sm-c-ways'))
        .map(({ attributes }) => attributes['fill']),
    ).size,
    1,
  )
})

/** Whether the last corner of a triangle lies above the others. */
const tipOf = (steps: string): 'up' | 'down' => {
  const ys = [...steps.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y))
  return (ys[2] ?? 0) < (ys[0] ?? 0) ? 'up' : 'down'
}

test('what improves when it falls is still drawn as low where it is low', () => {
  const falling = partsOf(SPIKES, { options: { improvement: 'decrease' } })
  const rising = partsOf(SPIKES, { options: { improvement: 'increase' } })
  assert.equal(controlChartDrawing(falling).body.text, controlChartDrawing(rising).body.text)
  assert.match(wordsOf(controlChartDrawing(falling)), /unusually low/)
})

test('a value outside the limits is named with its month', () => {
  const words = wordsOf(controlChartDrawing(partsOf(SPIKES)))
  assert.match(words, /month 2017-10/)
  assert.match(words, /month 2018-06/)
})

const lines = (values: (number | null)[]): number =>
  marksIn(controlChartDrawing(partsOf(values))).filter(
    ({ name, classes }) => name === 'polyline' && classes.includes('sm-c-line'),
  ).length

test('a missing month leaves a gap in the line', () => {
  assert.equal(lines([5, 6, 7, 5, 6, 7, 5, 6]), 1)
  assert.equal(lines([5, 6, 7, null, 6, 7, 5, 6]), 2)
})

test('new limits have a band of their own, and the line does not run from one into the other', () => {
  const parts = partsOf([5, 6, 7, 5, 6, 15, 16, 17, 15, 16], { options: { rebase: [month(5)] } })
  const marks = marksIn(controlChartDrawing(parts))
  const bands = marks.filter(({ name, classes }) => name === 'rect' && classes.includes('sm-c-band'))
  assert.equal(bands.length, 3, 'two bands and one in the legend')
  assert.equal(
    marks.filter(({ name, classes }) => name === 'polyline' && classes.includes('sm-c-line')).length,
    2,
  )
})

test('a scale without 0 says so, and one with 0 does not', () => {
  assert.match(wordsOf(controlChartDrawing(partsOf([500, 510, 505]))), /the scale does not begin at 0/)
  assert.match(
    wordsOf(controlChartDrawing(partsOf([500, 510, 505]), 'narrow')),
    /The scale does not begin at 0/,
  )
  assert.doesNotMatch(
    wordsOf(controlChartDrawing(partsOf([500, 510, 505], { fromZero: true }))),
    /does not begin/,
  )
  assert.doesNotMatch(wordsOf(controlChartDrawing(partsOf([0, 10, 5]))), /does not begin/)
})

test('limits are drawn no lower than values can be', () => {
  const values = [1, 0, 3, 0, 0, 2, 4, 0, 1, 0, 3, 0, 1]
  const words = (least: number | null): string =>
    wordsOf(controlChartDrawing(partsOf(values, { possible: { least, most: null } })))
  assert.match(words(0), /lower limit 0$/m)
  assert.match(words(null), /lower limit -/)
})

test('a single value has no usual range, and a constant one only its level', () => {
  const one = wordsOf(controlChartDrawing(partsOf([12])))
  assert.doesNotMatch(one, /usual|limit/)
  const constant = wordsOf(controlChartDrawing(partsOf(Array.from({ length: 20 }, () => 40))))
  assert.match(constant, /usual level 40/)
  assert.doesNotMatch(constant, /limit/)
})

test('few values have limits on trial, and the legend says so', () => {
  assert.match(wordsOf(controlChartDrawing(partsOf([5, 9, 7, 6]))), /on trial: few values so far/)
  assert.doesNotMatch(wordsOf(controlChartDrawing(partsOf(SPIKES))), /on trial/)
})

test('events and breaks are numbered in the order of their days, and the key tells what the numbers mean', () => {
  const parts = partsOf(SPIKES, {
    annotations: [{ date: month(20), words: 'Operation began' }],
    breaks: [
      { date: month(5), reason: 'New recording rules' },
      { date: month(60), reason: 'After all of it' },
    ],
  })
  for (const size of SIZES) {
    const drawing = controlChartDrawing(parts, size)
    assert.deepEqual(drawing.key, [
      { number: 1, words: 'New recording rules' },
      { number: 2, words: 'Operation began' },
    ])
    const dashed = marksIn(drawing).filter(
      ({ name, classes }) => name === 'line' && classes.includes('sm-c-break'),
    )
    assert.equal(dashed.length, 1)
  }
})

test('the target has its number beside it', () => {
  assert.match(wordsOf(controlChartDrawing(partsOf(SPIKES, { target: 90 }))), /^target 90$/m)
  assert.match(wordsOf(controlChartDrawing(partsOf(SPIKES, { target: 90 }), 'narrow')), /^target 90$/m)
})

test('what a source wrote never becomes markup of the drawing', () => {
  const parts = partsOf(SPIKES, {
    unitWords: '<script>alert("1")</script> & more',
    dateWords: () => '<b>"x"</b>',
    number: (value) => `<i>${Math.round(value)}</i>`,
  })
  const drawing = controlChartDrawing(parts)
  assert.match(wordsOf(drawing), /<script>alert\("1"\)<\/script> & more/)
  assert.deepEqual(
    marksIn(drawing).filter(({ name }) => ['script', 'b', 'i'].includes(name)),
    [],
  )
})

test('the reader of these tests refuses what is not well-formed', () => {
  for (const bad of [
    '<svg><g></svg>',
    '<svg>a & b</svg>',
    '<svg a="1" a="2"/>',
    '<svg',
    '<svg><g></g>',
    '<a b=c/>',
  ])
    assert.throws(() => marksOf(bad), bad)
})
