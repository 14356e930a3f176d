// One heading of what a person says of themselves.

import type { AboutMeHeading } from '../../../record/index.ts'
import {
  Button,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { PlanWords } from '../../words/plan-words.ts'

export function AboutMePage(props: {
  readonly code: AboutMeHeading
  readonly entry: FormEntry
  readonly say: PlanWords
}) {
  const { code, entry, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.aboutMeHints[code]}>{say.aboutMe[code]}</PageHeading>
      <PageForm action={`/plan/about-me/${code}`}>
        <Textarea name="says" label={say.inMyWords} entry={entry} rows={6} />
        <TextInput name="helped" label={say.helpedBy} entry={entry} />
        <Button>{say.saveOwn}</Button>
      </PageForm>
    </>
  )
}
