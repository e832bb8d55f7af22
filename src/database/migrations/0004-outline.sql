-- Pages of other entries show a part of an entry: the titles of minutes, not their paragraphs. Asked for whole, the
-- minutes of a meeting were nine tenths of what its page read.

alter table published.entry_version add column outline jsonb;
comment on column published.entry_version.outline is 'What other pages show of it: a part of content, under the same names; null where they need no less than content';
