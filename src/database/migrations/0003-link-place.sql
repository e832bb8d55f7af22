-- A long paper serves a priority in one of its parts: the link says which, so that a thread leads to it.

alter table record.link add column place jsonb;
alter table published.link add column place jsonb;
comment on column published.link.place is 'The part of the entry it runs from: address with fragment, words for it, and what it says; null where it is the whole';
