// The table of evidence: what was erased that had been counted, by the thing it was counted for.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const erased = `
create schema evidence;

-- projection: streams of which something was erased, by the place or body they were counted for
create table evidence.erased (
  owner uuid not null,
  stream uuid not null,
  counted_for uuid not null,
  primary key (owner, stream, counted_for)
);
create index erased_counted_for on evidence.erased (counted_for);

${grantRoom('evidence')}
`

export const migrations: readonly Migration[] = [
  { room: 'evidence', number: 1, name: 'erased', sql: erased },
]
