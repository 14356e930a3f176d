// How somebody wants to be told things: asked once, used for every message.
import {
  Button,
  ErrorSummary,
  type FormEntry,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import { messageForms } from '../domain/forms.ts'
import { CHANNELS } from '../domain/needs.ts'
import { words } from './words.ts'

export function NeedsPage(props: {
  readonly entry: FormEntry
  readonly saved: boolean
  readonly language: Language
}) {
  const say = words.in(props.language)
  const { entry } = props
  const formNames: Readonly<Record<string, string>> = say.forms
  const channelNames: Readonly<Record<string, string>> = say.channels
  return (
    <div className="cp-reading-width">
      <ErrorSummary entry={entry} />
      {props.saved && <NotificationBanner success>{say.saved}</NotificationBanner>}
      <PageHeading lead={say.needsLead}>{say.needsTitle}</PageHeading>
      <PageForm action="/messages/needs">
        <Radios
          name="form"
          label={say.form}
          entry={entry}
          hint={say.formHint}
          choices={messageForms
            .filter(({ offered }) => offered)
            .map(({ code, name }) => ({ value: code, text: formNames[code] ?? name }))}
        />
        <Radios
          name="language"
          label={say.language}
          entry={entry}
          inline
          choices={[
            { value: 'en', text: say.english },
            { value: 'cy', text: say.welsh },
          ]}
        />
        <Radios
          name="channel"
          label={say.channel}
          hint={say.channelHint}
          entry={entry}
          choices={Object.entries(CHANNELS).map(([value, { name }]) => ({
            value,
            text: channelNames[value] ?? name,
          }))}
        />
        <TextInput name="address" label={say.address} hint={say.addressHint} entry={entry} />
        <Textarea name="note" label={say.note} hint={say.noteHint} entry={entry} rows={2} />
        <Button>{say.save}</Button>
      </PageForm>
    </div>
  )
}
