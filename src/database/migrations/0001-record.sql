-- The record: entries, links, history, files and the leaves of the log. Only the application's login reads it.
create schema record;

create table record.authority (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  site jsonb not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);

create table record.entry (
  id uuid primary key,
  authority text not null references record.authority,
  kind text not null,
  -- Compared byte by byte, so that keys sort the same on every server and a prefix is a range.
  key text collate "C" not null check (key <> ''),
  title text not null,
  path text not null,
  working jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  version integer not null default 0 check (version >= 0),
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (authority, kind, key),
  -- Lets a link say in its foreign keys that both its ends are of one authority.
  unique (authority, id)
);

create table record.link (
  authority text not null,
  from_entry uuid not null,
  to_entry uuid not null check (to_entry <> from_entry),
  kind text not null,
  why text not null,
  made_at timestamptz not null default now(),
  primary key (from_entry, to_entry, kind),
  foreign key (authority, from_entry) references record.entry (authority, id),
  foreign key (authority, to_entry) references record.entry (authority, id)
);
create index link_to_entry on record.link (to_entry, kind);

create table record.history (
  number bigint generated always as identity primary key,
  authority text not null references record.authority,
  -- No foreign key: history outlives what it tells of.
  entry uuid,
  act text not null,
  by text not null check (by <> ''),
  at timestamptz not null default now(),
  why text not null,
  changed jsonb,
  link_to uuid,
  link_kind text,
  transaction xid8 not null,
  check ((link_to is null) = (link_kind is null))
);
create index history_of_entry on record.history (entry, number);
create index history_of_transaction on record.history (transaction, entry);

create table record.file (
  authority text not null references record.authority,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  kept_at timestamptz not null default now(),
  primary key (authority, sha256)
);

create table record.log_size (
  authority text primary key references record.authority,
  size bigint not null default 0 check (size >= 0)
);

create table record.log_leaf (
  authority text not null references record.authority,
  number bigint not null check (number >= 0),
  entry uuid not null,
  version integer not null,
  act text not null check (act in ('publish', 'withdraw')),
  at timestamptz not null default now(),
  leaf bytea not null,
  hash bytea not null check (length(hash) = 32),
  primary key (authority, number)
);

-- Apart from the leaf, because it must be possible to erase a salt and impossible to change a leaf. No foreign key:
-- it would have to lock the leaf, which takes the right to change it.
create table record.log_salt (
  authority text not null,
  number bigint not null,
  salt bytea not null check (length(salt) = 32),
  primary key (authority, number)
);

-- Which transaction wrote a line of history is the database's own word, never the writer's.
create function record.stamp_history() returns trigger language plpgsql as $$
begin
  new.transaction := pg_current_xact_id();
  return new;
end $$;
create trigger stamp_history before insert on record.history
  for each row execute function record.stamp_history();

create function record.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is only ever added to: % is refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger history_is_added_to before update or delete on record.history
  for each row execute function record.refuse_change();
create trigger history_is_not_emptied before truncate on record.history
  for each statement execute function record.refuse_change();
create trigger log_is_added_to before update or delete on record.log_leaf
  for each row execute function record.refuse_change();
create trigger log_is_not_emptied before truncate on record.log_leaf
  for each statement execute function record.refuse_change();
create trigger entries_are_not_emptied before truncate on record.entry
  for each statement execute function record.refuse_change();
create trigger links_are_not_emptied before truncate on record.link
  for each statement execute function record.refuse_change();
revoke update, delete, truncate on record.history, record.log_leaf from current_user;
revoke truncate on record.entry, record.link from current_user;

-- The leaves of a log are numbered from 0 without a gap.
create function record.follow_last_leaf() returns trigger language plpgsql as $$
begin
  if new.number > 0 and not exists (
    select from record.log_leaf where authority = new.authority and number = new.number - 1
  ) then
    raise exception 'Leaf % of the log of % does not follow the last', new.number, new.authority
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger log_has_no_gap before insert on record.log_leaf
  for each row execute function record.follow_last_leaf();

-- Checked at commit: whatever changed an entry, a link or an authority must have said so in this transaction.
create function record.entry_has_history(subject uuid) returns void language plpgsql as $$
begin
  if not exists (
    select from record.history
    where transaction = pg_current_xact_id() and entry = subject and link_to is null
  ) then
    raise exception 'Entry % was changed without a line of history', subject
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

create function record.require_entry_history() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform record.entry_has_history(old.id); end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.id <> old.id) then
    perform record.entry_has_history(new.id);
  end if;
  return null;
end $$;
create constraint trigger entry_history after insert or update or delete on record.entry
  deferrable initially deferred for each row execute function record.require_entry_history();

create function record.link_has_history(one uuid, other uuid, joined text) returns void language plpgsql as $$
begin
  if not exists (
    select from record.history
    where transaction = pg_current_xact_id() and entry = one and link_to = other and link_kind = joined
  ) then
    raise exception 'The link % from % to % was changed without a line of history', joined, one, other
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

create function record.require_link_history() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform record.link_has_history(old.from_entry, old.to_entry, old.kind); end if;
  if tg_op <> 'DELETE' then perform record.link_has_history(new.from_entry, new.to_entry, new.kind); end if;
  return null;
end $$;
create constraint trigger link_history after insert or update or delete on record.link
  deferrable initially deferred for each row execute function record.require_link_history();

create function record.require_authority_history() returns trigger language plpgsql as $$
begin
  if not exists (
    select from record.history
    where transaction = pg_current_xact_id() and entry is null and act = 'describe'
      and authority = case when tg_op = 'DELETE' then old.id else new.id end
  ) then
    raise exception 'The settings of an authority were changed without a line of history'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger authority_history after insert or update or delete on record.authority
  deferrable initially deferred for each row execute function record.require_authority_history();
