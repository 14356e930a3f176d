// The tables of the record: its entries, for lists and searches.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema record;

-- projection: a row for each entry of a person's record, with what it can be chosen by
create table record.entries (
  owner uuid not null,
  stream uuid not null,
  kind text not null,
  resource_type text not null,
  title text not null,
  detail text not null,
  -- The day it is about; where it says none, the day it was added.
  day date not null,
  day_said boolean not null,
  code text,
  labels text[] not null,
  author text not null,
  source text not null,
  added_at timestamptz not null,
  current boolean not null,
  superseded_by uuid,
  in_error boolean not null default false,
  explained integer not null default 0,
  primary key (owner, stream)
);
create index entries_by_day on record.entries (owner, day desc, stream desc);
create index entries_by_kind on record.entries (owner, kind, day desc, stream desc);
create index entries_current on record.entries (owner, kind, day desc) where current;

${grantRoom('record')}
`

const disagreements = `
-- What the person says against an entry: part of the row, so that every list has it.
alter table record.entries add column disagreements text[] not null default '{}';
`

const goingOnAndMeasured = `
-- The last day on which it is going on, or the day that lies ahead. Null where none is said.
alter table record.entries add column ends_on date;
-- What must be said beside it: not confirmed, on hold.
alter table record.entries add column proviso text;
-- The values that it measured, as JSON. Null where it measured nothing.
alter table record.entries add column measured text;
-- By what entries are of the same thing: their code, else their title.
alter table record.entries add column thing text not null
  generated always as (coalesce(code, lower(title))) stored;
create index entries_by_thing on record.entries (owner, thing, day desc, stream desc);
`

const corrections = `
-- projection: every request to correct an entry, for the person's list and the holder's
create table record.corrections (
  owner uuid not null,
  stream uuid not null,
  entry uuid not null,
  holder uuid not null,
  due date not null,
  asked_at timestamptz not null,
  ended text,
  ended_at timestamptz,
  primary key (owner, stream)
);
create index corrections_of_entry on record.corrections (owner, entry);

${grantRoom('record')}
`

const imports = `
-- The import it came with, what it is a version of (a digest), and whether it was taken back.
alter table record.entries add column batch uuid;
alter table record.entries add column origin text;
alter table record.entries add column taken_back boolean not null default false;
alter table record.entries add column was_current boolean not null default false;
alter table record.entries add column was_in_error boolean not null default false;
create index entries_by_batch on record.entries (owner, batch) where batch is not null;
create index entries_by_origin on record.entries (owner, origin) where origin is not null;

-- projection: every import of a file, to list and to take back
create table record.imports (
  owner uuid not null,
  stream uuid not null,
  file text not null,
  brought_by uuid,
  shown_as text not null,
  at timestamptz not null,
  fresh integer not null,
  already integer not null,
  left_out integer not null,
  taken_back_at timestamptz,
  primary key (owner, stream)
);

-- scratch: previews of files that somebody sent and has not brought in yet
create table record.previews (
  owner uuid not null,
  preview uuid not null,
  made_by uuid not null,
  at timestamptz not null,
  says text not null,
  primary key (owner, preview)
);
create index previews_at on record.previews (at);

-- scratch: the entries of those files, each as it would be added
create table record.preview_entries (
  owner uuid not null,
  preview uuid not null,
  file integer not null,
  place integer not null,
  entry text not null,
  primary key (owner, preview, file, place)
);
${grantRoom('record')}
`

const words = `
-- The words by which it is found, each bound to whose it is, so that an index of all people's
-- words is asked for one person's. Rows from before have them after a rebuild.
alter table record.entries add column finds tsvector not null default ''::tsvector;
create index entries_by_word on record.entries using gin (finds)
  with (gin_pending_list_limit = 256);

-- The newest results, however many there are.
create index entries_measured on record.entries (owner, day desc, stream desc)
  where kind in ('result', 'measurement') and measured is not null and not in_error
    and superseded_by is null;
`

export const migrations: readonly Migration[] = [
  { room: 'record', number: 1, name: 'entries of the record', sql },
  { room: 'record', number: 2, name: 'statements of disagreement', sql: disagreements },
  {
    room: 'record',
    number: 3,
    name: 'what is going on, and what was measured',
    sql: goingOnAndMeasured,
  },
  { room: 'record', number: 4, name: 'requests for correction', sql: corrections },
  { room: 'record', number: 5, name: 'imports and previews', sql: imports },
  { room: 'record', number: 6, name: 'words by which entries are found', sql: words },
]
