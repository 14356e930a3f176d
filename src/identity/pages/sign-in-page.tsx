// Signing in: as a person of the demonstration, through a provider, or with a recovery code.
import type { PersonId } from '../../basics/index.ts'
import {
  Button,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  TextInput,
} from '../../web/index.ts'
import type { StartWords } from '../words/start-words.ts'

/** How the people of the demonstration are sorted where a visitor chooses one. */
export const demonstrationGroups = ['people', 'carers', 'staff', 'public-bodies'] as const
export type DemonstrationGroup = (typeof demonstrationGroups)[number]

/** Somebody of the demonstration whom a visitor may be. */
export type DemonstrationPerson = {
  readonly person: PersonId
  readonly name: string
  readonly group: DemonstrationGroup
  /** Two lines at most: who they are, and what can be seen through their eyes. */
  readonly story: string
}

export function SignInPage(props: {
  readonly people: readonly DemonstrationPerson[] | null
  readonly provider: boolean
  readonly administrator: boolean
  readonly next: string
  readonly words: StartWords['signIn']
}) {
  const { people, provider, next, words } = props
  const hidden = <input type="hidden" name="next" value={next} />
  return (
    <>
      <PageHeading lead={people === null ? words.lead : words.demonstrationLead}>
        {words.title}
      </PageHeading>
      {provider && (
        <>
          <h2>{words.provider}</h2>
          <p>{words.providerSays}</p>
          <PageForm action="/sign-in/start">
            {hidden}
            <Button>{words.continue}</Button>
          </PageForm>
        </>
      )}
      {people !== null &&
        demonstrationGroups.map((group) => {
          const members = people.filter((one) => one.group === group)
          if (members.length === 0) return null
          return (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{words.groups[group]}</h2>
              <ul className="cp-people">
                {members.map(({ person, name, story }) => (
                  <li key={person}>
                    <div>
                      <h3>{name}</h3>
                      <p>{story}</p>
                    </div>
                    <PageForm action="/sign-in/demonstration">
                      {hidden}
                      <input type="hidden" name="person" value={person} />
                      <Button kind="secondary">{words.as(name)}</Button>
                    </PageForm>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      {people === null && !provider && (
        <EmptyState says={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      )}
      {!props.administrator && (
        <p>
          <a href="/first-administrator">{words.firstAdministrator}</a>
        </p>
      )}
      {people === null && (
        <>
          <h2>{words.recovery}</h2>
          <p>
            <a href="/sign-in/recovery">{words.recoveryLink}</a>
          </p>
          <p className="cp-small">{words.shared}</p>
        </>
      )}
    </>
  )
}

export function RecoverySignInPage({
  entry,
  words,
}: {
  readonly entry: FormEntry
  readonly words: StartWords['recoverySignIn']
}) {
  return (
    <div className="cp-reading-width">
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <PageForm action="/sign-in/recovery">
        <TextInput
          name="code"
          label={words.code}
          hint={words.hint}
          entry={entry}
          width={20}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button>{words.signIn}</Button>
      </PageForm>
      <p>{words.after}</p>
    </div>
  )
}
