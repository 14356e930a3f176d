// The inbox: what somebody was told, newest first, unread ones marked in words.
import {
  Card,
  EmptyState,
  type Language,
  Moment,
  PageHeading,
  Pagination,
  Tag,
} from '../../web/index.ts'
import type { InboxRow } from '../store/inbox.ts'
import { messageWords as words } from '../words/message-words.ts'

export function InboxPage(props: {
  readonly rows: readonly InboxRow[]
  readonly unread: number
  readonly page: number
  readonly pages: number
  readonly language: Language
}) {
  const say = words.in(props.language)
  return (
    <>
      <PageHeading lead={props.rows.length === 0 ? undefined : say.lead(props.unread)}>
        {say.title}
      </PageHeading>
      {props.rows.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {props.rows.map((row) => (
        <Card
          key={row.stream}
          heading={row.subject}
          href={`/messages/${row.stream}`}
          {...(row.read_at === null ? { state: <Tag>{say.unread}</Tag> } : {})}
        >
          <p className="cp-small">
            {say.from(row.sender)}, <Moment at={row.at} />
          </p>
        </Card>
      ))}
      <Pagination page={props.page} of={props.pages} href={(page) => `/messages?page=${page}`} />
      <p>
        <a href="/messages/needs">{say.howTold}</a>
      </p>
    </>
  )
}
