-- The published record: all that the public site's login may read, written by publication alone.
create schema published;

create table published.authority (
  id text primary key references record.authority,
  site jsonb not null,
  -- Grows with every publication; pages are cached by it.
  revision bigint not null default 1
);

create table published.entry_version (
  entry uuid not null references record.entry,
  version integer not null check (version > 0),
  authority text not null references published.authority,
  kind text not null,
  path text not null check (path like '/%'),
  title text not null,
  date date,
  body text,
  summary text not null,
  state text,
  content jsonb not null,
  content_hash bytea not null check (length(content_hash) = 32),
  published_from timestamptz not null default now(),
  published_until timestamptz check (published_until >= published_from),
  primary key (entry, version)
);
create unique index one_open_version on published.entry_version (entry) where published_until is null;
create unique index one_entry_at_a_path on published.entry_version (authority, path) where published_until is null;
create index once_at_a_path on published.entry_version (authority, path, published_until desc)
  where published_until is not null;
-- Undated entries sort as the oldest.
create index entries_by_date on published.entry_version
  (authority, kind, (coalesce(date, '-infinity'::date)) desc, entry desc) where published_until is null;
create index entries_of_body on published.entry_version
  (authority, kind, body, (coalesce(date, '-infinity'::date)) desc, entry desc) where published_until is null;
create index entries_in_state on published.entry_version
  (authority, kind, state, (coalesce(date, '-infinity'::date)) desc, entry desc) where published_until is null;

-- What was published stays as it was: a version can be closed, and not otherwise changed.
create function published.close_only() returns trigger language plpgsql as $$
begin
  if old.published_until is not null
    or (to_jsonb(new) - 'published_until') is distinct from (to_jsonb(old) - 'published_until') then
    raise exception 'Version % of entry % was published and stays as it was', old.version, old.entry
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger versions_stay before update on published.entry_version
  for each row execute function published.close_only();

-- Each end's kind, state and date are repeated here, so that a thread of 50,000 entries is read from one index.
create table published.link (
  authority text not null references published.authority,
  from_entry uuid not null,
  to_entry uuid not null,
  kind text not null,
  why text not null,
  from_kind text not null,
  from_state text,
  from_date date not null,
  to_kind text not null,
  to_state text,
  to_date date not null,
  primary key (from_entry, to_entry, kind)
);
comment on column published.link.from_date is 'The date of that entry; -infinity where it has none';
create index thread_to on published.link (to_entry, from_date desc, from_entry desc) include (kind, from_kind);
create index thread_to_by_link on published.link (to_entry, kind, from_date desc, from_entry desc) include (from_kind);
create index thread_to_by_kind on published.link (to_entry, kind, from_kind, from_date desc, from_entry desc);
create index thread_from on published.link (from_entry, to_date desc, to_entry desc) include (kind, to_kind);
create index counts_to on published.link (to_entry, kind, from_kind, from_state);

create table published.paragraph (
  authority text not null references published.authority,
  entry uuid not null,
  -- 0 is the entry's summary; its paragraphs follow in reading order.
  position integer not null check (position >= 0),
  anchor text not null,
  number text,
  title text not null,
  text text not null,
  -- A: the title, stemmed. D: the text, stemmed. C: both as written, for words of which only the beginning is known.
  words tsvector not null generated always as (
    setweight(to_tsvector('english', left(title, 1000)), 'A')
    || setweight(to_tsvector('english', left(text, 100000)), 'D')
    || setweight(to_tsvector('simple', left(title, 1000) || ' ' || left(text, 100000)), 'C')
  ) stored,
  primary key (entry, position)
);
create index paragraph_words on published.paragraph using gin (words);

create table published.file (
  authority text not null references published.authority,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  primary key (authority, sha256, name)
);
