// Previews of files on their way into a record: plain rows that go when they are done or old.
import type { Id, Instant, PersonId } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Look } from '../../sharing/index.ts'
import type { Fresh } from '../domain/read-entries.ts'

export type PreviewRow = { readonly id: Id; readonly at: Instant; readonly says: string }

export const readPreview = async (
  { person, tx }: Look,
  preview: Id,
): Promise<PreviewRow | null> => {
  const [row] = await tx.text<PreviewRow>(
    'select preview as id, at, says from record.previews where owner = $1 and preview = $2',
    [person, preview],
    'read-preview',
  )
  return row ?? null
}

/** Those that wait, newest first. */
export const readPreviews = ({ person, tx }: Look): Promise<PreviewRow[]> =>
  tx.text<PreviewRow>(
    'select preview as id, at, says from record.previews where owner = $1 order by at desc',
    [person],
    'read-previews',
  )

/** The entries of one file after a place, in order. */
export const readPreviewEntries = async (
  { person, tx }: Look,
  at: { readonly preview: Id; readonly file: number; readonly after: number },
  limit: number,
): Promise<{ place: number; entry: Fresh }[]> => {
  const rows = await tx.text<{ place: number; entry: string }>(
    `select place, entry from record.preview_entries
     where owner = $1 and preview = $2 and file = $3 and place > $4 order by place limit $5`,
    [person, at.preview, at.file, at.after, limit],
    'read-preview-entries',
  )
  return rows.map(({ place, entry }) => ({ place, entry: JSON.parse(entry) as Fresh }))
}

export type NewPreview = {
  readonly preview: Id
  readonly by: Id
  readonly at: Instant
  readonly says: string
  /** File by file. */
  readonly entries: readonly (readonly Fresh[])[]
}

const ROWS = 500
/** Somebody may have so many waiting; an older one goes when another comes. */
const MOST = 5

export async function savePreview({ person, tx }: Look, one: NewPreview): Promise<void> {
  const { preview, by, at, says, entries } = one
  const fresh = await tx.text(
    `insert into record.previews (owner, preview, made_by, at, says) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [person, preview, by, at, says],
    'save-preview',
  )
  if (fresh.length === 0) return
  for (const [file, many] of entries.entries()) {
    for (let from = 0; from < many.length; from += ROWS) {
      const some = many.slice(from, from + ROWS)
      await tx.text(
        `insert into record.preview_entries (owner, preview, file, place, entry)
         select $1, $2, $3, * from unnest($4::int[], $5::text[])`,
        [
          person,
          preview,
          file,
          some.map((_, place) => from + place + 1),
          some.map((entry) => JSON.stringify(entry)),
        ],
        'save-preview-entries',
      )
    }
  }
  const old = await tx.text<{ preview: Id }>(
    `delete from record.previews where owner = $1 and preview in (
       select preview from record.previews where owner = $1
       order by at desc, preview offset ${MOST})
     returning preview`,
    [person],
  )
  for (const gone of old) await dropEntries(tx, person, gone.preview)
}

export async function dropPreview({ person, tx }: Look, preview: Id): Promise<void> {
  await tx.text('delete from record.previews where owner = $1 and preview = $2', [person, preview])
  await dropEntries(tx, person, preview)
}

const dropEntries = (tx: Tx, person: PersonId, preview: Id) =>
  tx.text('delete from record.preview_entries where owner = $1 and preview = $2', [person, preview])
