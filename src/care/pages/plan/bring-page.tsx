// Bringing a plan in from elsewhere: the question for the file, and what came of it.
import {
  Button,
  ButtonLink,
  ErrorSummary,
  FileInput,
  type FormEntry,
  PageForm,
  PageHeading,
  TextInput,
} from '../../../web/index.ts'
import type { BroughtPlan } from '../../actions/plan/bring-plan.ts'
import type { PlanWords } from '../../words/plan-words.ts'

export function BringPlanPage({ entry, say }: { entry: FormEntry; say: PlanWords }) {
  const words = say.bring
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <PageForm action="/plan/bring" files>
        <TextInput name="name" label={words.name} hint={words.nameHint} entry={entry} />
        <FileInput name="files" label={words.file} hint={words.fileHint} entry={entry} />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

export function BroughtPage({ brought, say }: { brought: BroughtPlan; say: PlanWords }) {
  const words = say.bring
  const { how, count, left } = brought
  return (
    <>
      <PageHeading lead={how === 'supporting' ? words.asSupporting : words.asParts(count)}>
        {words.done}
      </PageHeading>
      <h2>{words.left}</h2>
      {left.length === 0 ? (
        <p>{words.leftNone}</p>
      ) : (
        <ul>
          {left.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <ButtonLink href="/plan/waiting">{say.seeWaiting}</ButtonLink>
    </>
  )
}
