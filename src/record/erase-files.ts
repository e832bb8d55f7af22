/** The files of what is erased: taken off the record's list, and then their bytes out of the folder. */
import { rm } from 'node:fs/promises'
import { type Kysely, sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import { placeOfFile } from './file.ts'
import { takeTurn } from './log.ts'
import type { RecordTables } from './tables.ts'
import { inAct, type Tx } from './transaction.ts'

/** Whether a version `e` names the file `f`; of one published before its files were kept, whether its content speaks of it. */
const NAMES = sql`(e.files @> jsonb_build_array(jsonb_build_object('sha256', f.sha256))
  or (e.files is null and position(f.sha256 in e.content::text) > 0))`

/**
 * Takes the files that these withdrawn entries name off the list, and notes that their bytes are to be removed; returns the
 * hashes of those that stay, because another version, public or withdrawn, or a draft names them.
 */
export async function eraseFiles(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<string[]> {
  const these = sql`any(${ids}::uuid[])`
  const { rows } = await sql<{ sha256: string; needed: boolean }>`
    select f.sha256,
      exists (select from published.entry_version e where e.authority = f.authority and ${NAMES})
      or exists (select from record.withdrawn_version e
        where e.authority = f.authority and not e.entry = ${these} and ${NAMES})
      or exists (select from record.entry d where d.authority = f.authority and d.state = 'draft'
        and position(f.sha256 in d.working::text) > 0) as needed
    from record.file f
    where f.authority = ${authority}
      and exists (select from record.withdrawn_version e where e.entry = ${these} and ${NAMES})
    order by f.sha256`.execute(tx)
  const gone = rows.filter(({ needed }) => !needed).map(({ sha256 }) => sha256)
  await sql`insert into record.erased_file (authority, sha256)
    select ${authority}, unnest(${gone}::text[]) on conflict do nothing`.execute(tx)
  await sql`delete from published.file where authority = ${authority} and sha256 = any(${gone}::text[])`.execute(
    tx,
  )
  await sql`delete from record.file where authority = ${authority} and sha256 = any(${gone}::text[])`.execute(
    tx,
  )
  await sql`delete from record.brought where authority = ${authority} and sha256 = any(${gone}::text[])`.execute(
    tx,
  )
  await sql`delete from record.brought_link
    where authority = ${authority} and sha256 = any(${gone}::text[])`.execute(tx)
  return rows.filter(({ needed }) => needed).map(({ sha256 }) => sha256)
}

/**
 * Removes the bytes of erased files from the folder, those that an earlier erasure did not come to as well; returns how
 * many. A file that was kept again since, or that another authority keeps, stays.
 */
export async function removeErasedFiles(
  db: Kysely<RecordTables>,
  authority: string,
  folder: string,
): Promise<number> {
  return await inAct(db, async (tx) => {
    // An import of the same file waits, and then keeps it anew.
    await takeTurn(tx, authority)
    const { rows } = await sql<{ sha256: string; kept: boolean }>`
      select g.sha256, exists (select from record.file f where f.sha256 = g.sha256) as kept
      from record.erased_file g where g.authority = ${authority}`.execute(tx)
    const going = rows.filter(({ kept }) => !kept)
    for (const { sha256 } of going) await rm(placeOfFile(folder, sha256), { force: true })
    await sql`delete from record.erased_file where authority = ${authority}`.execute(tx)
    return going.length
  })
}
