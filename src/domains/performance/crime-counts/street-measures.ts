/**
 * The measures that street-level files of data.police.uk bring: one for each of its fourteen categories, described in
 * street-measures.json in our own words (the categories: https://data.police.uk/about/#categories).
 */
import { slug, stored } from '../../../lib/index.ts'
import given from './street-measures.json' with { type: 'json' }

const { fields, list, number, orNull, text } = stored

const read = fields({
  family: text,
  source: text,
  dueAfter: number,
  caveats: list(text),
  directionWords: text,
  types: list(
    fields({
      type: text,
      words: text,
      unit: orNull(list(text)),
      directionWords: orNull(text),
      caveats: orNull(list(text)),
    }),
  ),
})(given)

/** The categories in their usual order, as files write them. */
export const STREET_TYPES: readonly string[] = read.types.map(({ type }) => type)

/** The slug of a category's measure: "street-crime-burglary". */
export const streetSlug = (type: string): string => `street-crime-${slug(type)}`

/**
 * The register of measures for some categories, as docs/importing.md shows it, without figures. Nothing in them is hidden:
 * all of it is public at data.police.uk already, crime by crime, where places are blurred instead.
 */
export const streetRegister = (force: string, types: readonly string[]): Record<string, unknown> => ({
  register: 'measures',
  entries: read.types
    .filter(({ type }) => types.includes(type))
    .map(({ type, words, unit, directionWords, caveats }) => ({
      slug: streetSlug(type),
      title: `${type} (data.police.uk)`,
      family: read.family,
      definition: {
        words,
        unit: {
          one: unit?.[0] ?? 'crime',
          many: unit?.[1] ?? 'crimes',
          style: 'count',
          per: null,
          digits: 0,
        },
        owner: { name: force, kind: 'force' },
        source: read.source,
        improvement: 'neutral',
        directionWords: directionWords ?? read.directionWords,
        frequency: 'month',
        dueAfter: read.dueAfter,
        population: null,
        caveats: [...(caveats ?? []), ...read.caveats],
        target: null,
        hideBelow: null,
      },
    })),
})
