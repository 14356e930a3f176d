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
}

const build = tables<{ 'messages.inbox': InboxRow }>()

export const inbox = projection({
  name: 'messages.inbox',
  tables: ['messages.inbox'],
  kinds: messageKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'message-sent') {
        const { rendering, from } = body
        const row = { owner, stream, at, subject: rendering.subject, sender: from, read_at: null }
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

/** A page of one person's messages, newest first. */
export const readInbox = (db: Querier, owner: Id, offset = 0, limit = 20): Promise<InboxRow[]> =>
  db.all(
    build
      .selectFrom('messages.inbox')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('at', 'desc')
      .orderBy('stream', 'desc')
      .offset(offset)
      .limit(limit),
  )

/** The newest of one person's messages that they have not opened. */
export const readUnread = (db: Querier, owner: Id, limit: number): Promise<InboxRow[]> =>
  db.all(
    build
      .selectFrom('messages.inbox')
      .selectAll()
      .where('owner', '=', owner)
      .where('read_at', 'is', null)
      .orderBy('at', 'desc')
      .orderBy('stream', 'desc')
      .limit(limit),
  )

export async function countInbox(db: Querier, owner: Id): Promise<{ all: number; unread: number }> {
  const row = await db.first(
    build
      .selectFrom('messages.inbox')
      .select((is) => [
        is.fn.countAll<number>().as('all'),
        is.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
      ])
      .where('owner', '=', owner),
  )
  return { all: row?.all ?? 0, unread: row?.unread ?? 0 }
}
