// The log's own tables: facts, heads, checkpoints, and the commands that were carried out.
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema log;

-- fact
create table log.facts (
  owner uuid not null,
  stream uuid not null,
  place integer not null,
  id uuid not null,
  kind text not null,
  version smallint not null,
  at timestamptz not null,
  by uuid,
  on_behalf_of uuid,
  body text,
  salt text,
  body_digest bytea not null,
  digest bytea not null,
  primary key (owner, stream, place),
  unique (owner, id)
);
-- Bodies are long compared with envelopes; a body that changes page is never moved.
alter table log.facts set (fillfactor = 100);

-- projection: where each stream stands, so that writers can meet on one row
create table log.heads (
  owner uuid not null,
  stream uuid not null,
  type text not null,
  place integer not null,
  digest bytea not null,
  primary key (owner, stream)
);

-- projection: which files a fact names, so that erasing its body takes them along
create table log.attachments (
  owner uuid not null,
  stream uuid not null,
  fact uuid not null,
  digest text not null,
  primary key (owner, fact, digest)
);

-- scratch: commands that were carried out, so that a repeated one does nothing twice
create table log.commands (
  owner uuid not null,
  key text not null,
  answer text not null,
  at timestamptz not null,
  primary key (owner, key)
);

-- fact: where each stream stood at the checkpoint that last saw it move
create table log.leaves (
  owner uuid not null,
  stream uuid not null,
  checkpoint integer not null,
  place integer not null,
  digest bytea not null,
  salt text not null,
  primary key (owner, stream, checkpoint)
);

-- fact, not personal: published statements of how everything stood
create table log.checkpoints (
  number integer primary key,
  at timestamptz not null,
  text text not null,
  signature text not null
);

do $$
begin
  create role coproduce_app nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise notice 'The role coproduce_app could not be made: facts are kept by the program alone';
end $$;

-- From PostgreSQL 16 on, whoever makes a role may not take it without this.
do $$
begin
  execute format('grant coproduce_app to %I', session_user);
exception
  when others then null;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'coproduce_app') then
    grant usage on schema log to coproduce_app;
    grant select, insert on log.facts, log.leaves, log.checkpoints to coproduce_app;
    grant select, insert, update, delete, truncate on log.heads, log.attachments, log.commands
      to coproduce_app;
  end if;
end $$;
`

const trees = `
-- scratch, not personal: the middle row of a checkpoint's tree, so that a proof reads a part of it
create table log.trees (
  checkpoint integer primary key,
  starts bytea not null,
  digests bytea not null
);
create index leaves_salt on log.leaves (salt collate "C");

do $$
begin
  if exists (select from pg_roles where rolname = 'coproduce_app') then
    grant select, insert, delete on log.trees to coproduce_app;
  end if;
end $$;
`

// A receipt of fifty entries is just over the 2 KiB from which PostgreSQL packs a row, which costs
// more than the rest of writing it and saves little: ids and digests hardly get smaller.
const unpacked = 'alter table log.facts set (toast_tuple_target = 4096);'

export const migrations: readonly Migration[] = [
  { room: 'log', number: 1, name: 'facts and checkpoints', sql },
  { room: 'log', number: 2, name: 'middle rows of trees', sql: trees },
  { room: 'log', number: 3, name: 'receipts are not packed', sql: unpacked },
]

/** What a room's own migration ends with: the program's role may use all its tables. */
export const grantRoom = (room: string): string => `
do $$
begin
  if exists (select from pg_roles where rolname = 'coproduce_app') then
    grant usage on schema ${room} to coproduce_app;
    grant select, insert, update, delete, truncate on all tables in schema ${room}
      to coproduce_app;
  end if;
end $$;
`
