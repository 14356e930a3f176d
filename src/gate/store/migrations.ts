// The table of the gate: the measures of which numbers leave.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema gate;

-- projection: one row a measure, for the list
create table gate.measures (
  owner uuid not null,
  stream uuid not null,
  code text not null,
  title text not null,
  tables integer not null,
  newest date,
  primary key (owner, stream)
);
create index measures_by_title on gate.measures (title, owner);

${grantRoom('gate')}
`

export const migrations: readonly Migration[] = [{ room: 'gate', number: 1, name: 'measures', sql }]
