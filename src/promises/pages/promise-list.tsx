// The list of promises: what is owed to somebody, and what they owe.
import type { Id, Instant } from '../../basics/index.ts'
import { EmptyState, type Language, PageHeading } from '../../web/index.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import type { PromiseRef } from '../store/rows.ts'
import { PromiseCard } from './promise-card.tsx'
import { words } from './words.ts'

type Listed = readonly { readonly ref: PromiseRef; readonly promise: PromiseRecord }[]

export function PromiseList(props: {
  readonly owed: Listed
  readonly made: Listed
  readonly viewer: Id
  readonly now: Instant
  readonly language: Language
}) {
  const say = words.in(props.language)
  const cards = (list: Listed) =>
    list.map(({ ref, promise }) => (
      <PromiseCard
        key={ref.stream}
        at={ref}
        promise={promise}
        viewer={props.viewer}
        now={props.now}
        language={props.language}
      />
    ))
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <h2>{say.toYou}</h2>
      {props.owed.length > 0 ? (
        cards(props.owed)
      ) : (
        <EmptyState says={say.noneToYou}>
          <p>{say.noneToYouNext}</p>
        </EmptyState>
      )}
      <h2>{say.byYou}</h2>
      {props.made.length > 0 ? (
        cards(props.made)
      ) : (
        <EmptyState says={say.noneByYou}>
          <p>{say.noneByYouNext}</p>
        </EmptyState>
      )}
    </>
  )
}
