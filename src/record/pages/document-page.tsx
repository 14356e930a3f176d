// Adding a letter, a photo or a document; and how one stands on the page of its entry.
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileInput,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  Textarea,
  TextInput,
  UrgentHelp,
} from '../../web/index.ts'
import type { SeenEntry } from '../actions/see-record.ts'
import { wordsForDocument } from '../domain/document-entry.ts'
import { labels } from '../domain/labels.ts'
import { bringingWords } from '../words/bringing-words.ts'
import { ForWhom } from './for-whom.tsx'
import { words } from './words.ts'

export function DocumentPage(props: { readonly entry: FormEntry; readonly language: Language }) {
  const { entry, language } = props
  const say = bringingWords.in(language).document
  const { labels: private_, labelsHint } = words.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <UrgentHelp />
      <PageForm action="/record/documents/add" files>
        <FileInput name="file" label={say.file} hint={say.fileHint} entry={entry} />
        <TextInput name="title" label={say.name} hint={say.nameHint} entry={entry} />
        <Textarea name="says" label={say.says} hint={say.saysHint} entry={entry} rows={4} />
        <DateInput name="day" label={say.day} entry={entry} />
        <Checkboxes
          name="labels"
          label={private_}
          hint={labelsHint}
          entry={entry}
          choices={labels.map(({ code, says }) => ({ value: code, text: says }))}
        />
        <ForWhom entry={entry} language={language} />
        <Button>{say.save}</Button>
      </PageForm>
    </>
  )
}

/** The document of an entry: a picture with its words, else a link to save it. */
export function DocumentOf(props: {
  readonly seen: SeenEntry
  readonly base: string
  /** Whether the person looks at their own. */
  readonly own: boolean
  readonly language: Language
}) {
  const { seen, base, own, language } = props
  const { added } = seen.entry
  if (added === null || (added.files ?? []).length === 0) return null
  const say = bringingWords.in(language).document
  const at = `${base}/entry/${seen.listed.id}/file`
  const picture = /"contentType":"image\//.test(added.received)
  return (
    <div className="cp-document">
      {picture && <img src={at} alt={wordsForDocument(added.received)} />}
      {(own || !picture) && (
        <p>
          <a href={own ? `${at}?save=yes` : at}>{picture ? say.savePicture : say.saveFile}</a>
        </p>
      )}
    </div>
  )
}
