// One heading of a decision to write under: one question on a page.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { isLines, isText, type WrittenHeading } from './write-form.ts'

export type WritePageProps = {
  readonly heading: WrittenHeading
  readonly question: string
  readonly action: string
  readonly entry: FormEntry
  /** Whether an option is changed that is there already. */
  readonly isThere: boolean
  readonly language: Language
}

export function WritePage(props: WritePageProps) {
  const { heading, question, action, entry } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageForm action={action}>
        {isText(heading) || isLines(heading) || heading === 'people' ? (
          <OneText {...props} />
        ) : (
          <>
            <PageHeading about={question}>
              {decisionWords.in(props.language).headings[heading]}
            </PageHeading>
            {heading === 'option' && <OptionParts {...props} />}
            {heading === 'withheld' && <WithheldParts {...props} />}
            {heading === 'delayed' && <DelayedParts {...props} />}
          </>
        )}
      </PageForm>
    </>
  )
}

function OneText({ heading, entry, language }: WritePageProps) {
  const say = decisionWords.in(language)
  const hint = heading === 'people' ? say.peopleHint : isLines(heading) ? say.onePerLine : undefined
  return (
    <>
      <Textarea
        name="says"
        label={say.headings[heading]}
        entry={entry}
        asHeading
        {...(hint === undefined ? {} : { hint })}
      />
      <Button>{say.save}</Button>
    </>
  )
}

function OptionParts({ entry, isThere, language }: WritePageProps) {
  const say = decisionWords.in(language)
  const { name, waiting, good, bad } = say.option
  return (
    <>
      <TextInput name="name" label={name} entry={entry} />
      <Checkboxes
        name="waiting"
        label={say.waitingTag}
        entry={entry}
        choices={[{ value: 'yes', text: waiting }]}
      />
      <Textarea name="good" label={good} hint={say.onePerLine} entry={entry} rows={4} />
      <Textarea name="bad" label={bad} hint={say.onePerLine} entry={entry} rows={4} />
      <Button>{say.save}</Button>{' '}
      {isThere && (
        <Button kind="secondary" name="take-out" value="yes">
          {say.takeOut}
        </Button>
      )}
    </>
  )
}

function WithheldParts({ entry, language }: WritePageProps) {
  const say = decisionWords.in(language)
  const { hint, why, legal, clear } = say.withheldForm
  return (
    <>
      <p>{hint}</p>
      <Textarea name="why" label={why} hint={clear} entry={entry} rows={3} />
      <Checkboxes
        name="legal"
        label={say.legalAdvice}
        entry={entry}
        choices={[{ value: 'yes', text: legal }]}
      />
      <Button>{say.save}</Button>
    </>
  )
}

function DelayedParts({ entry, language }: WritePageProps) {
  const say = decisionWords.in(language)
  const { what, why, when, clear } = say.delayedForm
  return (
    <>
      <p>{clear}</p>
      <Textarea name="what" label={what} entry={entry} rows={3} />
      <Textarea name="why" label={why} entry={entry} rows={3} />
      <TextInput name="when" label={when} entry={entry} />
      <Button>{say.save}</Button>
    </>
  )
}
