// Ways back to a complaint: by a code, and in which browser it was opened with one.
import type { Id, Instant } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

export const waysTables = `
-- projection, worklist: whose complaint a code leads back to, by its digest
create table voice.complaint_ways (
  owner uuid not null,
  stream uuid not null,
  holder text not null,
  digest text not null,
  primary key (owner, stream, holder)
);
create index complaint_ways_digest on voice.complaint_ways (digest);

-- scratch, worklist: in which browser a complaint was opened, by which code, and since when
create table voice.complaint_open (
  owner uuid not null,
  stream uuid not null,
  browser text not null,
  way text not null,
  at timestamptz not null,
  primary key (owner, stream, browser)
);
create index complaint_open_browser on voice.complaint_open (browser, at);
`

/** The complaint a code leads to, looked for by the digest of the code. */
export async function findComplaintByCode(db: Querier, digest: string): Promise<Id | null> {
  const [row] = await db.text<{ stream: Id }>(
    'select stream from voice.complaint_ways where digest = $1 limit 1',
    [digest],
    'find-complaint-by-code',
  )
  return row?.stream ?? null
}

/** It was made in this browser, and no code has been used yet. */
export const MADE_HERE = 'made here'

/** Opens a complaint in one browser: `way` is the digest of the code, or `MADE_HERE`. */
export async function openComplaintHere(
  db: Querier,
  stream: Id,
  browser: string,
  way: string,
  at: Instant,
): Promise<void> {
  await db.text(
    `insert into voice.complaint_open (owner, stream, browser, way, at)
     values ($1, $1, $2, $3, $4)
     on conflict (owner, stream, browser) do update set at = excluded.at, way = excluded.way`,
    [stream, browser, way, at],
    'open-complaint-here',
  )
}

/** By which way a complaint is open in this browser; null where it is not. */
export async function complaintOpenHere(
  db: Querier,
  stream: Id,
  browser: string,
  since: Instant,
): Promise<string | null> {
  const [row] = await db.text<{ way: string }>(
    `select way from voice.complaint_open
     where owner = $1 and stream = $1 and browser = $2 and at > $3`,
    [stream, browser, since],
    'complaint-open-here',
  )
  return row?.way ?? null
}

/** Closes every complaint that is open in one browser. */
export const closeComplaintsHere = (db: Querier, browser: string) =>
  db.text('delete from voice.complaint_open where browser = $1', [browser], 'close-complaints-here')
