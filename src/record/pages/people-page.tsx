// People who share their record with whoever asks.
import type { PersonId } from '../../basics/index.ts'
import { WaysOn, type WaysTo } from '../../sharing/index.ts'
import { Card, EmptyState, type Language, PageHeading } from '../../web/index.ts'
import { words } from './words.ts'

export function PeoplePage(props: {
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly ways: ReturnType<WaysTo>
  }[]
  readonly language: Language
}) {
  const { people, language } = props
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.peopleLead}>{say.people}</PageHeading>
      {people.length === 0 && (
        <EmptyState says={say.nobody}>
          <p>{say.nobodyNext}</p>
        </EmptyState>
      )}
      {people.map(({ person, name, ways }) => (
        <Card key={person} heading={name} href={`/people/${person}/record`}>
          <WaysOn ways={ways} of={name} />
        </Card>
      ))}
    </>
  )
}
