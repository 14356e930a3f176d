// The rows made from promises that answer a story: what was promised, and what the author says.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, type Tx, tables } from '../../plumbing/index.ts'
import {
  newDateAgreed,
  type PromiseRef,
  promiseAnswered,
  promiseMade,
  promiseSaidDone,
} from '../../promises/index.ts'

type Promised = {
  owner: Id
  stream: Id
  story: Id
  organisation: Id | null
  due: Day
  made_at: Instant
  said_done_at: Instant | null
  answer: string | null
}

/** What is late or was answered is found by an index of its own: few of very many. */
export const promisedFound = `
create index promised_late on voice.promised (due) include (story) where said_done_at is null;
create index promised_answer on voice.promised (answer) include (story)
  where answer is not null;
`

const build = tables<{ 'voice.promised': Promised }>()

const ABOUT = '/stories/'

/** What a promise that answers a story says that it is about. */
export const aboutStory = (story: Id): string => ABOUT + story

export const promisedRows = projection({
  name: 'voice.promised',
  tables: ['voice.promised'],
  kinds: [promiseMade, promiseSaidDone, promiseAnswered, newDateAgreed],
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream }
      switch (fact.kind) {
        case 'promise-made': {
          const { about, promiser, due } = fact.body
          if (about?.startsWith(ABOUT) !== true) break
          const row = {
            ...at,
            story: about.slice(ABOUT.length) as Id,
            organisation: promiser.organisation as Id | null,
            due: due as Day,
            made_at: fact.at,
            said_done_at: null,
            answer: null,
          }
          await tx.all(build.insertInto('voice.promised').values(row))
          break
        }
        case 'promise-said-done':
          await change(tx, at, { said_done_at: fact.at, answer: null })
          break
        case 'promise-answered':
          await change(tx, at, { answer: fact.body.answer })
          break
        case 'promise-date-agreed':
          await change(tx, at, { due: fact.body.due as Day })
          break
      }
    }
  },
})

const change = async (tx: Tx, { owner, stream }: PromiseRef, set: Partial<Promised>) => {
  await tx.all(
    build
      .updateTable('voice.promised')
      .set(set)
      .where('owner', '=', owner)
      .where('stream', '=', stream),
  )
}

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
