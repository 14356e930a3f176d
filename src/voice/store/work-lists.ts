// Lists of stories as they wait for somebody: opaque ids, clocks and codes, and nobody's words.
import type { Id } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { StoryRef } from './ways-back.ts'

/** What one person told, newest first. */
export const ownStories = (db: Querier, person: Id, limit = 50): Promise<StoryRef[]> =>
  db.text<StoryRef>(
    `select owner, stream from voice.work where owner = $1 and is_own
     order by told_at desc, stream desc limit $2`,
    [person, limit],
    'own-stories',
  )
