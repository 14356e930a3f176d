// Beginning a decision: the question, a decision aid, and for others what is new after a no.
import {
  Button,
  ErrorSummary,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { ListedAid } from '../../store/aid-rows.ts'
import { decisionWords } from '../../words/decision-words.ts'

export function BeginPage(props: {
  readonly aids: readonly ListedAid[]
  readonly action: string
  readonly entry: FormEntry
  /** Whether somebody else than the person begins it. */
  readonly forOthers: boolean
  readonly language: Language
}) {
  const { aids, action, entry, forOthers, language } = props
  const say = decisionWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.begin}</PageHeading>
      <PageForm action={action}>
        <TextInput name="question" label={say.beginTitle} hint={say.beginHint} entry={entry} />
        <Radios
          name="aid"
          label={say.withAid}
          hint={say.withAidHint}
          entry={entry}
          choices={[
            ...aids.map(({ aid, title }) => ({ value: aid, text: title })),
            { value: 'none', text: say.noAid },
          ]}
        />
        {forOthers && (
          <Textarea
            name="because"
            label={say.because}
            hint={say.becauseHint}
            entry={entry}
            rows={2}
          />
        )}
        <Button>{say.begin}</Button>
      </PageForm>
    </>
  )
}
