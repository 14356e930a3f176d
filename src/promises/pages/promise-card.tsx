// A promise as a card on a list: how it stands, what it says, who made it.
import type { Id, Instant } from '../../basics/index.ts'
import { Card, type Language, PromiseState } from '../../web/index.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import type { PromiseRef } from '../store/rows.ts'
import { standingWords } from './standing-words.ts'

export function PromiseCard(props: {
  readonly at: PromiseRef
  readonly promise: PromiseRecord
  readonly viewer: Id | null
  readonly now: Instant
  readonly language: Language
}) {
  const { made } = props.promise
  if (made === null) return null
  const { standing, says } = standingWords(props.promise, props.viewer, props.now, props.language)
  return (
    <Card
      heading={made.says}
      href={`/promises/${props.at.stream}`}
      level={3}
      state={<PromiseState standing={standing} says={says} />}
    >
      <p className="cp-small">{made.promiser.shownAs}</p>
    </Card>
  )
}
