// Coming to be linked: the form, the code, who it is from; and how one is reached.
import {
  Button,
  ButtonLink,
  Card,
  DateInput,
  ErrorSummary,
  type FormEntry,
  formatDay,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import { tieKinds } from '../domain/dated-lists.ts'
import type { TieCode } from '../store/tie-codes.ts'
import type { TieWords } from '../words/tie-words.ts'

type Shown = { readonly entry: FormEntry; readonly say: TieWords }

export function MakeTiePage({ entry, say }: Shown) {
  const words = say.make
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <p>{words.why}</p>
      <PageForm action="/me/ties/new">
        <Radios
          name="what"
          label={words.what}
          entry={entry}
          choices={Object.entries(words.kinds).map(([value, text]) => ({ value, text }))}
        />
        <DateInput name="until" label={words.until} entry={entry} />
        <Button>{words.send}</Button>
      </PageForm>
      <p className="cp-small">
        {words.proxy} <a href="/proxies">{words.proxyLink}</a>
      </p>
    </>
  )
}

export function MadeTiePage(props: {
  readonly code: string
  readonly days: number
  readonly say: TieWords
}) {
  const words = props.say.make
  return (
    <div className="cp-reading-width">
      <PageHeading lead={words.madeLead}>{words.made}</PageHeading>
      <p className="cp-reference">{props.code}</p>
      <p>{words.madeNext(props.days)}</p>
      <ButtonLink href="/me">{words.done}</ButtonLink>
    </div>
  )
}

export function EnterTiePage({ entry, say }: Shown) {
  const words = say.enter
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <PageForm action="/me/ties/code">
        <TextInput name="code" label={words.code} hint={words.codeHint} entry={entry} />
        <Button>{words.next}</Button>
      </PageForm>
    </>
  )
}

/** What the code offers, to say yes or no to. */
export function AnswerTiePage(props: {
  readonly offer: TieCode
  readonly code: string
  readonly name: string
  readonly say: TieWords
  readonly language: Language
}) {
  const { offer, code, name, say, language } = props
  const words = say.enter
  const kind = tieKinds.find((one) => one.code === offer.what)
  return (
    <>
      <PageHeading>{words.asks(name)}</PageHeading>
      <Card heading={name}>
        <p>{offer.makerIs === 'helper' ? kind?.helperIs : kind?.helpedIs}</p>
        {offer.until !== null && (
          <p className="cp-small">{words.until(formatDay(offer.until, language))}</p>
        )}
      </Card>
      <p>{words.shares}</p>
      <PageForm action="/me/ties/code">
        <input type="hidden" name="code" value={code} />
        <Button name="answer" value="yes">
          {words.yes(name)}
        </Button>{' '}
        <ButtonLink kind="secondary" href="/me">
          {words.no}
        </ButtonLink>
      </PageForm>
    </>
  )
}

export function ContactPage({ entry, say }: Shown) {
  const words = say.contact
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <p>{words.empty}</p>
      <PageForm action="/me/contact">
        <TextInput name="email" label={words.email} entry={entry} />
        <TextInput name="phone" label={words.phone} entry={entry} />
        <Textarea name="address" label={words.address} entry={entry} rows={3} />
        <Button>{words.save}</Button>
      </PageForm>
      <p className="cp-small">{words.rest}</p>
    </>
  )
}
