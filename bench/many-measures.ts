/** Fills a published record for benchmarks with measures: one made by the import, and copies of it under other names. */
import { type Kysely, sql } from '../src/database/index.ts'

/**
 * Copies a measure and its breakdowns until there are `copies`; gives the addresses of the measures. Written past the
 * record's own door, so only for a database that is thrown away.
 */
export async function manyMeasures(
  db: Kysely<unknown>,
  authority: string,
  slug: string,
  copies: number,
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`create temporary table part on commit drop as
      select * from published.entry_version
      where authority = ${authority} and published_until is null
        and (path = ${`/measures/${slug}`} or starts_with(path, ${`/measures/${slug}/by/`}))`.execute(tx)
    await sql`create temporary table copy on commit drop as
      select entry as old, n, gen_random_uuid() as new, ${`${slug}-`} || n as slug
      from part, generate_series(1, ${copies}::int) n`.execute(tx)
    await sql`insert into published.entry_version
        (entry, version, authority, kind, path, title, date, body, summary, state, content, outline, content_hash)
      select c.new, p.version, p.authority, p.kind, replace(p.path, ${slug}, c.slug), p.title || ' ' || c.n, p.date,
        p.body, p.summary, p.state, replace(p.content::text, ${`"${slug}"`}, '"' || c.slug || '"')::jsonb,
        replace(p.outline::text, ${`"${slug}"`}, '"' || c.slug || '"')::jsonb, p.content_hash
      from part p join copy c on c.old = p.entry`.execute(tx)
    await sql`insert into published.link
        (authority, from_entry, to_entry, kind, why, from_kind, from_state, from_date, to_kind, to_state, to_date, shown_from)
      select l.authority, f.new, coalesce(t.new, l.to_entry), l.kind, l.why, l.from_kind, l.from_state, l.from_date,
        l.to_kind, l.to_state, l.to_date, l.shown_from
      from published.link l join copy f on f.old = l.from_entry left join copy t on t.old = l.to_entry and t.n = f.n`.execute(
      tx,
    )
    const { rows } = await sql<{ path: string }>`
      select e.path from published.entry_version e join copy c on c.new = e.entry where e.kind = 'measure'`.execute(
      tx,
    )
    return rows.map(({ path }) => path)
  })
}
