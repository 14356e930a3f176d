// What an organisation keeps from the person themself: who may, why, and its day of review.
import {
  addMonths,
  type Day,
  dayIn,
  dueAfterMonths,
  type Id,
  type Instant,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyText,
  unitsOf,
} from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { lookedAtAgainWithin, reviewedWithin } from './dated-rules.ts'
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
    if (!isWithinReach(reviewOn, now)) return refuse(refusals.reviewOutOfReach, {}, 'review')
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
    const found = heldByThem(sharing, asked)
    if (!found.ok) return found
    const { held } = found.value
    const says = tidyText(asked.says)
    if (says === '') return refuse(refusals.withholdWhyMissing, {}, 'says')
    const body = { withholding: held.id, says }
    return ok({ facts: [{ kind: 'withholding-ended', body }], answer: held.id })
  }

/** The rule by which it is looked at again when the person asks, and the day it gives. */
export function lookAgainBy(now: Instant) {
  const { says, source, confirmed, value } = lookedAtAgainWithin
  return { due: dueAfterMonths(now, value), source: { says, source, confirmed } }
}

/**
 * The person asks for it to be looked at again; asked once more before that, nothing changes.
 * Answers with the promise to do so. Refuses `withheld-unknown`, `withhold-text-too-long`.
 */
export const queryWithholding =
  (asked: { withholding: Id; promise: Id; says: string; shownAs: string }) =>
  (sharing: Sharing, now: Instant): Decided => {
    const { withholding, promise, shownAs } = asked
    const held = (sharing.withheld ?? []).find(({ id }) => id === withholding)
    if (held === undefined) return refuse(refusals.withheldUnknown)
    if (held.queried !== null) return ok({ facts: [], answer: held.queried.promise })
    const says = tidyText(asked.says)
    if (says.length > unitsOf(2_000)) return refuse(refusals.withholdTextTooLong, {}, 'says')
    const body = { withholding, says: says || null, promise, ...lookAgainBy(now), shownAs }
    return ok({ facts: [{ kind: 'withholding-queried', body }], answer: promise })
  }

/**
 * Looks at it again and keeps it still, until another day; the person reads why. Refuses:
 * `withheld-not`, `withhold-not-yours`, `withhold-why-missing`, `withhold-review-out-of-reach`.
 */
export const upholdWithholding =
  (asked: { person: PersonId; item: Id; asker: Asker; says: string; reviewOn: Day }) =>
  (sharing: Sharing, now: Instant): Decided => {
    const { person, asker, reviewOn } = asked
    const found = heldByThem(sharing, { person, asker, item: asked.item })
    if (!found.ok) return found
    const { held, atWork } = found.value
    const says = tidyText(asked.says)
    if (says === '') return refuse(refusals.withholdWhyMissing, {}, 'tells')
    if (!isWithinReach(reviewOn, now)) return refuse(refusals.reviewOutOfReach, {}, 'review')
    const body = { withholding: held.id, says, ...atWork, reviewOn }
    return ok({ facts: [{ kind: 'withholding-upheld', body }], answer: held.id })
  }

const isWithinReach = (day: Day, now: Instant): boolean => {
  const today = dayIn(LONDON, now)
  return day > today && day <= addMonths(today, Number(reviewedWithin.value))
}

/** What their organisation keeps from the person, where they may judge it. */
function heldByThem(
  sharing: Sharing,
  { person, asker, item }: { person: PersonId; asker: Asker; item: Id },
) {
  const held = withholdingOf(sharing, item)
  const atWork = clinicianOf(asker, person)
  if (atWork === null) return refuse(refusals.notYoursToWithhold)
  if (held === null) return refuse(refusals.notWithheld)
  if (atWork.organisation !== held.organisation) return refuse(refusals.notYoursToWithhold)
  return ok({ held, atWork })
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
