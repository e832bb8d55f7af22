/** The files of what is withdrawn: readers may no longer have them, unless something else that is public names them. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { AnyKind } from './kind.ts'
import type { Tx } from './transaction.ts'

export type FileNamed = { name: string; sha256: string }

/** The files that any version of these entries names. */
export async function filesNamed(
  tx: Tx,
  kinds: readonly AnyKind[],
  entries: readonly { id: EntryId; kind: string; working: unknown }[],
): Promise<FileNamed[]> {
  const { rows } = await sql<{ entry: EntryId; files: FileNamed[] | null }>`
    select entry, files from published.entry_version
    where entry = any(${entries.map(({ id }) => id)}::uuid[])`.execute(tx)
  // What older versions named was not kept with them; what they would name now is the best there is.
  const older = new Set(rows.filter(({ files }) => files === null).map(({ entry }) => entry))
  const would = entries
    .filter(({ id }) => older.has(id))
    .flatMap(({ kind, working }) => {
      const known = kinds.find(({ name }) => name === kind)
      if (known === undefined) throw new Error(`Nothing says how a “${kind}” is published`)
      return known.publish(known.parse(working)).files ?? []
    })
  const all = [...rows.flatMap(({ files }) => files ?? []), ...would]
  return [...new Map(all.map(({ name, sha256 }) => [`${sha256} ${name}`, { name, sha256 }])).values()]
}

/** Withdraws files that nothing public names any more; returns those that something does. */
export async function withdrawFiles(
  tx: Tx,
  authority: string,
  files: readonly FileNamed[],
): Promise<FileNamed[]> {
  if (files.length === 0) return []
  const [names, hashes] = [files.map(({ name }) => name), files.map(({ sha256 }) => sha256)]
  await sql`
    delete from published.file f
    using unnest(${hashes}::text[], ${names}::text[]) as gone (sha256, name)
    where f.authority = ${authority} and f.sha256 = gone.sha256 and f.name = gone.name
      and not exists (
        select from published.entry_version e where e.authority = f.authority
          and (e.files @> jsonb_build_array(jsonb_build_object('sha256', f.sha256, 'name', f.name))
            or (e.files is null and position(f.sha256 in e.content::text) > 0)))`.execute(tx)
  const { rows } = await sql<FileNamed>`
    select f.name, f.sha256 from published.file f
    join unnest(${hashes}::text[], ${names}::text[]) as named (sha256, name)
      on named.sha256 = f.sha256 and named.name = f.name
    where f.authority = ${authority} order by f.name, f.sha256`.execute(tx)
  return rows
}
