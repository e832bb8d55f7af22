/** The files that readers may have, for the copy and for downloads. */
import { sql } from '../database/index.ts'
import type { PublicRecord } from './ask.ts'
import type { PublishedFile } from './file.ts'

/** All of them, in order of SHA-256 and name. `size` is in bytes. */
export async function publishedFiles(ask: PublicRecord): Promise<PublishedFile[]> {
  const { rows } = await sql<PublishedFile>`
    select sha256, name, media_type as "mediaType", size from published.file
    where authority = ${ask.authority} order by sha256, name`.execute(ask.db)
  return rows
}
