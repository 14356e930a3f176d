// One decision as both sides see it: how it stands, what matters, the options, the choice.
import type { Day } from '../../../basics/index.ts'
import {
  ButtonLink,
  Card,
  formatDay,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  WarningCallout,
} from '../../../web/index.ts'
import { isNo, type Missing, missingIn, optionOf } from '../../domain/decision/decision.ts'
import { portraitOf } from '../../domain/decision/portrait.ts'
import { sideOf } from '../../domain/plan/plan.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { Matters, Options, Tool } from './decision-options.tsx'
import type { DecisionPageProps, Part } from './decision-parts.tsx'
import { DecisionState } from './decision-state.tsx'
import {
  Agenda,
  ConsentForms,
  Earlier,
  Files,
  Issues,
  Next,
  Private,
  Talk,
  Told,
} from './decision-talk.tsx'

export function DecisionPage(props: DecisionPageProps) {
  const { state, name, language } = props
  const say = decisionWords.in(language)
  const shown = portraitOf(state)
  const parts = { ...props, shown }
  const people = shown.people.map((one) => one.name).join(', ')
  const about = people === '' ? say.begunBy(state.begun?.shownAs ?? '') : say.with(people)
  return (
    <>
      <p className="cp-decision-state">
        <DecisionState status={shown.status} language={language} />
      </p>
      <PageHeading about={about}>{shown.question}</PageHeading>
      {name !== null && <p>{say.maybe}</p>}
      <Standing {...parts} />
      <Choice {...parts} />
      <Matters {...parts} />
      <Options {...parts} />
      <Tool {...parts} />
      <Agenda {...parts} />
      <Talk {...parts} />
      <ConsentForms {...parts} />
      <Issues {...parts} />
      <Next {...parts} />
      <Told {...parts} />
      <Earlier {...parts} />
      <Private {...parts} />
      <Files {...parts} />
      <PrintButton />
    </>
  )
}

function Standing({ state, shown, language, speaker }: Part) {
  const say = decisionWords.in(language)
  if (shown.cancelled !== null) {
    const { by, says } = shown.cancelled
    return (
      <WarningCallout heading={say.states.cancelled}>
        <p>{say.cancelledBy(by, says)}</p>
      </WarningCallout>
    )
  }
  if (shown.status === 'valid') return null
  const missing = missingIn(state)
  const chosen = state.choice === null ? null : optionOf(state, state.choice.option)?.name
  const own = speaker !== null && sideOf(speaker) === 'person'
  return (
    <Inset>
      <p>{say.provisional}</p>
      {missing.length > 0 && (
        <>
          <h2>{say.stillMissing}</h2>
          <ul>
            {missing.map((one) => (
              <li key={JSON.stringify(one)}>{missingText(one, language)}</li>
            ))}
          </ul>
        </>
      )}
      {own && state.choice !== null && <p>{say.chosenNotYet(chosen ?? say.chooseForm.none)}</p>}
    </Inset>
  )
}

function missingText(one: Missing, language: Language): string {
  const { missing } = decisionWords.in(language)
  return 'option' in one ? missing[one.what](one.option) : missing[one.what]
}

function Choice({ state, shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  const { decided, status, reviewOn } = shown
  const side = speaker === null ? null : sideOf(speaker)
  const days = (day: string) => formatDay(day as Day, language)
  const act = (what: string, text: string, kind: 'primary' | 'secondary' = 'secondary') => (
    <ButtonLink href={`${here}/do/${what}`} kind={kind}>
      {text}
    </ButtonLink>
  )
  return (
    <>
      {decided !== null && (
        <Card heading={say.decided}>
          <p className="cp-lead">
            <b>{decided.named}</b>
          </p>
          {decided.says !== '' && <p className="cp-as-written">{decided.says}</p>}
          {isNo(state, decided) && <p>{say.saidNo}</p>}
          <p>{say.chosenBy(decided.by, days(decided.day))}</p>
          {decided.basis !== null && <p>{say.byLaw(decided.basis)}</p>}
          <p>{reviewOn === null ? say.noReview : `${say.reviewOn}: ${days(reviewOn)}.`}</p>
          {state.reviews.map(({ again, says, at }) => (
            <p key={at}>
              <b>{say.afterwardsSaid[again]}</b> {says}
            </p>
          ))}
        </Card>
      )}
      {side === 'person' && status === 'in progress' && (
        <p>{act('choose', say.acts.choose, 'primary')}</p>
      )}
      {side === 'professional' && status === 'in progress' && (
        <p>{act('talk', say.acts.talk, 'primary')}</p>
      )}
      {side === 'person' && status === 'valid' && (
        <div className="cp-buttons">
          {act('review', say.acts.review)} {act('mind', say.acts.mind)}
        </div>
      )}
    </>
  )
}
