// People who share their record with whoever asks.
import type { PersonId } from '../../basics/index.ts'
import { WaysOn, type WaysTo } from '../../sharing/index.ts'
import {
  Button,
  Card,
  EmptyState,
  freshEntry,
  type Language,
  PageForm,
  PageHeading,
  Pagination,
  TextInput,
} from '../../web/index.ts'
import { words } from './words.ts'

export function PeoplePage(props: {
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly ways: ReturnType<WaysTo>
  }[]
  readonly page: number
  readonly more: boolean
  /** What somebody was looked for by; empty where everybody is listed. */
  readonly named: string
  readonly language: Language
}) {
  const { people, page, more, named, language } = props
  const say = words.in(language)
  const looked = named !== ''
  return (
    <>
      <PageHeading lead={say.peopleLead}>{say.people}</PageHeading>
      {(looked || more || page > 1 || people.length > FEW) && <Find named={named} say={say} />}
      {people.length === 0 && (
        <EmptyState says={looked ? say.nobodyNamed : say.nobody}>
          <p>{looked ? say.nobodyNamedNext : say.nobodyNext}</p>
        </EmptyState>
      )}
      {people.map(({ person, name, ways }) => (
        <Card key={person} heading={name} href={`/people/${person}/record`}>
          <WaysOn ways={ways} of={name} />
        </Card>
      ))}
      {looked && more && <p>{say.moreNamed}</p>}
      {looked ? (
        <p>
          <a href="/people">{say.everybody}</a>
        </p>
      ) : (
        <Pagination page={page} of={more ? 'more' : 'last'} href={(one) => `/people?page=${one}`} />
      )}
    </>
  )
}

/** So many are found by looking down the list. */
const FEW = 8

function Find({
  named,
  say,
}: {
  readonly named: string
  readonly say: ReturnType<typeof words.in>
}) {
  const entry = freshEntry({ named })
  return (
    <PageForm action="/people">
      <TextInput name="named" label={say.find} hint={say.findHint} entry={entry} width={20} />
      <Button kind="secondary">{say.findButton}</Button>
    </PageForm>
  )
}
