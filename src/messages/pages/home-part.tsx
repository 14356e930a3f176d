// What a person's home page says of messages: those they have not opened.
import { dayIn, LONDON } from '../../basics/index.ts'
import type { HomePart } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { Card, Moment, Tag } from '../../web/index.ts'
import { needsRecordOf } from '../actions/tell.ts'
import { reviewIsDue } from '../domain/needs.ts'
import { countInbox, readUnread } from '../store/inbox.ts'
import { messageWords as words } from '../words/message-words.ts'
import { needsWords } from '../words/needs-words.ts'

const SHOWN = 3

/** The newest messages that whoever looks at their home page has not opened. */
export const messagesWaiting =
  (log: Log): HomePart =>
  async ({ language }, { person, hidesPrivate: hides = false }) => {
    const { unread } = await countInbox(log.db, person, hides)
    if (unread === 0) return null
    const rows = await readUnread(log.db, person, SHOWN, hides)
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

/** What waits when somebody else wrote down what the person needs, or it is time to ask again. */
export const needsWaiting =
  (log: Log): HomePart =>
  async ({ language, now }, { person }) => {
    const record = await needsRecordOf(log, person)
    const due = reviewIsDue(record, dayIn(LONDON, now))
    if (record.fact === null || (record.seen && !due)) return null
    const say = needsWords.in(language).home
    const shows = (
      <Card heading={record.seen ? say.ask : say.wrote} href="/messages/needs" level={3}>
        <p>{record.seen ? say.asks : say.wrotes}</p>
      </Card>
    )
    return { waiting: { count: 1, shows } }
  }
