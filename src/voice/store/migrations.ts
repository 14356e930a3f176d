// The tables of voice: worklists without words, what was published, and ways back to a story.
import { grantRoom } from '../../log/index.ts'
import type { Migration } from '../../plumbing/index.ts'
import { areaNumbersTable } from './area-numbers.ts'
import { changesTables } from './changes.ts'
import { waysTables } from './complaint-ways.ts'
import { countedMigration } from './counted.ts'
import { draftPhotosTable } from './draft-photos.ts'
import { alertsTables, becomesTables, followsTables } from './follows.ts'
import { heardRaised, heardTables } from './heard.ts'
import { mattersTable } from './matters.ts'
import { promisedFound } from './promised-rows.ts'
import { recommendedTable } from './recommended.ts'
import { repliesTable } from './replies.ts'
import { reportsTable } from './reports.ts'
import { searchMarks } from './search-marks.ts'
import { searchTable } from './search-rows.ts'

const stories = `
create schema voice;

-- projection, worklist: each story as it waits for those who read and answer it
create table voice.work (
  owner uuid not null,
  stream uuid not null,
  kind text not null,
  told_at timestamptz not null,
  read_by date not null,
  standing text not null,
  severity smallint,
  risks text[] not null,
  out_of_hours boolean not null,
  first_reader uuid,
  settled_at timestamptz,
  answer_by date,
  first_answer_at timestamptz,
  is_own boolean not null,
  primary key (owner, stream)
);
create index work_stream on voice.work (stream);
create index work_waiting on voice.work (told_at) where standing in ('to be read', 'read once');
create index work_settled on voice.work (settled_at) where settled_at is not null;
create index work_own on voice.work (owner, told_at) where is_own;

-- projection, worklist: whom a story was told to
create table voice.told_to (
  owner uuid not null,
  stream uuid not null,
  organisation uuid not null,
  told_at timestamptz not null,
  primary key (owner, stream, organisation)
);
create index told_to_organisation on voice.told_to (organisation, told_at desc, stream desc);

-- projection, worklist: what a story is about, with the clocks that numbers are made of
create table voice.about (
  owner uuid not null,
  stream uuid not null,
  place uuid not null,
  kind text not null,
  concern boolean not null,
  told_at timestamptz not null,
  published_at timestamptz,
  first_answer_at timestamptz,
  primary key (owner, stream, place)
);
create index about_place on voice.about (place, published_at desc, stream desc)
  include (kind, concern, told_at, first_answer_at, owner) where published_at is not null;

-- projection, worklist: answers and replies, and whether they wait for a moderator
create table voice.sayings (
  owner uuid not null,
  stream uuid not null,
  saying uuid not null,
  organisation uuid,
  change text not null,
  said_at timestamptz not null,
  standing text not null,
  published_at timestamptz,
  primary key (owner, stream, saying)
);
create index sayings_waiting on voice.sayings (said_at) where standing = 'waiting';
create index sayings_organisation on voice.sayings (organisation, said_at desc)
  where organisation is not null;

-- projection, public: stories that anybody may read
create table voice.published (
  owner uuid not null,
  stream uuid not null,
  kind text not null,
  title text not null,
  happened text not null,
  good text not null,
  better text not null,
  told_at timestamptz not null,
  published_at timestamptz not null,
  first_answer_at timestamptz,
  words tsvector generated always as (
    to_tsvector('english', title || ' ' || happened || ' ' || good || ' ' || better)
  ) stored,
  primary key (owner, stream)
);
create index published_newest on voice.published (published_at desc, stream desc);
create index published_kind on voice.published (kind, published_at desc, stream desc);
create index published_stream on voice.published (stream);
create index published_words on voice.published using gin (words) with (fastupdate = off);

-- projection, worklist: promises made in answer to stories, and what those who asked say
create table voice.promised (
  owner uuid not null,
  stream uuid not null,
  story uuid not null,
  organisation uuid,
  due date not null,
  made_at timestamptz not null,
  said_done_at timestamptz,
  answer text,
  primary key (owner, stream)
);
create index promised_story on voice.promised (story);
create index promised_organisation on voice.promised (organisation, due);

-- projection, worklist: whose story a code leads back to, by its digest
create table voice.ways_back (
  owner uuid not null,
  stream uuid not null,
  digest text not null,
  primary key (owner, stream)
);
create index ways_back_digest on voice.ways_back (digest);

-- scratch, worklist: in which browser a story was opened with its code, and since when
create table voice.open_here (
  owner uuid not null,
  stream uuid not null,
  browser text not null,
  at timestamptz not null,
  primary key (owner, stream, browser)
);
create index open_here_browser on voice.open_here (browser, at);

-- scratch, worklist: what one browser or person told lately, by digest, against floods and doubles
create table voice.told_lately (
  owner text not null,
  at timestamptz not null,
  digest text not null,
  primary key (owner, at, digest)
);

-- scratch, worklist: codes that one browser tried lately
create table voice.code_tries (
  owner text not null,
  at timestamptz not null,
  tries integer not null,
  primary key (owner, at)
);

${grantRoom('voice')}
`

const complaints = `
-- projection, worklist: each formal complaint, and whether it has come to its end
create table voice.complaints (
  owner uuid not null,
  stream uuid not null,
  complainant uuid,
  received_at timestamptz not null,
  acknowledged_at timestamptz,
  closed boolean not null,
  primary key (owner, stream)
);
create index complaints_complainant on voice.complaints (complainant, received_at desc);

-- projection, worklist: which bodies have a formal complaint
create table voice.complaint_bodies (
  owner uuid not null,
  stream uuid not null,
  organisation uuid not null,
  received_at timestamptz not null,
  primary key (owner, stream, organisation)
);
create index complaint_bodies_organisation on voice.complaint_bodies (organisation, received_at);

${grantRoom('voice')}
`

const complaintClock = `
-- what is due next, and what that follows from
alter table voice.complaints add column representative uuid;
alter table voice.complaints add column nation text not null default 'england';
alter table voice.complaints add column unacknowledged text[] not null default '{}';
alter table voice.complaints add column proposed_by date;
alter table voice.complaints add column agreed_on date;
alter table voice.complaints add column reply_by date;
alter table voice.complaints add column answered boolean not null default false;
alter table voice.complaints add column explained boolean not null default false;
alter table voice.complaints add column due_next date;
create index complaints_representative on voice.complaints (representative, received_at desc)
  where representative is not null;
create index complaints_due on voice.complaints (due_next) where not closed;
${waysTables}
${recommendedTable}
${grantRoom('voice')}
`

const found = `
${searchTable}
-- The words stand in the rows that stories are found by.
alter table voice.published drop column words;
`

const complaintPassing = `
-- Whether another body is asked to answer it alone: then it has to acknowledge it.
alter table voice.complaints add column passing boolean not null default false;
`

/** In the order in which they came; a number never changes once it is written. */
export const migrations: readonly Migration[] = [
  { room: 'voice', number: 1, name: 'stories', sql: stories },
  { room: 'voice', number: 2, name: 'replies', sql: repliesTable },
  { room: 'voice', number: 3, name: 'reports', sql: reportsTable },
  { room: 'voice', number: 4, name: 'complaints', sql: complaints },
  { room: 'voice', number: 5, name: 'counted', sql: countedMigration },
  { room: 'voice', number: 6, name: 'what people follow', sql: followsTables },
  { room: 'voice', number: 7, name: 'what was heard', sql: heardTables },
  { room: 'voice', number: 8, name: 'area numbers', sql: areaNumbersTable },
  { room: 'voice', number: 9, name: 'promises found', sql: promisedFound },
  { room: 'voice', number: 10, name: 'complaint-clock', sql: complaintClock },
  { room: 'voice', number: 11, name: 'draft-photos', sql: draftPhotosTable + grantRoom('voice') },
  { room: 'voice', number: 12, name: 'what was done', sql: changesTables },
  { room: 'voice', number: 13, name: 'scrutiny', sql: mattersTable },
  { room: 'voice', number: 14, name: 'one row to find by', sql: found },
  { room: 'voice', number: 15, name: 'alerts in batches', sql: alertsTables },
  { room: 'voice', number: 16, name: 'themes raised', sql: heardRaised },
  { room: 'voice', number: 17, name: 'marks to find by', sql: searchMarks },
  { room: 'voice', number: 18, name: 'what became is followed', sql: becomesTables },
  { room: 'voice', number: 19, name: 'complaints passed on', sql: complaintPassing },
]
