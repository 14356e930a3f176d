// What an organisation has to do so that people are told things in the way they need.
import type { Id, PersonId } from '../../basics/index.ts'
import { messageForms } from '../../messages/index.ts'
import { Card, EmptyState, Moment, PageHeading, Pagination, Table } from '../../web/index.ts'
import type { NeedsGaps } from '../actions/see-gaps.ts'
import type { GapsWords } from '../words/gaps-words.ts'

type Props = {
  readonly gaps: NeedsGaps
  readonly page: number
  readonly people: ReadonlyMap<Id, string>
  readonly say: GapsWords
}

export function GapsPage({ gaps, page, people, say }: Props) {
  const nameOf = (person: Id) => people.get(person) ?? ''
  const card = (person: PersonId, end: string, link: string) => (
    <Card key={person} heading={nameOf(person)} level={3}>
      <p>
        <a href={`/people/${person}/needs${end}`}>
          {link}
          <span className="nhsuk-u-visually-hidden">: {nameOf(person)}</span>
        </a>
      </p>
    </Card>
  )
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>{say.stages}</p>
      <h2>{say.ask}</h2>
      {gaps.notAsked.length === 0 ? <EmptyState says={say.askNone} /> : <p>{say.askLead}</p>}
      {gaps.notAsked.map((person) => card(person, '/say', say.askLink))}
      <h2>{say.met}</h2>
      {gaps.notMet.length === 0 ? (
        <EmptyState says={say.metNone} />
      ) : (
        <Table
          caption={say.metLead}
          columns={[say.who, say.when, say.need, say.happened].map((heading) => ({ heading }))}
          rows={gaps.notMet.map(({ gap, person, at, form, what }) => ({
            key: gap,
            cells: [
              nameOf(person),
              <Moment key="at" at={at} />,
              messageForms.find(({ code }) => code === form)?.name ?? form,
              say.what[what],
            ],
          }))}
        />
      )}
      <h2>{say.review}</h2>
      {gaps.toReview.length === 0 && <EmptyState says={say.reviewNone} />}
      {gaps.toReview.map((person) => card(person, '', say.reviewLink))}
      <Pagination
        page={page}
        of={gaps.more ? 'more' : 'last'}
        href={(one) => `/needs-gaps?page=${one}`}
      />
    </>
  )
}
