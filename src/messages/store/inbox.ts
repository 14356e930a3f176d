// The inbox: the rows made from messages, and the list read from them.
import type { Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, tables } from '../../plumbing/index.ts'
import { messageKinds } from '../domain/facts.ts'

export type InboxRow = {
  owner: Id
  stream: Id
  at: Instant
  subject: string
  sender: string
  read_at: Instant | null
  of_record: boolean
}

const build = tables<{ 'messages.inbox': InboxRow }>()

/** Where a message leads that may name what somebody keeps to themselves. */
const ofRecord = /^\/(?:record|looks|share|proxies|people)\b/

export const inbox = projection({
  name: 'messages.inbox',
  tables: ['messages.inbox'],
  kinds: messageKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'message-sent') {
        const { rendering, from, leadsTo } = body
        const { subject } = rendering
        const of_record = leadsTo !== null && ofRecord.test(leadsTo)
        const row = { owner, stream, at, subject, sender: from, read_at: null, of_record }
        await tx.all(build.insertInto('messages.inbox').values(row))
      }
      if (kind === 'message-read') {
        await tx.all(
          build
            .updateTable('messages.inbox')
            .set({ read_at: at })
            .where('owner', '=', owner)
            .where('stream', '=', stream)
            .where('read_at', 'is', null),
        )
      }
    }
  },
})

type Slice = {
  readonly offset?: number
  readonly limit?: number
  /** Whether what leads into the record is left out. */
  readonly hides?: boolean
}

/** A page of one person's messages, newest first. */
export const readInbox = (
  db: Querier,
  owner: Id,
  { offset = 0, limit = 20, hides = false }: Slice = {},
): Promise<InboxRow[]> =>
  db.all(
    build
      .selectFrom('messages.inbox')
      .selectAll()
      .where('owner', '=', owner)
      .$if(hides, (query) => query.where('of_record', '=', false))
      .orderBy('at', 'desc')
      .orderBy('stream', 'desc')
      .offset(offset)
      .limit(limit),
  )

/** The newest of one person's messages that they have not opened. */
export const readUnread = (
  db: Querier,
  owner: Id,
  limit: number,
  hides = false,
): Promise<InboxRow[]> =>
  db.all(
    build
      .selectFrom('messages.inbox')
      .selectAll()
      .where('owner', '=', owner)
      .where('read_at', 'is', null)
      .$if(hides, (query) => query.where('of_record', '=', false))
      .orderBy('at', 'desc')
      .orderBy('stream', 'desc')
      .limit(limit),
  )

export async function countInbox(
  db: Querier,
  owner: Id,
  hides = false,
): Promise<{ all: number; unread: number }> {
  const row = await db.first(
    build
      .selectFrom('messages.inbox')
      .select((is) => [
        is.fn.countAll<number>().as('all'),
        is.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
      ])
      .where('owner', '=', owner)
      .$if(hides, (query) => query.where('of_record', '=', false)),
  )
  return { all: row?.all ?? 0, unread: row?.unread ?? 0 }
}
