/** What the public gets of boundaries: all of them. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { servedRegister } from '../reference/reference.ts'
import { type Area, type Boundaries, boundariesPath, type Position } from './boundaries.ts'

const { fields, flag, list, number, orNull, text } = stored

const position: stored.Reader<Position> = (value, at) => {
  const [longitude, latitude] = list(number)(value, at)
  if (longitude === undefined || latitude === undefined) throw new Error(`${at} is not a position`)
  return [longitude, latitude]
}

const area: stored.Reader<Area> = fields({
  slug: text,
  name: text,
  alsoCalled: list(text),
  code: orNull(text),
  polygons: list(list(list(position))),
})

const parse: stored.Reader<Boundaries> = fields({
  dimension: fields({ slug: text, one: text, many: text }),
  areas: list(area),
  schematic: flag,
  source: orNull(text),
  licence: orNull(text),
  positions: fields({ given: number, kept: number }),
  file: fields({ path: text, title: text }),
})

export const boundariesKind: Kind<Boundaries, Boundaries> = {
  name: 'boundaries',
  words: { one: 'Boundaries', many: 'Boundaries' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ dimension, areas, schematic, source, licence, positions, file }) => ({
    title: `Boundaries of ${dimension.many}`,
    path: boundariesPath(dimension.slug),
    date: null,
    body: null,
    summary: `${areas.length} ${areas.length === 1 ? dimension.one : dimension.many}`,
    state: null,
    content: { dimension, areas, schematic, source, licence, positions, file },
    outline: {
      dimension,
      schematic,
      source,
      licence,
      areas: areas.map(({ slug, name, code }) => ({ slug, name, code })),
    },
    paragraphs: [],
    files: servedRegister(file),
  }),
}

export const kinds: readonly AnyKind[] = [boundariesKind]
