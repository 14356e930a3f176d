// The pages of what can be done in a decision: one question each, and what it means.
import { labels } from '../../../record/index.ts'
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
  TextInput,
} from '../../../web/index.ts'
import type { Decision } from '../../domain/decision/decision.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { consentForms, type DeedName, methods, NONE, reviewChoices } from './act-forms.ts'

export type DeedPageProps = {
  readonly deed: DeedName
  readonly state: Decision
  readonly action: string
  readonly entry: FormEntry
  readonly language: Language
}

export function DeedPage(props: DeedPageProps) {
  const { deed, state, action, entry, language } = props
  const { title, lead, send } = wordsOf(deed, language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={state.parts.question} lead={lead}>
        {title}
      </PageHeading>
      <PageForm action={action}>
        {deed === 'choose' && <ChooseParts {...props} />}
        {deed === 'talk' && <TalkParts {...props} />}
        {deed === 'review' && <ReviewParts {...props} />}
        {deed === 'form' && <ConsentFormParts {...props} />}
        {deed === 'private' && <PrivateParts {...props} />}
        {(deed === 'comment' || deed === 'mind' || deed === 'cancel') && <SaysPart {...props} />}
        <Button kind={deed === 'cancel' ? 'warning' : 'primary'}>{send}</Button>
      </PageForm>
    </>
  )
}

export function wordsOf(deed: DeedName, language: Language) {
  const say = decisionWords.in(language)
  return {
    choose: say.chooseForm,
    talk: say.talkForm,
    comment: say.commentForm,
    mind: say.mindForm,
    cancel: say.cancelForm,
    review: say.reviewForm,
    form: say.consentForm,
    private: say.privateForm,
  }[deed]
}

function ChooseParts({ state, entry, language }: DeedPageProps) {
  const say = decisionWords.in(language).chooseForm
  return (
    <>
      <Radios
        name="option"
        label={say.title}
        entry={entry}
        choices={[
          ...state.parts.options.map(({ id, name }) => ({ value: id, text: name })),
          { value: NONE, text: say.none },
        ]}
      />
      <Textarea name="says" label={say.says} hint={say.optional} entry={entry} rows={3} />
      <Textarea
        name="reservations"
        label={say.reservations}
        hint={say.reservationsHint}
        entry={entry}
        rows={3}
      />
      <Radios
        name="reviewOn"
        label={say.review}
        entry={entry}
        choices={reviewChoices.map((value) => ({ value, text: say.reviews[value] }))}
      />
    </>
  )
}

function TalkParts({ entry, language }: DeedPageProps) {
  const say = decisionWords.in(language)
  const words = say.talkForm
  return (
    <>
      <DateInput name="day" label={words.day} entry={entry} />
      <Radios
        name="method"
        label={words.method}
        entry={entry}
        choices={methods.map((value) => ({ value, text: words.methods[value] }))}
      />
      <TextInput name="seenBy" label={words.seenBy} entry={entry} />
      <TextInput name="responsible" label={words.responsible} entry={entry} />
      {(['accompanied', 'interpreter', 'recording'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={words[name]}
          hint={say.chooseForm.optional}
          entry={entry}
        />
      ))}
    </>
  )
}

function ReviewParts({ entry, language }: DeedPageProps) {
  const say = decisionWords.in(language)
  const { again, answers, says, count, countHint } = say.reviewForm
  return (
    <>
      <Radios
        name="again"
        label={again}
        entry={entry}
        choices={(['yes', 'no', 'not-sure'] as const).map((value) => ({
          value,
          text: answers[value],
        }))}
      />
      <Textarea name="says" label={says} hint={say.chooseForm.optional} entry={entry} rows={3} />
      <Checkboxes
        name="count"
        label={count}
        hint={countHint}
        entry={entry}
        choices={[{ value: 'yes', text: count }]}
      />
    </>
  )
}

function ConsentFormParts({ entry, language }: DeedPageProps) {
  const say = decisionWords.in(language)
  const { form, forms, says, where, whereHint } = say.consentForm
  return (
    <>
      <Radios
        name="form"
        label={form}
        entry={entry}
        choices={consentForms.map((value) => ({ value, text: forms[value] }))}
      />
      <TextInput name="says" label={says} hint={say.chooseForm.optional} entry={entry} />
      <TextInput name="where" label={where} hint={whereHint} entry={entry} />
    </>
  )
}

function PrivateParts({ entry, language }: DeedPageProps) {
  const { label } = decisionWords.in(language).privateForm
  return (
    <Checkboxes
      name="labels"
      label={label}
      entry={entry}
      choices={labels.map(({ code, says }) => ({ value: code, text: says }))}
    />
  )
}

function SaysPart({ deed, entry, language }: DeedPageProps) {
  const say = decisionWords.in(language)
  if (deed === 'mind') {
    const { optional } = say.chooseForm
    return <Textarea name="says" label={say.mindForm.says} hint={optional} entry={entry} rows={3} />
  }
  const label = deed === 'cancel' ? say.cancelForm.says : say.commentForm.says
  return <Textarea name="says" label={label} entry={entry} rows={4} />
}
