// Beside a plan: where the help comes from, and the ways to read it and take it along.

import type { Day } from '../../../basics/index.ts'
import { Card, formatDay, type Language } from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import { layers } from '../../domain/plan/headings.ts'
import { metBefore } from '../../domain/plan/met.ts'
import { reviewDue } from '../../domain/plan/reviews.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { choiceText } from './part-form.ts'
import type { Place } from './place.ts'

export function PlanSide(props: {
  readonly seen: SeenPlan
  readonly at: Place
  readonly language: Language
  readonly say: PlanWords
}) {
  const { seen, at, say } = props
  const met = metBefore(seen.items)
  return (
    <>
      {met.goals > 0 && (
        <Card heading={say.metTitle} level={2}>
          <p>{say.metLead(met.withoutService, met.goals)}</p>
          <ul className="cp-layers">
            {layers.map((layer) => (
              <li key={layer}>
                <b>{met.actions[layer]}</b> {choiceText(say, layer)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ReviewCard {...props} />
      <div className="cp-no-print">
        <Card heading={say.readTitle} level={2}>
          <ul className="nhsuk-list">
            <li>
              <a href={`${at.base}/versions`}>{say.versions}</a>
            </li>
            {(['card', 'paper', 'large', 'easy'] as const).map((face) => (
              <li key={face}>
                <a href={`${at.base}/read/${face}`}>
                  {at.name === null ? say.faces[face].title : say.facesOf[face]}
                </a>
              </li>
            ))}
            <li>
              <a href={`${at.base}/plan.pdf`}>{say.pdf}</a>
            </li>
            {at.name === null && (
              <>
                <li>
                  <a href={`${at.base}/plan.json`}>{say.saveJson}</a>
                </li>
                <li>
                  <a href={`${at.base}/plan.fhir.json`}>{say.saveFhir}</a>
                </li>
                <li>
                  <a href={`${at.base}/bring`}>{say.bring.link}</a>
                </li>
              </>
            )}
          </ul>
        </Card>
      </div>
    </>
  )
}

function ReviewCard({ seen, at, language, say }: Parameters<typeof PlanSide>[0]) {
  const terms = seen.items.find(({ part }) => part.kind === 'terms')
  const agreedOn = (terms?.part.values.review ?? null) as Day | null
  const due = reviewDue({ agreedAt: seen.head?.agreedAt ?? null, review: agreedOn }, at.today)
  const day = due === null ? '' : formatDay(due.on, language)
  return (
    <Card heading={say.review.title} level={2}>
      {due !== null && (
        <p>
          {due.standing === 'overdue' ? (
            <b>{say.review.overdueSince(day)}</b>
          ) : (
            say.review.dueOn(day)
          )}
        </p>
      )}
      <p className="cp-no-print">
        <a href={`${at.base}/reviews`}>{say.review.title}</a>
      </p>
    </Card>
  )
}
