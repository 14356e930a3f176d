// What may be decided about sharing: given, stopped, switched, opened in an emergency.
import {
  addMilliseconds,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyText,
} from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { emergencyEndsAfter } from './dated-rules.ts'
import { decide } from './evaluator.ts'
import type { SharingKind } from './facts.ts'
import { type Asker, type Grant, isEverybody, type Selector } from './grant.ts'
import { mayBeGranted, type Purpose, purposeNamed, switchable } from './purposes.ts'
import { refusals } from './refusals.ts'
import { grantsAt, isOn, type Sharing } from './sharing.ts'

/** A grant as it is asked for. */
export type Giving = Pick<Grant, 'id' | 'effect' | 'to' | 'what' | 'acts' | 'purposes' | 'only'> & {
  /** The last day on which it holds, null while no end is known. */
  readonly until: Day | null
}

type Decided = Result<Decision<SharingKind, Id>>

/**
 * Gives a grant over what `person` keeps, or keeps something back.
 * Refuses: `grant-not-yours`, `grant-recipient-missing`, `grant-to-oneself`,
 * `grant-chooses-nothing`, `grant-dates-crossed`, `grant-ends-in-the-past`,
 * `purpose-not-listed`, `purpose-switched-off`.
 */
export const giveGrant =
  (person: PersonId, by: PersonId, giving: Giving) =>
  (sharing: Sharing, now: Instant): Decided => {
    if (
      by !== person &&
      (giving.effect === 'deny' ||
        !mayPassOn(sharing, { person, by, purposes: giving.purposes }, now))
    ) {
      return refuse(refusals.notYoursToGive)
    }
    const wrong =
      faultOfRecipient(giving, person) ??
      faultOfChoice(giving.what) ??
      faultOfPurposes(sharing, giving) ??
      (giving.until !== null && giving.until < dayIn(LONDON, now)
        ? refuse(refusals.endsInThePast, {}, 'until')
        : null)
    if (wrong !== null) return wrong
    const { id, effect, to, what, acts, purposes, until } = giving
    const chosen = {
      ...what,
      kinds: copied(what.kinds),
      labels: copied(what.labels),
      without: [...what.without],
      items: copied(what.items),
    }
    const only = giving.only === undefined ? {} : { only: giving.only }
    const lists = { acts: [...acts], purposes: [...purposes] }
    const body = { effect, to, what: chosen, ...lists, until, ...only }
    return ok({ facts: [{ kind: 'grant-given', body: { grant: id, ...body } }], answer: id })
  }

const copied = <T>(list: readonly T[] | null): T[] | null => (list === null ? null : [...list])

/** Who may pass on permits for each purpose; how far they reach is asked at each look. */
export function mayPassOn(
  sharing: Sharing,
  passing: {
    readonly person: PersonId
    readonly by: PersonId
    readonly purposes: readonly Purpose[]
  },
  now: Instant,
): boolean {
  const { person, by, purposes } = passing
  if (purposes.length === 0) return false
  const visitor: Asker = { person: by, via: 'self', organisation: null, roles: [] }
  return purposes.every((purpose) => {
    const asking = { person, visitor, purpose, act: 'read' } as const
    const { because } = decide(asking, sharing, now)
    return sharing.grants.some(({ id, acts }) => because.includes(id) && acts.includes('share'))
  })
}

type Fault = ReturnType<typeof refuse> | null

function faultOfRecipient({ to, effect }: Giving, person: PersonId): Fault {
  const toNobody = to.person === null && to.organisation === null
  if (toNobody && !(effect === 'deny' && isEverybody(to))) {
    return refuse(refusals.recipientMissing, {}, 'to')
  }
  return to.person === person ? refuse(refusals.sharedWithOneself, {}, 'to') : null
}

function faultOfChoice({ kinds, labels, items, from, until }: Selector): Fault {
  const empty = [kinds, labels, items].some((list) => list !== null && list.length === 0)
  if (empty) return refuse(refusals.nothingChosen, {}, 'kinds')
  const crossed = from !== null && until !== null && until < from
  return crossed ? refuse(refusals.datesTheWrongWayRound, {}, 'last') : null
}

function faultOfPurposes(sharing: Sharing, { effect, purposes }: Giving): Fault {
  const known = purposes.map(purposeNamed)
  if (known.length === 0 || !known.every((one) => one !== null && mayBeGranted(one))) {
    return refuse(refusals.purposeUnknown, {}, 'purpose')
  }
  const off = known.find((one) => one !== null && !isOn(sharing, one.code))
  if (effect === 'deny' || !off) return null
  return refuse(refusals.purposeOff, { purpose: off.says }, 'purpose')
}

/** Stops a grant at once; one that has stopped stays so. Refuses: `grant-unknown`. */
export const stopGrant =
  (id: Id, by: PersonId, person: PersonId) =>
  (sharing: Sharing): Decided => {
    const grant = sharing.grants.find((one) => one.id === id)
    if (grant === undefined || (by !== person && grant.givenBy !== by)) {
      return refuse(refusals.grantUnknown)
    }
    if (grant.withdrawnAt !== null) return ok({ facts: [], answer: id })
    return ok({ facts: [{ kind: 'grant-withdrawn', body: { grant: id } }], answer: id })
  }

/** Ends the grants that were given for one thing and this purpose alone: that is over. */
export const endGrantsFor =
  (purpose: Purpose, item: Id) =>
  (sharing: Sharing, now: Instant): Result<Decision<SharingKind, null>> => {
    const over = grantsAt(sharing, now).filter(
      ({ purposes, what }) =>
        purposes.every((one) => one === purpose) &&
        what.items?.length === 1 &&
        what.items[0] === item,
    )
    const facts = over.map(({ id }) => ({ kind: 'grant-withdrawn' as const, body: { grant: id } }))
    return ok({ facts, answer: null })
  }

/**
 * Turns purposes on or off as the person says; only what changes.
 * Refuses: `purpose-not-listed`.
 */
export const switchPurposes =
  (wanted: ReadonlyMap<Purpose, boolean>) =>
  (sharing: Sharing): Result<Decision<SharingKind, null>> => {
    const changed = [...wanted].filter(([purpose, on]) => isOn(sharing, purpose) !== on)
    if (changed.some(([purpose]) => !switchable.some(({ code }) => code === purpose))) {
      return refuse(refusals.purposeUnknown, {}, 'purposes')
    }
    const facts = changed.map(([purpose, on]) => ({
      kind: 'purpose-switched' as const,
      body: { purpose, on },
    }))
    return ok({ facts, answer: null })
  }

/** The minutes since signing in within which what is hidden can be shown again. */
const AFRESH_MINUTES = 10

/** Whether somebody has just signed in: to show again what is hidden, or take all of it away. */
export const isFresh = (signedInAt: Instant, now: Instant): boolean =>
  now <= addMilliseconds(signedInAt, AFRESH_MINUTES * 60_000)

/**
 * Leaves what is marked with these labels out of the person's own lists; none shows all again,
 * which needs somebody who has just signed in. Refuses: `sign-in-again-to-show`.
 */
export const hidePrivate =
  (labels: readonly string[], signedInAt: Instant) =>
  (sharing: Sharing, now: Instant): Result<Decision<SharingKind, null>> => {
    if (labels.length === 0 && !isFresh(signedInAt, now)) return refuse(refusals.notSignedInAfresh)
    if ([...(sharing.hides ?? [])].sort().join() === [...labels].sort().join()) {
      return ok({ facts: [], answer: null })
    }
    return ok({ facts: [{ kind: 'private-hidden', body: { labels: [...labels] } }], answer: null })
  }

/** The roles in which somebody may open an access in an emergency. */
export const emergencyRoles: readonly string[] = ['doctor', 'nurse', 'pharmacist']

/**
 * Opens what a person keeps to one professional at work, for a dated number of hours, for their
 * care and to read only. What the person keeps back, or turned off, stays so.
 * Refuses: `emergency-needs-role`, `emergency-reason-missing`.
 */
export const openEmergency =
  (id: Id, asker: Asker, typed: string) =>
  (_: Sharing, now: Instant): Decided => {
    const atWork = workOf(asker)
    if (atWork === null) return refuse(refusals.emergencyRoleMissing)
    const reason = tidyText(typed)
    if (reason === '') return refuse(refusals.emergencyReasonMissing, {}, 'reason')
    const endsAt = addMilliseconds(now, emergencyEndsAfter.value * 3_600_000)
    const body = { grant: id, ...atWork, reason, endsAt }
    return ok({ facts: [{ kind: 'emergency-opened', body, id }], answer: id })
  }

function workOf({ person, via, organisation, roles }: Asker): {
  readonly by: PersonId
  readonly organisation: OrganisationId
} | null {
  const may = via === 'role' && roles.some((role) => emergencyRoles.includes(role))
  return may && person !== null && organisation !== null ? { by: person, organisation } : null
}
