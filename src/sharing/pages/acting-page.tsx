// The first page of who acts for somebody: what they can do for them, and what not.
import type { PersonId } from '../../basics/index.ts'
import { Card, EmptyState, PageHeading } from '../../web/index.ts'
import type { ProxyWords } from '../words/proxy-words.ts'

export function ActingPage(props: {
  readonly person: PersonId
  readonly name: string
  readonly may: { readonly sees: boolean; readonly adds: boolean }
  readonly say: ProxyWords
}) {
  const { person, name, may, say } = props
  const words = say.acting
  return (
    <>
      <PageHeading lead={words.lead(name)}>{words.title(name)}</PageHeading>
      {!may.sees && <EmptyState says={say.own.cannot} />}
      {may.sees && (
        <Card heading={words.record} href={`/people/${person}/record`}>
          <p>{name}</p>
        </Card>
      )}
      {may.sees && (
        <Card heading={words.everything} href="/acting/everything">
          <p>{words.everythingMore(name)}</p>
        </Card>
      )}
      {may.adds && (
        <Card heading={words.add} href={`/people/${person}/record/add`}>
          <p>{words.addMore}</p>
        </Card>
      )}
      <h2>{words.not}</h2>
      <p>{words.notMore}</p>
    </>
  )
}
