// The forms of a visit: which one, what I want from it, the other side, and an answer.
import { HowItReads, PlainWords } from '../../../messages/index.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  Inset,
  PageForm,
  PageHeading,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { PreparingWords } from '../../words/preparing-words.ts'

type FormProps = {
  readonly entry: FormEntry
  readonly action: string
  readonly say: PreparingWords
}

export function AddVisitPage({ entry, action, say }: FormProps) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.addTitle}</PageHeading>
      <PageForm action={action}>
        <TextInput
          name="withWhom"
          label={say.withWhom}
          hint={say.withWhomHint}
          entry={entry}
          width={30}
        />
        <DateInput name="day" label={say.day} entry={entry} />
        <Button>{say.save}</Button>
      </PageForm>
    </>
  )
}

export function PreparePage({ entry, action, say }: FormProps) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.prepareTitle}</PageHeading>
      <PageForm action={action}>
        <Textarea
          name="matters"
          label={say.matters}
          hint={say.mattersHint}
          entry={entry}
          rows={3}
        />
        <Textarea
          name="worries"
          label={say.worries}
          hint={say.worriesHint}
          entry={entry}
          rows={3}
        />
        <Inset>
          <p>
            <b>{say.threeQuestions}</b>
          </p>
          <ul>
            {Object.values(say.three).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p className="cp-small">{say.threeSource}</p>
        </Inset>
        {[1, 2, 3].map((number) => (
          <TextInput
            key={number}
            name={`question${number}`}
            label={say.question(number)}
            entry={entry}
            spellCheck
          />
        ))}
        <Button>{say.save}</Button>
      </PageForm>
    </>
  )
}

/** The other side, on the page of the visit. */
export function PointsForm({ entry, action, say }: FormProps) {
  return (
    <section>
      <ErrorSummary entry={entry} />
      <HowItReads name="says" entry={entry} />
      <PageForm action={action}>
        <PlainWords
          name="says"
          label={say.setPoints}
          hint={say.setPointsHint}
          entry={entry}
          rows={4}
        />
        <Button>{say.savePoints}</Button>
      </PageForm>
    </section>
  )
}

export function AnswerPage(props: FormProps & { readonly question: string }) {
  const { entry, action, say, question } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.answerTitle}</PageHeading>
      <Inset>
        <p>{question}</p>
      </Inset>
      <HowItReads name="says" entry={entry} />
      <PageForm action={action}>
        <PlainWords
          name="says"
          label={say.answerLabel}
          hint={say.answerHint}
          entry={entry}
          rows={4}
        />
        <Button>{say.saveAnswer}</Button>
      </PageForm>
    </>
  )
}
