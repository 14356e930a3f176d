// Asking for a correction: what is wrong, what would be right, and who keeps the entry.
import type { Day } from '../../basics/index.ts'
import { Disagreements } from '../../sharing/index.ts'
import {
  Button,
  type Choice,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Select,
  Textarea,
  UrgentHelp,
} from '../../web/index.ts'
import type { Listed } from '../store/entries.ts'
import type { CorrectionWords } from '../words/correction-words.ts'

export function CorrectPage(props: {
  readonly listed: Listed
  readonly entry: FormEntry
  /** The name of who answers where that is known; else those to choose from. */
  readonly holder: string | readonly Choice[]
  readonly due: Day
  readonly say: CorrectionWords
  readonly language: Language
}) {
  const { listed, entry, holder, due, say, language } = props
  const words = say.ask
  const known = typeof holder === 'string'
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={words.about(listed.title)} lead={words.lead}>
        {words.title}
      </PageHeading>
      <UrgentHelp />
      <Disagreements statements={listed.disagreements} />
      {listed.detail !== '' && <Inset>{listed.detail}</Inset>}
      <PageForm action={`/record/entry/${listed.id}/correct`}>
        <Textarea name="wrong" label={words.wrong} entry={entry} rows={4} />
        <Textarea name="right" label={words.right} hint={words.rightHint} entry={entry} rows={4} />
        <Textarea
          name="evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          entry={entry}
          rows={3}
        />
        {known ? (
          <p>{words.goesTo(holder)}</p>
        ) : (
          <Select
            name="holder"
            label={words.holder}
            hint={words.holderHint}
            entry={entry}
            choices={[{ value: '', text: words.choose }, ...holder]}
          />
        )}
        <p>{words.sees}</p>
        <p>
          <b>{words.due(formatDueDay(due, language))}</b>
        </p>
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}
