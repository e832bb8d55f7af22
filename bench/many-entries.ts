/** Fills a published record for benchmarks: the demonstration's fullest meeting many times over, and one long thread. */
import { type Kysely, sql } from '../src/database/index.ts'

/**
 * Copies the meeting with the most parts, and all that hangs on it, to other days until there are `entries`. Gives the
 * addresses of the copies. Written past the record's own door, so only for a database that is thrown away.
 */
export async function manyMeetings(
  db: Kysely<unknown>,
  authority: string,
  entries: number,
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`create temporary table whole on commit drop as
      select m.entry as meeting, m.date as day from published.entry_version m
      where m.authority = ${authority} and m.kind = 'meeting' and m.published_until is null
      order by (select count(*) from published.link l where l.to_entry = m.entry) desc limit 1`.execute(tx)
    await sql`create temporary table part on commit drop as
      select distinct e.* from published.entry_version e, whole w, published.entry_version m
      where m.entry = w.meeting and e.authority = ${authority} and e.published_until is null
        and (e.entry = w.meeting or (e.body = m.body and e.date = m.date)
          or e.entry in (select from_entry from published.link where to_entry = w.meeting))
        and e.kind not in ('body', 'person')`.execute(tx)
    await sql`create temporary table copy on commit drop as
      select p.entry as old, n, gen_random_uuid() as new,
        to_char(date '1980-01-01' + n, 'YYYY-MM-DD') as day, to_char(w.day, 'YYYY-MM-DD') as was
      from part p, whole w, generate_series(1, ceil(${entries}::numeric / (select count(*) from part))::int) n`.execute(
      tx,
    )
    await sql`insert into published.entry_version
        (entry, version, authority, kind, path, title, date, body, summary, state, content, outline, content_hash)
      select c.new, p.version, p.authority, p.kind,
        case when p.path like '%' || c.was || '%' then replace(p.path, c.was, c.day) else p.path || '-' || c.n end,
        p.title, case when p.date = c.was::date then c.day::date else p.date end, p.body, p.summary, p.state,
        replace(p.content::text, c.was, c.day)::jsonb, replace(p.outline::text, c.was, c.day)::jsonb, p.content_hash
      from part p join copy c on c.old = p.entry`.execute(tx)
    await sql`insert into published.link
        (authority, from_entry, to_entry, kind, why, from_kind, from_state, from_date, to_kind, to_state, to_date, shown_from)
      select l.authority, f.new, coalesce(t.new, l.to_entry), l.kind, l.why, l.from_kind, l.from_state,
        f.day::date, l.to_kind, l.to_state, l.to_date, l.shown_from
      from published.link l join copy f on f.old = l.from_entry left join copy t on t.old = l.to_entry and t.n = f.n
      where l.kind = 'part-of'`.execute(tx)
    const { rows } = await sql<{ path: string }>`select e.path from published.entry_version e
      join copy c on c.new = e.entry join whole w on w.meeting = c.old`.execute(tx)
    return rows.map(({ path }) => path)
  })
}

/** Links `entries` new entries to a priority of the record; gives the priority's address, or undefined when there is none. */
export async function longThread(
  db: Kysely<unknown>,
  authority: string,
  entries: number,
): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{
      entry: string
      path: string
    }>`select entry, path from published.entry_version
      where authority = ${authority} and kind = 'priority' and published_until is null order by path limit 1`.execute(
      tx,
    )
    const [priority] = rows
    if (priority === undefined) return undefined
    await sql`create temporary table made on commit drop as
      select gen_random_uuid() as id, n, (array['action', 'question', 'minute', 'paper'])[1 + n % 4] as kind,
        (array['open', 'done', null])[1 + n % 3] as state, date '1985-01-01' + n % 9000 as day
      from generate_series(1, ${entries}::int) n`.execute(tx)
    await sql`insert into published.entry_version
        (entry, version, authority, kind, path, title, date, summary, state, content, content_hash)
      select id, 1, ${authority}, kind, '/things/' || n, 'Thing ' || n || ' of a long thread', day,
        'A plain sentence about what was said of it on that day.', state, '{}', sha256('x') from made`.execute(
      tx,
    )
    await sql`insert into published.link
        (authority, from_entry, to_entry, kind, why, from_kind, from_state, from_date, to_kind, to_state, to_date, shown_from)
      select ${authority}, id, ${priority.entry}::uuid, 'serves', 'both speak of “roads”', kind, state, day,
        'priority', null, '-infinity', now() from made`.execute(tx)
    return priority.path
  })
}
