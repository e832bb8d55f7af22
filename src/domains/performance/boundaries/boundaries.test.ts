/** Boundaries: which GeoJSON is taken, which is refused and why, and that neighbours stay neighbours when it is made simpler. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../../lib/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { aBringer, changes } from '../testing.ts'
import { type Area, boundariesWords, ofArea, type Position } from './boundaries.ts'
import { areasIn, type Read } from './geojson.ts'
import { boundariesAt } from './reads.ts'
import { simplified } from './simplifying.ts'

const bring = aBringer({ after })

const square = (west: number, south: number, size = 0.1): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

const feature = (properties: object, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const collection = (...features: object[]): object => ({ type: 'FeatureCollection', features })

const ashford = feature({ OBJECTID: 1, LAD13CD: 'E07000105', LAD13NM: 'Ashford' }, [square(0.8, 51.1)])
const dover = feature(
  { OBJECTID: 2, LAD13CD: 'E07000108', LAD13NM: 'Dover' },
  [[square(1.2, 51.1)]],
  'MultiPolygon',
)

const NOT_CHOSEN = { name: null, code: null }
const read = (given: unknown): Read => {
  const found = areasIn(given, NOT_CHOSEN, 'a.geojson')
  assert.ok(!isRefusal(found), JSON.stringify(found))
  return found
}
const why = (given: unknown): string => {
  const found = areasIn(given, NOT_CHOSEN, 'a.geojson')
  assert.ok(isRefusal(found))
  assert.equal(found.code, 'boundaries-unusable')
  return found.message
}
const withRing = (ring: unknown): object => collection(feature({ name: 'Ashford' }, [ring]))

void suite('GeoJSON of areas', () => {
  test('is read with the names and codes that its properties give', () => {
    const { areas, nameFrom } = read(collection(ashford, dover))
    assert.equal(nameFrom, 'LAD13NM')
    assert.deepEqual(
      areas.map(({ slug, name, code }) => [slug, name, code]),
      [
        ['ashford', 'Ashford', 'E07000105'],
        ['dover', 'Dover', 'E07000108'],
      ],
    )
  })

  test('under a name that it had before is the same area', () => {
    const [folkestone] = read(
      collection(feature({ name: 'Folkestone and Hythe', alsoCalled: ['Shepway'] }, [square(1, 51)])),
    ).areas
    assert.ok(folkestone)
    assert.equal(ofArea(folkestone, new Map([['shepway', 46]])), 46)
    assert.equal(ofArea(folkestone, new Map([['dover', 46]])), undefined)
  })

  test('in eastings and northings, with latitude first, from elsewhere or at 0, 0 is refused in those words', () => {
    assert.match(why(withRing(square(600_000, 140_000, 5000))), /British National Grid/)
    assert.match(why(withRing(square(51.1, 0.8))), /latitude before longitude/)
    assert.match(why(withRing(square(20, 51))), /outside the United Kingdom/)
    assert.match(why(withRing([[0, 0], ...square(0.8, 51.1).slice(1, 4), [0, 0]])), /off Africa/)
    const named = { ...collection(ashford), crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } }
    assert.match(why(named), /EPSG::27700/)
  })

  test('with rings that are open or too short, without shapes or names, or with lines and points is refused', () => {
    assert.match(why(withRing(square(0.8, 51.1).slice(0, 4))), /not closed/)
    assert.match(why(withRing(square(0.8, 51.1).slice(0, 3))), /fewer than four/)
    assert.match(
      why(
        withRing([
          ['a', 1],
          [1, 1],
          [1, 2],
          ['a', 1],
        ]),
      ),
      /not two numbers/,
    )
    assert.match(why(collection(feature({ name: 'Ashford' }, [0.8, 51.1], 'Point'))), /is a Point/)
    assert.match(why(collection({ properties: { name: 'Ashford' }, geometry: null })), /no shape/)
    assert.match(why(collection(feature({ id: 7 }, [square(0.8, 51.1)]))), /no property gives/)
    assert.match(why(collection(ashford, ashford)), /no property gives|there twice/)
    assert.match(why(collection()), /no area/)
    assert.match(why({ type: 'Topology', objects: {} }), /no GeoJSON/)
  })
})

const area = (name: string, ring: Position[]): Area => ({
  slug: name,
  name,
  alsoCalled: [],
  code: null,
  polygons: [[ring]],
})

/** Two areas beside each other, whose common border has many corners; one has it upwards, the other downwards. */
function neighbours(bends: readonly number[]): Area[] {
  const border = bends.map(
    (bend, index): Position => [
      Math.round((1 + bend) * 1e5) / 1e5,
      Math.round((51 + (index + 1) / (bends.length + 1)) * 1e5) / 1e5,
    ],
  )
  const [south, north]: [Position, Position] = [
    [1, 51],
    [1, 52],
  ]
  const west: Position[] = [south, ...border, north, [0, 52], [0, 51], south]
  const east: Position[] = [south, [2, 51], [2, 52], north, ...border.toReversed(), south]
  return [area('west', west), area('east', east)]
}

void suite('boundaries made simpler', () => {
  test('neighbours keep one border between them, however it runs', () => {
    const bend = fc.double({ min: -0.01, max: 0.01, noNaN: true })
    fc.assert(
      fc.property(fc.array(bend, { minLength: 40, maxLength: 200 }), (bends) => {
        const { areas, kept } = simplified(neighbours(bends), 40)
        assert.ok(kept <= 40)
        const [west = [], east = []] = areas.map(({ polygons }) =>
          (polygons[0]?.[0] ?? []).filter(([x]) => Math.abs(x - 1) < 0.02).map(String),
        )
        assert.deepEqual(new Set(west), new Set(east))
      }),
      { numRuns: 100 },
    )
  })

  test('every area keeps a shape, and rings stay closed', () => {
    const tiny: Area = {
      slug: 'speck',
      name: 'Speck',
      alsoCalled: [],
      code: null,
      polygons: [[square(0.5, 51.5, 0.0001)]],
    }
    const bends = Array.from({ length: 500 }, (_, index) => (index % 7) / 1000)
    const { areas } = simplified([...neighbours(bends), tiny], 30)
    for (const { polygons } of areas)
      for (const ring of polygons.flat()) {
        assert.ok(ring.length >= 4)
        assert.deepEqual(ring[0], ring.at(-1))
      }
    assert.equal(
      areas.every(({ polygons }) => polygons.length > 0),
      true,
    )
  })

  test('few positions stay as they are', () => {
    const areas = neighbours([0.001, 0.002])
    assert.deepEqual(simplified(areas).areas, areas)
  })
})

void suite('boundaries on the record', () => {
  test('are published with their source and licence, and brought again change nothing', async (t) => {
    const record = await aRecord(t)
    const register = {
      register: 'boundaries',
      source: 'Office for National Statistics',
      licence: 'Open Government Licence v3.0',
      geojson: collection(ashford, dover),
      dimension: { one: 'district', many: 'districts' },
    }
    assert.deepEqual(changes(await bring.register(record, register)), ['created /boundaries/district'])
    assert.deepEqual(changes(await bring.register(record, register)), [])
    const found = await boundariesAt(record.ask, 'district')
    assert.ok(found)
    assert.equal(
      boundariesWords(found.content),
      'Boundaries: Office for National Statistics. Open Government Licence v3.0.',
    )
    assert.deepEqual(found.content.areas[1]?.polygons, [[square(1.2, 51.1)]])
  })

  test('of which nobody says whose they are, or what areas, are named as open', async (t) => {
    const record = await aRecord(t)
    const { open } = await bring.register(record, { register: 'boundaries', ...collection(ashford) })
    assert.equal(open.length, 2)
    assert.match(open[0]?.what ?? '', /taken for districts/)
    assert.match(open[1]?.what ?? '', /under which terms/)
  })
})

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared')
const GEO = join(SAMPLES, 'data/geo')
const skip = existsSync(GEO) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const real = (name: string): unknown => JSON.parse(readFileSync(join(GEO, name), 'utf8'))

void suite('real boundaries', { skip }, () => {
  test('thirteen districts are read whole, and made simpler within bounds', () => {
    const { areas, positions } = read(real('kent-13-districts.geojson'))
    assert.equal(areas.length, 13)
    assert.equal(
      areas.every(({ code }) => /^E0[67]/.test(code ?? '')),
      true,
    )
    assert.equal(simplified(areas).kept, positions)
    const { kept, areas: simpler } = simplified(areas, 1000)
    assert.ok(kept <= 1000)
    assert.equal(
      simpler.every(({ polygons }) => polygons.flat().every((ring) => ring.length >= 4)),
      true,
    )
  })

  test('areas joined by a program that left their rings open are refused, with the first of them', () => {
    assert.match(why(real('pfa-43-derived.geojson')), /“Warwickshire” has a ring that is not closed/)
  })
})
