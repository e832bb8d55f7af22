/** How a printed name of a part is read: as which part, as a total, or as nothing that the mapping knows. */
import { FORCES, forceNamed, forcesOf, plain, regionNamed } from './forces.ts'
import type { PartFrom, StatedTotal, TableMapping } from './mapping.ts'

export type PartRead =
  | { is: 'part'; name: string }
  | { is: 'total'; total: StatedTotal }
  /** Left out because the mapping says so. */
  | { is: 'left' }
  | { is: 'unknown'; what: string; mend: string }

/** The census whose small areas a code can only be of: those made in 2021 follow on the last of 2011. */
const LAST_OF_2011 = { E: 1_033_768, W: 1_001_958 } as const

/** Whether a name is the code of a small area of the census (LSOA), and whether one that came in 2021. */
export function smallArea(name: string): { since2021: boolean } | undefined {
  const [, country, number] = /^([EW])(01\d{6})$/.exec(name) ?? []
  if (number === undefined) return undefined
  return { since2021: Number(number) > LAST_OF_2011[country === 'W' ? 'W' : 'E'] }
}

/** The total that a name of a row or heading is; undefined where it is none. */
export const totalNamed = (name: string, totals: readonly StatedTotal[]): StatedTotal | undefined =>
  totals.find((total) => plain(total.name) === plain(name))

/** A name that is a total of the mapping and a part as well: "West Midlands" is a region and a force of it. */
export const isTotalAndPart = (name: string, table: Pick<TableMapping, 'totals' | 'part'>): boolean =>
  table.part?.names === 'forces' &&
  forceNamed(name) !== undefined &&
  totalNamed(name, table.totals) !== undefined

/** The part that a printed name means. */
export function partNamed(printed: string, part: PartFrom): PartRead {
  const called = Object.entries(part.called).find(([name]) => plain(name) === plain(printed))
  if (called !== undefined) return called[1] === null ? { is: 'left' } : { is: 'part', name: called[1] }
  switch (part.names) {
    case 'as-printed':
      return { is: 'part', name: printed }
    case 'listed':
      return unknown(printed, part, 'is not among the names that the mapping lists')
    case 'forces': {
      const name = forceNamed(printed)
      return name === undefined
        ? unknown(printed, part, 'is no police force that is known, nor its code')
        : { is: 'part', name }
    }
    case 'lsoa-2011':
    case 'lsoa-2021':
    default: {
      const area = smallArea(printed)
      if (area === undefined) return unknown(printed, part, 'is no code of a small area of the census (LSOA)')
      return part.names === 'lsoa-2011' && area.since2021
        ? unknown(
            printed,
            part,
            'is a small area of the census of 2021, and the mapping says they are of 2011',
          )
        : { is: 'part', name: printed }
    }
  }
}

const unknown = (printed: string, { dimension }: PartFrom, why: string): PartRead => ({
  is: 'unknown',
  what: `the ${dimension.replaceAll('-', ' ')} “${printed}” ${why}`,
  mend: `mend the name, or say under "called" in the mapping what it means: "${printed}": "…", or null to leave it out`,
})

/** The plain names of the parts that a total sums; undefined where it sums all parts of its table. */
export function partsOfTotal({ of }: StatedTotal, part: PartFrom | null): ReadonlySet<string> | undefined {
  if (of.length === 0) return undefined
  return new Set(
    of.flatMap((name) => {
      if (/^(?:the )?43 forces$/i.test(name)) return FORCES.map((force) => plain(force.name))
      const region = part?.names === 'forces' ? regionNamed(name) : undefined
      if (region !== undefined) return forcesOf(region).map(plain)
      return [plain(part?.names === 'forces' ? (forceNamed(name) ?? name) : name)]
    }),
  )
}
