/** Offers a paper or a register to the domains, each of which takes from it what it keeps. */
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import type { Brought, Importer } from '../../record/index.ts'
import type { Loaded, Offered } from './load-file.ts'

type Taken = Exclude<Offered, { form: 'figures' }>

/** What all domains together brought of a file; refused where none takes anything. */
export async function offer(
  importers: readonly Importer<Reading>[],
  { file, source, offered }: Pick<Loaded, 'file' | 'source'> & { offered: Taken },
  act: Parameters<Importer<Reading>['bring']>[0],
): Promise<Brought | Refusal> {
  const all: Brought = { entries: [], links: [], open: [] }
  let taken = false
  for (const importer of importers) {
    const readRegister = offered.form === 'register' ? importer.registers?.[offered.name] : undefined
    if (offered.form === 'register' ? readRegister === undefined : !importer.wants(offered.reading)) continue
    const part =
      offered.form === 'paper'
        ? await importer.bring(act, offered.reading, source)
        : await readRegister?.(act, offered.register, source)
    if (part === undefined) continue
    if (isRefusal(part)) return part
    taken = true
    all.entries.push(...part.entries)
    all.links.push(...part.links)
    all.open.push(...part.open)
  }
  return taken ? all : refuse('nothing-to-take', nothingToTake(file, offered))
}

function nothingToTake(file: string, offered: Taken): string {
  if (offered.form === 'register')
    return `${file} is a register "${offered.name}", which nothing here reads; docs/importing.md lists the registers.`
  const { decisions, kind } = offered.reading
  if (kind === 'decision')
    return `${file} is a record of ${decisions.length === 1 ? 'a decision' : `${decisions.length} decisions`}, which the record does not keep yet; "shiremoot read" prints what was found in it.`
  return `${file} was read as "${offered.reading.kind}" and holds nothing that the record knows how to keep; see what was found with "shiremoot read", and name its body and date in ${file}.corrections.json if they are missing.`
}
