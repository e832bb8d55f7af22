/** Whether comparisons, changes, bars and small charts are legible and promise no more than they know. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeBetweenCounts, funnel } from '../statistics/index.ts'
import { bars } from './bars.ts'
import { chanceAround, changeBar } from './change-bar.ts'
import { funnelDrawing } from './funnel-drawing.ts'
import { type ComparedArea, intervalDots, orderedAreas } from './interval-dots.ts'
import { smallMultiple } from './small-multiple.ts'
import { assertLegible, marksIn, numberOf, partsOf, textBoxes } from './testing.ts'

const SIZES = ['wide', 'narrow'] as const
const said = {
  id: 'x',
  title: 'A comparison',
  description: 'What it shows',
  unitWords: 'Per 1,000 residents',
}
const number = (value: number): string => String(Math.round(value * 10) / 10)

const area = (name: string, value: number | null, reach: number | null, ours = false): ComparedArea => ({
  name,
  value,
  interval: value === null || reach === null ? null : { low: value - reach, high: value + reach },
  ours,
})

test('areas stand by value only where each has its interval; otherwise by name', () => {
  const whole = [area('Alder', 3, 1), area('Cedar', 9, 1), area('Beech', 5, 1)]
  assert.deepEqual(
    orderedAreas(whole, 'value').map(({ name }) => name),
    ['Cedar', 'Beech', 'Alder'],
  )
  assert.deepEqual(
    orderedAreas(whole, 'name').map(({ name }) => name),
    ['Alder', 'Beech', 'Cedar'],
  )
  const partly = [...whole, area('Dogwood', 12, null)]
  assert.deepEqual(
    orderedAreas(partly, 'value').map(({ name }) => name),
    ['Alder', 'Beech', 'Cedar', 'Dogwood'],
  )
})

test('comparisons are legible whatever the areas are called and whatever their values', () => {
  const one = fc.tuple(
    fc.lorem({ maxCount: 9 }),
    fc.option(fc.double({ min: 0, max: 5000, noNaN: true })),
    fc.double({ min: 0, max: 800, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 15 }), (rows) => {
      const areas = rows.map(([name, value, reach], index) => area(name, value, reach, index === 0))
      for (const size of SIZES)
        assertLegible(
          intervalDots(
            {
              ...said,
              number,
              areas,
              mean: { value: 40, words: 'mean of the group' },
              order: 'value',
              fromZero: false,
              possible: { least: 0, most: null },
            },
            size,
          ),
        )
    }),
    { numRuns: 60 },
  )
})

test('an area without a figure keeps its row and says so', () => {
  const drawing = intervalDots({
    ...said,
    number,
    areas: [area('Alder', 3, 1), area('Beech', null, null)],
    mean: null,
    order: 'name',
    fromZero: true,
    possible: { least: 0, most: null },
  })
  const words = textBoxes(marksIn(drawing)).map((one) => one.words)
  assert.ok(words.includes('Beech') && words.includes('no figure'))
})

const AREAS = Array.from({ length: 20 }, (_, index) => ({
  name: `Area ${index}`,
  population: 100_000 + index * 60_000,
  events: Math.round((300 + index * 180) * (index === 3 ? 1.5 : 1)),
}))
const funnelOf = (areas: typeof AREAS) => ({
  ...said,
  funnel: funnel(areas),
  ours: 'Area 7',
  per: 1000,
  number,
  sizeNumber: (value: number) => value.toLocaleString('en-GB'),
  sizeWords: 'Residents',
})
const wordsOfFunnel = (areas: typeof AREAS): string =>
  textBoxes(marksIn(funnelDrawing(funnelOf(areas))))
    .map(({ words }) => words)
    .join('\n')

test('a funnel names ours and those beyond its limits, at both sizes', () => {
  for (const size of SIZES) assertLegible(funnelDrawing(funnelOf(AREAS), size))
  const words = wordsOfFunnel(AREAS)
  assert.match(words, /^Area 7$/m)
  assert.match(words, /^Area 3$/m)
  assert.doesNotMatch(words, /^Area 12$/m)
  assert.doesNotMatch(words, /widened/)
})

test('where areas vary far beyond chance the limits are wider and the funnel says so', () => {
  const wild = AREAS.map((one, index) => ({ ...one, events: one.events * (1 + (index % 4)) }))
  assert.match(wordsOfFunnel(wild), /limits widened, as areas vary beyond chance/)
})

test('one area far above all others is drawn at the edge with its number, so that the others can be told apart', () => {
  const areas = [...AREAS, { name: 'The City', population: 7_000, events: 900 }]
  assertLegible(funnelDrawing(funnelOf(areas)))
  assert.match(wordsOfFunnel(areas), /The City 128\.6, off the scale/)
})

const CHANGE = {
  ...said,
  number,
  before: { words: 'Year to June 2018', value: 1751 },
  after: { words: 'Year to June 2019', value: 1959 },
}

test('what chance could bring is as wide as the interval of the ratio, around no change', () => {
  const { ratio } = changeBetweenCounts(1751, 1959)
  const chance = chanceAround(1959 / 1751, ratio)
  assert.ok(chance && chance.low < 0 && chance.high > 0)
  assert.ok(chance.high < (1959 / 1751 - 1) * 100, 'a change beyond chance lies outside its band')
  const same = chanceAround(155_609 / 156_234, changeBetweenCounts(156_234, 155_609).ratio)
  assert.ok(same && same.low < -0.4 && same.high > 0.4, 'a change within chance lies inside')
  assert.equal(chanceAround(Number.POSITIVE_INFINITY, { low: 0, high: null }), null)
  assert.equal(chanceAround(0, { low: 0, high: 2 }), null)
})

test('a change is drawn with the band of chance and both numbers, and bars begin at 0', () => {
  const change = {
    value: 11.9,
    number: (value: number) => `${number(value)}%`,
    chance: { low: -6.3, high: 6.7 },
  }
  for (const size of SIZES) {
    const drawing = changeBar({ ...CHANGE, change }, size)
    assertLegible(drawing)
    assert.match(drawing.body.text, /sm-c-band/)
    const widths = marksIn(drawing)
      .filter(
        ({ name, classes }) =>
          name === 'rect' && (classes.includes('sm-c-bar') || classes.includes('sm-c-bar-before')),
      )
      .map((mark) => numberOf(mark, 'width'))
    assert.ok(Math.abs((widths[0] ?? 0) / (widths[1] ?? 1) - 1751 / 1959) < 0.001)
  }
})

test('a change between long names is legible', () => {
  const change = {
    value: 11.9,
    number: (value: number) => `${number(value)} percentage points`,
    chance: { low: -6.3, high: 6.7 },
  }
  const before = { words: 'Nine months of the financial year to December 2018, provisional', value: 5 }
  for (const size of SIZES) assertLegible(changeBar({ ...CHANGE, before, change }, size))
})

test('without a base there is no change to draw, and without a known chance no band', () => {
  assert.doesNotMatch(changeBar({ ...CHANGE, change: null }).body.text, /Change/)
  const unknown = changeBar({ ...CHANGE, change: { value: 4, number, chance: null } })
  assert.doesNotMatch(unknown.body.text, /sm-c-band|chance/)
  assertLegible(unknown)
})

test('bars are as long as their values, none where there is no figure', () => {
  const parts = {
    ...said,
    number,
    most: 100,
    bars: [
      { name: 'Charged or summonsed', value: 8, ours: true },
      {
        name: 'No suspect identified, and the investigation complete until more is known',
        value: 43,
        ours: false,
      },
      { name: 'Not yet assigned', value: null, ours: false, without: 'not shown' },
    ],
  }
  for (const size of SIZES) {
    const drawing = bars(parts, size)
    assertLegible(drawing)
    const widths = marksIn(drawing)
      .filter(({ name }) => name === 'rect')
      .map((mark) => numberOf(mark, 'width'))
      .toSorted((one, other) => one - other)
    assert.equal(widths[0], 0)
    assert.ok(Math.abs((widths[1] ?? 0) / (widths[2] ?? 1) - 8 / 43) < 0.005)
    assert.match(drawing.body.text, /not shown/)
  }
})

test('a small chart shows the newest 36 values and says the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }), (values) => {
      const { chart, possible } = partsOf(values, { possible: { least: 0, most: null } })
      const drawing = smallMultiple({ ...said, chart, number, possible })
      assertLegible(drawing)
      const marks = marksIn(drawing)
      assert.deepEqual(
        textBoxes(marks).map(({ words }) => words),
        [number(values.at(-1) ?? 0)],
      )
      const line = marks.find(({ name, classes }) => name === 'polyline' && classes.includes('sm-c-line'))
      if (values.length > 1)
        assert.equal(line?.attributes['points']?.split(' ').length, Math.min(36, values.length))
    }),
    { numRuns: 60 },
  )
})
