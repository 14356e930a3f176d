// The tables of promises: who is owed what by when, for lists.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema promises;

-- projection: a row for each who asked, so that each finds what they are owed
create table promises.owed (
  owner uuid not null,
  stream uuid not null,
  person uuid not null,
  due date not null,
  settled boolean not null,
  primary key (owner, stream, person)
);
create index owed_to on promises.owed (person, settled, due);

-- projection: a row for each promise, so that an organisation finds what it owes
create table promises.made (
  owner uuid not null,
  stream uuid not null,
  organisation uuid,
  person uuid,
  due date not null,
  said_done boolean not null,
  settled boolean not null,
  -- The day whose passing has been noted.
  lapsed_on date,
  primary key (owner, stream)
);
create index made_by_organisation on promises.made (organisation, settled, due);
create index made_by_person on promises.made (person, settled, due);
create index made_due on promises.made (due) where not said_done and not settled;

${grantRoom('promises')}
`

export const migrations: readonly Migration[] = [
  { room: 'promises', number: 1, name: 'promises owed and made', sql },
]
