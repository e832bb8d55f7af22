/** Brings the register of areas: which LSOA is in which district. A CSV of the Office for National Statistics is read as one. */
import { isRefusal, type Refusal, refuse, stored } from '../../../lib/index.ts'
import { type Brought, draft, type ImportAct, type Source, workingCopy } from '../../../record/index.ts'
import { AREAS_KEY, type Areas, areasKind, joined } from './areas.ts'

const register = stored.fields({
  entries: stored.list(
    stored.fields({ lsoa: stored.text, district: stored.text, code: stored.orNull(stored.text) }),
  ),
})

/** Reads `{ "register": "areas", "entries": [{ "lsoa": "E01016016", "district": "Medway", "code": "E06000035" }] }`. */
export async function bringAreas(act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> {
  const areas = areasIn(given, source.name)
  if (isRefusal(areas)) return areas
  const before = await workingCopy(act.tx, act.permit.authority, areasKind, AREAS_KEY)
  const all = joined(before?.working, areas)
  const { id, outcome } = await draft(
    act.tx,
    act.permit,
    areasKind,
    AREAS_KEY,
    all,
    `Brought from ${source.name}`,
  )
  const { title, path } = areasKind.publish(all)
  // It is for imports alone, so no file takes it along into the public.
  return { entries: [{ id, kind: areasKind.name, title, path, outcome, goes: 'waits' }], links: [], open: [] }
}

function areasIn(given: unknown, name: string): Areas | Refusal {
  try {
    const { entries } = register(given)
    const odd = entries.find(({ lsoa, district }) => !LSOA.test(lsoa) || district.trim() === '')
    if (odd !== undefined)
      throw new Error(
        `“${odd.lsoa}” with “${odd.district}” is no LSOA code, such as E01016016, with a district`,
      )
    const byName = Map.groupBy(entries, ({ district }) => district.trim())
    const districts = [...byName].map(([district, all]) => ({
      name: district,
      code: all[0]?.code ?? null,
      lsoas: all.map(({ lsoa }) => lsoa).toSorted(),
    }))
    return { districts: districts.toSorted((one, other) => (one.name < other.name ? -1 : 1)), from: name }
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${name} is not a register of areas as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

/** England, Wales, Scotland, Northern Ireland. */
const LSOA = /^(?:[EW]01|S01|N2[01]|95)[0-9A-Z]{4,9}$/

/** The register that a CSV of ONS is: columns such as LSOA11CD, LAD13CD and LAD13NM. Undefined where it has no such columns. */
export function areasInCsv(headings: readonly string[], rows: () => Iterable<readonly string[]>): unknown {
  const at = (form: RegExp): number => headings.findIndex((heading) => form.test(heading.trim()))
  const [lsoa, name, code] = [at(/^LSOA\d\dCD$/i), at(/^LAD\d\dNM$/i), at(/^LAD\d\dCD$/i)]
  if (lsoa === -1 || name === -1) return undefined
  const entries = [...rows()].map((row) => ({
    lsoa: (row[lsoa] ?? '').trim(),
    district: (row[name] ?? '').trim(),
    code: code === -1 ? null : (row[code] ?? '').trim(),
  }))
  return { register: 'areas', entries }
}
