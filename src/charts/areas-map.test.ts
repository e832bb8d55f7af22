/** Whether maps are small, keep borders together, and never show a hidden figure as a small one. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { contrast } from '../web/index.ts'
import { areasMap, classesOf, MAP_CLASSES, type MapArea } from './areas-map.ts'
import { assertLegible, marksIn } from './testing.ts'

const SAMPLES = resolve(import.meta.dirname, '../..', process.env['SHIREMOOT_SAMPLES'] ?? '../shared')
const KENT = join(SAMPLES, 'data/geo/kent-13-districts.geojson')

const square = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
]

const area = (
  name: string,
  x: number,
  value: number | null,
  without: MapArea['without'] = null,
): MapArea => ({
  name,
  polygons: [[square(x, 51)]],
  value,
  without,
})

const partsOf = (areas: readonly MapArea[]) => ({
  id: 'map',
  title: 'Crimes by district',
  description: 'A map',
  number: (value: number) => String(value),
  unitWords: 'Crimes per 1,000 residents',
  areas,
})

test('what is not shown and what is not there are hatched apart, and the legend tells which is which', () => {
  const drawing = areasMap(
    partsOf([area('Alder', 0, 12), area('Beech', 1, null, 'hidden'), area('Cedar', 2, null, 'none')]),
  )
  const marks = marksIn(drawing)
  const fills = marks
    .filter(({ attributes }) => attributes['d']?.includes('l') && attributes['fill'])
    .map(({ attributes }) => attributes['fill'])
  assert.equal(new Set(fills).size, 3)
  const patterns = marks
    .filter(({ name }) => name === 'pattern')
    .map(({ attributes }) => `url(#${attributes['id']})`)
  assert.deepEqual(
    fills.filter((fill) => fill?.startsWith('url')),
    patterns,
  )
  assert.match(drawing.body.text, /not shown: small numbers/)
  assert.match(drawing.body.text, /no figure/)
  assert.deepEqual(
    marks.filter(({ name }) => name === 'title').map(({ text }) => text),
    ['Alder: 12', 'Beech: not shown', 'Cedar: no figure'],
  )
})

test('shades are far enough apart for greyscale, and carry the words on them', () => {
  for (const [index, shade] of MAP_CLASSES.entries()) {
    const next = MAP_CLASSES[index + 1]
    if (next) assert.ok(contrast(shade, next) >= 1.4, `${shade} and ${next}: ${contrast(shade, next)}`)
    const letters = index < 3 ? '#0b0c0c' : '#ffffff'
    assert.ok(contrast(shade, letters) >= 4.5, `${letters} on ${shade}`)
  }
})

test('every value has one class, and no more than five stand side by side', () => {
  for (const values of [
    [1],
    [1, 1],
    [0, 0.5],
    [3, 4],
    [12, 80, 455],
    [-4, 9],
    [40.5, 77.5, 98.5],
    [1, 1_000_000],
  ]) {
    const classes = classesOf(values, String)
    assert.ok(classes.length >= 1 && classes.length <= MAP_CLASSES.length, values.join())
    for (const value of values)
      assert.equal(classes.filter(({ from, until }) => value >= from && value < until).length, 1, `${value}`)
    assert.equal(new Set(classes.map(({ words }) => words)).size, classes.length)
    assert.equal(new Set(classes.map(({ fill }) => fill)).size, classes.length)
  }
  assert.deepEqual(classesOf([], String), [])
})

test('a map without values and one of a single speck are drawn all the same', () => {
  assert.match(areasMap(partsOf([area('Alder', 0, null, 'none')])).body.text, /no figure/)
  const far = {
    ...area('Speck', 0, 5),
    polygons: [
      [
        [
          [0, 51],
          [0.0001, 51],
          [0, 51.0001],
          [0, 51],
        ],
      ],
    ],
  }
  const drawing = areasMap(partsOf([area('Wide', 1, 4), area('Wider', 40, 6), far]))
  assert.equal(marksIn(drawing).filter(({ name }) => name === 'title').length, 3)
  assert.ok(drawing.unlabelled.includes('Speck'))
})

type Feature = { properties: { name: string }; geometry: { type: string; coordinates: unknown } }

const isPolygons = (value: unknown): value is MapArea['polygons'] => Array.isArray(value)

function kent(): MapArea[] {
  const parsed: { features: Feature[] } = JSON.parse(readFileSync(KENT, 'utf8'))
  return parsed.features.map(({ properties, geometry }, index) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    assert.ok(isPolygons(polygons))
    return {
      name: properties.name,
      polygons,
      value: index === 5 ? null : 40 + index * 4,
      without: index === 5 ? 'hidden' : null,
    }
  })
}

test('thirteen districts of 160 KB become a map below 40 KB, legible at both sizes', (context) => {
  if (!existsSync(KENT)) return context.skip(`needs the sample data in ${SAMPLES}`)
  for (const size of ['wide', 'narrow'] as const) {
    const drawing = areasMap(partsOf(kent()), size)
    assert.ok(drawing.body.text.length < 40_000, `${drawing.body.text.length} bytes`)
    assert.equal(marksIn(drawing).filter(({ name }) => name === 'title').length, 13)
    assertLegible(drawing)
  }
})
