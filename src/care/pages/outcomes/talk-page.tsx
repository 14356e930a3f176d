// The calm page after an answer that may mean danger: help now, and whom one could ask to call.
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  type FormEntry,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
  Radios,
} from '../../../web/index.ts'
import type { Reachable } from '../../actions/outcomes/reach-out.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

export type TalkProps = {
  readonly goOn: string
  /** Whether going on leads to the answers, which are kept; else to the rest of the form. */
  readonly toResult: boolean
  readonly whom: readonly Reachable[]
  readonly entry: FormEntry
  /** Who was asked to get in touch, just now. */
  readonly sent: string | null
  readonly language: Language
}

export function TalkPage(props: TalkProps) {
  const { goOn, toResult, entry, sent, language } = props
  const say = outcomesWords.in(language).talk
  return (
    <>
      <ErrorSummary entry={entry} />
      {sent !== null && <NotificationBanner success>{say.sent(sent)}</NotificationBanner>}
      <PageHeading lead={say.thanks}>{say.title}</PageHeading>
      <Help language={language} />
      <AskSomebody {...props} />
      <p>{say.nobodyTold}</p>
      <p>
        <ButtonLink href={goOn} kind="secondary">
          {toResult ? say.result : say.goOn}
        </ButtonLink>
      </p>
      {!toResult && (
        <p>
          <a href="/outcomes">{say.stop}</a>
        </p>
      )}
    </>
  )
}

/** The numbers to call, the most urgent first. */
export function Help({ language }: { readonly language: Language }) {
  const say = outcomesWords.in(language).talk
  return (
    <>
      <Card heading={say.now} level={2}>
        <Call number="999" says={say.call999} more={say.or999} />
      </Card>
      <Card heading={say.soon} level={2}>
        <Call number="111" says={say.call111} more={say.or111} />
      </Card>
      <Card heading={say.talk} level={2}>
        <Call number="116123" says={say.samaritans} more={say.orSamaritans} />
      </Card>
    </>
  )
}

/** On a telephone, one touch calls. */
function Call(props: { readonly number: string; readonly says: string; readonly more: string }) {
  return (
    <p>
      <a href={`tel:${props.number}`}>
        <b>{props.says}</b>
      </a>
      <span className="cp-line">{props.more}</span>
    </p>
  )
}

function AskSomebody({ whom, entry, goOn, language }: TalkProps) {
  const say = outcomesWords.in(language).talk
  return (
    <>
      <h2>{say.tell}</h2>
      {whom.length === 0 ? (
        <p>{say.noBody}</p>
      ) : (
        <>
          <p>{say.tellSays}</p>
          <PageForm action="/outcomes/talk">
            <input type="hidden" name="then" value={goOn} />
            <Radios
              name="whom"
              label={say.whom}
              entry={entry}
              choices={whom.map(({ person, name }) => ({ value: person, text: name }))}
            />
            <Button>{say.send}</Button>
          </PageForm>
        </>
      )}
    </>
  )
}
