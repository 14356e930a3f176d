// The tables of the room: people and organisations as lists, and who is signed in.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema identity;

-- projection: every person once, to search by name and to find which record goes on
create table identity.people (
  owner uuid primary key,
  stream uuid not null,
  name text,
  name_key text,
  family_key text,
  birth_date date,
  nhs_number text,
  died_on date,
  goes_on_as uuid
);
create index people_by_name on identity.people (name_key text_pattern_ops);
create index people_by_family on identity.people (family_key text_pattern_ops);

-- projection, lookup: which person an NHS number belongs to
create table identity.nhs_numbers (
  nhs_number text not null,
  owner uuid not null,
  stream uuid not null,
  primary key (nhs_number, owner)
);
create index nhs_numbers_of on identity.nhs_numbers (owner);

-- projection, lookup: which person a provider of sign-in means
create table identity.sign_in_subjects (
  issuer text not null,
  subject text not null,
  owner uuid not null,
  stream uuid not null,
  primary key (issuer, subject, owner)
);

-- projection: who holds which role, where and when
create table identity.roles (
  owner uuid not null,
  stream uuid not null,
  role uuid not null,
  what text not null,
  organisation uuid,
  from_day date not null,
  until_day date,
  primary key (owner, role)
);
create index roles_by_organisation on identity.roles (organisation, what);
create index roles_by_kind on identity.roles (what);

-- projection: every organisation once, under its latest name; each is its own owner
create table identity.organisations (
  owner uuid primary key,
  stream uuid not null,
  name text,
  ods_code text,
  what text,
  from_day date,
  abolished_on date
);
create index organisations_by_code on identity.organisations (ods_code);

-- projection: where the duties of an organisation went, and on which day
create table identity.successions (
  owner uuid not null,
  stream uuid not null,
  succession uuid not null,
  to_organisation uuid not null,
  on_day date not null,
  duties text[],
  primary key (owner, succession)
);
create index successions_into on identity.successions (to_organisation);

-- scratch: who is signed in where, and since when
create table identity.sessions (
  person uuid not null,
  session uuid not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  identity_level text not null,
  way_in text not null,
  browser text not null,
  acting_role uuid,
  primary key (person, session)
);

-- scratch, lookup: which session a cookie belongs to; of the cookie only the digest is kept
create table identity.session_tokens (
  token_digest text primary key,
  person uuid not null,
  session uuid not null
);

-- scratch, lookup: recovery codes that have not been used; of each only the digest is kept
create table identity.recovery_codes (
  code_digest text primary key,
  person uuid not null,
  made_at timestamptz not null
);
create index recovery_codes_of on identity.recovery_codes (person);

-- scratch, not personal: the one-time code for the first administrator, as a digest
create table identity.first_administrator (
  single boolean primary key default true check (single),
  code_digest text not null,
  made_at timestamptz not null,
  tries integer not null default 0
);

-- scratch, not personal: sign-ins begun at a provider whose answer has not come yet
create table identity.sign_ins_begun (
  state_digest text primary key,
  browser text not null,
  verifier text not null,
  nonce text not null,
  next text not null,
  at timestamptz not null
);
${grantRoom('identity')}
`

const drafts = `
-- scratch: what was typed in a journey that has not been sent; the owner is a person, or the
-- digest of the browser of somebody who is not signed in
create table identity.drafts (
  owner text not null,
  journey text not null,
  typed text not null,
  at timestamptz not null,
  primary key (owner, journey)
);
create index drafts_at on identity.drafts (at);
${grantRoom('identity')}
`

const actingFor = `
alter table identity.sessions add column acting_for uuid;

-- scratch, lookup: codes by which two people come to be linked; of each only the digest is kept
create table identity.tie_codes (
  code_digest text primary key,
  person uuid not null,
  offer text not null,
  made_at timestamptz not null
);
create index tie_codes_of on identity.tie_codes (person);
${grantRoom('identity')}
`

const hiding = `
-- what is marked as private may be left out on one device: the sign-in there keeps it
alter table identity.sessions add column hides_private boolean not null default false;
`

const exactly = `
-- people are found by their whole name alone
alter table identity.people drop column family_key;
`

export const migrations: readonly Migration[] = [
  { room: 'identity', number: 1, name: 'people, organisations and sign-in', sql },
  { room: 'identity', number: 2, name: 'drafts', sql: drafts },
  { room: 'identity', number: 3, name: 'acting for others', sql: actingFor },
  { room: 'identity', number: 4, name: 'private things on one device', sql: hiding },
  { room: 'identity', number: 5, name: 'whole names alone', sql: exactly },
]
