// Writing in a record that is shared with one's role, and explaining an entry of it.
import { HowItReads, PlainWords } from '../../messages/index.ts'
import { Disagreements } from '../../sharing/index.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  Inset,
  PageForm,
  PageHeading,
  Radios,
  TextInput,
} from '../../web/index.ts'
import { authoredKinds } from '../domain/authored-entry.ts'
import type { Listed } from '../store/entries.ts'
import type { CorrectionWords } from '../words/correction-words.ts'

type WriteProps = {
  readonly entry: FormEntry
  /** The address of the record. */
  readonly base: string
  readonly name: string
  readonly say: CorrectionWords
}

export function WritePage({ entry, base, name, say }: WriteProps) {
  const words = say.write
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title(name)}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <PageForm action={`${base}/write`}>
        <Radios
          name="kind"
          label={words.what}
          entry={entry}
          choices={authoredKinds.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <TextInput name="called" label={words.called} entry={entry} />
        <PlainWords name="says" label={words.says} hint={words.saysHint} entry={entry} />
        <DateInput name="day" label={words.day} entry={entry} />
        <Button>{words.save}</Button>
      </PageForm>
    </>
  )
}

export function ExplainPage(props: WriteProps & { readonly listed: Listed }) {
  const { entry, base, listed, say } = props
  const words = say.write
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={listed.title}>{words.explain}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <Disagreements statements={listed.disagreements} />
      {listed.detail !== '' && <Inset>{listed.detail}</Inset>}
      <PageForm action={`${base}/entry/${listed.id}/explain`}>
        <PlainWords
          name="says"
          label={words.explainLabel}
          hint={words.explainHint}
          entry={entry}
          rows={5}
        />
        <Button>{words.explainButton}</Button>
      </PageForm>
    </>
  )
}
