// Asking somebody to act for oneself, and asking to act for somebody: who, how much, what for.
import {
  Button,
  ButtonLink,
  type Choice,
  Confirmation,
  DateInput,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import { standings } from '../domain/proxy/bases.ts'
import { levels } from '../domain/proxy/levels.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import { capitalised } from './page-parts.ts'

export const levelChoices: readonly Choice[] = levels.map(({ code, says }) => ({
  value: code,
  text: capitalised(says),
}))

export function AskPage(props: {
  /** Whether the person asks somebody, or somebody asks to act for a person. */
  readonly invites: boolean
  readonly entry: FormEntry
  readonly people: readonly Choice[]
  readonly deciders: readonly Choice[]
  readonly say: ProxyWords
}) {
  const { invites, entry, people, deciders, say } = props
  const words = say.ask
  const none = { value: '', text: invites ? '' : words.other }
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={invites ? words.inviteLead : words.lead}>
        {invites ? words.inviteTitle : words.title}
      </PageHeading>
      <PageForm action={invites ? '/proxies/invite' : '/proxies/ask'}>
        <Select
          name="to"
          label={invites ? words.who : words.whom}
          hint={words.whoHint}
          entry={entry}
          choices={[none, ...people]}
        />
        {!invites && (
          <>
            <TextInput name="number" label={words.number} hint={words.numberHint} entry={entry} />
            <DateInput name="born" label={words.born} entry={entry} />
          </>
        )}
        <Radios
          name="standing"
          label={invites ? words.inviteStanding : words.standing}
          entry={entry}
          choices={standings.map(({ code, says }) => ({ value: code, text: says }))}
        />
        <Radios name="level" label={words.level} entry={entry} choices={levelChoices} />
        <Textarea
          name="why"
          label={invites ? words.why : words.askWhy}
          hint={words.whyHint}
          entry={entry}
          rows={3}
        />
        <DateInput name="until" label={words.until} entry={entry} />
        <Select
          name="organisation"
          label={words.decider}
          entry={entry}
          choices={invites ? [{ value: '', text: words.self }, ...deciders] : deciders}
        />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

/** The same whether anybody was found or not. */
export function AskedPage({ say }: { readonly say: ProxyWords }) {
  return (
    <Confirmation heading={say.ask.sentTitle}>
      <p>{say.ask.sentNext}</p>
      <ButtonLink href="/proxies">{say.ask.sentBack}</ButtonLink>
    </Confirmation>
  )
}
