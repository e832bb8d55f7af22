/** The files that readers may have, for the copy and for downloads. */
import { type Kysely, sql } from '../database/index.ts'
import type { PublicRecord } from './ask.ts'
import type { PublishedFile } from './file.ts'
import type { RecordTables } from './tables.ts'

/** All of them, in order of SHA-256 and name. `size` is in bytes. */
export async function publishedFiles(ask: PublicRecord): Promise<PublishedFile[]> {
  const { rows } = await sql<PublishedFile>`
    select sha256, name, media_type as "mediaType", size from published.file
    where authority = ${ask.authority} order by sha256, name`.execute(ask.db)
  return rows
}

/** The SHA-256 of every kept file, public or not, in order: for backups. */
export async function keptFiles(db: Kysely<RecordTables>): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string
  }>`select distinct sha256 from record.file order by sha256`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
