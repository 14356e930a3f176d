// Passing on what somebody shares: the form, what they will see, and what was passed on.
import {
  Button,
  Card,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  type FormValues,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  Select,
} from '../../web/index.ts'
import type { PassedOn } from '../actions/pass-on.ts'
import { PAGE, type Shared } from '../actions/see-shared.ts'
import type { Grant } from '../domain/grant.ts'
import type { ShareWords } from '../words/share-words.ts'
import { type GiveChoices, spanChoices } from './give-choices.ts'
import { Carried } from './give-page.tsx'
import { GrantRows } from './grant-rows.tsx'
import { type Names, recipientName } from './page-parts.ts'
import { SharedItems, type SharedViewProps } from './shared-view.tsx'

export type PassOnProps = {
  readonly passed: PassedOn
  readonly choices: GiveChoices
  readonly entry: FormEntry
  /** Whose it is. */
  readonly name: string
  /** The address of this page. */
  readonly at: string
  readonly names: Names
  readonly sources: SharedViewProps['sources']
  readonly say: ShareWords
  readonly language: Language
}

export function PassOnPage(props: PassOnProps) {
  const { choices, entry, name, at, say } = props
  const [words, give] = [say.passOn, say.give]
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={say.seen.by(name)} lead={words.lead(name)}>
        {words.title(name)}
      </PageHeading>
      <p>{words.ends(name)}</p>
      <PageForm action={at}>
        <Select
          name="to"
          label={words.to}
          hint={give.toHint}
          entry={entry}
          choices={[{ value: '', text: give.choose }, ...choices.to]}
        />
        <Select
          name="role"
          label={give.role}
          entry={entry}
          choices={[{ value: '', text: give.everybody }, ...choices.roles]}
        />
        <Checkboxes name="kinds" label={give.kinds} entry={entry} choices={choices.kinds} />
        <Checkboxes
          name="copies"
          label={words.copies}
          entry={entry}
          choices={[{ value: 'print', text: words.mayPrint }]}
        />
        <Radios name="until" label={give.until} entry={entry} choices={spanChoices(give)} />
        <Button>{give.next}</Button>
      </PageForm>
      <h2>{words.given}</h2>
      <Given {...props} />
    </>
  )
}

/** A grant said to who passed it on: it is not theirs. */
const notTheirs = (say: ShareWords): ShareWords => ({
  ...say,
  grant: { ...say.grant, everything: say.passOn.everything },
})

function Given({ passed, names, sources, say, language, at }: PassOnProps) {
  if (passed.given.length === 0) return <EmptyState says={say.passOn.none} />
  return passed.given.map((grant) => {
    const name = recipientName(grant.to, names, say)
    return (
      <Card key={grant.id} heading={name} level={3}>
        <GrantRows grant={grant} sources={sources} say={notTheirs(say)} language={language} />
        <PageForm action={`${at}/${grant.id}/stop`}>
          <Button kind="secondary">{say.passOn.stop(name)}</Button>
        </PageForm>
      </Card>
    )
  })
}

export function PassOnCheckPage(
  props: Omit<SharedViewProps, 'shared'> & {
    readonly shared: Shared
    readonly grant: Grant
    readonly recipient: string
    readonly typed: FormValues
    readonly at: string
    readonly language: Language
  },
) {
  const { shared, grant, recipient, typed, at, say } = props
  const [words, give] = [say.passOn, say.give]
  return (
    <>
      <PageHeading about={recipient} lead={words.check(recipient)}>
        {give.check}
      </PageHeading>
      <GrantRows
        grant={grant}
        sources={props.sources}
        say={notTheirs(say)}
        language={props.language}
      />
      <p>
        {give.willSee(shared.sections.reduce((sum, { count }) => sum + count, 0))}{' '}
        {shared.pages > 1 && give.newest(PAGE)}
      </p>
      <SharedItems {...props} />
      <PageForm action={`${at}/give`}>
        <Carried typed={typed} item={null} />
        <Button>{words.send}</Button>
      </PageForm>
      <PageForm action={at}>
        <Carried typed={typed} item={null} />
        <Button kind="secondary" name="change" value="yes">
          {give.change}
        </Button>
      </PageForm>
    </>
  )
}
