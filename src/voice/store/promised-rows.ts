// The rows made from promises that answer a story: what was promised, and what the author says.
import type { Id } from '../../basics/index.ts'
import { type Querier, tables } from '../../plumbing/index.ts'
import type { PromiseRef } from '../../promises/index.ts'
import { type PromiseRow, promiseRows } from './promise-rows.ts'

/** What is late or was answered is found by an index of its own: few of very many. */
export const promisedFound = `
create index promised_late on voice.promised (due) include (story) where said_done_at is null;
create index promised_answer on voice.promised (answer) include (story)
  where answer is not null;
`

const build = tables<{ 'voice.promised': PromiseRow }>()

const ABOUT = '/stories/'

/** What a promise that answers a story says that it is about. */
export const aboutStory = (story: Id): string => ABOUT + story

export const promisedRows = promiseRows('voice.promised', ({ at, body: { about } }) =>
  about?.startsWith(ABOUT) === true
    ? { story: about.slice(ABOUT.length) as Id, made_at: at }
    : null,
)

/** The promises made in answer to a story, in their order. */
export const promisesFor = (db: Querier, story: Id): Promise<PromiseRef[]> =>
  db.all(
    build
      .selectFrom('voice.promised')
      .select(['owner', 'stream'])
      .where('story', '=', story)
      .orderBy('made_at')
      .orderBy('stream'),
  )
