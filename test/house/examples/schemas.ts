// Examples for rules 4 and 5: schemas, keys, who writes facts and projections, and looks.
import type { Example } from './example.ts'

const migration = (sql: string) => `export const sql = \`${sql}\``
const stories = `
  -- projection: stories as they are listed
  create table voice.stories (owner uuid, stream uuid, title text, primary key (owner, stream));`

export const schemas: readonly Example[] = [
  {
    shows: 'a room that speaks only to its own schema',
    files: {
      'src/voice/store/a.ts': `
        const rows = tx.text('select l.title from voice.stories l join voice.replies r using (id)')
        const more = tables.selectFrom('voice.stories as s').innerJoin('voice.replies', 'a', 'b')
        const words = 'The file log.txt is yours', key = log.append`,
    },
    caught: [],
  },
  {
    shows: 'a room that reads, writes or names the schema of another',
    files: {
      'src/voice/store/a.ts': `
        tx.text(\`select 1
          from log.facts\`)
        tx.text('with x as (delete from "identity"."people" returning 1) select 1')
        tables.selectFrom('log.heads as h')
        tables.selectFrom(['voice.stories', 'log.heads'])
        tables.withSchema('log').selectFrom('heads')
        const projections = { tables: ['identity.people'] }
        tx.text('select graphile_worker.add_job($1)')`,
    },
    caught: [
      'touches log',
      'touches identity',
      'touches graphile_worker',
      'touches log',
      'touches log',
      'touches log',
      'touches identity',
    ],
  },
  {
    shows: 'the plumbing that hands out jobs, and a list of all commands that does not',
    files: {
      'src/plumbing/jobs.ts': `tx.text('select graphile_worker.add_job($1)')`,
      'src/commands.ts': `tx.text('select graphile_worker.add_job($1)')`,
    },
    caught: ['touches graphile_worker'],
  },
]

export const markers: readonly Example[] = [
  {
    shows: 'tables that say what they are',
    files: {
      'src/voice/store/migrations.ts': migration(`${stories}
        -- reference: the list of subjects
        create table if not exists voice.subjects (code text primary key);`),
    },
    caught: [],
  },
  {
    shows: 'tables that say nothing, or something else, or lie elsewhere',
    files: {
      'src/voice/store/migrations.ts': migration(`
        create table voice.a (owner uuid primary key);
        -- a list of things
        create table voice.b (owner uuid primary key);
        -- scratch: drafts
        create table drafts (owner uuid primary key);
        -- scratch: drafts
        create table log.drafts (owner uuid primary key);`),
    },
    caught: [
      'voice.a does not say above it what kind',
      'voice.b does not say above it what kind',
      'drafts lies in no schema named as its room',
      'log.drafts lies in no schema named as its room',
    ],
  },
]

export const keys: readonly Example[] = [
  {
    shows: 'keys that begin with the owner or the person, lookups, and tables about no person',
    files: {
      'src/voice/store/migrations.ts': migration(`${stories}
        create unique index on voice.stories (owner, title) where title is not null;
        -- scratch: drafts, kept over
        -- two lines of comment
        create table voice.drafts (
          person uuid not null, -- whose draft, (never ours)
          page text not null check (page in ('a', 'b')),
          constraint one_each unique (person, page),
          primary key (person, page)
        );
        -- projection, lookup: whose reference number this is
        create table voice.numbers (number text primary key, owner uuid not null);
        -- scratch, not personal: what was published
        create table voice.editions (number integer primary key);`),
    },
    caught: [],
  },
  {
    shows: 'keys that begin with something else, wherever they are written',
    files: {
      'src/voice/store/migrations.ts': migration(`
        -- scratch: one
        create table voice.a (id uuid primary key, person uuid);
        -- scratch: two
        create table voice.b (person uuid, id uuid, primary key (person, id), unique (id, person));
        -- scratch: three
        create table voice.c (person uuid primary key, email text unique);
        -- scratch: four
        create table voice.d (person uuid primary key, email text);
        create unique index d_email on voice.d using btree (lower(email));
        -- scratch: five
        create table voice.e (person uuid primary key);
        alter table voice.e add column email text unique;
        alter table voice.e add constraint x unique (email);
        -- scratch: six
        create table voice.f (person uuid);`),
    },
    caught: [
      'the key (id) of voice.a does not begin',
      'the key (id, person) of voice.b does not begin',
      'the key (email) of voice.c does not begin',
      'the key (lower(email)) of voice.d does not begin',
      'the key (email) of voice.e does not begin',
      'the key (email) of voice.e does not begin',
      'voice.f has no key',
    ],
  },
  {
    shows: 'tables that hide people behind a marker',
    files: {
      'src/voice/store/migrations.ts': migration(`
        -- reference: people
        create table voice.a (id uuid primary key, person uuid);
        -- projection, lookup: nobody
        create table voice.b (number text primary key, id uuid);
        -- projection, lookup: everything
        create table voice.c (number text primary key, owner uuid, a text, b text, c text);
        -- projection, worklist: words
        create table voice.d (owner uuid, stream uuid, title text, primary key (owner, stream));
        -- projection, public: no owner first
        create table voice.e (stream uuid primary key, owner uuid, title text);`),
    },
    caught: [
      'voice.a has the column person and says it is not personal',
      'voice.b is a lookup that leads to no person',
      'voice.c is a lookup with more than 4 columns',
      'voice.d is a worklist and holds words in title',
      'the key (stream) of voice.e does not begin',
    ],
  },
]

export const foreignKeys: readonly Example[] = [
  {
    shows: 'a key to a table of the same schema, and the word in a sentence',
    files: {
      'src/voice/store/migrations.ts': migration(
        'create table voice.a (owner uuid references voice.b (owner));',
      ),
      'src/voice/words/en.ts': `export const words = 'It references log.facts'`,
    },
    caught: [],
  },
  {
    shows: 'a key to a table of another schema',
    files: {
      'src/voice/store/migrations.ts': migration(
        'create table voice.a (owner uuid references "identity"."people" (owner));',
      ),
    },
    caught: ['a foreign key leads to identity'],
  },
]
