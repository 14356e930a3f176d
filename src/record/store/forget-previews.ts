// Old previews taken away, whosesoever they are: nothing of them is read.
import type { Instant } from '../../basics/index.ts'
import type { Database } from '../../plumbing/index.ts'

/** Takes away the previews that were made before that moment, with their entries. */
export const forgetPreviewsBefore = (db: Database, before: Instant): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.text(
      `merge into record.preview_entries e using record.previews p
       on e.owner = p.owner and e.preview = p.preview and p.at < $1
       when matched then delete`,
      [before],
    )
    await tx.text(
      `merge into record.previews p using (values ($1::timestamptz)) as old (before)
       on p.at < old.before when matched then delete`,
      [before],
    )
  })
