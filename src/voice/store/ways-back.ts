// Ways back to a story for who is not signed in, and what keeps floods and guessing away.
import type { Id, Instant } from '../../basics/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'

export type StoryRef = { readonly owner: Id; readonly stream: Id }

/** Where a story lies, for somebody who holds its address. */
export async function findStory(db: Querier, stream: Id): Promise<StoryRef | null> {
  const [row] = await db.text<StoryRef>(
    'select owner, stream from voice.work where stream = $1',
    [stream],
    'find-story',
  )
  return row ?? null
}

/** The story a code leads to, looked for by the digest of the code. */
export async function findByCode(db: Querier, digest: string): Promise<StoryRef | null> {
  const [row] = await db.text<StoryRef>(
    'select owner, stream from voice.ways_back where digest = $1 limit 1',
    [digest],
    'find-by-code',
  )
  return row ?? null
}

/** Counts one more try of this browser in the hour that begins at `hour`; gives how many. */
export async function countTry(db: Querier, browser: string, hour: Instant): Promise<number> {
  await db.text('delete from voice.code_tries where at < $1', [hour], 'forget-tries')
  const [row] = await db.text<{ tries: number }>(
    `insert into voice.code_tries (owner, at, tries) values ($1, $2, 1)
     on conflict (owner, at) do update set tries = voice.code_tries.tries + 1 returning tries`,
    [browser, hour],
    'count-try',
  )
  return row?.tries ?? 0
}

/** Opens a story in one browser. */
export async function openHere(
  db: Querier,
  { owner, stream }: StoryRef,
  browser: string,
  at: Instant,
): Promise<void> {
  await db.text(
    `insert into voice.open_here (owner, stream, browser, at) values ($1, $2, $3, $4)
     on conflict (owner, stream, browser) do update set at = excluded.at`,
    [owner, stream, browser, at],
    'open-here',
  )
}

export async function isOpenHere(
  db: Querier,
  stream: Id,
  browser: string,
  since: Instant,
): Promise<boolean> {
  const rows = await db.text(
    'select 1 from voice.open_here where browser = $2 and stream = $1 and at > $3',
    [stream, browser, since],
    'is-open-here',
  )
  return rows.length > 0
}

/** Closes every story that is open in one browser. */
export const closeHere = (db: Querier, browser: string) =>
  db.text('delete from voice.open_here where browser = $1', [browser], 'close-here')

export type ToldLately = { readonly stories: number; readonly same: boolean }

/** What this browser or person told since then, and whether it told just this; then notes it. */
export async function noteTold(
  tx: Tx,
  teller: string,
  digest: string,
  now: Instant,
  since: Instant,
): Promise<ToldLately> {
  await tx.text('select pg_advisory_xact_lock(hashtextextended($1, 1))', [teller], 'teller-lock')
  await tx.text('delete from voice.told_lately where at < $1', [since], 'forget-told')
  const [row] = await tx.text<{ stories: number; same: boolean }>(
    `select count(*) as stories, coalesce(bool_or(digest = $2), false) as same
     from voice.told_lately where owner = $1`,
    [teller, digest],
    'told-lately',
  )
  await tx.text(
    `insert into voice.told_lately (owner, at, digest) values ($1, $2, $3)
     on conflict do nothing`,
    [teller, now, digest],
    'note-told',
  )
  return row ?? { stories: 0, same: false }
}
