// The tables of messages: what waits in each person's inbox.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema messages;

-- projection: one row a message, for the list
create table messages.inbox (
  owner uuid not null,
  stream uuid not null,
  at timestamptz not null,
  subject text not null,
  sender text not null,
  read_at timestamptz,
  primary key (owner, stream)
);
create index inbox_newest on messages.inbox (owner, at desc);

${grantRoom('messages')}
`

const gaps = `
-- projection: needs that were not met, for the organisation whose gap it was
create table messages.gaps (
  owner uuid not null,
  stream uuid not null,
  gap uuid not null,
  at timestamptz not null,
  organisation uuid not null,
  form text not null,
  what text not null,
  sender text not null,
  primary key (owner, gap)
);
create index gaps_of on messages.gaps (organisation, at desc);

${grantRoom('messages')}
`

const hiding = `
-- whether a message leads into the record: it is left out where private things are
alter table messages.inbox add column of_record boolean not null default false;
`

export const migrations: readonly Migration[] = [
  { room: 'messages', number: 1, name: 'inbox', sql },
  { room: 'messages', number: 2, name: 'gaps', sql: gaps },
  { room: 'messages', number: 3, name: 'messages that lead into the record', sql: hiding },
]
