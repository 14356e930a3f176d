// What may be done with reviews: planned, put on the agenda, held, called off.
import { type Day, type Id, ok, type Result, refuse } from '../../../basics/index.ts'
import type { NewFactOf } from '../../../log/index.ts'
import { propose } from './decide.ts'
import type { PlanKind } from './facts.ts'
import type { Plan, Speaker } from './plan.ts'
import { refusals } from './refusals.ts'
import type { Review } from './reviews.ts'

type Decided = Result<{ facts: NewFactOf<PlanKind>[]; answer: null }>

const openReview = ({ reviews }: Plan, id: string): Result<Review> => {
  const review = reviews.get(id)
  if (review === undefined) return refuse(refusals.reviewUnknown)
  if (review.held !== null || review.calledOff !== null) return refuse(refusals.reviewOver)
  return ok(review)
}

export type Meeting = Pick<Review, 'id' | 'on' | 'time' | 'place'> & {
  readonly agenda: readonly string[]
  /** Who is booked so that the person can be understood; null where nobody is. */
  readonly help: string | null
}

/**
 * Either side plans a meeting. A professional plans none with somebody who needs help to be
 * understood (`needed`) before that is booked; the person, and who helps them, may ask first.
 * Refuses `plan-unknown`, `plan-review-past`, `plan-review-help-missing`.
 * @source NHS England, Accessible Information Standard (DAPB1605), 2025, stage “meet”
 */
export const planReview =
  (speaker: Speaker, review: Meeting, needed: readonly string[], today: Day) =>
  (plan: Plan): Decided => {
    if (plan.begunAt === null) return refuse(refusals.planUnknown)
    if (plan.reviews.has(review.id)) return ok({ facts: [], answer: null })
    if (review.on < today) return refuse(refusals.reviewPast, {}, 'on')
    const { id, agenda, help, ...rest } = review
    if (speaker.as === 'professional' && needed.length > 0 && help === null) {
      return refuse(refusals.reviewHelpMissing, { needed: needed.join('; ') }, 'help')
    }
    const body = { ...rest, review: id, agenda: [...agenda], ...speaker }
    const facts: NewFactOf<PlanKind>[] = [{ kind: 'plan-review-planned', body }]
    if (help !== null) facts.push(booked(speaker, id, help))
    return ok({ facts, answer: null })
  }

/** Anybody who writes in the plan puts something on it. */
export const addToAgenda =
  (speaker: Speaker, id: string, says: string) =>
  (plan: Plan): Decided => {
    const found = openReview(plan, id)
    if (!found.ok) return found
    if (says.trim() === '') return refuse(refusals.valueMissing, {}, 'says')
    const body = { review: id, says, ...speaker }
    return ok({ facts: [{ kind: 'plan-review-agenda-added', body }], answer: null })
  }

const booked = (speaker: Speaker, review: string, says: string): NewFactOf<PlanKind> => ({
  kind: 'plan-review-help-booked',
  body: { review, says, ...speaker },
})

/**
 * Says who is booked, or who in their place.
 * Refuses `plan-review-unknown`, `plan-review-over`, `plan-value-missing`.
 */
export const bookHelp =
  (speaker: Speaker, id: string, says: string) =>
  (plan: Plan): Decided => {
    const found = openReview(plan, id)
    if (!found.ok) return found
    if (says.trim() === '') return refuse(refusals.valueMissing, {}, 'help')
    return ok({ facts: [booked(speaker, id, says)], answer: null })
  }

export type Held = {
  readonly came: readonly string[]
  readonly says: string | null
  readonly actions: readonly { readonly role: string; readonly says: string }[]
  readonly next: Day | null
}

/**
 * Writes down that it was held. The next day is proposed like any other change: it holds when
 * both sides agree. Refuses `plan-review-unknown`, `plan-review-over`, `plan-review-nobody`.
 */
export const holdReview =
  (speaker: Speaker, id: string, held: Held, fresh: { proposal: Id; part: Id }) =>
  (plan: Plan): Decided => {
    const found = openReview(plan, id)
    if (!found.ok) return found
    if (speaker.as === 'supporter') return refuse(refusals.notYours)
    if (held.came.length === 0) return refuse(refusals.reviewNobody, {}, 'came')
    const actions = [...held.actions]
    const body = { review: id, ...held, came: [...held.came], actions, ...speaker }
    const facts: NewFactOf<PlanKind>[] = [{ kind: 'plan-review-held', body }]
    const terms = [...plan.parts.values()].find(({ kind }) => kind === 'terms')
    const now = terms?.values.review ?? null
    if (held.next === null || held.next === now) return ok({ facts, answer: null })
    const wanted = {
      proposal: fresh.proposal,
      part: (terms?.id ?? fresh.part) as Id,
      ...{ kind: 'terms' as const, under: null, remove: false, because: null },
      ...{ set: { review: held.next }, was: { review: now } },
    }
    const proposed = propose(speaker, [wanted])(plan)
    if (!proposed.ok) return proposed
    return ok({ facts: [...facts, ...proposed.value.facts], answer: null })
  }

export const callOffReview =
  (speaker: Speaker, id: string, says: string) =>
  (plan: Plan): Decided => {
    const found = openReview(plan, id)
    if (!found.ok) return found
    if (says.trim() === '') return refuse(refusals.whyMissing, {}, 'says')
    const body = { review: id, says, ...speaker }
    return ok({ facts: [{ kind: 'plan-review-called-off', body }], answer: null })
  }
