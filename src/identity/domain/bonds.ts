// What binds a person to others: ties to people, and roles in organisations, each with its days.
import type { Day, Id, OrganisationId, PersonId } from '../../basics/index.ts'

export type Role = {
  readonly role: Id
  /** A code from the list of roles. */
  readonly what: string
  readonly organisation: OrganisationId | null
  readonly from: Day
  /** The last day on which it holds; null while no end is known. */
  readonly until: Day | null
}

export type TieOffer = {
  readonly tie: Id
  /** A code from the list of ties. */
  readonly what: string
  readonly helper: PersonId
  readonly helped: PersonId
  readonly offeredBy: PersonId
  readonly from: Day
  /** The last day on which it holds; null while no end is known. */
  readonly until: Day | null
}

export type Tie = TieOffer & { readonly answer: 'waiting' | 'accepted' | 'declined' }

/** Whether something from one day to another, both included, holds on a day. */
export const holdsOn = (
  { from, until }: { readonly from: Day; readonly until: Day | null },
  day: Day,
): boolean => from <= day && (until === null || day <= until)
