/**
 * Reads GeoJSON (RFC 7946) of areas into boundaries: finds which property is the name and which the code, and refuses what
 * could not be drawn, naming the feature. Pure.
 */
import { isRefusal, type Refusal, refuse, slug } from '../../../lib/index.ts'
import type { Area, Polygon, Position } from './boundaries.ts'

export type Read = { areas: Area[]; nameFrom: string; otherNames: string[]; positions: number }

export type Chosen = { name: string | null; code: string | null }

type Fields = Readonly<Record<string, unknown>>
type Feature = { properties: Fields; geometry: unknown; place: string }

const MOST_FEATURES = 2_000
const MOST_POSITIONS = 400_000

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (file: string, why: string): Refusal => refuse('boundaries-unusable', `${file}: ${why}`)

/** Whether JSON says of itself that it is GeoJSON of features. */
export const isFeatures = (value: unknown): value is Fields =>
  isFields(value) && value['type'] === 'FeatureCollection'

/** Reads a collection of features. `chosen` names the properties to take, where the file's maker or a person said so. */
export function areasIn(given: unknown, chosen: Chosen, file: string): Read | Refusal {
  if (!isFeatures(given) || !Array.isArray(given['features']))
    return wrong(
      file,
      'it is no GeoJSON of features: it must say "type": "FeatureCollection" and hold "features".',
    )
  const system = otherSystem(given['crs'])
  if (system !== undefined)
    return wrong(
      file,
      `its positions are in ${system}; save it as GeoJSON in WGS84 (EPSG:4326), longitude before latitude.`,
    )
  const features = featuresIn(given['features'], file)
  if (isRefusal(features)) return features
  const names = chosen.name === null ? nameProperty(features) : { taken: chosen.name, others: [] }
  if (names === undefined)
    return wrong(
      file,
      'no property gives each area a name of its own; say which in a register "boundaries" with "nameProperty".',
    )
  const code = chosen.code ?? codeProperty(features, names.taken)
  const areas: Area[] = []
  for (const feature of features) {
    const area = areaOf(feature, names.taken, code, file)
    if (isRefusal(area)) return area
    areas.push(area)
  }
  const fault = faultOf(areas, file)
  const positions = areas.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0)
  return fault ?? { areas, nameFrom: names.taken, otherNames: names.others, positions }
}

/** GeoJSON before 2016 could name a system of coordinates; the usual one may still be named. */
function otherSystem(crs: unknown): string | undefined {
  if (!isFields(crs)) return undefined
  const properties = isFields(crs['properties']) ? crs['properties'] : {}
  const name = textOf(properties['name'])
  return name === '' || /CRS84|EPSG:+4326$/i.test(name) ? undefined : `“${name.slice(0, 60)}”`
}

function featuresIn(given: readonly unknown[], file: string): Feature[] | Refusal {
  if (given.length === 0) return wrong(file, 'it holds no area.')
  if (given.length > MOST_FEATURES)
    return wrong(
      file,
      `it holds ${given.length.toLocaleString('en-GB')} areas, more than the ${MOST_FEATURES.toLocaleString('en-GB')} that a map can show; take out those of other places.`,
    )
  return given.map((feature, index) => ({
    properties: isFields(feature) && isFields(feature['properties']) ? feature['properties'] : {},
    geometry: isFields(feature) ? feature['geometry'] : null,
    place: `area ${index + 1}`,
  }))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const isName = (property: string): boolean => /(?:^|_|\d)(?:name|nm)w?$/i.test(property)

/** Properties with a different word for each feature, those first that are called a name. */
function nameProperty(features: readonly Feature[]): { taken: string; others: string[] } | undefined {
  const able = Object.keys(features[0]?.properties ?? {}).filter((property) => {
    const values = features.map(({ properties }) => textOf(properties[property]))
    return !values.includes('') && new Set(values).size === values.length && !values.every(isCode)
  })
  const [taken, ...others] = able.toSorted((one, other) => Number(isName(other)) - Number(isName(one)))
  return taken === undefined ? undefined : { taken, others: others.filter(isName) }
}

/** Codes of the Government Statistical Service: "E07000105". */
const isCode = (value: string): boolean => /^[EKLMNSW]\d{8}$/.test(value)

function codeProperty(features: readonly Feature[], name: string): string | null {
  const codes = Object.keys(features[0]?.properties ?? {}).filter(
    (property) =>
      property !== name && features.every(({ properties }) => isCode(textOf(properties[property]))),
  )
  return (
    codes.find(
      (property) =>
        new Set(features.map(({ properties }) => textOf(properties[property]))).size === features.length,
    ) ?? null
  )
}

function areaOf(
  { properties, geometry, place }: Feature,
  nameFrom: string,
  codeFrom: string | null,
  file: string,
): Area | Refusal {
  const name = textOf(properties[nameFrom])
  if (name === '' || name.length > 100 || slug(name) === '')
    return wrong(file, `${place} has no name in “${nameFrom}”.`)
  const called = `“${name}”`
  if (!isFields(geometry)) return wrong(file, `${called} has no shape.`)
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return wrong(
      file,
      `${called} is a ${String(type).slice(0, 20)}; boundaries are of type Polygon or MultiPolygon.`,
    )
  const polygons = polygonsIn(type === 'Polygon' ? [coordinates] : coordinates)
  if (typeof polygons === 'string') return wrong(file, `${called} ${polygons}`)
  const code = codeFrom === null ? '' : textOf(properties[codeFrom])
  const given = properties['alsoCalled']
  const alsoCalled = Array.isArray(given)
    ? given.map((other) => textOf(other)).filter((other) => other !== '')
    : []
  return {
    slug: slug(name),
    name,
    alsoCalled: alsoCalled.map((other) => slug(other)),
    code: code === '' ? null : code,
    polygons,
  }
}

/** The polygons, or what is wrong with them. */
function polygonsIn(given: unknown): Polygon[] | string {
  if (!Array.isArray(given) || given.length === 0) return 'has no shape.'
  const polygons: Polygon[] = []
  for (const rings of given) {
    if (!Array.isArray(rings) || rings.length === 0) return 'has a part without a shape.'
    const polygon: Polygon = []
    for (const ring of rings) {
      const positions = positionsIn(ring)
      if (typeof positions === 'string') return positions
      polygon.push(positions)
    }
    polygons.push(polygon)
  }
  return polygons
}

function positionsIn(ring: unknown): Position[] | string {
  if (!Array.isArray(ring) || ring.length < 4) return 'has a ring of fewer than four positions.'
  const positions: Position[] = []
  for (const position of ring) {
    const [longitude, latitude]: unknown[] = Array.isArray(position) ? position : []
    if (typeof longitude !== 'number' || typeof latitude !== 'number')
      return 'has a position that is not two numbers.'
    positions.push([longitude, latitude])
  }
  const [first, last] = [positions[0], positions.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
    ? positions
    : 'has a ring that is not closed: its last position must be its first.'
}

function faultOf(areas: readonly Area[], file: string): Refusal | undefined {
  const names = areas.map((area) => area.slug)
  const twice = areas.find((area, index) => names.indexOf(area.slug) !== index)
  if (twice !== undefined)
    return wrong(file, `“${twice.name}” is there twice; join its parts into one MultiPolygon.`)
  const count = areas.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0)
  if (count > MOST_POSITIONS)
    return wrong(
      file,
      `it has ${count.toLocaleString('en-GB')} positions, more than the ${MOST_POSITIONS.toLocaleString('en-GB')} that are read; take a generalised version, such as “BUC” or “BSC” of the Office for National Statistics.`,
    )
  for (const { name, polygons } of areas)
    for (const position of polygons.flat(2)) {
      const why = placeFault(position)
      if (why !== undefined) return wrong(file, `“${name}” has the position ${position.join(', ')}, ${why}`)
    }
  return undefined
}

const between = (value: number, low: number, high: number): boolean => value >= low && value <= high

/** What is wrong with a place; the United Kingdom lies within 49 to 61 north and 9 west to 2.1 east. */
function placeFault([longitude, latitude]: Position): string | undefined {
  if (between(longitude, -9, 2.1) && between(latitude, 49, 61)) return undefined
  if (between(latitude, -9, 2.1) && between(longitude, 49, 61))
    return 'with latitude before longitude; GeoJSON has longitude first, so turn each pair round.'
  if (longitude === 0 && latitude === 0) return 'which is in the sea off Africa; take it out.'
  if (between(longitude, 0, 700_000) && between(latitude, 0, 1_300_000) && (longitude > 180 || latitude > 90))
    return 'which looks like eastings and northings of the British National Grid; save it in WGS84 (EPSG:4326).'
  return 'which is outside the United Kingdom; save it in WGS84 (EPSG:4326), longitude before latitude.'
}
