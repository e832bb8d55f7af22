/** The handle that pages read the published record with. */
import type { Kysely } from '../database/index.ts'
import type { PublishedTables } from './tables.ts'

/** The public login, asking about one authority. It has rights on the schema `published` and on nothing else. */
export type PublicRecord = { readonly db: Kysely<PublishedTables>; readonly authority: string }
