// A family view: plans side by side, each there by its own person's grant and for no longer.
import { ageOn, type Day, type PersonId } from '../../../basics/index.ts'
import type { ItemKind } from '../item-kinds.ts'
import type { PartKind } from '../plan/headings.ts'

/** What of a plan stands in a family view. An advance statement and contacts are left out. */
export const familyKinds: readonly ItemKind[] = ['care-plan', 'contingency-plan', 'supporting-plan']

/** The parts that are shown, what helps in a hurry first; how a plan is kept is none of them. */
export const familyParts = ['contingency', 'need', 'goal', 'strength', 'supporting-plan'] as const
export type FamilyPart = (typeof familyParts)[number]

export const isForFamily = (kind: PartKind): kind is FamilyPart =>
  familyParts.some((one) => one === kind)

/** How two people stand: both let the other see, one of them does, or neither. */
export type LinkStanding = 'linked' | 'only-mine' | 'only-theirs' | 'none'

/** Two plans are linked when each of the two has let the other see theirs, and only then. */
export const linkStanding = (given: boolean, received: boolean): LinkStanding =>
  given ? (received ? 'linked' : 'only-mine') : received ? 'only-theirs' : 'none'

export type GrantLike = {
  readonly to: {
    readonly person: PersonId | null
    readonly organisation: string | null
  }
  readonly what: { readonly kinds: readonly string[] | null; readonly items: unknown }
}

/** Whether a grant is one that a family view gave to this person: just these kinds, all of them. */
export const isFamilyGrant = ({ to, what }: GrantLike, other: PersonId): boolean =>
  to.person === other &&
  to.organisation === null &&
  what.items === null &&
  what.kinds?.length === familyKinds.length &&
  familyKinds.every((kind) => what.kinds?.includes(kind))

/** From this age each decides for themselves. @source DAPB3051 Amd 59/2025 (16th birthday) */
const DECIDES_FROM = 16

/** Whether somebody born on this day decides for themselves; so does who has said no birthday. */
export const decidesAlone = (born: Day | null, today: Day): boolean =>
  born === null || ageOn(born, today) >= DECIDES_FROM
