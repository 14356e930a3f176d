// Where a person brings their answers as a file that another program made.
import {
  Button,
  ErrorSummary,
  FileInput,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
} from '../../../web/index.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

export function BringAnswersPage(props: {
  readonly entry: FormEntry
  readonly language: Language
}) {
  const { entry, language } = props
  const say = outcomesWords.in(language).bring
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <PageForm action="/outcomes/bring" files>
        <FileInput name="file" label={say.file} hint={say.fileHint} entry={entry} accept=".json" />
        <Button>{say.check}</Button>
      </PageForm>
    </>
  )
}
