/**
 * Which district each small area of the census (LSOA) is in, as the authority has loaded it. Files of data.police.uk name
 * LSOAs; those of 2011 and of 2021 have different codes for about one area in fifteen, so a lookup may hold both.
 */
import { stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'

/** LSOA code → district. `from` is the file that said so. */
export type Areas = {
  districts: { name: string; code: string | null; lsoas: string[] }[]
  from: string
}

export const AREAS_KEY = 'lsoa-to-district'

const parse: stored.Reader<Areas> = stored.fields({
  districts: stored.list(
    stored.fields({ name: stored.text, code: stored.orNull(stored.text), lsoas: stored.list(stored.text) }),
  ),
  from: stored.text,
})

/** A working copy that imports use; it is not among the kinds that are published. */
export const areasKind: Kind<Areas, Record<string, never>> = {
  name: 'areas',
  words: { one: 'Lookup of areas', many: 'Lookups of areas' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ from }) => ({
    title: `Districts of small areas, from ${from}`,
    path: '/measures/areas',
    date: null,
    body: null,
    summary: '',
    state: null,
    content: {},
    paragraphs: [],
  }),
}

/** LSOA code → the name of its district. */
export const districtOf = ({ districts }: Areas): ReadonlyMap<string, string> =>
  new Map(districts.flatMap(({ name, lsoas }) => lsoas.map((lsoa) => [lsoa, name] as const)))

/** Adds a lookup to what is known: a code that is in both is in the newer one's district. */
export function joined(before: Areas | undefined, after: Areas): Areas {
  if (before === undefined) return after
  const taken = new Set(after.districts.flatMap(({ lsoas }) => lsoas))
  const kept = before.districts.map((district) => ({
    ...district,
    lsoas: district.lsoas.filter((lsoa) => !taken.has(lsoa)),
  }))
  const names = [...new Set([...after.districts, ...kept].map(({ name }) => name))].toSorted()
  const districts = names.map((name) => {
    const same = [...after.districts, ...kept].filter((district) => district.name === name)
    const lsoas = same.flatMap((district) => district.lsoas).toSorted()
    return { name, code: same.find(({ code }) => code !== null)?.code ?? null, lsoas }
  })
  return { districts: districts.filter(({ lsoas }) => lsoas.length > 0), from: after.from }
}
