// Adding to one's own record: what kind, in which words, for which day, how private.
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  UrgentHelp,
} from '../../web/index.ts'
import { ownKinds } from '../domain/entry-kinds.ts'
import { labels } from '../domain/labels.ts'
import { ForWhom } from './for-whom.tsx'
import { words } from './words.ts'

export function AddPage(props: {
  readonly entry: FormEntry
  readonly language: Language
  /** The entry whose place it takes; null for a fresh one. */
  readonly instead: string | null
  /** Where it is posted, when it is not one's own record; and whose it is. */
  readonly to?: { readonly action: string; readonly name: string }
}) {
  const { entry, language, instead, to } = props
  const say = words.in(language)
  const newer = instead !== null
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={to?.name} lead={newer ? say.newerLead : say.addLead}>
        {newer ? say.newerTitle : say.addTitle}
      </PageHeading>
      <UrgentHelp />
      <PageForm action={to?.action ?? (newer ? `/record/add?instead=${instead}` : '/record/add')}>
        <Radios
          name="kind"
          label={say.what1}
          entry={entry}
          choices={ownKinds.map((value) => ({
            value,
            text: say.kinds[value],
            hint: say.kindHints[value],
          }))}
        />
        <Textarea name="says" label={say.says} entry={entry} rows={6} />
        <DateInput name="day" label={say.day} entry={entry} />
        <Checkboxes
          name="labels"
          label={say.labels}
          hint={say.labelsHint}
          entry={entry}
          choices={labels.map(({ code, says }) => ({ value: code, text: says }))}
        />
        {to === undefined && !newer && <ForWhom entry={entry} language={language} />}
        <Button>{say.save}</Button>
      </PageForm>
    </>
  )
}
