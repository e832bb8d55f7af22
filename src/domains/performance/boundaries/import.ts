/** Brings boundaries: a GeoJSON file as it is, or a register that holds one and says what a file by itself does not. */
import { isRefusal, type Refusal, refuse, slug, stored } from '../../../lib/index.ts'
import { type Brought, draft, type ImportAct, type Source } from '../../../record/index.ts'
import type { Boundaries } from './boundaries.ts'
import { areasIn, type Chosen, type Read } from './geojson.ts'
import { boundariesKind } from './published.ts'
import { simplified } from './simplifying.ts'

const { fields, flag, orNull, text } = stored

/** What may stand beside the features, in the register or in the file itself. */
const form = fields({
  dimension: orNull(fields({ slug: orNull(text), one: text, many: text })),
  source: orNull(text),
  licence: orNull(text),
  schematic: orNull(flag),
  nameProperty: orNull(text),
  codeProperty: orNull(text),
})

/**
 * Reads GeoJSON, or `{ "register": "boundaries", "dimension": { "one", "many" }, "source", "licence", "nameProperty",
 * "codeProperty", "geojson": { … } }`. All but the GeoJSON may be left out, and may stand in the GeoJSON itself.
 */
export async function bringBoundaries(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const said = saidIn(given, source)
  if (isRefusal(said)) return said
  const read = areasIn(said.geojson, said.chosen, source.name)
  if (isRefusal(read)) return read
  const { areas, kept } = simplified(read.areas)
  const working: Boundaries = {
    ...said.about,
    areas: areas.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    positions: { given: read.positions, kept },
    file: { path: source.path, title: source.name },
  }
  const why = `Brought from ${source.name}`
  const { id, outcome } = await draft(
    act.tx,
    act.permit,
    boundariesKind,
    working.dimension.slug,
    working,
    why,
  )
  const { title, path } = boundariesKind.publish(working)
  return {
    entries: [{ id, kind: boundariesKind.name, title, path, outcome }],
    links: [],
    open: openPoints(working, read, source, said.guessed),
  }
}

type Said = {
  about: Pick<Boundaries, 'dimension' | 'source' | 'licence' | 'schematic'>
  chosen: Chosen
  geojson: unknown
  /** Nobody said what areas these are. */
  guessed: boolean
}

function saidIn(given: unknown, { name }: Source): Said | Refusal {
  const whole = new Map<string, unknown>(Object.entries(Object(given)))
  try {
    const { dimension, source, licence, schematic, nameProperty, codeProperty } = form(given)
    const of = dimension ?? { slug: null, one: 'district', many: 'districts' }
    return {
      about: {
        dimension: { slug: of.slug ?? slug(of.one), one: of.one, many: of.many },
        source,
        licence,
        schematic: schematic ?? false,
      },
      chosen: { name: nameProperty, code: codeProperty },
      geojson: whole.get('geojson') ?? given,
      guessed: dimension === null,
    }
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${name} is not a register of boundaries as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

const REGISTER = 'a register "boundaries", as docs/importing.md shows it'

function openPoints(
  { dimension, licence, source, schematic }: Boundaries,
  { nameFrom, otherNames }: Read,
  { name }: Source,
  guessed: boolean,
): Brought['open'] {
  const open: Brought['open'] = []
  const ask = (what: string, mend: string): void => {
    open.push({ what, place: name, mend })
  }
  if (guessed)
    ask(
      `The areas are taken for ${dimension.many}, because nothing says what they are.`,
      `If they are others, say so with "dimension" in ${REGISTER}.`,
    )
  if (otherNames.length > 0)
    ask(
      `The names are those of “${nameFrom}”; ${otherNames.map((other) => `“${other}”`).join(' and ')} could be names as well.`,
      `If they should be taken, say so with "nameProperty" in ${REGISTER}.`,
    )
  if (!schematic && (licence === null || source === null))
    ask(
      'Nothing says whose the boundaries are and under which terms they may be shown, which must stand beside each map.',
      `Say so with "source" and "licence" in ${REGISTER}, before you publish them.`,
    )
  return open
}

export const registers = { boundaries: bringBoundaries }
