// Putting somebody on the map, or changing how they stand there; and the maps one is on oneself.
import {
  Button,
  Card,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  Select,
  TextInput,
} from '../../../web/index.ts'
import type { AskedForName, Tied } from '../../actions/network/keep-network.ts'
import { contacts, memberKinds, rings, supports } from '../../domain/network/facts.ts'
import type { NetworkWords } from '../../words/network-words.ts'

export function MemberPage(props: {
  readonly entry: FormEntry
  readonly action: string
  /** Whom it changes; null for somebody new. */
  readonly called: string | null
  readonly tied: readonly Tied[]
  readonly say: NetworkWords
}) {
  const { entry, action, called, tied, say } = props
  const words = say.form
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{called === null ? say.addTitle : say.changeTitle(called)}</PageHeading>
      <PageForm action={action}>
        <TextInput
          name="called"
          label={words.called}
          hint={words.calledHint}
          entry={entry}
          width={20}
        />
        <Select
          name="kind"
          label={words.kind}
          entry={entry}
          choices={[
            { value: '', text: '' },
            ...memberKinds.map((value) => ({ value, text: say.kinds[value] })),
          ]}
        />
        <Radios
          name="ring"
          label={words.ring}
          entry={entry}
          choices={rings.map((ring) => ({ value: String(ring), text: say.ringsLong[ring] }))}
        />
        <Checkboxes
          name="support"
          label={words.support}
          hint={words.supportHint}
          entry={entry}
          choices={supports.map((value) => ({
            value,
            text: say.supports[value],
            hint: say.supportHints[value],
          }))}
        />
        <Radios
          name="contact"
          label={words.contact}
          entry={entry}
          choices={contacts.map((value) => ({ value, text: say.contacts[value] }))}
        />
        {tied.length > 0 && (
          <Select
            name="person"
            label={words.person}
            hint={words.personHint}
            entry={entry}
            choices={[
              { value: '', text: words.nobody },
              ...tied.map(({ person, name }) => ({ value: person, text: name })),
            ]}
          />
        )}
        <Button>{called === null ? words.save : words.saveChange}</Button>
      </PageForm>
      {called !== null && (
        <PageForm action={`${action}/off`}>
          <Button kind="secondary">{words.takeOff}</Button>
        </PageForm>
      )}
    </>
  )
}

export function AskedPage({
  asked,
  say,
}: {
  readonly asked: readonly AskedForName[]
  readonly say: NetworkWords
}) {
  const words = say.asked
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {asked.length === 0 && <EmptyState says={words.none} />}
      {asked.map((one) => (
        <Card key={one.member} heading={words.by(one.ownerName)}>
          <p>{words.called(one.called)}</p>
          <p>
            <b>
              {one.answer === null ? words.isOpen : one.answer ? words.isShown : words.isHidden}
            </b>
          </p>
          <div className="cp-buttons">
            {one.answer !== true && <Answer one={one} shown="yes" text={words.yes} />}
            {one.answer !== false && <Answer one={one} shown="no" text={words.no} />}
          </div>
        </Card>
      ))}
    </>
  )
}

function Answer(props: {
  readonly one: AskedForName
  readonly shown: 'yes' | 'no'
  readonly text: string
}) {
  const { one, shown, text } = props
  return (
    <PageForm action={`/care/network/asked/${one.owner}/${one.member}`}>
      <input type="hidden" name="shown" value={shown} />
      <Button kind="secondary">
        {text}
        <span className="nhsuk-u-visually-hidden"> ({one.ownerName})</span>
      </Button>
    </PageForm>
  )
}
