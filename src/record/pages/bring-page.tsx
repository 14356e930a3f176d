// Bringing files in: the question for them, and the previews that wait.
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FileInput,
  type FormEntry,
  formatDayOf,
  formatList,
  Inset,
  type Language,
  PageForm,
  PageHeading,
} from '../../web/index.ts'
import type { Preview } from '../actions/preview-import.ts'
import { bringingWords } from '../words/bringing-words.ts'

export function BringPage(props: {
  readonly entry: FormEntry
  readonly waiting: readonly Preview[]
  readonly language: Language
}) {
  const { entry, waiting, language } = props
  const say = bringingWords.in(language).bring
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <PageForm action="/record/bring" files>
        <FileInput name="files" label={say.files} hint={say.filesHint} entry={entry} several />
        <Inset>{say.nothingYet}</Inset>
        <Button>{say.send}</Button>
      </PageForm>
      {waiting.length > 0 && <h2>{say.waiting}</h2>}
      {waiting.map(({ id, at, files }) => (
        <Card
          key={id}
          level={3}
          heading={say.lookAgain(
            formatList(
              files.map(({ file }) => file),
              language,
            ),
          )}
          href={`/record/bring/${id}`}
        >
          <p>{say.waitingSince(formatDayOf(at, language))}</p>
        </Card>
      ))}
      <h2>{say.document}</h2>
      <ButtonLink kind="secondary" href="/record/documents/add">
        {say.addDocument}
      </ButtonLink>
      <p>
        <a href="/record/imports">{say.imports}</a>
      </p>
    </>
  )
}
