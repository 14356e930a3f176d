// The table of forms: those that came as files, without any of their words.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema forms;

-- projection: one row a form that came as a file, for the list
create table forms.loaded (
  owner uuid not null,
  stream uuid not null,
  code text not null,
  version integer not null,
  terms text not null,
  primary key (owner, stream)
);
create index loaded_by_code on forms.loaded (code);

${grantRoom('forms')}
`

export const migrations: readonly Migration[] = [
  { room: 'forms', number: 1, name: 'forms that came as files', sql },
]
