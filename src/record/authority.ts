/** Describes an authority: whose record this is, its words, colours and contact. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import { NO_ENTRY } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { canonical, contentHash } from './canonical.ts'
import { remember } from './history.ts'
import { addLeaves, announce, takeLog } from './log.ts'
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
  /** Where "Exit this page" leads. */
  exit?: string
  /** Under which terms the record may be used again. */
  licence?: { name: string; href: string }
  /** Whom to tell of a weakness of the site's security. */
  securityContact?: string
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
  await showSettings(tx, permit.authority, site)
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

/** Shows settings from now on, keeps those before for whoever asks of them, and adds their leaf to the log. */
async function showSettings(tx: Tx, authority: string, site: string): Promise<void> {
  const moment = await takeLog(tx, authority)
  await sql`insert into published.authority (id, site, moment) values (${authority}, ${site}, ${moment}::timestamptz)
    on conflict (id) do update set site = excluded.site`.execute(tx)
  await sql`update published.authority_version set published_until = ${moment}::timestamptz
    where authority = ${authority} and published_until is null`.execute(tx)
  const { rows } = await sql<{ version: number }>`
    insert into published.authority_version (authority, version, site, published_from)
    select ${authority}, coalesce(max(version), 0) + 1, ${site}::jsonb, ${moment}::timestamptz
    from published.authority_version where authority = ${authority}
    returning version`.execute(tx)
  const version = rows[0]?.version
  if (version === undefined) throw new Error(`The settings of ${authority} were not kept`)
  await addLeaves(tx, authority, moment, [
    { entry: NO_ENTRY, version, act: 'describe', contentHash: contentHash(site) },
  ])
  await announce(tx, authority, moment)
}

/**
 * The settings of the authority that is asked, as they stood at the moment asked of; the first it had, of any moment
 * before. Throws when the record does not know it.
 */
export async function readSite(ask: PublicRecord): Promise<SiteSettings> {
  const { rows } =
    ask.at === undefined
      ? await sql<{ site: SiteSettings }>`
          select site from published.authority where id = ${ask.authority}`.execute(ask.db)
      : await sql<{ site: SiteSettings }>`
          select site from published.authority_version where authority = ${ask.authority}
          order by (published_from <= ${ask.at}::timestamptz) desc,
            case when published_from <= ${ask.at}::timestamptz then version end desc, version
          limit 1`.execute(ask.db)
  const found = rows[0]
  if (found === undefined) throw new Error(`The record knows no authority “${ask.authority}”`)
  return found.site
}

/** The ids of the authorities whose record stands here, in order; none in an empty installation. */
export async function authorities(db: PublicRecord['db']): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from published.authority order by id`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * A text that changes with every publication, by which pages are cached: those of a past moment too, because a withdrawal
 * changes them. Throws when the authority is unknown.
 */
export async function revision(ask: PublicRecord): Promise<string> {
  const { rows } = await sql<{ revision: number }>`
    select revision from published.authority where id = ${ask.authority}`.execute(ask.db)
  const found = rows[0]
  if (found === undefined) throw new Error(`The record knows no authority “${ask.authority}”`)
  return String(found.revision)
}
