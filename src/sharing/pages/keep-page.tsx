// Keeping something back: from somebody, from a team, from everybody, or only from emergencies.
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type FormEntry,
  Inset,
  PageForm,
  PageHeading,
  Radios,
  Select,
} from '../../web/index.ts'
import type { ShareWords } from '../words/share-words.ts'
import { Disagreements } from './disagreements.tsx'
import {
  EMERGENCY,
  EVERYBODY,
  type GiveChoices,
  type OneItem,
  spanChoices,
} from './give-choices.ts'

export function KeepPage(props: {
  readonly entry: FormEntry
  readonly choices: GiveChoices
  readonly item: OneItem | null
  readonly say: ShareWords
}) {
  const { entry, choices, item, say } = props
  const words = say.keep
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <Inset>
        {words.emergencies} {words.notTold}
      </Inset>
      <PageForm action="/share/keep">
        <Select
          name="to"
          label={words.to}
          hint={words.toHint}
          entry={entry}
          choices={[
            { value: '', text: say.give.choose },
            { value: EVERYBODY, text: words.everybody },
            { value: EMERGENCY, text: words.inEmergency },
            ...choices.to,
          ]}
        />
        <Select
          name="role"
          label={say.give.role}
          entry={entry}
          choices={[{ value: '', text: say.give.everybody }, ...choices.roles]}
        />
        {item === null ? (
          <>
            <Checkboxes name="kinds" label={words.kinds} entry={entry} choices={choices.kinds} />
            {choices.labels.length > 0 && (
              <Checkboxes
                name="marked"
                label={words.labels}
                hint={words.labelsHint}
                entry={entry}
                choices={choices.labels}
              />
            )}
            <DateInput name="first" label={say.give.first} entry={entry} />
            <DateInput name="last" label={say.give.last} entry={entry} />
          </>
        ) : (
          <OnlyThis item={item} says={words.onlyThis} />
        )}
        <Radios
          name="until"
          label={words.until}
          entry={entry}
          choices={spanChoices({ ...say.give, open: words.open })}
        />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

/** The one entry that the form is about. */
export function OnlyThis({ item, says }: { readonly item: OneItem; readonly says: string }) {
  return (
    <>
      <input type="hidden" name="item" value={item.id} />
      <p>
        {says} <b>{item.title}</b>
      </p>
      <Disagreements statements={item.disagreements} />
    </>
  )
}
