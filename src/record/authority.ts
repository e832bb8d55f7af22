/** Describes an authority: whose record this is, its words, colours and contact. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { PublicRecord } from './ask.ts'
import { canonical } from './canonical.ts'
import { remember } from './history.ts'
import type { Tx } from './transaction.ts'

/** Whose site this is: name, words and colours are data of the authority. The same shape as `Site` of web. */
export type SiteSettings = {
  /** 'kent'. */
  authority: string
  name: string
  tagline: string
  publisher: string
  words: { policingBody: string; chief: string; force: string; panel: string; area: string }
  ink: string
  gold: string
  contact: { label: string; value: string; href: string | null }[]
}

/**
 * Keeps the settings of the permit's authority and shows them to the public at once. The same settings again change
 * nothing. Throws when the settings name another authority than the permit.
 */
export async function describeAuthority(
  tx: Tx,
  permit: Permit<'record.publish'>,
  settings: SiteSettings,
): Promise<'created' | 'changed' | 'unchanged'> {
  if (settings.authority !== permit.authority) {
    throw new Error(`The permit is for “${permit.authority}”, the settings are of “${settings.authority}”`)
  }
  const site = canonical(settings)
  const { rows } = await sql<{ site: unknown }>`
    select site from record.authority where id = ${permit.authority} for update`.execute(tx)
  const before = rows[0]?.site
  if (before !== undefined && canonical(before) === site) return 'unchanged'
  await sql`insert into record.authority (id, site) values (${permit.authority}, ${site})
    on conflict (id) do update set site = excluded.site, changed_at = now()`.execute(tx)
  await sql`insert into record.log_size (authority) values (${permit.authority}) on conflict do nothing`.execute(
    tx,
  )
  await sql`insert into published.authority (id, site) values (${permit.authority}, ${site})
    on conflict (id) do update set site = excluded.site, revision = published.authority.revision + 1`.execute(
    tx,
  )
  await remember(tx, permit, [
    {
      act: 'describe',
      entry: null,
      why: before === undefined ? 'The authority was described' : 'Its description changed',
      changed: { before: before ?? null },
    },
  ])
  return before === undefined ? 'created' : 'changed'
}

/** The settings of the authority that is asked; throws when the record does not know it. */
export async function readSite(ask: PublicRecord): Promise<SiteSettings> {
  const { rows } = await sql<{ site: SiteSettings }>`
    select site from published.authority where id = ${ask.authority}`.execute(ask.db)
  const found = rows[0]
  if (found === undefined) throw new Error(`The record knows no authority “${ask.authority}”`)
  return found.site
}

/** The ids of the authorities whose record stands here, in order; none in an empty installation. */
export async function authorities(db: PublicRecord['db']): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from published.authority order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** A text that changes with every publication, by which pages are cached. Throws when the authority is unknown. */
export async function revision(ask: PublicRecord): Promise<string> {
  const { rows } = await sql<{ revision: number }>`
    select revision from published.authority where id = ${ask.authority}`.execute(ask.db)
  const found = rows[0]
  if (found === undefined) throw new Error(`The record knows no authority “${ask.authority}”`)
  return String(found.revision)
}
