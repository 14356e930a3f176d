// A database and files in which everything is that a backup could lose.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'

const SCHEMA = `
  create schema plumbing;
  create table plumbing.migrations (room text, number integer, name text, digest text,
    at timestamptz not null default now(), primary key (room, number));
  insert into plumbing.migrations values ('voice', 1, 'first', 'abc');
  create schema voice;
  create type voice.state as enum ('open', 'closed');
  create table voice.z_parent (id integer generated always as identity primary key, name text);
  create table voice.child (
    id uuid primary key, parent integer not null references voice.z_parent,
    before uuid references voice.child,
    body text, double text generated always as (body || body) stored,
    bytes bytea, amount numeric(12, 2), ratio double precision, small real, at timestamptz,
    day date, took interval, about jsonb, words text[], state voice.state, yes boolean);
  create table voice.no_key (words text, about json);
  create table voice."Odd name é" ("A column" text primary key, nothing integer);
  create table voice.empty (id integer primary key);
  create sequence voice.counter increment 5;
  create table voice.ring_a (id integer primary key, b integer);
  create table voice.ring_b (id integer primary key, a integer references voice.ring_a
    deferrable initially immediate);
  alter table voice.ring_a add foreign key (b) references voice.ring_b
    deferrable initially immediate;
  create table voice.parted (id integer, at date, primary key (id, at)) partition by range (at);
  create table voice.parted_2026 partition of voice.parted
    for values from ('2026-01-01') to ('2027-01-01');
  create function voice.shout() returns trigger language plpgsql as
    $$ begin new.name := upper(new.name); return new; end $$;
  create trigger shout before insert on voice.z_parent for each row execute function voice.shout();
  create table voice.dropped (id integer primary key, gone text, stays text);
  alter table voice.dropped drop column gone;`

const ROWS = `
  begin;
  set constraints all deferred;
  alter table voice.z_parent disable trigger user;
  insert into voice.z_parent (name)
    values ('quiet'), (null), (E'tab\\t line\\n back\\\\slash \\\\N');
  alter table voice.z_parent enable trigger user;
  delete from voice.z_parent where id = 2;
  insert into voice.child (id, parent, before, body, bytes, amount, ratio, small, at, day, took,
      about, words, state, yes)
    select md5('child' || n)::uuid, 1, case when n > 1 then md5('child' || (n - 1))::uuid end,
      case n % 3 when 0 then null when 1 then '' else 'Ŵyn ' || n || E' \\t\\r\\n😀' end,
      decode(md5(n::text), 'hex'), n * 1.10, n / 3.0, n / 7.0,
      timestamptz '2026-03-29 00:30:00.123456+00' + n * interval '1 hour', date '2026-01-01' + n,
      n * interval '1 month 1 day 1.5 seconds', jsonb_build_object('n', n, 'null', null),
      array['a,b', null, '"quoted"'], 'open', n % 2 = 0
    from generate_series(1, 2000) n;
  insert into voice.no_key values ('twice', '{"b": 1,  "a": 2}'), ('twice', '{"b": 1,  "a": 2}');
  insert into voice.no_key select repeat(md5(n::text), 20) from generate_series(1, 3000) n;
  insert into voice."Odd name é" values ('x', 1), ('X', 2);
  insert into voice.ring_b values (1, 1);
  insert into voice.ring_a values (1, 1);
  insert into voice.parted values (1, '2026-05-05');
  insert into voice.dropped values (1, 'here');
  select setval('voice.counter', 37);
  commit;`

/** Makes the tables, empty, as every installation of one version has them. */
export async function makeTables(pool: pg.Pool): Promise<void> {
  await pool.query(SCHEMA)
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) })
}

/** Fills them, and leaves one job waiting and one being done. */
export async function fillTables(pool: pg.Pool): Promise<void> {
  await pool.query(ROWS)
  await pool.query(`select graphile_worker.add_job('tell', '{"id": "x"}'),
    graphile_worker.add_job('ask', '{"id": "y"}', queue_name := 'slow')`)
  await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead'
    where id = (select min(id) from graphile_worker._private_jobs)`)
}

/** Keeps some files by their content: a small, an empty and a long one. */
export function keepFiles(filesDir: string): string[] {
  return ['A letter', '', 'long '.repeat(500_000)].map((text) => {
    const digest = createHash('sha256').update(text).digest('hex')
    const path = `aa/00000000-0000-7000-8000-0000000000aa/${digest}`
    mkdirSync(dirname(join(filesDir, path)), { recursive: true })
    writeFileSync(join(filesDir, path), text)
    return path
  })
}
