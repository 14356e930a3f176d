// The tables of places: found by any name they ever had, and by what they are linked to.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema places;

-- projection: a row a name, so that a place is found by an earlier one too
create table places.names (
  owner uuid not null,
  stream uuid not null,
  place integer not null,
  kind text not null,
  name text not null,
  folded text not null,
  begins date not null,
  closed_on date,
  primary key (owner, stream, place)
);
create index names_folded on places.names (folded text_pattern_ops);

-- projection: what leads to a place or an organisation
create table places.links (
  owner uuid not null,
  stream uuid not null,
  place integer not null,
  link text not null,
  leads_to uuid not null,
  begins date not null,
  ends date,
  primary key (owner, stream, place)
);
create index links_to on places.links (leads_to, link);

${grantRoom('places')}
`

export const migrations: readonly Migration[] = [
  { room: 'places', number: 1, name: 'names and links', sql },
]
