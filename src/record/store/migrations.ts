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
]
