/** What the registers of reference lists have in common: how one is read, refused, and kept entry by entry. */
import { isRefusal, type Refusal, refuse, type stored } from '../../../lib/index.ts'
import { type Brought, draft, type ImportAct, type Kind, type Source } from '../../../record/index.ts'
import { type Basis, isLedTo, type RegisterFile } from './reference.ts'

/** The register as its form reads it, or a refusal that names the file and what is wrong in it. */
export function readRegister<Form>(
  form: stored.Reader<Form>,
  given: unknown,
  source: Source,
  what: string,
): Form | Refusal {
  try {
    return form(given)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return entryWrong(source, what, problem.message)
  }
}

/** The refusal of a register in which something cannot stand. `why` begins in small letters and has no full stop. */
export const entryWrong = ({ name }: Source, what: string, why: string): Refusal =>
  refuse(
    'register-not-understood',
    `${name} is not a register of ${what} as docs/importing.md shows it: ${why}.`,
  )

/** The register as what it brings names it. */
export const registerOf = ({ path, name }: Source): RegisterFile => ({ path, title: name })

/** Why sources cannot be led to; undefined where they all can. */
export function strayBasis(bases: readonly Basis[]): string | undefined {
  const bad = bases.find(({ path }) => path !== null && !isLedTo(path))
  return bad === undefined
    ? undefined
    : `"${bad.path ?? ''}" is neither an address of this record nor begins with https://`
}

type Listed<Working> = { key: string; working: Working }

/** Keeps each line of a list as an entry of the record and reports what came of it. */
export async function keepAll<Working, Content>(
  act: ImportAct,
  kind: Kind<Working, Content>,
  listed: readonly Listed<Working>[],
  source: Source,
): Promise<Brought> {
  const brought: Brought = { entries: [], links: [], open: [] }
  for (const { key, working } of listed) {
    const { id, outcome } = await draft(act.tx, act.permit, kind, key, working, `Said in ${source.name}`)
    const { title, path } = kind.publish(working)
    brought.entries.push({ id, kind: kind.name, title, path, outcome })
  }
  return brought
}

/** Reads a register, makes its entries and keeps them; `make` returns a text where something cannot stand. */
export async function bringList<Form, Working, Content>(
  act: ImportAct,
  given: unknown,
  source: Source,
  parts: {
    what: string
    form: stored.Reader<Form>
    kind: Kind<Working, Content>
    make: (read: Form, register: RegisterFile) => Listed<Working>[] | string
  },
): Promise<Brought | Refusal> {
  const read = readRegister(parts.form, given, source, parts.what)
  if (isRefusal(read)) return read
  const made = parts.make(read, registerOf(source))
  if (typeof made === 'string') return entryWrong(source, parts.what, made)
  return await keepAll(act, parts.kind, made, source)
}
