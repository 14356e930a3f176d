// The tables of care and support plans, and the one of everything here that can be shared.
import { grantRoom } from '../../log/index.ts'

export const planTables = `
create schema care;

-- projection: everything of this room that a person can share, whatever it belongs to
create table care.items (
  owner uuid not null,
  stream uuid not null,
  item uuid not null,
  kind text not null,
  labels text[] not null,
  -- The day it was last agreed to.
  day date not null,
  title text not null,
  says text not null,
  author text not null,
  -- What it lies under, where that is another item.
  under uuid,
  -- Its order among those of its kind.
  place bigint not null,
  -- What it says, as JSON of its own kind.
  body text not null,
  primary key (owner, stream, item)
);
create index items_by_item on care.items (owner, item);
create index items_by_kind on care.items (owner, kind, day desc, item desc);

-- projection: the plan of each person, as it stands
create table care.plans (
  owner uuid not null,
  stream uuid not null,
  begun_at timestamptz not null,
  begun_by text not null,
  version integer not null,
  agreed_at timestamptz,
  agreed_by text[] not null,
  primary key (owner, stream)
);

-- projection: what was proposed for a plan, answered or not
create table care.proposals (
  owner uuid not null,
  stream uuid not null,
  proposal uuid not null,
  part uuid not null,
  -- The item it is in, with what that can be chosen by.
  item uuid not null,
  kind text not null,
  labels text[] not null,
  day date not null,
  change text not null,
  proposed_by uuid,
  at timestamptz not null,
  -- The yes of each side, as JSON; null where it has not said yes.
  person text,
  professional text,
  ended text,
  ended_at timestamptz,
  primary key (owner, stream, proposal)
);
create index proposals_open on care.proposals (owner, stream) where ended is null;

${grantRoom('care')}
`

export const planOrder = `
-- Its place in the stream: what something lies under was proposed before it.
alter table care.proposals add column place integer not null default 0;
`
