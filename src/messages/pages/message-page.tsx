// One message, in the form its reader asked for.
import { Inset, type Language, Moment, PageHeading, PrintButton } from '../../web/index.ts'
import type { MessageRecord } from '../domain/message.ts'
import { messageWords as words } from '../words/message-words.ts'

export function MessagePage(props: {
  readonly message: MessageRecord
  /** The form they need, where the message is not in it; else null. */
  readonly missing: string | null
  readonly language: Language
}) {
  const say = words.in(props.language)
  const { missing } = props
  const { sent, bounced } = props.message
  if (sent === null) return null
  const large = ['large-print', 'easy-read'].includes(sent.shownAs)
  return (
    <div className="cp-reading-width">
      <PageHeading about={say.from(sent.from)}>
        <span lang={sent.rendering.language}>{sent.rendering.subject}</span>
      </PageHeading>
      <p className="cp-small">
        <Moment at={sent.at} />
      </p>
      {missing !== null && <Inset>{say.inPlace(missing)}</Inset>}
      <div lang={sent.rendering.language} className={large ? 'cp-large-print' : undefined}>
        {sent.rendering.form === 'british-sign-language' ? (
          <p>
            <a href={sent.rendering.body}>{say.video}</a>
          </p>
        ) : (
          sent.rendering.body.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
        )}
      </div>
      {sent.leadsTo !== null && (
        <p>
          <a href={sent.leadsTo}>{say.goOn}</a>
        </p>
      )}
      {(sent.stops ?? []).map(({ says, href }) => (
        <p key={href} className="cp-small">
          <a href={href}>{says}</a>
        </p>
      ))}
      <PrintButton />
      {bounced.map(({ channel, why }) => (
        <Inset key={channel}>
          <p>{say.bounced(why)}</p>
        </Inset>
      ))}
    </div>
  )
}
