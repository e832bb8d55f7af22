-- The record as it stood at any moment, the log where everyone may read it, and the acts that take content away again:
-- withdrawal, which takes it from every moment, and erasure, of which no guess at it can be confirmed (GDPR article 17).

-- Moments. A publication takes its moment once it holds the authority's log: whole milliseconds, so that it is the same
-- in every language that reads it, and always later than the one before, whatever the clock does.
alter table record.log_size add column moment timestamptz;
comment on column record.log_size.moment is 'The moment of the publication under way, or of the last one';
alter table published.authority add column moment timestamptz;
comment on column published.authority.moment is 'The last moment at which anything public changed';
update record.log_size s set moment = date_trunc('milliseconds', interval '999 microseconds' + greatest(
  (select changed_at from record.authority where id = s.authority),
  (select max(greatest(published_from, published_until)) from published.entry_version where authority = s.authority),
  (select max(made_at) from record.link where authority = s.authority),
  (select max(at) from record.log_leaf where authority = s.authority)));
update published.authority a set moment = (select moment from record.log_size where authority = a.id);
alter table record.log_size alter column moment set not null,
  alter column moment set default date_trunc('milliseconds', clock_timestamp());
alter table published.authority alter column moment set not null,
  alter column moment set default date_trunc('milliseconds', clock_timestamp());

-- What the content hash covers beyond the columns. Open versions get the paragraphs that search has of them; what files
-- they named was never kept, so the leaves of all that was published until now cannot be computed again from the record.
alter table published.entry_version add column paragraphs jsonb, add column files jsonb;
comment on column published.entry_version.paragraphs is 'The paragraphs as published; null where that was before they were kept';
comment on column published.entry_version.files is 'The files it names, {name, sha256}; null where it was published before they were kept';
alter table published.entry_version disable trigger versions_stay;
update published.entry_version v set paragraphs = (
  select coalesce(jsonb_agg(jsonb_build_object('anchor', anchor, 'number', number, 'text', text) order by position)
    filter (where position > 0), '[]')
  from published.paragraph p where p.entry = v.entry)
where published_until is null and exists (select from published.paragraph p where p.entry = v.entry);
alter table published.entry_version enable trigger versions_stay;

create or replace function published.close_only() returns trigger language plpgsql as $$
begin
  if old.published_until is not null
    or (old.paragraphs is not null and new.paragraphs is distinct from old.paragraphs)
    or (old.files is not null and new.files is distinct from old.files)
    or (to_jsonb(new) - '{published_until,paragraphs,files}'::text[])
      is distinct from (to_jsonb(old) - '{published_until,paragraphs,files}'::text[]) then
    raise exception 'Version % of entry % was published and stays as it was', old.version, old.entry
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- Addresses as bytes, so that a page with all its fragments is one range.
create index at_a_path on published.entry_version (authority, path text_pattern_ops, published_from desc);
create index versions_by_date on published.entry_version
  (authority, kind, (coalesce(date, '-infinity'::date)) desc, entry desc);

-- The authority's settings at any moment.
create table published.authority_version (
  authority text not null references published.authority,
  version integer not null check (version > 0),
  site jsonb not null,
  published_from timestamptz not null,
  published_until timestamptz check (published_until > published_from),
  primary key (authority, version)
);
insert into published.authority_version (authority, version, site, published_from)
select id, 1, site, changed_at from record.authority;

-- Links at any moment. The triggers keep what a link was when it changes or goes, so that no act can forget to.
alter table published.link add column shown_from timestamptz;
alter table published.link disable trigger user;
update published.link p set shown_from = greatest(
  (select made_at from record.link l
    where l.from_entry = p.from_entry and l.to_entry = p.to_entry and l.kind = p.kind),
  (select min(published_from) from published.entry_version where entry = p.from_entry),
  (select min(published_from) from published.entry_version where entry = p.to_entry));
alter table published.link enable trigger user;
comment on column published.link.shown_from is 'Since when it is public as it stands; of links older than this column, the earliest that it can have been';
create table published.link_before (like published.link, shown_until timestamptz not null);
alter table published.link alter column shown_from set not null;
alter table published.link_before
  add primary key (from_entry, to_entry, kind, shown_until),
  add check (shown_until > shown_from),
  alter column shown_from set not null;
create index links_changed on published.link (authority, shown_from);
create index links_ended on published.link_before (authority, shown_until);
create index thread_to_before on published.link_before (to_entry, from_date desc, from_entry desc);
create index thread_from_before on published.link_before (from_entry, to_date desc, to_entry desc);

create function published.keep_link() returns trigger language plpgsql as $$
declare
  at timestamptz;
begin
  select moment into strict at from record.log_size
    where authority = case when tg_op = 'INSERT' then new.authority else old.authority end;
  if tg_op = 'INSERT' then
    new.shown_from := coalesce(new.shown_from, at);
    return new;
  end if;
  if old.shown_from >= at then
    raise exception 'The public link % from % to % changes in a publication, which takes its moment first',
      old.kind, old.from_entry, old.to_entry using errcode = 'integrity_constraint_violation';
  end if;
  insert into published.link_before select old.*, at;
  if tg_op = 'DELETE' then return old; end if;
  new.shown_from := at;
  return new;
end $$;
create trigger links_are_kept before insert or update or delete on published.link
  for each row execute function published.keep_link();

alter table published.file add column shown_from timestamptz;
update published.file f set shown_from = (
  select kept_at from record.file k where k.authority = f.authority and k.sha256 = f.sha256);
alter table published.file alter column shown_from set not null,
  alter column shown_from set default date_trunc('milliseconds', clock_timestamp());
comment on column published.file.shown_from is 'Since when readers may have it; of files older than this column, since when it was kept';

-- The log is public: leaves, and the salts of what is public.
alter table record.log_leaf set schema published;
alter table record.log_salt set schema published;
alter table published.log_leaf drop constraint log_leaf_act_check;
alter table published.log_leaf add constraint log_leaf_act_check
  check (act in ('publish', 'withdraw', 'erase', 'links', 'describe'));
create unique index leaf_of_act on published.log_leaf (authority, entry, act, version);
create or replace function record.follow_last_leaf() returns trigger language plpgsql as $$
begin
  if new.number > 0 and not exists (
    select from published.log_leaf where authority = new.authority and number = new.number - 1
  ) then
    raise exception 'Leaf % of the log of % does not follow the last', new.number, new.authority
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- Withdrawal. What stood in the schema "published" goes to these tables, which the public site's login cannot read.
create table record.withdrawn_version (like published.entry_version);
alter table record.withdrawn_version
  add primary key (entry, version),
  add foreign key (entry) references record.entry;
create table record.withdrawn_link (like published.link_before);
create index withdrawn_link_from on record.withdrawn_link (from_entry);
create index withdrawn_link_to on record.withdrawn_link (to_entry);
create table record.withheld_salt (like published.log_salt);
alter table record.withheld_salt add primary key (authority, number);

-- Bytes are removed from the folder once their erasure is kept; what a crash left there is removed by the next one.
create table record.erased_file (
  authority text not null references record.authority,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (authority, sha256)
);

-- What each file brought, by its SHA-256, so that what a corrected paper no longer holds is found.
create table record.brought (
  authority text not null references record.authority,
  sha256 text not null,
  entry uuid not null references record.entry,
  primary key (authority, sha256, entry)
);
create index files_that_brought on record.brought (entry);
create table record.brought_link (
  authority text not null references record.authority,
  sha256 text not null,
  from_entry uuid not null,
  to_entry uuid not null,
  kind text not null,
  primary key (authority, sha256, from_entry, to_entry, kind)
);
create index files_that_linked on record.brought_link (from_entry, to_entry, kind);

-- What stands where something was withdrawn.
create table published.tombstone (
  authority text not null references published.authority,
  -- The leaf of the withdrawal.
  leaf bigint not null,
  entry uuid not null,
  -- The address it had last; a neutral one where even its title, which addresses are made of, had to go.
  path text not null check (path like '/%'),
  kind text not null,
  title text,
  withdrawn_at timestamptz not null,
  reason text not null check (reason in
    ('published-in-error', 'personal-information', 'court-order', 'copyright', 'security', 'replaced', 'inaccurate')),
  words text not null check (words <> ''),
  erased_at timestamptz,
  erased_leaf bigint,
  -- When the entry was published again, by an act that said so.
  reinstated_at timestamptz,
  primary key (authority, leaf),
  check ((erased_at is null) = (erased_leaf is null))
);
create unique index one_standing_tombstone on published.tombstone (entry) where reinstated_at is null;
-- Every address that it ever had, as the SHA-256 of it: whoever asks for one is answered, and nobody can list them.
create table published.tombstone_address (
  authority text not null references published.authority,
  address bytea not null check (length(address) = 32),
  entry uuid not null,
  primary key (authority, address, entry)
);
create index addresses_of_tombstone on published.tombstone_address (entry);

-- Whether this transaction is withdrawing or erasing the entry: it stands as withdrawn, and history says which act.
create function record.is_leaving(subject uuid, doing text[]) returns boolean language plpgsql as $$
begin
  return exists (select from record.entry where id = subject and state = 'withdrawn')
    and exists (
      select from record.history
      where transaction = pg_current_xact_id() and entry = subject and link_to is null and act = any (doing));
end $$;

create function record.refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception '%.% loses nothing but what is withdrawn or erased in the same transaction: % is refused',
    tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;

create trigger versions_are_withdrawn before delete on published.entry_version
  for each row when (not record.is_leaving(old.entry, '{withdraw}')) execute function record.refuse_removal();
create trigger links_before_are_withdrawn before delete on published.link_before
  for each row when (not record.is_leaving(old.from_entry, '{withdraw}') and not record.is_leaving(old.to_entry, '{withdraw}'))
  execute function record.refuse_removal();
create trigger links_before_stay before update on published.link_before
  for each row execute function record.refuse_change();
create trigger settings_stay before delete on published.authority_version
  for each row execute function record.refuse_removal();
create trigger tombstones_stay before delete on published.tombstone
  for each row execute function record.refuse_removal();
create trigger withdrawn_versions_are_erased before delete on record.withdrawn_version
  for each row when (not record.is_leaving(old.entry, '{erase}')) execute function record.refuse_removal();
create trigger withdrawn_versions_stay before update on record.withdrawn_version
  for each row execute function record.refuse_change();
create trigger versions_are_not_emptied before truncate on published.entry_version
  for each statement execute function record.refuse_removal();
create trigger links_before_are_not_emptied before truncate on published.link_before
  for each statement execute function record.refuse_removal();
create trigger tombstones_are_not_emptied before truncate on published.tombstone
  for each statement execute function record.refuse_removal();
create trigger withdrawn_versions_are_not_emptied before truncate on record.withdrawn_version
  for each statement execute function record.refuse_removal();

-- A tombstone may lose its title, and may say once that the content was erased and once that the entry is back.
create function published.keep_tombstone() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{title,path,erased_at,erased_leaf,reinstated_at}'::text[])
      is distinct from (to_jsonb(old) - '{title,path,erased_at,erased_leaf,reinstated_at}'::text[])
    or (new.title is distinct from old.title and new.title is not null)
    or (new.path <> old.path and new.title is not null)
    or (old.erased_at is not null and (new.erased_at, new.erased_leaf) is distinct from (old.erased_at, old.erased_leaf))
    or (old.reinstated_at is not null and new.reinstated_at is distinct from old.reinstated_at) then
    raise exception 'The tombstone at % stays as it is', old.path using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger tombstones_stay_as_they_are before update on published.tombstone
  for each row execute function published.keep_tombstone();

-- Settings are closed, and not otherwise changed.
create function published.close_settings_only() returns trigger language plpgsql as $$
begin
  if old.published_until is not null
    or (to_jsonb(new) - 'published_until') is distinct from (to_jsonb(old) - 'published_until') then
    raise exception 'Version % of the settings of % stays as it was', old.version, old.authority
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger settings_are_closed before update on published.authority_version
  for each row execute function published.close_settings_only();

-- History stays as it was written, but for what erasure takes out of it: the former values of an entry that is erased
-- in this transaction, the words of its drafts and links, which quote it or name its file; and what its file was called.
create function record.keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (to_jsonb(new) - '{changed,why}'::text[]) is not distinct from (to_jsonb(old) - '{changed,why}'::text[])
    and new.changed is null
    and (new.why = old.why or (new.why = 'Erased' and (old.link_to is not null or old.act in ('draft', 'keep-file'))))
    and (record.is_leaving(old.entry, '{erase}')
      or (old.link_to is not null and record.is_leaving(old.link_to, '{erase}'))
      or (old.act = 'keep-file' and exists (
        select from record.erased_file f where f.authority = old.authority and f.sha256 = old.changed ->> 'sha256')))
  then
    return new;
  end if;
  raise exception '%.% is only ever added to: % is refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end $$;
drop trigger history_is_added_to on record.history;
create trigger history_is_added_to before update or delete on record.history
  for each row execute function record.keep_history();
grant update (changed, why) on record.history to current_user;
create index history_of_link_to on record.history (link_to) where link_to is not null;
