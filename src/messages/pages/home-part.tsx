// What a person's home page says of messages: those they have not opened.
import type { HomePart } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { Card, Moment, Tag } from '../../web/index.ts'
import { countInbox, readUnread } from '../store/inbox.ts'
import { words } from './words.ts'

const SHOWN = 3

/** The newest messages that whoever looks at their home page has not opened. */
export const messagesWaiting =
  (log: Log): HomePart =>
  async ({ language }, { person }) => {
    const { unread } = await countInbox(log.db, person)
    if (unread === 0) return null
    const rows = await readUnread(log.db, person, SHOWN)
    const say = words.in(language)
    const shows = (
      <>
        {rows.map((row) => (
          <Card
            key={row.stream}
            heading={row.subject}
            href={`/messages/${row.stream}`}
            level={3}
            state={<Tag>{say.unread}</Tag>}
          >
            <p className="cp-small">
              {say.from(row.sender)}, <Moment at={row.at} />
            </p>
          </Card>
        ))}
        {unread > SHOWN && (
          <p>
            <a href="/messages">{say.all}</a>
          </p>
        )}
      </>
    )
    return { waiting: { count: unread, shows } }
  }
