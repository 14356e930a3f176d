// Replies to the Friends and Family Test, for lists and counts: nobody’s name and nobody’s words.
import type { Day, Id } from '../../basics/index.ts'
import { formAnswered } from '../../forms/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { tables } from '../../plumbing/index.ts'

export const repliesTable = `
-- projection, worklist: each reply to the Friends and Family Test, without its words
create table voice.replies (
  owner uuid not null,
  stream uuid not null,
  service uuid not null,
  day date not null,
  answer text not null,
  mode text not null,
  has_words boolean not null,
  primary key (owner, stream)
);
create index replies_service on voice.replies (service, day desc, stream desc);

${grantRoom('voice')}
`

type Reply = {
  owner: Id
  stream: Id
  service: Id
  day: Day
  answer: string
  mode: string
  has_words: boolean
}

const build = tables<{ 'voice.replies': Reply }>()

export const replies = projection({
  name: 'voice.replies',
  tables: ['voice.replies'],
  kinds: [formAnswered],
  async apply(tx, facts) {
    const rows: Reply[] = facts.flatMap(({ owner, stream, body }) => {
      const { form, about, answers, mode, on } = body
      if (form !== 'friends-and-family' || about === null) return []
      const row = { owner, stream, service: about as Id, day: on }
      const has_words = answers.why !== undefined
      return [{ ...row, answer: String(answers.experience), mode, has_words }]
    })
    if (rows.length > 0) await tx.all(build.insertInto('voice.replies').values(rows))
  },
})

/** How many replies a service had on each day with each answer, to the end of a day. */
export const countReplies = (
  db: Querier,
  service: Id,
  until: Day,
): Promise<{ day: Day; answer: string; count: number }[]> =>
  db.text(
    `select day, answer, count(*)::integer as count from voice.replies
     where service = $1 and day <= $2 group by day, answer order by day, answer`,
    [service, until],
    'count-replies',
  )

/** The services that had a reply between two days, both included. */
export const servicesReplied = async (db: Querier, from: Day, until: Day): Promise<Id[]> => {
  const rows = await db.text<{ service: Id }>(
    `select distinct service from voice.replies where day between $1 and $2 order by service`,
    [from, until],
    'services-replied',
  )
  return rows.map(({ service }) => service)
}

export type ReturnRow = { readonly mode: string; readonly answer: string; readonly count: number }

/** The raw counts of one service for its own monthly return. */
export const countReturn = (
  db: Querier,
  service: Id,
  from: Day,
  until: Day,
): Promise<ReturnRow[]> =>
  db.text(
    `select mode, answer, count(*)::integer as count from voice.replies
     where service = $1 and day between $2 and $3 group by mode, answer order by mode, answer`,
    [service, from, until],
    'count-return',
  )

export type CommentRef = Pick<Reply, 'owner' | 'stream' | 'day' | 'mode' | 'answer'>

/** The replies with words, newest first: where to find them, for the staff of the service. */
export const listComments = (
  db: Querier,
  service: Id,
  offset: number,
  limit: number,
): Promise<CommentRef[]> =>
  db.text(
    `select owner, stream, day, mode, answer from voice.replies
     where service = $1 and has_words order by day desc, stream desc offset $2 limit $3`,
    [service, offset, limit],
    'list-comments',
  )
