// The tables of sharing: looks for the person, and grants for those they are given to.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'

const sql = `
create schema sharing;

-- projection: every look at what a person keeps here, for the list of who looked
create table sharing.looks (
  owner uuid not null,
  stream uuid not null,
  look uuid not null,
  at timestamptz not null,
  by uuid,
  via text not null,
  organisation uuid,
  roles text[] not null,
  purpose text not null,
  act text not null,
  page text not null,
  grants uuid[] not null,
  items uuid[] not null,
  primary key (owner, look)
);
create index looks_newest on sharing.looks (owner, at desc, look desc);

-- projection: a row for each grant and purpose, so that a recipient finds who shares with them
create table sharing.given (
  owner uuid not null,
  stream uuid not null,
  given uuid not null,
  purpose text not null,
  person uuid,
  organisation uuid,
  role text,
  last_day date,
  ends_at timestamptz,
  primary key (owner, given, purpose)
);
create index given_to_person on sharing.given (person) where organisation is null;
create index given_to_organisation on sharing.given (organisation);

-- projection: every access that was opened in an emergency, listed for audit
create table sharing.emergencies (
  owner uuid not null,
  stream uuid not null,
  given uuid not null,
  organisation uuid not null,
  at timestamptz not null,
  primary key (owner, given)
);
create index emergencies_of on sharing.emergencies (organisation, at desc);

${grantRoom('sharing')}
`

const proxies = `
-- projection: requests to act for a person, and accesses, for the lists of both and of staff
create table sharing.proxies (
  owner uuid not null,
  stream uuid not null,
  access uuid not null,
  proxy uuid not null,
  organisation uuid,
  state text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  basis text,
  level text not null,
  reason text,
  primary key (owner, access)
);
create index proxies_by_proxy on sharing.proxies (proxy);
create index proxies_by_organisation on sharing.proxies (organisation, state);
create index proxies_granted on sharing.proxies (owner, access) where state = 'granted';
create index looks_by_proxies on sharing.looks (owner, by, at desc) where via = 'proxy';
${grantRoom('sharing')}
`

const asks = `
-- projection, lookup: who asked when to be shared with, so that nobody asks too often
create table sharing.asks_made (
  owner uuid not null,
  stream uuid not null,
  asker uuid not null,
  at timestamptz not null,
  primary key (owner, stream)
);
create index asks_by on sharing.asks_made (asker, at);

${grantRoom('sharing')}
`

const queries = `
-- projection: questions about looks that a person does not recognise, for them and who answers
create table sharing.queries (
  owner uuid not null,
  stream uuid not null,
  look uuid not null,
  holder uuid not null,
  due date not null,
  asked_at timestamptz not null,
  stands text not null,
  primary key (owner, stream)
);
create index queries_open on sharing.queries (holder, due) where stands = 'open';
create index looks_by_visit on sharing.looks (owner, stream);

${grantRoom('sharing')}
`

const withheld = `
-- projection: what an organisation keeps from a person, and when it must look at it again
create table sharing.withheld (
  owner uuid not null,
  stream uuid not null,
  withholding uuid not null,
  item uuid not null,
  organisation uuid not null,
  review_on date not null,
  primary key (owner, withholding)
);
create index withheld_by on sharing.withheld (organisation, review_on);

${grantRoom('sharing')}
`

const askedAgain = `
alter table sharing.withheld add column asked_due date;
`

export const migrations: readonly Migration[] = [
  { room: 'sharing', number: 1, name: 'looks and grants', sql },
  { room: 'sharing', number: 2, name: 'proxies', sql: proxies },
  { room: 'sharing', number: 3, name: 'asks', sql: asks },
  { room: 'sharing', number: 4, name: 'questions about looks', sql: queries },
  { room: 'sharing', number: 5, name: 'kept from the person', sql: withheld },
  { room: 'sharing', number: 6, name: 'asked to look again', sql: askedAgain },
]
