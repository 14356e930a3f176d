// What a person's home page says of messages: those they have not opened.
import type { HomePart } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { Card, Moment, Tag } from '../../web/index.ts'
import { readInbox } from '../store/inbox.ts'
import { words } from './words.ts'

const LOOKED_AT = 10
const SHOWN = 3

/** The newest messages that whoever looks at their home page has not opened. */
export const messagesWaiting =
  (log: Log): HomePart =>
  async ({ language }, { person }) => {
    const rows = await readInbox(log.db, person, 0, LOOKED_AT)
    const unread = rows.filter((row) => row.read_at === null).slice(0, SHOWN)
    if (unread.length === 0) return null
    const say = words.in(language)
    return (
      <>
        {unread.map((row) => (
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
      </>
    )
  }
