/** Brings counted street-level crime into measures: a measure for each type, by month, of the whole area and by district. */
import { isRefusal, type LocalDate, type Refusal, refuse, stored } from '../../../lib/index.ts'
import { type Brought, type ImportAct, type Source, workingCopy } from '../../../record/index.ts'
import { bringMeasures } from '../measures/import.ts'
import { measureKey } from '../measures/measure.ts'
import { measureKind } from '../measures/published.ts'
import { recordObservations } from '../measures/writes.ts'
import { AREAS_KEY, areasKind, districtOf } from './areas.ts'
import { type CrimeFile, type Figures, figuresOf } from './figures-of-crimes.ts'
import { streetRegister, streetSlug } from './street-measures.ts'

const { day, fields, list, number, orNull, text } = stored

const crimeFile: stored.Reader<CrimeFile> = fields({
  file: fields({ name: text, sha256: text, bytes: number }),
  asAt: day,
  rows: list(
    fields({
      force: orNull(text),
      month: orNull(text),
      type: orNull(text),
      lsoa: orNull(text),
      count: number,
    }),
  ),
  places: fields({ swapped: number, nowhere: number, outside: number }),
  notes: list(text),
})

/** Brings a file of data.police.uk as `openDataIn` read it. */
export async function bringCrimes(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const crimes = crimeFile(given)
  const force = await forceOf(act, crimes)
  if (isRefusal(force)) return force
  const areas = await workingCopy(act.tx, act.permit.authority, areasKind, AREAS_KEY)
  const figures = figuresOf(
    { ...crimes, asAt: asAtOf(crimes, act, source) },
    { force, today: act.today, districts: areas === undefined ? undefined : districtOf(areas.working) },
  )
  if (figures.incoming.length === 0)
    return refuse(
      'no-crimes',
      `${crimes.file.name} has no row that could be brought${figures.remarks.map(({ what }) => `: ${what}`).join('')}${figures.remarks.length === 0 ? '.' : ''}`,
    )
  const begun = await beginMeasures(act, figures, force, source)
  if (isRefusal(begun)) return begun
  const recorded = await recordObservations(act, figures.incoming, source, { sameDayRevises: true })
  if (isRefusal(recorded)) return recorded
  return {
    entries: joinedEntries(begun.entries, recorded.entries),
    links: [...begun.links, ...recorded.links],
    open: [
      ...begun.open,
      ...recorded.open,
      ...figures.remarks.map((remark) => ({ ...remark, place: crimes.file.name })),
    ],
  }
}

/** A file says by its own day when it was made; the corrections beside it may say better. Never a day to come. */
function asAtOf({ asAt }: CrimeFile, { today }: ImportAct, { corrections }: Source): LocalDate {
  const said = corrections.paper.date
  const made = said === undefined ? asAt : day(said)
  return made < today ? made : today
}

/** The force of the record, where the file has rows of it. */
async function forceOf({ tx, permit }: ImportAct, { file, rows }: CrimeFile): Promise<string | Refusal> {
  const { site } = await tx
    .selectFrom('record.authority')
    .select('site')
    .where('id', '=', permit.authority)
    .executeTakeFirstOrThrow()
  const own = fields({ words: fields({ force: text }) })(site).words.force
  const forces = [...new Set(rows.flatMap((row) => row.force ?? []))]
  const found = forces.find((force) => folded(force) === folded(own))
  if (found !== undefined) return found
  return refuse(
    'another-force',
    `${file.name} ${forces.length === 0 ? 'names no force' : `is of ${forces.slice(0, 3).join(', ')}`}, and this record’s force is ${own}; import it for its own authority, or mend "force" in the register "authority".`,
  )
}

/** "Devon & Cornwall Police" and "Devon and Cornwall Police" are one. */
const folded = (force: string): string =>
  force
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** Begins the measures that the record does not have yet; those that it has stay as somebody may have described them. */
async function beginMeasures(
  act: ImportAct,
  { types }: Figures,
  force: string,
  source: Source,
): Promise<Brought | Refusal> {
  const missing: string[] = []
  for (const type of types)
    if (
      (await workingCopy(act.tx, act.permit.authority, measureKind, measureKey(streetSlug(type)))) ===
      undefined
    )
      missing.push(type)
  return missing.length === 0
    ? { entries: [], links: [], open: [] }
    : await bringMeasures(act, streetRegister(force, missing), source)
}

/** What was begun and then filled in one act was created. */
function joinedEntries(begun: Brought['entries'], recorded: Brought['entries']): Brought['entries'] {
  const first = new Map(begun.map((entry) => [entry.id, entry]))
  return recorded.map((entry) => ({ ...entry, outcome: first.get(entry.id)?.outcome ?? entry.outcome }))
}
