// Calling the network together: why, whether it is a crisis, and whom.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
  UrgentHelp,
} from '../../../web/index.ts'
import type { Tied } from '../../actions/network/keep-network.ts'
import type { Member } from '../../domain/network/network-map.ts'
import type { MeetingWords } from '../../words/meeting-words.ts'

export function CallPage(props: {
  readonly entry: FormEntry
  readonly tied: readonly Tied[]
  /** Those on the map who are not joined here. */
  readonly onMap: readonly Member[]
  readonly say: MeetingWords
}) {
  const { entry, tied, onMap, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.callTitle}</PageHeading>
      <UrgentHelp />
      <PageForm action="/care/meetings/call">
        <Textarea name="why" label={say.why} hint={say.whyHint} entry={entry} rows={4} />
        <Radios
          name="crisis"
          label={say.crisis}
          entry={entry}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            text: say.crisisChoices[value],
          }))}
        />
        <TextInput name="where" label={say.where} hint={say.whereHint} entry={entry} />
        {tied.length > 0 && (
          <Checkboxes
            name="invited"
            label={say.people}
            hint={say.peopleHint}
            entry={entry}
            choices={tied.map(({ person, name }) => ({ value: person, text: name }))}
          />
        )}
        {onMap.length > 0 && (
          <Checkboxes
            name="onMap"
            label={say.onMap}
            hint={say.onMapHint}
            entry={entry}
            choices={onMap.map(({ member, called }) => ({ value: member, text: called }))}
          />
        )}
        <Textarea name="others" label={say.others} hint={say.othersHint} entry={entry} rows={2} />
        <Textarea name="team" label={say.team} hint={say.teamHint} entry={entry} rows={2} />
        <Button>{say.send}</Button>
      </PageForm>
    </>
  )
}
