// What an organisation keeps from the person themself: who may, why, and its day of review.
import {
  addMonths,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyText,
} from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { reviewedWithin } from './dated-rules.ts'
import { emergencyRoles } from './decisions.ts'
import { decide } from './evaluator.ts'
import type { SharingKind } from './facts.ts'
import type { Asker, ItemFacets } from './grant.ts'
import { refusals } from './refusals.ts'
import type { Sharing } from './sharing.ts'
import type { Withholding } from './withheld.ts'

/** What is asked to be kept from the person. */
export type Withheld = Pick<Withholding, 'id' | 'reason' | 'says' | 'reviewOn'> & {
  readonly person: PersonId
  readonly asker: Asker
  readonly item: ItemFacets
  /** Whether the person wrote it, or brought it here. */
  readonly own: boolean
}

type Decided = Result<Decision<SharingKind, Id>>

/**
 * Keeps one thing from the person, whatever grants say; recipients see what they saw. Refuses:
 * `withhold-not-yours`, `withhold-own-words`, `withheld-already`, `withhold-why-missing`,
 * `withhold-review-out-of-reach`.
 */
export const withhold =
  ({ id, person, asker, item, own, reason, says: typed, reviewOn }: Withheld) =>
  (sharing: Sharing, now: Instant): Decided => {
    const atWork = clinicianOf(asker, person)
    if (atWork === null || !maySeeAndAdd(sharing, { person, asker, item }, now)) {
      return refuse(refusals.notYoursToWithhold)
    }
    if (own) return refuse(refusals.ownWordsWithheld)
    if (withholdingOf(sharing, item.id) !== null) return refuse(refusals.withheldAlready)
    const says = tidyText(typed)
    if (says === '') return refuse(refusals.withholdWhyMissing, {}, 'says')
    const today = dayIn(LONDON, now)
    if (reviewOn <= today || reviewOn > addMonths(today, Number(reviewedWithin.value))) {
      return refuse(refusals.reviewOutOfReach, {}, 'review')
    }
    const body = { withholding: id, item: item.id, reason, says, ...atWork, reviewOn }
    return ok({ facts: [{ kind: 'entry-withheld', body }], answer: id })
  }

/**
 * Gives it back. The organisation that kept it may always do so, though it may see it no more.
 * Refuses: `withheld-not`, `withhold-not-yours`, `withhold-why-missing`.
 */
export const endWithholding =
  (asked: { person: PersonId; item: Id; asker: Asker; says: string }) =>
  (sharing: Sharing): Decided => {
    const { person, asker } = asked
    const held = withholdingOf(sharing, asked.item)
    const atWork = clinicianOf(asker, person)
    if (atWork === null) return refuse(refusals.notYoursToWithhold)
    if (held === null) return refuse(refusals.notWithheld)
    if (atWork.organisation !== held.organisation) return refuse(refusals.notYoursToWithhold)
    const says = tidyText(asked.says)
    if (says === '') return refuse(refusals.withholdWhyMissing, {}, 'says')
    const body = { withholding: held.id, says }
    return ok({ facts: [{ kind: 'withholding-ended', body }], answer: held.id })
  }

/** What keeps this thing from the person now; null where nothing does. */
export const withholdingOf = ({ withheld = [] }: Sharing, item: Id): Withholding | null =>
  withheld.find((one) => one.item === item) ?? null

/** Somebody at work who may judge it: never the person, and nobody who acts for them. */
export function clinicianOf({ person: by, via, organisation, roles }: Asker, person: PersonId) {
  const may = via === 'role' && roles.some((role) => emergencyRoles.includes(role))
  if (!may || by === null || by === person || organisation === null) return null
  return { by, organisation }
}

/** Whether a grant lets them see it and write beside it: an emergency alone does not. */
function maySeeAndAdd(
  sharing: Sharing,
  { person, asker, item }: Pick<Withheld, 'person' | 'asker' | 'item'>,
  now: Instant,
): boolean {
  const asking = { person, visitor: asker, purpose: 'direct-care' } as const
  return (['read', 'add'] as const).every((act) =>
    decide({ ...asking, act }, sharing, now).visible.matches(item),
  )
}
