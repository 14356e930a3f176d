// One message, in the form its reader asked for.
import { Inset, type Language, Moment, PageHeading } from '../../web/index.ts'
import type { MessageRecord } from '../domain/message.ts'
import { words } from './words.ts'

export function MessagePage(props: {
  readonly message: MessageRecord
  readonly language: Language
}) {
  const say = words.in(props.language)
  const { sent, bounced } = props.message
  if (sent === null) return null
  const large = sent.shownAs === 'large-print' || sent.shownAs === 'easy-read'
  return (
    <div className="cp-reading-width">
      <PageHeading about={say.from(sent.from)}>
        <span lang={sent.rendering.language}>{sent.rendering.subject}</span>
      </PageHeading>
      <p className="cp-small">
        <Moment at={sent.at} />
      </p>
      <div lang={sent.rendering.language} className={large ? 'cp-large-print' : undefined}>
        {sent.rendering.body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {sent.leadsTo !== null && (
        <p>
          <a href={sent.leadsTo}>{say.goOn}</a>
        </p>
      )}
      {bounced.map(({ channel, why }) => (
        <Inset key={channel}>
          <p>{say.bounced(why)}</p>
        </Inset>
      ))}
    </div>
  )
}
