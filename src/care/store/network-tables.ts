// The tables beside the shared one: who is on whose map, and what was taken part in, in codes.
import { grantRoom } from '../../log/index.ts'

export const networkTables = `
-- projection: the maps of others that somebody was put on, to be asked there for their name
create table care.on_maps (
  person uuid not null,
  owner uuid not null,
  stream uuid not null,
  member uuid not null,
  primary key (person, owner, member)
);
create index on_maps_by_stream on care.on_maps (owner, stream);

-- projection, worklist: what people prepared, were sent and were offered, in codes and days
create table care.taken_part (
  owner uuid not null,
  stream uuid not null,
  what text not null,
  code text not null,
  -- How far it went: prepared; sent, opened, yes, partly, no; offered, not.
  step text not null,
  day date not null,
  primary key (owner, stream, what, code)
);
create index taken_part_by_what on care.taken_part (owner, what, day);

${grantRoom('care')}
`
