// The decisions of a person: how each stands, what it is about, and what was chosen.
import {
  ButtonLink,
  Card,
  DayText,
  EmptyState,
  type Language,
  PageHeading,
} from '../../../web/index.ts'
import { portraitOf } from '../../domain/decision/portrait.ts'
import type { ListedDecision } from '../../store/decision-rows.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { DecisionState } from './decision-state.tsx'

export function DecisionsPage(props: {
  readonly decisions: readonly ListedDecision[]
  readonly base: string
  /** The name of the person; null for one's own. */
  readonly name: string | null
  readonly mayBegin: boolean
  readonly language: Language
}) {
  const { decisions, base, name, mayBegin, language } = props
  const say = decisionWords.in(language)
  return (
    <>
      <PageHeading lead={name === null ? say.lead : say.leadOf(name)}>
        {name === null ? say.title : say.titleOf(name)}
      </PageHeading>
      {decisions.length === 0 && (
        <EmptyState says={say.none}>{name === null && <p>{say.noneNext}</p>}</EmptyState>
      )}
      {decisions.map(({ id, at, state }) => {
        const shown = portraitOf(state)
        return (
          <Card
            key={id}
            heading={shown.question}
            href={`${base}/decisions/${id}`}
            state={<DecisionState status={shown.status} language={language} />}
          >
            {shown.decided !== null && (
              <p>
                {say.chosen}: <b>{shown.decided.named}</b>
              </p>
            )}
            {shown.issues.map(({ says, by }) => (
              <p key={`${by} ${says}`}>
                {by}: {says}
              </p>
            ))}
            <p className="cp-small">
              <DayText day={at} />
            </p>
          </Card>
        )
      })}
      {mayBegin && (
        <p>
          <ButtonLink href={`${base}/decisions/begin`}>{say.begin}</ButtonLink>
        </p>
      )}
      <p>
        <a href="/aids">{say.aids}</a>
      </p>
    </>
  )
}
