// Sending information: one of the site's own, or something that is written here.
import { HowItReads, PlainWords } from '../../../messages/index.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  TextInput,
} from '../../../web/index.ts'
import type { Item } from '../../domain/information/information.ts'
import type { InformationWords } from '../../words/information-words.ts'

type SendProps = {
  readonly entry: FormEntry
  /** The address of all that was sent to this person. */
  readonly address: string
  readonly name: string
  readonly say: InformationWords
}

export function SendPage(props: SendProps & { readonly items: readonly Item[] }) {
  const { entry, address, name, say, items } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.sendTitle(name)}</PageHeading>
      <PageForm action={`${address}/send`}>
        <Radios
          name="item"
          label={say.which}
          entry={entry}
          choices={items.map(({ code, title, source }) => ({
            value: code,
            text: title,
            hint: source,
          }))}
        />
        <TextInput name="why" label={say.whyLabel} hint={say.whyHint} entry={entry} spellCheck />
        <Button>{say.sendButton}</Button>
      </PageForm>
      <p>
        <a href={`${address}/write`}>{say.writeOwn}</a>
      </p>
    </>
  )
}

export function WriteInformationPage({ entry, address, name, say }: SendProps) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.writeTitle(name)}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <PageForm action={`${address}/write`}>
        <TextInput name="title" label={say.ownTitle} entry={entry} spellCheck />
        <PlainWords
          name="says"
          label={say.ownSays}
          hint={say.ownSaysHint}
          entry={entry}
          rows={10}
        />
        <TextInput name="source" label={say.ownSource} hint={say.ownSourceHint} entry={entry} />
        <DateInput name="reviewBy" label={say.ownReview} entry={entry} />
        <TextInput name="why" label={say.whyLabel} hint={say.whyHint} entry={entry} spellCheck />
        <Button>{say.sendButton}</Button>
      </PageForm>
    </>
  )
}
