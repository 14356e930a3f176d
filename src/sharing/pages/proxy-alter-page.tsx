// Making less of what somebody may see and do who acts for another.
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { Reach } from '../domain/proxy/access.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import { codeName } from './page-parts.ts'
import { levelChoices } from './proxy-ask-page.tsx'

export function AlterPage(props: {
  readonly base: string
  readonly about: string
  readonly granted: Reach
  readonly entry: FormEntry
  readonly sources: readonly ItemSource[]
  readonly say: ProxyWords
}) {
  const { base, about, granted, entry, sources, say } = props
  const words = say.alter
  const most = levelChoices.findIndex(({ value }) => value === granted.level)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={about} lead={words.lead}>
        {words.title}
      </PageHeading>
      <p>{words.atOnce}</p>
      <PageForm action={`${base}/alter`}>
        <Radios
          name="level"
          label={say.decide.level}
          entry={entry}
          choices={levelChoices.slice(0, most + 1)}
        />
        {granted.labels.length > 0 && (
          <Checkboxes
            name="labels"
            label={words.labels}
            hint={words.labelsHint}
            entry={entry}
            choices={granted.labels.map((value) => ({
              value,
              text: codeName(sources, 'labels', value),
            }))}
          />
        )}
        <DateInput
          name="until"
          label={granted.until === null ? words.until : words.earlier}
          entry={entry}
        />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}
