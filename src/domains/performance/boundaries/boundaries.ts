/** The boundaries of areas, such as districts, that a map of a measure is drawn with: where they run, and whose they are. */

/** Longitude and latitude in degrees (WGS84). */
export type Position = [number, number]

/** Rings: the outer one first, then holes. The last position of a ring is its first. */
export type Polygon = Position[][]

export type Area = {
  /** As the parts of breakdowns have it: "tonbridge-and-malling". */
  slug: string
  name: string
  /** Other names, as slugs, under which older figures have it: "shepway". */
  alsoCalled: string[]
  /** "E07000115"; null where the file gives none. */
  code: string | null
  polygons: Polygon[]
}

export type Boundaries = {
  /** "district"; words: "district", "districts". */
  dimension: { slug: string; one: string; many: string }
  areas: Area[]
  /** True where the shapes only show which area lies where, and not how it runs. */
  schematic: boolean
  /** Who drew them: "Office for National Statistics"; null where nobody said. */
  source: string | null
  /** Under which terms, with the words that must stand beside; null where nobody said. */
  licence: string | null
  /** How many positions the file has; those kept may be fewer. */
  positions: { given: number; kept: number }
  /** The file that brought them, as it is served. */
  file: { path: string; title: string }
}

export const boundariesPath = (dimension: string): string => `/boundaries/${dimension}`

/** The sentence that stands beside every map drawn with them. */
export function boundariesWords({
  schematic,
  source,
  licence,
}: Pick<Boundaries, 'schematic' | 'source' | 'licence'>): string {
  const shapes = schematic ? 'A schematic map, not to scale.' : ''
  const whose = source === null ? '' : `Boundaries: ${source.replace(/\.$/, '')}.`
  const terms = licence === null ? '' : `${licence.replace(/\.$/, '')}.`
  return [shapes, whose, terms].filter((part) => part !== '').join(' ')
}

/** What is known of an area, by the slug of its name or of another name that it has; undefined where nothing is. */
export const ofArea = <Known>(
  { slug, alsoCalled }: Area,
  bySlug: ReadonlyMap<string, Known>,
): Known | undefined => [slug, ...alsoCalled].flatMap((name) => bySlug.get(name) ?? [])[0]
