// The page on which the first administrator of a new installation makes themselves known.
import {
  Button,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  TextInput,
} from '../../web/index.ts'
import type { OwnWords } from '../words/own-words.ts'

export function FirstAdministratorPage(props: {
  readonly known: boolean
  readonly entry: FormEntry
  readonly words: OwnWords['first']
}) {
  const { known, entry, words } = props
  if (known) {
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        <EmptyState says={words.known}>
          <p>{words.knownMore}</p>
        </EmptyState>
      </>
    )
  }
  return (
    <div className="cp-reading-width">
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <PageForm action="/first-administrator">
        <TextInput
          name="code"
          label={words.code}
          hint={words.codeHint}
          entry={entry}
          width={20}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <TextInput name="name" label={words.name} entry={entry} autoComplete="name" />
        <Button>{words.make}</Button>
      </PageForm>
    </div>
  )
}
