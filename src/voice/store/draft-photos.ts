// Which photos wait in drafts, and since when; their bytes are files.
import type { Instant } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

export const draftPhotosTable = `
-- scratch, worklist: photos of stories that have not been told yet, by digest
create table voice.draft_photos (
  owner text not null,
  digest text not null,
  type text not null,
  at timestamptz not null,
  primary key (owner, digest)
);
create index draft_photos_at on voice.draft_photos (at);
`

export type DraftPhoto = { readonly digest: string; readonly type: string }

export const notePhoto = (db: Querier, owner: string, { digest, type }: DraftPhoto, at: Instant) =>
  db.text(
    `insert into voice.draft_photos (owner, digest, type, at) values ($1, $2, $3, $4)
     on conflict (owner, digest) do update set at = excluded.at`,
    [owner, digest, type, at],
    'note-draft-photo',
  )

export const photosOf = (db: Querier, owner: string): Promise<DraftPhoto[]> =>
  db.text<DraftPhoto>(
    'select digest, type from voice.draft_photos where owner = $1 order by digest',
    [owner],
    'draft-photos-of',
  )

export const forgetPhoto = (db: Querier, owner: string, digest: string) =>
  db.text(
    'delete from voice.draft_photos where owner = $1 and digest = $2',
    [owner, digest],
    'forget-draft-photo',
  )

/** Owners with photos that nobody has touched since a moment. */
export const ownersOfOld = (db: Querier, before: Instant): Promise<{ owner: string }[]> =>
  db.text<{ owner: string }>(
    'select distinct owner from voice.draft_photos where at < $1 order by owner limit 1000',
    [before],
    'owners-of-old-photos',
  )
