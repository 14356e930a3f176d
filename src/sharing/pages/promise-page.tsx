// Promising something to a person who shares with one's role.
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
} from '../../web/index.ts'
import type { PromiseWords } from '../words/promise-words.ts'

export function PromiseToPage(props: {
  readonly entry: FormEntry
  readonly at: string
  readonly name: string
  readonly say: PromiseWords
}) {
  const { entry, at, name, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title(name)}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <PageForm action={at}>
        <PlainWords name="says" label={say.says} hint={say.saysHint} entry={entry} rows={3} />
        <DateInput name="due" label={say.due} entry={entry} />
        <Button>{say.send}</Button>
      </PageForm>
    </>
  )
}
