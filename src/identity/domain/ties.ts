// Ties between two people: offered by one, accepted by the other, dated, ended by either.
import { type Day, type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { holdsOn, type Tie, type TieOffer } from './bonds.ts'
import { listedOn, tieKinds } from './dated-lists.ts'
import type { tieAccepted, tieDeclined, tieEnded, tieOffered } from './facts.ts'
import { isKnown, type Person } from './person.ts'
import { refusals } from './refusals.ts'

export type TieStanding = 'offered' | 'declined' | 'to-come' | 'holds' | 'ended'

/** How a tie stands on a day. */
export function tieStanding(tie: Tie, day: Day): TieStanding {
  if (tie.answer === 'declined') return 'declined'
  if (tie.until !== null && tie.until < day) return 'ended'
  if (tie.answer === 'waiting') return 'offered'
  return holdsOn(tie, day) ? 'holds' : 'to-come'
}

/** The ties of a person that hold on a day. */
export const tiesOn = (person: Person, day: Day): readonly Tie[] =>
  person.ties.filter((tie) => tieStanding(tie, day) === 'holds')

/** The other one of the two. */
export const otherOf = (tie: TieOffer, self: PersonId): PersonId =>
  tie.helper === self ? tie.helped : tie.helper

type Decided<
  Kind extends typeof tieOffered | typeof tieAccepted | typeof tieDeclined | typeof tieEnded,
> = Result<Decision<Kind, Id>>

/**
 * Offers a tie. Asked of both people, and the fact goes onto the streams of both.
 * Refuses: `person-unknown`, `tie-not-listed`, `tie-with-oneself`, `ends-before-it-begins`.
 */
export const offerTie =
  (offer: TieOffer) =>
  (person: Person): Decided<typeof tieOffered> => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    const { what, helper, helped, from, until } = offer
    if (helper === helped) return refuse(refusals.tieWithOneself)
    if (listedOn(tieKinds, what, from) === null) {
      const ties = tieKinds.map((one) => one.code).join(', ')
      return refuse(refusals.tieKindUnknown, { what, ties }, 'what')
    }
    if (until !== null && until < from) return refuse(refusals.endsBeforeItBegins, {}, 'until')
    return ok({ facts: [{ kind: 'tie-offered', body: offer }], answer: offer.tie })
  }

/** Refuses: `tie-unknown`, `tie-settled`, `tie-waits-for-the-other`. */
export const acceptTie =
  (id: Id, by: PersonId) =>
  (person: Person): Decided<typeof tieAccepted> => {
    const open = openTie(person, id, by)
    if (!open.ok) return open
    if (open.value.offeredBy === by) return refuse(refusals.notYoursToAccept)
    return ok({ facts: [{ kind: 'tie-accepted', body: { tie: id } }], answer: id })
  }

/** Declines a tie; who offered it takes it back. Refuses: `tie-unknown`, `tie-settled`. */
export const declineTie =
  (id: Id, by: PersonId) =>
  (person: Person): Decided<typeof tieDeclined> => {
    const open = openTie(person, id, by)
    if (!open.ok) return open
    return ok({ facts: [{ kind: 'tie-declined', body: { tie: id } }], answer: id })
  }

/** Ends an accepted tie with `until` as its last day. Refuses: `tie-unknown`, `tie-settled`. */
export const endTie =
  (id: Id, by: PersonId, until: Day) =>
  (person: Person): Decided<typeof tieEnded> => {
    const tie = ownTie(person, id, by)
    if (tie === null) return refuse(refusals.tieUnknown)
    const over = tie.answer !== 'accepted' || (tie.until !== null && tie.until <= until)
    if (over) return refuse(refusals.tieSettled)
    return ok({ facts: [{ kind: 'tie-ended', body: { tie: id, until } }], answer: id })
  }

const ownTie = (person: Person, id: Id, by: PersonId): Tie | null =>
  person.ties.find((tie) => tie.tie === id && (tie.helper === by || tie.helped === by)) ?? null

function openTie(person: Person, id: Id, by: PersonId): Result<Tie> {
  const tie = ownTie(person, id, by)
  if (tie === null) return refuse(refusals.tieUnknown)
  return tie.answer === 'waiting' ? ok(tie) : refuse(refusals.tieSettled)
}
